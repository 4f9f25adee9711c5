#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for input that breaks a reader: run.sh SECONDS [TARGET...], for so long with each target.
# What it finds stays in build/fuzz/found/TARGET; put it under tests/fuzz/corpus/TARGET once fixed.
set -euo pipefail

if [ $# -eq 0 ]; then
    sed -n '3,4s/^# //p' "${BASH_SOURCE[0]}" >&2
    exit 2
fi
seconds=$1
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [ $# -eq 0 ]; then
    for folder in tests/fuzz/corpus/*/; do
        set -- "$@" "$(basename "$folder")"
    done
fi

cmake --preset fuzz
cmake --build --preset fuzz
[ -d /dev/shm ] && export TMPDIR=/dev/shm # one small file is written for each input
for target; do
    mkdir -p "build/fuzz/corpus/$target" "build/fuzz/found/$target"
    build/fuzz/tests/fuzz/"fuzz_$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=512 \
        -max_len=65536 -print_final_stats=1 -artifact_prefix="build/fuzz/found/$target/" \
        "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target"
done
