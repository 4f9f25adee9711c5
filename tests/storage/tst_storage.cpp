// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include <QCoreApplication>

using namespace recoupe::test;

// The repositories on one backend, which RECOUPE_TEST_BACKEND names: sqlite or postgresql.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const std::optional<int> code = startBackend())
        return *code;
    int failures = 0;
    for (const auto run :
         {runOffers, runBulk, runDecisions, runAwards, runImports, runFeeds, runEditions,
          runDeliveries, runDistribution, runLetters, runNotes, runHolders, runProfiles,
          runTransactions, runTrail, runErasures, runTransfer, runMigrations})
        failures += run(argc, argv);
    stopBackend();
    return failures;
}
