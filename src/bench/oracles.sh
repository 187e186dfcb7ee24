#!/bin/sh
# Lets other people's programs judge what Pressmark writes (docs/conformance.md tells what they said). Makes archives that hold
# every kind of record, then asks each program that it was given; fetches nothing, changes nothing outside its own folder.
# Ends with 0 where nobody had anything to object to.
#
# Usage: src/bench/oracles.sh [PROGRAM=PATH]...      needs a checkout whose tests were built
#   jwarc is always asked; the others where they are named:
#   python=COMMAND        a Python that can import warcio, cdxj_indexer or wacz (PYTHONPATH counts); default: not asked
#   replaywebpage=FOLDER  the npm package, with ui.js and sw.js; needs a Chromium
#   memgator=PROGRAM      the aggregator
#   PRESSMARK_LIB: class path of program and test classes instead of target's
set -eu

python=
replaywebpage=
memgator=
for word in "$@"; do
    case $word in
        python=*) python=${word#*=} ;;
        replaywebpage=*) replaywebpage=${word#*=} ;;
        memgator=*) memgator=${word#*=} ;;
        *) sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
done
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
lib=${PRESSMARK_LIB:-$home/target/classes:$home/target/test-classes:$home/target/pressmark.jar}
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-oracles.XXXXXX")
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf -- "$work"' EXIT
mkdir "$work/classes"
"${bin}javac" --release 17 -nowarn -cp "$lib" -d "$work/classes" \
    "$home/src/bench/java/org/pressmark/cli/EverythingWritten.java" \
    "$home/src/bench/java/org/pressmark/bench/InReplayWebPage.java"
run() { "${bin}java" -XX:+UseSerialGC -Dpressmark.home="$home" -cp "$work/classes:$lib" "$@"; }

objections=0
# Says what a program was asked, and prints what it said where it ends with other than 0 or, asked to be silent, was not.
ask() {
    silent=$1
    what=$2
    shift 2
    status=0
    "$@" >"$work/said" 2>&1 || status=$?
    if [ "$status" = 0 ] && { [ "$silent" = no ] || ! [ -s "$work/said" ]; }; then
        echo "ok      $what"
    else
        objections=$((objections + 1))
        echo "OBJECTS $what (exit $status)"
        sed 's/^/        /' "$work/said"
    fi
}
knows() { [ -n "$python" ] && $python -c "import $1" 2>/dev/null; }

run org.pressmark.cli.EverythingWritten "$work"
mkdir "$work/wacz"
(cd "$work/wacz" && "${bin}jar" xf "$work/out.wacz")

for file in "$work"/captured/*.warc.gz "$work"/forgotten/*.warc.gz "$work"/out.warc.gz "$work"/wacz/archive/*.warc.gz; do
    name=${file#"$work"/}
    ask yes "jwarc validate $name" run org.netpreserve.jwarc.tools.WarcTool validate "$file"
    ! knows warcio || ask no "warcio check $name" $python -m warcio.cli check "$file"
    ! knows cdxj_indexer || {
        run org.pressmark.cli.Main export --cdxj --from "$file" - 2>/dev/null | cut -d' ' -f1,2 >"$work/ours"
        # It lists metadata records too, which are no captures.
        $python -W ignore -m cdxj_indexer.main --sort --post-append "$file" 2>/dev/null |
            grep -v -e '"mime": "application/warc-fields"' -e '^urn:tls-certificates:' | cut -d' ' -f1,2 >"$work/theirs"
        ask yes "keys of cdxj-indexer $name" diff "$work/ours" "$work/theirs"
    }
done

! knows wacz.main || ask no "py-wacz validate out.wacz" \
    $python -c 'import sys; from wacz.main import main; sys.exit(main(["validate", "-f", sys.argv[1]]))' "$work/out.wacz"

[ -z "$replaywebpage" ] || {
    {
        echo 'On story'
        for _ in 1 2 3 4 5; do echo 'The paragraph on story is long enough to be the text of an article of this paper.'; done
    } >"$work/story.txt"
    ask no "ReplayWeb.page shows out.wacz" run org.pressmark.bench.InReplayWebPage \
        "$replaywebpage" "$work/out.wacz" https://news.example/story "$work/story.txt"
}

[ -z "$memgator" ] || {
    run org.pressmark.cli.Main serve --archive "$work/captured" --port 0 --json >"$work/server" &
    server=$!
    while ! grep -q '"url"' "$work/server"; do sleep 1; done
    web=$(sed 's/.*"url":"\([^"]*\)".*/\1/' "$work/server")web
    printf '[{"id":"ours","name":"Pressmark","timemap":"%s/timemap/link/","timegate":"%s/","probability":1}]' "$web" "$web" \
        >"$work/archives.json"
    listed() { "$memgator" -a "$work/archives.json" https://news.example/story 2>/dev/null | grep -q 'rel="first memento"'; }
    ask no "MemGator lists the mementos of a page" listed
}

[ "$objections" = 0 ] || { echo "$objections objections" >&2; exit 1; }
