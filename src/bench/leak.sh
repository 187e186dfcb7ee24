#!/bin/sh
# Whether a replayed page asks the live web for anything: shows the pages of a folder (plain or gzip) in a real Chromium whose
# every name and address but the loopback's leads to a sink, with archived scripts off, then running, then, as the control, some
# of the same pages opened as files. Counts what reached the sink, what the browser's own log and DevTools tell.
#
# Usage: src/bench/leak.sh FOLDER [COUNT]     default 1000 pages; needs a built checkout and a Chromium on the path
set -eu

folder=$1
count=${2:-1000}
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-leak.XXXXXX")
trap 'rm -rf "$work"' EXIT
. "$home/src/bench/classes.sh"
compile "$home/src/bench/java/org/pressmark/bench/ReplayLeak.java" "$home/src/test/java/org/pressmark/testing/Browser.java" \
    "$home/src/test/java/org/pressmark/testing/Trap.java" "$home/src/test/java/org/pressmark/testing/WarcMaker.java"
"$java" -Xmx700m -cp "$bench:$program" org.pressmark.bench.ReplayLeak "$folder" "$work" "$count"
