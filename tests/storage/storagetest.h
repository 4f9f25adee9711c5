// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/awardrepository.h"
#include "storage/database.h"
#include "storage/decisionrepository.h"
#include "storage/editionrepository.h"
#include "storage/importrepository.h"
#include "storage/offerrepository.h"
#include "storage/settingrepository.h"

#include <QTest>

#include <memory>

//! Fails the test with the words and the detail of a Result that is a failure.
#define REQUIRE(result) QVERIFY2((result).has_value(), qPrintable(recoupe::test::explained(result)))

namespace recoupe::test {

//! Which of the two backends the executable was asked to run on.
[[nodiscard]] DatabaseUrl::Backend backend();
[[nodiscard]] inline bool isSqlite()
{
    return backend() == DatabaseUrl::Backend::Sqlite;
}
//! Starts what the backend needs; an exit code when the tests cannot or need not run.
[[nodiscard]] std::optional<int> startBackend();
void stopBackend();

//! The address of a new empty base.
[[nodiscard]] DatabaseUrl newUrl();

template <typename T>
QString explained(const Result<T> &result)
{
    return result ? QString()
                  : result.error().message + QStringLiteral(" [") + result.error().detail + u']';
}

//! An empty base for each test, with one import to hang submissions on.
struct Base
{
    Base();
    explicit Base(const DatabaseUrl &url);
    //! The address of a file, whatever the backend is.
    [[nodiscard]] static DatabaseUrl inFile(const QString &file);
    //! Runs in a transaction and fails the test where that fails.
    void write(const std::function<Result<>()> &work);
    template <typename T>
    T written(const std::function<Result<T>()> &work)
    {
        T value{};
        write([&] { return work().map([&](const T &done) { value = done; }); });
        return value;
    }
    //! The one value of a query that the interface does not ask.
    [[nodiscard]] QVariant ask(const QString &sql) const;
    qint64 import(QDateTime at);

    std::unique_ptr<Database> database;
    qint64 importId = 0;
};

//! Values with something in every field.
[[nodiscard]] SubmittedAction fullAction(const QString &text = QStringLiteral("Été à l'œuvre"));
[[nodiscard]] SubmittedSession fullSession(const QString &text = QStringLiteral("Été à l'œuvre"));
[[nodiscard]] AwardNotification fullAward(const QString &text = QStringLiteral("Été à l'œuvre"));
[[nodiscard]] SesarDeclaration
fullDeclaration(const QString &text = QStringLiteral("Été à l'œuvre"));
//! A session of that numero, submitted in that state; the digest follows from both and \a words.
[[nodiscard]] SubmittedSession sessionOf(const QString &numero,
                                         RecruitmentState recruitment = RecruitmentState::Open,
                                         const QString &words = {});

//! Appends an event of each kind that the trail knows, each in a transaction of its own: decisions
//! 1 and 2, edition 1, its annulment, a mailing, a delivery event, decision 3. Each has a reason,
//! where it may have one.
void appendEveryEvent(Base &base);
//! Takes the guard of an append-only table away, as who may alter the base can.
void disarm(Base &base, const QString &table);

//! Texts that a base could mistake for something else, as rows of a test.
void addHostileTexts();

// The tests, a class of them each.
int runAwards(int argc, char **argv);
int runBulk(int argc, char **argv);
int runDecisions(int argc, char **argv);
int runDeliveries(int argc, char **argv);
int runDistribution(int argc, char **argv);
int runEditions(int argc, char **argv);
int runErasures(int argc, char **argv);
int runFeeds(int argc, char **argv);
int runHolders(int argc, char **argv);
int runImports(int argc, char **argv);
int runLetters(int argc, char **argv);
int runMigrations(int argc, char **argv);
int runOffers(int argc, char **argv);
int runNotes(int argc, char **argv);
int runProfiles(int argc, char **argv);
int runTrail(int argc, char **argv);
int runTransfer(int argc, char **argv);
int runTransactions(int argc, char **argv);

} // namespace recoupe::test
