#!/bin/sh
# Replay under load: what rewriting costs on the pages of a folder (plain or gzip) and what of them it leaves as it was, and what
# a server answers to mutated captures in 256 MB of memory, by a seed.
#
# Usage: src/bench/serve.sh FOLDER [COUNT] [SEED]     default 10000 and 1; needs a built checkout
set -eu

folder=$1
count=${2:-10000}
seed=${3:-1}
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-replay.XXXXXX")
trap 'rm -rf "$work"' EXIT
. "$home/src/bench/classes.sh"
compile "$home/src/bench/java/org/pressmark/bench/ReplaySpeed.java" "$home/src/bench/java/org/pressmark/bench/ReplaySame.java" \
    "$home/src/bench/java/org/pressmark/bench/ReplayFuzz.java" \
    "$home/src/test/java/org/pressmark/testing/WarcMaker.java"
"$java" -cp "$bench:$program" org.pressmark.bench.ReplaySpeed "$folder"
"$java" -cp "$bench:$program" org.pressmark.bench.ReplaySame "$folder"
"$java" -Xmx256m -cp "$bench:$program" org.pressmark.bench.ReplayFuzz "$work" "$count" "$seed"
