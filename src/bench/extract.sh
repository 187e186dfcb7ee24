#!/bin/sh
# Extraction measured: the scorer's figures for Pressmark and Readability4J, figures by language, and speed beside jsoup,
# Readability4J and Readability.js, as the Markdown tables of docs/benchmarks.md.
#
# Usage: src/bench/extract.sh DATA_DIR [WORK_DIR]
#   DATA_DIR holds extract_bench.py and the development sets dev-*/{gold.jsonl,pages}; needs a built checkout and python3
set -eu

data=${1:-}
[ -f "$data/extract_bench.py" ] || {
    echo "expected a folder with extract_bench.py and dev-* sets as first argument, found: ${data:-nothing}" >&2
    exit 2
}
data=$(CDPATH='' cd -P -- "$data" && pwd -P)
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=${2:-$(mktemp -d "${TMPDIR:-/tmp}/pressmark-bench.XXXXXX")}
mkdir -p "$work"
. "$home/src/bench/classes.sh"

peer net.dankito.readability4j:readability4j:1.0.8
compile "$home"/src/bench/java/org/pressmark/bench/peers/*.java

score() { # NAME SET COMMAND
    python3 "$data/extract_bench.py" run --data "$data/$2" --cmd "$3" --boots 0 --json "$work/$1-$2.json" \
        --per-page "$work/$1-$2.pages.jsonl" --keep "$work/$1-$2.keep.jsonl" >"$work/$1-$2.txt" 2>&1 || tail -3 "$work/$1-$2.txt" >&2
}
cd "$home"
for set in dev-news dev-web dev-articles dev-agency dev-threads; do
    score pressmark "$set" "./pressmark extract --batch"
done
for set in dev-news dev-web dev-articles; do
    score readability4j "$set" "$java -cp $bench:$peers/*:$home/target/lib/*:$home/target/pressmark.jar org.pressmark.bench.peers.Readability4JBatch"
done
python3 "$home/src/bench/tables.py" "$work"

echo
one=""
command -v taskset >/dev/null && one="taskset -c 0"
$one "$java" -Xmx1g -XX:+UseSerialGC -XX:ActiveProcessorCount=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=off \
    -cp "$bench:$peers/*:$program" org.pressmark.bench.peers.Speed "$data/dev-news/pages" "$data/dev-web/pages" 2>/dev/null
echo
if command -v node >/dev/null && command -v npm >/dev/null; then
    (mkdir -p "$work/node" && cd "$work/node" && npm install --silent --no-audit --no-fund --prefix . @mozilla/readability jsdom >/dev/null 2>&1) &&
        $one node "$home/src/bench/readability.mjs" "$work/node" "$data/dev-news/pages" "$data/dev-web/pages" ||
        echo "Readability.js: could not be fetched or run"
else
    echo "Readability.js: not measured, no node here"
fi
