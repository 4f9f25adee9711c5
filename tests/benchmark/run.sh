#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures Recoupe beside its peers, in runs that take turns, and prints one table of medians. No
# time is good or bad here; an output that differs from the peer's is an error.
#   tests/benchmark/run.sh BUILD [--quick] [NAME]...
# Names: import bulk awards match check growth recheck models window table partners operators; all,
# where none is given.
# BUILD was configured with -DRECOUPE_BUILD_BENCHMARKS=ON, best as Release. --quick: small and once.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
build=${1:?usage: run.sh BUILD [--quick] [NAME]...}
shift
rounds=5 frames=15 feedSessions=92000 awards=1000000 small=100000 large=400000 # the feed: 256 MB
fewRows=2000 manyRows=10000
outgoing=100000
operators=20 decisions=100000
bulkSessions=100000
shown=1000000 proxied=100000 # a QSortFilterProxyModel of a million rows does not end
if [ "${1:-}" = --quick ]; then
    shift
    rounds=1 frames=3 feedSessions=2000 awards=20000 small=5000 large=20000
    shown=20000 proxied=5000
    fewRows=200 manyRows=1000
    outgoing=2000
    operators=4 decisions=400
    bulkSessions=2000
fi
[ $# -gt 0 ] || set -- import bulk awards match check growth recheck models window table partners \
    operators
duckdb=${TMPDIR:-/tmp}/recoupe-benchmark-duckdb
duckdbVersion=1.5.6-r.1
crosscheck=$build/tests/benchmark/bench_crosscheck
tables=$build/tests/benchmark/bench_tables
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# --- measuring -----------------------------------------------------------------------------------

measure() { # measure SERIES COMMAND...: adds "seconds CPU-seconds KiB" to the series
    local series=$1 seconds user system cpu peak
    shift
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/$series.out"
    read -r seconds user system peak <"$work/time"
    cpu=$(awk -v a="$user" -v b="$system" 'BEGIN { print a + b }')
    # What prepares its own data says how long the rest took.
    if grep -q '^measured ' "$work/$series.out"; then
        read -r _ seconds cpu <"$work/$series.out"
    fi
    echo "$seconds $cpu $peak" >>"$work/$series.runs"
}

median() { # median SERIES COLUMN
    awk -v column="$2" '{ print $column }' "$work/$1.runs" | sort -g |
        awk '{ run[NR] = $1 } END { print (run[int((NR + 1) / 2)] + run[int((NR + 2) / 2)]) / 2 }'
}

found() { # found SERIES NAME: what the last run printed
    awk -v name="$2" '$1 == name { print $2 }' "$work/$1.out"
}

quotient() { # quotient A B
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}

line() { # line WHAT OURS CPU PEER CPU RATIO CPU-RATIO MB PEER-MB EQUAL
    printf '%-52s %9s %9s %9s %9s %6s %6s %7s %7s  %s\n' "$@" >>"$work/table"
}

# One column of a series, for the table.
seconds() { awk -v value="$(median "$1" "$2")" 'BEGIN { printf "%.2f", value }'; }
megabytes() { awk -v value="$(median "$1" 3)" 'BEGIN { printf "%.0f", value / 1024 }'; }

row() { # row WHAT OURS PEER EQUAL
    line "$1" "$(seconds "$2" 1)" "$(seconds "$2" 2)" "$(seconds "$3" 1)" "$(seconds "$3" 2)" \
        "$(quotient "$(median "$3" 1)" "$(median "$2" 1)")" \
        "$(quotient "$(median "$3" 2)" "$(median "$2" 2)")" \
        "$(megabytes "$2")" "$(megabytes "$3")" "$4"
}

rowAlone() { # rowAlone WHAT OURS EQUAL
    line "$1" "$(seconds "$2" 1)" "$(seconds "$2" 2)" - - - - "$(megabytes "$2")" - "$3"
}

equal() { # equal COMMAND...
    if "$@"; then echo yes; else echo no; fi
}

# --- peers ---------------------------------------------------------------------------------------

haveDuckdb() {
    [ -d "$duckdb/node_modules/@duckdb/node-api" ] && return
    command -v npm >/dev/null && mkdir -p "$duckdb" &&
        npm install --prefix "$duckdb" --no-fund --no-audit --loglevel=error \
            "@duckdb/node-api@$duckdbVersion" >/dev/null 2>"$work/npm.log"
}

sameRows() { # sameRows OUR-BASE OUR-QUERY PEER-BASE PEER-QUERY
    cmp -s <(sqlite3 "$1" "$2") <(sqlite3 "$3" "$4")
}

# --- what is measured ----------------------------------------------------------------------------

recoupe() { # recoupe SERIES KIND FILE: into a new base
    rm -f "$work/$1".base*
    measure "$1" "$build/bin/recoupe" --database "sqlite:$work/$1.base" import "$2" "$3"
}

ourFormations="SELECT a.numero, n.title, n.objective, n.expected_results, n.content,
    json_extract(n.mandataire, '\$.siret'), json_extract(n.mandataire, '\$.name'),
    json_extract(nullif(n.contacts, ''), '\$[0].email')
    FROM actions a JOIN action_submissions n ON n.action_id = a.id ORDER BY a.numero"
theirFormations="SELECT numero, title, objective, results, content, siret, name, mail
    FROM formation ORDER BY numero"
ourSessions="SELECT s.formation_numero, s.action_numero, s.session_numero, n.start_date,
    n.end_date, n.place_postal_code, n.place_city, json_extract(n.fundings, '\$[0].marketNumber'),
    json_extract(n.fundings, '\$[0].scheme'), json_extract(n.fundings, '\$[0].places'),
    n.total_hours, n.rhythm, json_extract(nullif(n.contacts, ''), '\$[0].email')
    FROM sessions s JOIN session_submissions n ON n.session_id = s.id ORDER BY 1, 2, 3"
theirSessions="SELECT formation, action, numero, start, finish, postal, city, market, scheme,
    places, hours, rhythm, mail FROM session ORDER BY 1, 2, 3"

sameFeed() { # sameFeed PEER-BASE
    sameRows "$work/import.base" "$ourFormations" "$1" "$theirFormations" &&
        sameRows "$work/import.base" "$ourSessions" "$1" "$theirSessions"
}

measure_import() {
    "$build/bin/recoupe-generate" --sessions "$feedSessions" --defect-rate 0 --output "$work/feed"
    local feed=$work/feed/portail.xml what
    what="import of $(($(stat -c %s "$feed") / 1000000)) MB of LHEO"
    for _ in $(seq "$rounds"); do
        rm -f "$work"/{c,python}.base*
        measure importC "$build/tests/benchmark/bench_peerload" "$feed" "$work/c.base"
        recoupe import lheo "$feed"
        measure importPython python3 "$here/peerload.py" "$feed" "$work/python.base"
    done
    row "$what / expat + sqlite3 in C" import importC "$(equal sameFeed "$work/c.base")"
    row "$what / Python" import importPython "$(equal sameFeed "$work/python.base")"
    measure again "$build/bin/recoupe" --database "sqlite:$work/import.base" import lheo "$feed"
    rowAlone "the same feed again" again -
    rm -rf "$work"/*.base* "$work/feed"
}

# A PostgreSQL server of its own, which refuses to be root, with the durability that it comes with.
asServer() { # asServer PROGRAM ARGUMENT...
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid=postgres --clear-groups --pdeathsig=INT "$server/$1" "${@:2}")
    else
        "$server/$1" "${@:2}"
    fi
}

startServer() { # sets server, cluster; 1 where there is none
    server=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1)")
    [ -x "$server/initdb" ] || server=$(dirname "$(command -v initdb)") || return 1
    cluster=$(mktemp -d)
    trap 'stopServer; rm -rf "$work"' EXIT
    [ "$(id -u)" != 0 ] || chown postgres "$cluster"
    asServer initdb --pgdata "$cluster/data" --username recoupe --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 >/dev/null
    asServer pg_ctl start --pgdata "$cluster/data" --wait --silent --log "$cluster/log" \
        --options "-c listen_addresses= -c unix_socket_directories=$cluster"
}

stopServer() {
    [ -z "${cluster:-}" ] || asServer pg_ctl stop --pgdata "$cluster/data" --mode=immediate --silent
    rm -rf "${cluster:-}"
    cluster=
}

onServer() { # onServer BASE PSQL-ARGUMENT...
    "$server/psql" --host "$cluster" --username recoupe --dbname "$1" --no-psqlrc --quiet \
        --set ON_ERROR_STOP=1 "${@:2}"
}

newBase() { # newBase NAME
    onServer postgres --command "DROP DATABASE IF EXISTS $1" --command "CREATE DATABASE $1"
}

# In the order in which the rows refer to each other.
bulkTables="imports actions action_submissions sessions session_submissions"

sumOfRows() { # sumOfRows BASE
    local table
    for table in $bulkTables; do
        onServer "$1" --no-align --tuples-only --command \
            "SELECT count(*), md5(string_agg(md5(t::text), '' ORDER BY t::text)) FROM recoupe.$table t"
    done
}

sameBases() { # sameBases BASE BASE
    cmp -s <(sumOfRows "$1") <(sumOfRows "$2")
}

measure_bulk() {
    local table url copies=()
    if ! startServer; then
        echo "bulk is left out: PostgreSQL's initdb is missing." >&2
        return
    fi
    "$build/bin/recoupe-generate" --sessions "$bulkSessions" --defect-rate 0 --output "$work/feed"
    url="postgresql://recoupe@/ours?host=$cluster"
    for _ in $(seq "$rounds"); do
        newBase ours
        measure bulk "$build/bin/recoupe" --database "$url" import lheo "$work/feed/portail.xml"
        newBase peer
        "$server/pg_dump" --host "$cluster" --username recoupe --schema-only ours |
            onServer peer >/dev/null
        copies=()
        for table in $bulkTables; do
            onServer ours --command "\\copy recoupe.$table TO '$work/$table.rows'"
            copies+=(--command "\\copy recoupe.$table FROM '$work/$table.rows'")
        done
        onServer ours --command CHECKPOINT
        measure copy "$server/psql" --host "$cluster" --username recoupe --dbname peer \
            --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction "${copies[@]}"
    done
    row "$bulkSessions sessions into PostgreSQL / psql \\copy of the rows" bulk copy \
        "$(equal sameBases ours peer)"
    stopServer
    rm -rf "$work/feed" "$work"/*.rows
}

measure_awards() {
    "$tables" awards "$awards" "$work/awards.csv"
    for _ in $(seq "$rounds"); do
        rm -f "$work"/csv.base*
        measure csv sqlite3 "$work/csv.base" -cmd '.mode csv' -cmd '.separator ;' \
            ".import $work/awards.csv n"
        recoupe awards awards "$work/awards.csv"
    done
    row "$awards notifications, CSV / sqlite3 .import" awards csv "$(equal sameRows \
        "$work/awards.base" "SELECT market_number, lot, title, awardee_name, place, postal_code
            FROM awards ORDER BY 1, 2, 3" \
        "$work/csv.base" "SELECT numero_marche, lot, intitule, mandataire, lieu, code_postal
            FROM n ORDER BY 1, 2, 3")"
    rm -f "$work"/*.base* "$work/awards.csv"
}

worldOf() { # worldOf COUNT: the tables for DuckDB
    mkdir -p "$work/world$1"
    [ -f "$work/world$1/awards.csv" ] || "$tables" world "$1" "$work/world$1"
}

measureWorld() { # measureWorld MODE COUNT: ours and, where there is one, DuckDB
    for _ in $(seq "$rounds"); do
        measure "$1$2" "$crosscheck" "$1" "$2"
        [ -z "$withDuckdb" ] || measure "$1Duckdb$2" node "$here/peerlink.mjs" "$duckdb" "$work/world$2"
    done
}

rowOfWorld() { # rowOfWorld WHAT MODE COUNT
    local ours theirs verdict
    ours=$(found "$2$3" pairs)
    if [ -z "$withDuckdb" ]; then
        rowAlone "$1" "$2$3" "$ours true pairs"
        return
    fi
    theirs=$(found "$2Duckdb$3" pairs)
    verdict=$(equal [ "$ours" -ge "$theirs" ])
    row "$1 / DuckDB" "$2$3" "$2Duckdb$3" "$verdict: $ours true pairs, DuckDB $theirs"
}

measure_match() {
    measureWorld match "$small"
    rowOfWorld "match $small x $small" match "$small"
}

measure_check() {
    measureWorld check "$small"
    rowOfWorld "check (every rule) $small x $small" check "$small"
}

measure_growth() {
    local mode
    for mode in match check; do
        [ -f "$work/$mode$small.runs" ] || measureWorld "$mode" "$small"
        measureWorld "$mode" "$large"
        rowOfWorld "$mode $large x $large" "$mode" "$large"
        line "$mode: growth from $small to $large" \
            "x$(quotient "$(median "$mode$large" 1)" "$(median "$mode$small" 1)")" \
            "x$(quotient "$(median "$mode$large" 2)" "$(median "$mode$small" 2)")" - - - - - - -
    done
}

measure_recheck() {
    local series=recheck$small
    for _ in $(seq "$rounds"); do
        measure "$series" "$crosscheck" recheck "$small"
        echo "$(found "$series" median_ms) $(found "$series" p95_ms) 0" >>"$work/changes.runs"
    done
    line "re-check of one change in $small" "$(seconds changes 1) ms" - - - - - \
        "$(megabytes "$series")" - "yes: as a full check"
    line "    95th percentile" "$(seconds changes 2) ms" - - - - - - - -
}

modelTimes="key_median key_p95 like_median like_p95 proxy_median proxy_p95 scroll_median scroll_p95
    bare_widget first_window load model_mb block_load block_filter block_unfilter block_sort
    block_select_all"

ms() { # ms NAME: the median of what the runs printed under that name
    awk -v value="$(median "models-$1" 1)" 'BEGIN { printf "%.1f ms", value }'
}

lineOfModels() { # lineOfModels WHAT OURS [PEER EQUAL]
    local peer=- ratio=-
    if [ $# -gt 2 ]; then
        peer=$(ms "$3")
        ratio=$(quotient "$(median "models-$3" 1)" "$(median "models-$2" 1)")
    fi
    line "$1" "$(ms "$2")" - "$peer" - "$ratio" - - - "${4:--}"
}

measure_models() {
    local name what="key press to painted table, $shown rows"
    for _ in $(seq "$rounds"); do
        QT_QPA_PLATFORM=offscreen measure models \
            "$build/tests/benchmark/bench_models" "$shown" "$proxied" 3
        for name in $modelTimes; do
            echo "$(found models "$name") 0 0" >>"$work/models-$name.runs"
        done
    done
    lineOfModels "$what / SQLite LIKE" key_median like_median "$(found models equal_like)"
    lineOfModels "    95th percentile" key_p95 like_p95
    lineOfModels "    / QSortFilterProxyModel of $proxied rows" key_median proxy_median \
        "$(found models equal_proxy)"
    lineOfModels "    95th percentile" key_p95 proxy_p95
    lineOfModels "scrolled to painted table, $shown rows" scroll_median
    lineOfModels "    95th percentile" scroll_p95
    lineOfModels "first window with $shown rows / bare widget" first_window bare_widget
    lineOfModels "rows into the model, beside the window" load
    for name in load filter unfilter sort select_all; do
        lineOfModels "longest block of the window: $name" "block_$name"
    done
    line "memory of the model" - - - - - - \
        "$(awk -v value="$(median models-model_mb 1)" 'BEGIN { printf "%.0f", value }')" - -
}

lineOfFrame() { # lineOfFrame WHAT NAME: beside the bare widget
    local ours bare
    ours=$(found window "$2") bare=$(found window bare_frame)
    line "$1 / bare widget" "$(printf '%.1f ms' "$ours")" - "$(printf '%.1f ms' "$bare")" - \
        "$(quotient "$bare" "$ours")" - - - "$(quotient "$ours" "$bare") times the bare one, of $frames starts"
}

measure_window() {
    "$build/bin/recoupe-generate" --sessions "$feedSessions" --defect-rate 0 --output "$work/feed"
    recoupe window lheo "$work/feed/portail.xml"
    cmake --install "$build" --prefix "$work/installed" >/dev/null
    QT_QPA_PLATFORM=offscreen measure window "$build/tests/benchmark/bench_window" "$frames" \
        "$work/window.base" "$work/installed/bin/recoupe"
    lineOfFrame "first frame, installed program, empty base" installed_frame
    lineOfFrame "first frame, empty base, home page" home_frame
    lineOfFrame "first frame, $feedSessions sessions, their page" control_frame
    line "memory then, installed program / bare widget" - - - - - - \
        "$(printf '%.0f' "$(found window installed_mb)")" "$(printf '%.0f' "$(found window bare_mb)")" -
    rm -rf "$work"/window.base* "$work/feed" "$work/installed"
}

# The fortnightly table as PDF. Each peer prints the same cells in columns as wide, with the headings
# on each page; what it prints from was written before.
preparePeer() { # preparePeer groff|sheet|reportlab FOLDER: whether it is there
    case $1 in
    groff) command -v groff >/dev/null &&
        python3 "$here/peertable.py" groff "$2/rows.tsv" "$2/table.ms" ;;
    sheet) command -v soffice >/dev/null &&
        python3 "$here/peertable.py" sheet "$2/rows.tsv" "$2/table.fods" ;;
    reportlab) python3 -c 'import reportlab' 2>/dev/null ;;
    esac
}

printPeer() { # printPeer groff|sheet|reportlab FOLDER FILE
    case $1 in
    groff) groff -t -ms -Tpdf -Kutf8 -P-p21c,29.7c "$2/table.ms" >"$3" 2>/dev/null ;;
    sheet) soffice --headless --convert-to pdf --outdir "$2" "$2/table.fods" >/dev/null 2>&1 &&
        mv "$2/table.pdf" "$3" ;;
    reportlab) python3 "$here/peertable.py" reportlab "$2/rows.tsv" "$3" ;;
    esac
}

export here
export -f printPeer

sessionsIn() { # sessionsIn FILE: the session numbers that are printed, each as often as it is
    pdftotext -layout "$1" - | grep -o 'SE_[0-9]\{10\}' | sort
}

measureTable() { # measureTable COUNT
    local count=$1 peer folder=$work/table$1
    mkdir -p "$folder"
    "$build/tests/benchmark/bench_table" rows "$count" "$folder"
    grep -o 'SE_[0-9]\{10\}' "$folder/rows.tsv" | sort >"$folder/sessions"
    peersOfTable=
    for peer in groff sheet reportlab; do
        if preparePeer "$peer" "$folder"; then
            peersOfTable+=" $peer"
        else
            echo "$peer is not compared: groff, libreoffice-calc or python3-reportlab is missing." >&2
        fi
    done
    for _ in $(seq "$rounds"); do
        measure "table$count" "$build/tests/benchmark/bench_table" pdf \
            "$folder/edition.json" "$folder/ours.pdf"
        echo "0 0 $(found "table$count" over_idle_kib)" >>"$work/tableIdle$count.runs"
        for peer in $peersOfTable; do
            measure "$peer$count" bash -c 'printPeer "$@"' - "$peer" "$folder" "$folder/$peer.pdf"
        done
    done
}

pagesOf() { # pagesOf FILE
    pdfinfo "$1" | awk '$1 == "Pages:" { print $2 }'
}

rowsOfTable() { # rowsOfTable COUNT
    local count=$1 peer folder=$work/table$1 pages
    pages=$(pagesOf "$folder/ours.pdf")
    rowAlone "table of $count rows, $pages pages" "table$count" \
        "$(equal cmp -s "$folder/sessions" <(sessionsIn "$folder/ours.pdf"))"
    for peer in $peersOfTable; do
        pages=$(pagesOf "$folder/$peer.pdf")
        row "    / $peer, $pages pages" "table$count" "$peer$count" \
            "$(equal cmp -s "$folder/sessions" <(sessionsIn "$folder/$peer.pdf"))"
    done
    line "    memory over idle" - - - - - - "$(megabytes "tableIdle$count")" - -
}

measure_table() {
    local count
    for count in "$fewRows" "$manyRows"; do
        QT_QPA_PLATFORM=offscreen measureTable "$count"
        rowsOfTable "$count"
    done
    line "table: growth from $fewRows to $manyRows rows" \
        "x$(quotient "$(median "table$manyRows" 1)" "$(median "table$fewRows" 1)")" \
        "x$(quotient "$(median "table$manyRows" 2)" "$(median "table$fewRows" 2)")" - - - - \
        "x$(quotient "$(median "tableIdle$manyRows" 3)" "$(median "tableIdle$fewRows" 3)")" - -
}

# Offers as one file of LHEO 2.3. The peers check nothing: Python writes the same sources, the loop
# of QXmlStreamWriter elements that were taken apart before.
xsd=$here/../../../shared/lheo/lheo-2.3.xsd

pythonWithLxml() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import lxml.etree' 2>/dev/null && echo "$python" && return
    done
    echo "lxml is not compared: python3-lxml is missing." >&2
}

writeOffers() { # writeOffers SERIES [XSD]
    measure "$1" "$build/tests/benchmark/bench_partners" write \
        "$work/offers" "$work/$1.xml" "${@:2}"
    echo "0 0 $(found "$1" over_idle_kib)" >>"$work/$1-idle.runs"
}

linesOfIdle() { # linesOfIdle SERIES
    line "    memory over idle" - - - - - - "$(megabytes "$1-idle")" - -
}

measure_partners() {
    local partners=$build/tests/benchmark/bench_partners python what
    python=$(pythonWithLxml)
    "$build/bin/recoupe-generate" --sessions "$outgoing" --defect-rate 0 --output "$work/feed"
    "$partners" prepare "$work/feed/portail.xml" "$work/offers"
    "$partners" write "$work/offers" "$work/first.xml" >/dev/null
    "$partners" tokens "$work/first.xml" "$work/tokens"
    for _ in $(seq "$rounds"); do
        measure exportLoop "$partners" loop "$work/tokens" "$work/loop.xml"
        writeOffers exported
        [ -z "$python" ] ||
            measure exportPython "$python" "$here/peerexport.py" write "$work/offers" "$work/lxml.xml"
        [ ! -f "$xsd" ] || writeOffers judged "$xsd"
    done
    what="LHEO of $(found exported sessions) sessions, $(($(stat -c %s "$work/exported.xml") / 1000000)) MB"
    row "$what / QXmlStreamWriter" exported exportLoop \
        "$(equal sameElements "$work/loop.xml" "$work/exported.xml")"
    linesOfIdle exported
    [ -z "$python" ] || row "    / Python lxml" exported exportPython \
        "$(equal sameElements "$work/lxml.xml" "$work/exported.xml")"
    [ ! -f "$xsd" ] || {
        [ -z "$python" ] || row "judged by the XSD / Python lxml, unjudged" judged exportPython -
        linesOfIdle judged
    }
    rm -rf "$work/feed" "$work/offers" "$work/tokens" "$work"/*.xml
}

sameElements() { # sameElements FILE FILE, by Python
    [ -n "$python" ] && "$python" "$here/peerexport.py" same "$1" "$2"
}

lineOfOperators() { # lineOfOperators WHAT OURS [PEER RATIO]
    line "$1" "$2" - "${3:--}" - "${4:--}" - - - -
}

# Once, whatever the rounds: so many decisions are their own repetition. Both run on a server without
# fsync: what is compared is the program, not the disk.
measure_operators() {
    local ours theirs
    PATH=$PATH:$(pgBinaries) measure operators "$build/tests/benchmark/bench_operators" \
        "$small" "$operators" "$decisions" "$here/decision.pgbench"
    ours=$(found operators per_second) theirs=$(found operators pgbench_per_second)
    line "$operators operators on $small sessions, decisions/s / pgbench" "$ours" - "$theirs" - \
        "$(quotient "$ours" "$theirs")" - "$(($(found operators largest_kib) / 1024))" - \
        "yes: $(found operators lost) lost of $(found operators events) events"
    lineOfOperators "    median of a decision / mean of pgbench" \
        "$(found operators median_ms) ms" "$(found operators pgbench_mean_ms) ms"
    lineOfOperators "    99th percentile" "$(found operators p99_ms) ms"
    lineOfOperators "    requests that met a colleague's change" "$(found operators meanwhile)"
    lineOfOperators "    made again after a wait" "$(found operators repeated)"
}

pgBinaries() { # the folder of pgbench: Debian keeps it out of PATH
    find /usr/lib/postgresql -name pgbench -printf '%h\n' 2>/dev/null | sort -V | tail -1
}

# --- the table -----------------------------------------------------------------------------------

withDuckdb=
if [[ " $* " =~ \ (match|check|growth)\  ]]; then
    if haveDuckdb; then
        withDuckdb=yes
        worldOf "$small"
        [[ ! " $* " =~ \ growth\  ]] || worldOf "$large"
    else
        echo "DuckDB is not compared: npm could not install @duckdb/node-api into $duckdb." >&2
    fi
fi
line "median of $rounds" "ours s" "CPU s" "peer s" "CPU s" ratio CPU "ours MB" "peer MB" equal
for name in "$@"; do
    "measure_$name"
done
cat "$work/table"
! grep -q '  no' "$work/table"
