#!/bin/sh
# Capturing a whole local site: `pressmark crawl` beside `wget --warc-file`, in turn, on the same machine. Prints a table, what
# jwarc says of the files, and what CHECK says.
#
# Usage: src/bench/capture.sh BASE_URL URLS_TXT [RUNS]
#   BASE_URL   the site, served on loopback without delays, e.g. http://127.0.0.1:18471
#   URLS_TXT   every address of it, one a line
#   RUNS       how often each is run; the median counts (default 3)
#   CHECK      a command that gets URLS_TXT and the WARC files of the first pass, e.g. "python3 check_capture.py --www DIR"
# Needs a built checkout (./pressmark --version), wget, GNU time and python3.
set -eu

base=$1
urls=$(CDPATH='' cd -P -- "$(dirname -- "$2")" && pwd -P)/$(basename -- "$2")
runs=${3:-3}
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-bench.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
lib=$home/target/pressmark.jar:$home/target/lib/*

timed() { # timed NAME COMMAND…; wget answers 8 where any address was a 4xx
  name=$1
  shift
  if /usr/bin/time -a -o "$work/$name.times" -f '%e %U %S %M' "$@" >"$work/$name.out" 2>"$work/$name.err"; then return; fi
  case $name in wget) ;; *) cat "$work/$name.out" "$work/$name.err" >&2 && exit 1 ;; esac
}

crawl() { # crawl NAME FURTHER…
  name=$1
  shift
  timed "$name" "$home/pressmark" crawl "$base/" "$base/feed.xml" --archive "$work/warcs" --allow-address 127.0.0.1 \
    --connections 8 --delay 0 --no-extract "$@"
}

run=1
while [ "$run" -le "$runs" ]; do
  rm -rf "$work/wget" "$work/warcs" "$work/one"
  mkdir -p "$work/wget/tree" "$work/one"
  timed wget wget -q -r -l inf -p --no-parent -P "$work/wget/tree" --delete-after --wait=0 --tries=2 -e robots=on \
    --warc-file="$work/wget/wget" --warc-tempdir="$work/wget" "$base/" "$base/feed.xml"
  crawl first
  cp "$work"/warcs/*.warc.gz "$work/one/"
  crawl second --again
  crawl idle
  run=$((run + 1))
done

python3 - "$work" "$(wc -l <"$urls")" <<'PY'
import glob, os, re, statistics, sys, zlib
work, pages = sys.argv[1], int(sys.argv[2])
def times(name):
    rows = [[float(x) for x in line.split()] for line in open(f"{work}/{name}.times") if line[0].isdigit()]
    return [statistics.median(column) for column in zip(*rows)]
def sizes(files):
    """Stored bytes in all, of metadata records, how many requests there are, and the bytes of HTTP asked and answered."""
    whole = metadata = requests = wire = 0
    for file in files:
        data = open(file, "rb").read()
        at = 0
        while at < len(data):
            member, start, end = zlib.decompressobj(31), b"", at
            while not member.eof:
                piece = data[end:end + 65536]
                text = member.decompress(piece)
                start = start or text[:4096]
                end += len(piece)
            length = end - len(member.unused_data) - at
            whole += length
            metadata += length if b"\r\nWARC-Type: metadata\r\n" in start else 0
            requests += b"\r\nWARC-Type: request\r\n" in start
            if re.search(rb"\r\nWARC-Type: (request|response|revisit)\r\n", start):
                wire += int(re.search(rb"\r\nContent-Length: *(\d+)", start)[1])
            at += length
    return whole, metadata, requests, wire
first = set(os.path.basename(f) for f in glob.glob(f"{work}/one/*.warc.gz"))
later = sorted((f for f in glob.glob(f"{work}/warcs/*.warc.gz") if os.path.basename(f) not in first), key=os.path.basename)
files = {"wget": glob.glob(f"{work}/wget/*.warc.gz"), "first": glob.glob(f"{work}/one/*.warc.gz"),
         "second": later[:1], "idle": later[1:]}
words = {"wget": "`wget --warc-file`", "first": "`crawl`, first pass", "second": "`crawl --again`, nothing changed",
         "idle": "`crawl`, nothing due but the site's entries"}
print("| | CPU s | wall s | requests | requests/s | memory MB | HTTP MB | stored MB | of it metadata records MB |\n|---|---|---|---|---|---|---|---|---|")
cost = {}
for name in ("wget", "first", "second", "idle"):
    wall, user, system, memory = times(name)
    whole, metadata, requests, wire = sizes(files[name])
    cost[name] = (user + system, requests, whole, wire)
    print("| %s | %.2f | %.1f | %d | %.0f | %.0f | %.2f | %.2f | %.2f |" % (
        words[name], user + system, wall, requests, requests / wall, memory / 1024, wire / 1e6, whole / 1e6, metadata / 1e6))
print("\nCPU of the first pass / wget: %.2f; stored without metadata records / wget: %.3f" % (
    cost["first"][0] / cost["wget"][0], (sizes(files["first"])[0] - sizes(files["first"])[1]) / cost["wget"][2]))
print("second pass: %.2f %% of the HTTP, %.2f %% of the stored bytes; %.2f CPU s for each 1,000 requests beyond those of a crawl with nothing to do" % (
    100 * cost["second"][3] / cost["first"][3],
    100 * cost["second"][2] / cost["first"][2],
    1000 * (cost["second"][0] - cost["idle"][0]) / max(1, cost["second"][1] - cost["idle"][1])))
PY

# jwarc's exit status says nothing of header violations; its stderr does.
said=$("$java" -cp "$lib" org.netpreserve.jwarc.tools.WarcTool validate "$work"/warcs/*.warc.gz 2>&1 >/dev/null) && status=0 || status=$?
echo "jwarc validate: exit status $status, stderr ${said:-empty}"
if [ -n "${CHECK:-}" ]; then
  # shellcheck disable=SC2086 # a command line in words
  $CHECK "$urls" "$work"/one/*.warc.gz
fi
