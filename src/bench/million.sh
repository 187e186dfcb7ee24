#!/bin/sh
# A frontier of a million addresses, in a JVM as a crawl has it: memory as it fills, then a crawl of a part of it.
#
# Usage: src/bench/million.sh [ADDRESSES [VISITS]]     default 1,000,000 and 5,000; needs a built checkout
#   PRESSMARK_LIB: class path instead of target's
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-million.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
lib=${PRESSMARK_LIB:-$home/target/pressmark.jar:$home/target/lib/*}
mkdir "$work/classes"
"${bin}javac" --release 17 -nowarn -cp "$lib" -d "$work/classes" "$home"/src/bench/java/org/pressmark/pipeline/MillionQueued.java
flags="$(sed -n '/^seldom_optimised=/,/"$/p' "$home/pressmark" | grep -o -e '-X[^ "]*' | tr '\n' ' ') -Xms96m -Xmn48m -XX:-UsePerfData -XX:MetaspaceSize=64m"
export MALLOC_ARENA_MAX=2
# shellcheck disable=SC2086 # flags without blanks in them
/usr/bin/time -f 'whole process: %U+%S CPU s, %e s, %M KB at its peak' "${bin}java" -XX:+UseSerialGC $flags \
  -cp "$work/classes:$lib" org.pressmark.pipeline.MillionQueued "$work/warcs" "${1:-1000000}" "${2:-5000}"
