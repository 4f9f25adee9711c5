#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The import of a large feed beside a loader in C on expat and sqlite3, interleaved; seconds and peak
# memory of each run, then the medians. tests/benchmark/import.sh BUILD-FOLDER [MEGABYTES] [ROUNDS]
set -euo pipefail
build=$1
megabytes=${2:-256}
rounds=${3:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$build/tests/benchmark/bench_makefeed" "$megabytes" "$work/feed.xml"
ls -l "$work/feed.xml"
measure() { # measure NAME COMMAND...
    local name=$1
    shift
    rm -f "$work"/*.base*
    /usr/bin/time -a -o "$work/$name.times" -f '%e %U %S %M' "$@" >/dev/null
    tail -n 1 "$work/$name.times" | sed "s/^/$name: elapsed user system KiB: /"
}
for _ in $(seq "$rounds"); do
    measure peer "$build/tests/benchmark/bench_peerload" "$work/feed.xml" "$work/peer.base"
    measure recoupe "$build/bin/recoupe" --database "sqlite:$work/recoupe.base" \
        import lheo "$work/feed.xml"
done
"$build/tests/benchmark/bench_makefeed" 1 "$work/small.xml"
measure idle "$build/bin/recoupe" --database "sqlite:$work/idle.base" import lheo "$work/small.xml"
"$build/bin/recoupe" --database "sqlite:$work/again.base" import lheo "$work/feed.xml" >/dev/null
/usr/bin/time -f 'recoupe again: elapsed %e, %M KiB' "$build/bin/recoupe" \
    --database "sqlite:$work/again.base" import lheo "$work/feed.xml"
for name in peer recoupe; do
    sort -n "$work/$name.times" | awk -v name=$name '{ t[NR] = $1; m[NR] = $4 }
        END { i = int((NR + 1) / 2); printf "%s median: %s s, %s KiB\n", name, t[i], m[i] }'
done
