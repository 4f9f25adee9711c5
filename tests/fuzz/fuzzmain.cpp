// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls. Built once for each target, under RECOUPE_FUZZ_TARGET.
#include "fuzz/fuzztargets.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const recoupe::test::FuzzTarget target =
        *std::ranges::find_if(recoupe::test::fuzzTargets(), [](const auto &candidate) {
            return std::strcmp(candidate.name, RECOUPE_FUZZ_TARGET) == 0;
        });
    target.run(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
