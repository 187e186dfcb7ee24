#!/bin/sh
# Many witnesses: how long an apparatus takes. Prints a table for docs/benchmarks.md.
#
# Usage: src/bench/collate.sh        needs target/classes (./mvnw -q compile)
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
classes=${PRESSMARK_CLASSES:-$home/target/classes}
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-bench.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
javac -nowarn -cp "$classes" -d "$work" "$home/src/bench/java/org/pressmark/bench/CollationSpeed.java" 2>/dev/null
printf '| 1,000 words each | s | places |\n|---|---|---|\n'
java -XX:+UseSerialGC -Xmx512m -cp "$work:$classes" org.pressmark.bench.CollationSpeed
