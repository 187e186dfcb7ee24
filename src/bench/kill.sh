#!/bin/sh
# Kills the real program with kill -9 at random moments of captures, over and over in one archive, and looks for every capture
# that it had acknowledged. Ends with 0 where none is lost and verify finds nothing wrong; else the archive is left to be looked at.
#
# Usage: src/bench/kill.sh [KILLS]        default 500, some ten minutes; needs a checkout whose tests were built
#   PRESSMARK_LIB: class path of program and test classes instead of target's
set -eu

kills=${1:-500}
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-kill.XXXXXX")
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
lib=${PRESSMARK_LIB:-$home/target/classes:$home/target/test-classes:$home/target/pressmark.jar}
mkdir "$work/classes"
"${bin}javac" --release 17 -nowarn -cp "$lib" -d "$work/classes" "$home"/src/bench/java/org/pressmark/cli/KillMany.java
if nice "${bin}java" -XX:+UseSerialGC -cp "$work/classes:$lib" org.pressmark.cli.KillMany "$kills" "$work"; then
  rm -rf -- "$work"
else
  echo "the archive is kept in $work" >&2
  exit 1
fi
