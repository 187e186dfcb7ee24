#!/bin/sh
# Lets Jazzer, a fuzzer that follows which code its inputs reach, read pages that it makes up through extraction, at low
# priority. It begins with pages that a generator writes. What breaks extraction is kept as a file and printed, as is what takes
# 20 s by the clock: on a busy machine the first page, of nothing, took 3.
#
# Usage: src/bench/fuzz.sh [SECONDS] [FOLDER]     default 600, a temporary folder; needs a built checkout
set -eu

seconds=${1:-600}
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=${2:-$(mktemp -d "${TMPDIR:-/tmp}/pressmark-fuzz.XXXXXX")}
version=0.30.0
. "$home/src/bench/classes.sh"

for artifact in jazzer jazzer-api; do
    peer com.code-intelligence:$artifact:$version
done
compile "$home/src/bench/java/org/pressmark/bench/ExtractFuzz.java"
mkdir -p "$work/corpus" "$work/found"
"$java" -cp "$bench:$program" org.pressmark.bench.ExtractFuzz "$work/corpus"
echo "fuzzing for $seconds s; made pages and findings in $work"
cd "$work/found"
nice -n 15 "$java" -Xmx1g -XX:+UseSerialGC -cp "$peers/*:$bench:$program" com.code_intelligence.jazzer.Jazzer \
    --target_class=org.pressmark.bench.ExtractFuzz --instrumentation_includes='org.pressmark.extract.**:org.pressmark.markup.**' \
    --custom_hook_includes='none.**' --keep_going=20 "$work/corpus" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -max_len=20000 -print_final_stats=1 \
    2>&1 | grep -v '^#' | tail -40
ls "$work/found"
