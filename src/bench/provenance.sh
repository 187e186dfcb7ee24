#!/bin/sh
# Provenance: what is concluded right on corpora with known copies, and how long it takes.
#
#   src/bench/provenance.sh held-out FOLDER FOLDER FOLDER…   each corpus in turn traced with weights fitted on the others
#   src/bench/provenance.sh fit WEIGHTS FOLDER…              weights fitted on all of them, as weights.txt has them
#   src/bench/provenance.sh trace FOLDER…                    traced with the program's own weights
#   src/bench/provenance.sh corpus FOLDER DOCUMENTS SEED     makes a corpus of invented news with known copies
#   src/bench/provenance.sh lookup FOLDER TEXTS…             how long one look-up takes among so many texts in an index on disk (a million: 10 GB)
#
# A folder holds docs.jsonl (README of 'pressmark trace --corpus') and gold.json; the answer is written to links.json beside
# $TMPDIR and given to the scorer that $SCORER names (called as: $SCORER gold.json links.json).
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
. "$home/src/bench/classes.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-bench.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
run() { "$java" -XX:+UseSerialGC "-Xmx${memory:-800m}" -cp "$bench:$program" "$@"; }

# trace CLASSES FOLDER: with the weights that lie before the program's own on the class path
trace() {
    "$java" -XX:+UseSerialGC "-Xmx${memory:-800m}" -cp "$1:$program" org.pressmark.cli.Main \
        trace --corpus "$2/docs.jsonl" --out "$work/links.json"
    echo "$2"
    ${SCORER:?names the program that scores gold.json links.json} "$2/gold.json" "$work/links.json"
}

what=${1:-}
[ $# -gt 0 ] && shift
case $what in
held-out)
    compile "$home"/src/bench/java/org/pressmark/provenance/*.java
    for held in "$@"; do
        others=
        for folder in "$@"; do [ "$folder" = "$held" ] || others="$others $folder"; done
        mkdir -p "$work/weights/org/pressmark/provenance"
        # shellcheck disable=SC2086 # a list of folders
        run org.pressmark.provenance.FitWeights "$work/weights/org/pressmark/provenance/weights.txt" $others >"$work/fit.log"
        trace "$work/weights" "$held"
    done ;;
fit)
    compile "$home"/src/bench/java/org/pressmark/provenance/*.java
    run org.pressmark.provenance.FitWeights "$@" ;;
trace) for folder in "$@"; do trace "$work" "$folder"; done ;;
corpus)
    compile "$home/src/bench/java/org/pressmark/bench/CopyTrees.java"
    run org.pressmark.bench.CopyTrees "$@" ;;
lookup)
    compile "$home/src/bench/java/org/pressmark/store/FingerprintSpeed.java"
    printf '| texts stored | ms of processor time, mean | ms by the clock, median | longest |\n|---|---|---|---|\n'
    run org.pressmark.store.FingerprintSpeed "$@" ;;
*) sed -n 4,9p "$0"; exit 2 ;;
esac
