#!/bin/sh
# Start-up of short commands: the launcher (class-data archive, serial collector, first compiler alone) against a plain
# java -jar of the same jar, in turn, so that both meet the same machine. Prints the median wall time of each.
#
# Usage: src/bench/startup.sh [RUNS]      default 9; needs a built checkout (./pressmark --version) and python3 for the clock
set -eu

runs=${1:-9}
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-bench.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
page=http://copies.example/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands

"$home/pressmark" demo --archive "$work/warcs" --html "$work/comparison.html" >/dev/null

python3 - "$runs" "$home" "$work" "$java" "$page" <<'PY'
import statistics, subprocess, sys, time
runs, home, work, java, page = int(sys.argv[1]), *sys.argv[2:]
launcher, plain = [home + "/pressmark"], [java, "-Dpressmark.home=" + home, "-jar", home + "/target/pressmark.jar"]
pair = ["compare", page, "http://www.republisher.example/kremlins-strategic-partner-turkey-tells-russia-drop-one-sided-nato-demands/"]
commands = {"--version": ["--version"], "list": ["list"], "replay": ["replay", page], "compare": pair, "trace": ["trace", page]}
print("| command | launcher s | `java -jar` s | ratio |\n|---|---|---|---|")
for name, words in commands.items():
    if name != "--version":
        words = words + ["--archive", work + "/warcs"]
    took = {"a": [], "b": []}
    for run in range(runs + 1):
        for key, program in (("a", launcher), ("b", plain)):
            begin = time.perf_counter()
            subprocess.run(program + words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            if run:
                took[key].append(time.perf_counter() - begin)
    a, b = statistics.median(took["a"]), statistics.median(took["b"])
    print("| `%s` | %.2f | %.2f | %.2f |" % (name, a, b, a / b))
PY
