#!/bin/sh
# Capturing a whole local site: Pressmark's capture path beside wget --warc-file, in turn, on the same machine. Prints a table.
#
# Usage: src/bench/capture.sh BASE_URL URLS_TXT [RUNS]
#   BASE_URL   the site, served on loopback without delays, e.g. http://127.0.0.1:18471
#   URLS_TXT   every address of it, one a line
#   RUNS       how often each is run; the median counts (default 3)
# Needs a built checkout (./pressmark --version), wget, GNU time and python3. PRESSMARK_LIB: class path instead of the jar's.
set -eu

base=$1
urls=$(CDPATH='' cd -P -- "$(dirname -- "$2")" && pwd -P)/$(basename -- "$2")
runs=${3:-3}
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-bench.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
lib=${PRESSMARK_LIB:-$home/target/pressmark.jar}
mkdir "$work/classes"
"${bin}javac" --release 17 -nowarn -cp "$lib" -d "$work/classes" "$home"/src/bench/java/org/pressmark/pipeline/CaptureList.java
"${bin}jar" cf "$work/bench.jar" -C "$work/classes" . # class-data archives take no folders

# As for a long crawl, but that the second compiler takes only what is really hot: a run of seconds gains nothing from more.
flags="-XX:+UseSerialGC -Xmx160m -Xshare:auto -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
flags="$flags -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
java="${bin}java $flags -cp $work/bench.jar:$lib"
main=org.pressmark.pipeline.CaptureList
# shellcheck disable=SC2086
$java -XX:ArchiveClassesAtExit="$work/classes.jsa" $main "$urls" "$work/warm" 8 >/dev/null 2>&1
rm -rf "$work/warm"
java="$java -XX:SharedArchiveFile=$work/classes.jsa -Xlog:cds=off -Xlog:cds+dynamic=off"

timed() { # timed NAME COMMAND…
  name=$1
  shift
  /usr/bin/time -a -o "$work/$name.times" -f '%e %U %S %M' "$@" >/dev/null 2>"$work/errors" || [ "$name" = wget ]
}

run=1
while [ "$run" -le "$runs" ]; do
  rm -rf "$work/wget" "$work/warcs"
  mkdir -p "$work/wget/tree"
  timed wget wget -q -r -l inf -p --no-parent -P "$work/wget/tree" --delete-after --wait=0 --tries=2 -e robots=on \
    --warc-file="$work/wget/wget" --warc-tempdir="$work/wget" "$base/" "$base/feed.xml"
  # shellcheck disable=SC2086
  timed first $java $main "$urls" "$work/warcs" 8
  mkdir -p "$work/one" && rm -f "$work/one"/* && cp "$work"/warcs/*.warc.gz "$work/one/"
  # shellcheck disable=SC2086
  timed second $java $main "$urls" "$work/warcs" 8
  run=$((run + 1))
done

python3 - "$work" "$(wc -l <"$urls")" <<'PY'
import glob, os, statistics, sys, zlib
work, pages = sys.argv[1], int(sys.argv[2])
def times(name):
    rows = [[float(x) for x in line.split()] for line in open(f"{work}/{name}.times") if line[0].isdigit()]
    return [statistics.median(column) for column in zip(*rows)]
def sizes(files):
    """Stored bytes in all, and of metadata records."""
    whole = metadata = 0
    for file in files:
        data = open(file, "rb").read()
        at = 0
        while at < len(data):
            member, start, end = zlib.decompressobj(31), b"", at
            while not member.eof:
                piece = data[end:end + 65536]
                text = member.decompress(piece)
                start = start or text[:400]
                end += len(piece)
            length = end - len(member.unused_data) - at
            whole += length
            metadata += length if b"\r\nWARC-Type: metadata\r\n" in start else 0
            at += length
    return whole, metadata
first = set(os.path.basename(f) for f in glob.glob(f"{work}/one/*.warc.gz"))
bytes_ = {"wget": sizes(glob.glob(f"{work}/wget/*.warc.gz")), "first": sizes(glob.glob(f"{work}/one/*.warc.gz")),
          "second": sizes(f for f in glob.glob(f"{work}/warcs/*.warc.gz") if os.path.basename(f) not in first)}
words = {"wget": "`wget --warc-file`", "first": "Pressmark, first pass", "second": "Pressmark, second pass, nothing changed"}
print("| | CPU s | wall s | URLs/s | memory MB | stored MB | of it metadata records MB |\n|---|---|---|---|---|---|---|")
for name in ("wget", "first", "second"):
    wall, user, system, memory = times(name)
    print("| %s | %.1f | %.1f | %.0f | %.0f | %.2f | %.2f |" % (
        words[name], user + system, wall, pages / wall, memory / 1024, bytes_[name][0] / 1e6, bytes_[name][1] / 1e6))
PY
