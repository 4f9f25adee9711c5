// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace recoupe::test {

//! How often a harness does what it does: what the environment says in \a variable, or a few times
//! where it says nothing.
[[nodiscard]] inline int roundsOf(const char *variable, int few)
{
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue(variable, &isSet);
    return isSet ? wanted : few;
}

//! Where chance begins: RECOUPE_SEED, to do again what a harness found, or always the same.
[[nodiscard]] inline quint32 seed()
{
    return quint32(roundsOf("RECOUPE_SEED", 20261129));
}

} // namespace recoupe::test
