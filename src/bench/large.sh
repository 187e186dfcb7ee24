#!/bin/sh
# A large archive in little memory: makes a WARC file, imports it, kills the import in the middle of indexing, gives the file again,
# then exports the index, verifies and rebuilds. Prints CPU seconds and peak memory of each whole process.
#
# Usage: src/bench/large.sh GIGABYTES [HEAP]     HEAP as for -Xmx (default 128m); three times as much room is taken in TMPDIR
# Needs a built checkout (./pressmark --version), GNU time and python3. PRESSMARK_LIB: class path instead of the jar's.
# NO_EXTRACT=1: import without reading the articles, and leave rebuild out, which would read them.
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-large.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
lib=${PRESSMARK_LIB:-$home/target/pressmark.jar}
pressmark="${JAVA_HOME:+$JAVA_HOME/bin/}java -XX:+UseSerialGC -Xmx${2:-128m} -Dpressmark.home=$home -cp $lib org.pressmark.cli.Main"
import="import --archive $work/warcs $work/large.warc.gz"
if [ -n "${NO_EXTRACT:-}" ]; then import="$import --no-extract"; fi

timed() { # timed NAME WORDS…
  name=$1
  shift
  # shellcheck disable=SC2086 # a command line in words
  /usr/bin/time -o "$work/time" -f '%U %S %e %M' $pressmark "$@" >"$work/out" 2>&1 || echo "$name: exit code $?"
  awk -v name="$name" '{ printf "%-22s CPU %7.1f s   wall %7.1f s   peak memory %4d MB\n", name, $1 + $2, $3, $4 / 1024 }' "$work/time"
  tail -n 1 "$work/out"
}

python3 "$home/src/bench/large.py" "$work/large.warc.gz" "$1"
# shellcheck disable=SC2086
$pressmark $import >"$work/killed" 2>&1 &
child=$!
index=$work/warcs/.pressmark/index.mv.db
while kill -0 "$child" 2>/dev/null; do
  if [ -e "$work/warcs/large.warc.gz" ] && [ "$(wc -c <"$index")" -gt "${KILL_AT:-4000000}" ]; then
    peak=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$child/status" 2>/dev/null) || peak='?'
    kill -9 "$child"
    echo "killed while it was indexing; peak memory until then $peak MB"
    break
  fi
  sleep 1
done
wait "$child" 2>/dev/null || true
# shellcheck disable=SC2086
timed 'import, given again' $import
timed 'export --cdxj --all' export --cdxj --all --archive "$work/warcs" "$work/index.cdxj"
timed 'verify' verify --archive "$work/warcs"
if [ -z "${NO_EXTRACT:-}" ]; then timed 'rebuild' rebuild --archive "$work/warcs"; fi
