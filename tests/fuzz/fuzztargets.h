// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>

//! The readers of files from outside, fed with anything. libFuzzer looks for input that breaks
//! them; the test fuzz-corpus replays what is kept.
namespace recoupe::test {

struct FuzzTarget
{
    const char *name; //!< its folder under corpus/
    //! Reads the input, and aborts where what was read cannot be.
    void (*run)(const QByteArray &input);
};

[[nodiscard]] std::span<const FuzzTarget> fuzzTargets();

} // namespace recoupe::test
