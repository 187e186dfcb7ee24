#!/bin/sh
# A cold "replay URL" from an archive, against looking for the same record with zcat and grep, in turn. Prints the median wall
# time and processor time (user and system) of each whole process.
#
# Usage: src/bench/replay.sh ARCHIVE URL [RUNS]     ARCHIVE a folder with one large .warc.gz, captured or imported by this
#                                                   version; needs a built checkout and python3 for the clock
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
python3 - "$home/pressmark" "$1" "$2" "${3:-9}" <<'PY'
import glob, os, resource, statistics, subprocess, sys, time
program, archive, url, runs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
largest = max(glob.glob(os.path.join(archive, "*.warc.gz")), key=os.path.getsize)
ways = {
    "`--version`": [program, "--version"],
    "`replay URL --headers`": [program, "replay", url, "--headers", "--archive", archive],
    "`replay URL`": [program, "replay", url, "--archive", archive],
    "`replay URL --main`": [program, "replay", url, "--main", "--archive", archive],
    "`show URL` (opens the database)": [program, "show", url, "--archive", archive],
    "`zcat | grep`": ["sh", "-c", 'zcat "$1" | grep -a -m1 -A20 -F "$2"', "sh", largest, "WARC-Target-URI: " + url],
}
walls, cpus = {name: [] for name in ways}, {name: [] for name in ways}
for run in range(runs + 1):
    for name, words in ways.items():
        before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        wall, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
        if run:
            walls[name].append(wall)
            cpus[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print("load %.1f, %d MB\n\n| command | CPU s | wall s |\n|---|---|---|" % (os.getloadavg()[0], os.path.getsize(largest) >> 20))
for name in ways:
    print("| %s | %.2f | %.2f |" % (name, statistics.median(cpus[name]), statistics.median(walls[name])))
PY
