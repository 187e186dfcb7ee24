#!/bin/sh
# Reads every hostile document (src/test/…/testing/Traps.java) with 512 MB of memory and prints wall time, processor time
# and what came of it; then, with "cold", each in a virtual machine of its own that has read nothing before.
#
# Usage: src/bench/hostile.sh [warm|cold] [NAME-PART]     needs a built checkout
set -eu

way=${1:-warm}
part=${2:-}
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
. "$home/src/bench/classes.sh"
compile "$home/src/bench/java/org/pressmark/bench/Hostile.java" "$home/src/test/java/org/pressmark/testing/Traps.java"

# Cold as the commands run: a short-lived machine with the first compiler alone.
[ "$way" = cold ] && flags=-XX:TieredStopAtLevel=1 || flags=
number=0
while :; do
    status=0
    "$java" -Xmx512m -XX:+UseSerialGC $flags -cp "$bench:$program" org.pressmark.bench.Hostile "$way" "$number" "$part" \
        >"$bench/hostile.out" || status=$?
    grep -v '^[0-9]*$' "$bench/hostile.out" || true
    case $status in
        3) number=$(tail -1 "$bench/hostile.out") ;; # hung: on with the next
        0) [ "$way" = cold ] || exit 0
           number=$((number + 1)) ;;
        *) exit 0 ;;
    esac
done
