#!/bin/sh
# Making an index of WARC files: Pressmark's export --cdxj --from beside jwarc's cdx -f CDXJ, in turn, on the same files. Prints
# the CPU seconds of whole processes and whether the indexes are equal.
#
# Usage: src/bench/index.sh FILE.warc.gz…      RUNS=5: how often each is run (default 3); the median counts
# Needs a built checkout (./pressmark --version), GNU time and python3. PRESSMARK_LIB: class path instead of the jar's.
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-index.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
lib=${PRESSMARK_LIB:-$home/target/pressmark.jar}
java="${bin}java -XX:+UseSerialGC -Xmx256m -Xshare:auto -cp $lib"
# shellcheck disable=SC2086
$java -XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit="$work/classes.jsa" org.pressmark.cli.Main export --cdxj \
  --from "$1" "$work/warm" >/dev/null 2>&1 || true
ours="$java -XX:TieredStopAtLevel=1 -Xlog:disable"
if [ -f "$work/classes.jsa" ]; then ours="$ours -XX:SharedArchiveFile=$work/classes.jsa"; fi

from=''
for file in "$@"; do from="$from --from $file"; done
run=1
while [ "$run" -le "${RUNS:-3}" ]; do
  # shellcheck disable=SC2086
  /usr/bin/time -a -o "$work/jwarc.times" -f '%e %U %S %M' $java org.netpreserve.jwarc.tools.WarcTool cdx -f CDXJ "$@" >"$work/jwarc.cdxj"
  # shellcheck disable=SC2086
  /usr/bin/time -a -o "$work/pressmark.times" -f '%e %U %S %M' $ours org.pressmark.cli.Main export --cdxj $from "$work/ours.cdxj" >"$work/said"
  run=$((run + 1))
done
LC_ALL=C sort "$work/jwarc.cdxj" | uniq >"$work/sorted"
LC_ALL=C sort -c "$work/ours.cdxj" && echo "sorted: yes"
cmp -s "$work/sorted" "$work/ours.cdxj" && echo "equal to jwarc's, sorted: yes" || echo "equal to jwarc's, sorted: no"
python3 - "$work" <<'PY'
import statistics, sys
def times(name):
    rows = [[float(x) for x in line.split()] for line in open(f"{sys.argv[1]}/{name}.times") if line[0].isdigit()]
    wall, user, system, memory = (statistics.median(column) for column in zip(*rows))
    print(f"{name:10} CPU {user + system:6.2f} s   wall {wall:6.2f} s   memory {memory / 1024:5.0f} MB")
    return user + system
jwarc, ours = times("jwarc"), times("pressmark")
print(f"ratio of CPU {ours / jwarc:.2f}")
PY
