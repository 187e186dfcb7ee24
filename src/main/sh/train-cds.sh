#!/bin/sh
# Makes a class-data archive beside the jar: the JVM then maps the classes of common commands instead of
# parsing them. Only start-up time hangs on it, so nothing that goes wrong here may fail the build.
#
# Usage: train-cds.sh JAR JSA       (PRESSMARK_JAVA: the java to train, else the one on the path)
set -u

java=${PRESSMARK_JAVA:-java}
# The JVM compares the archive's class path letter by letter; the launcher resolves links too.
target=$(CDPATH='' cd -P -- "$(dirname -- "$1")" && pwd -P) || exit 0
jar=$target/${1##*/}
jsa=$target/${2##*/}
new=$jsa.new

# Training: the classes that these commands load are archived. Collector and compiler are the launcher's.
train() {
  known=$scratch/$1.classes
  shift
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable \
    -XX:DumpLoadedClassList="$known" -Dpressmark.home="${target%/*}" -cp "$jar" "$@" 2>/dev/null
}

rm -f -- "$new" "$jsa"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-train.XXXXXX") || exit 0
trap 'rm -rf -- "$scratch"' EXIT
main=org.pressmark.cli.Main
# A demo and a crawl walk through every room, but a command loads no other's classes; they talk to this machine alone.
train version $main --version >/dev/null
# The long commands' native digests, too, where they are.
train rehearsal -Dpressmark.crypto=native -Dcom.amazon.corretto.crypto.provider.useExternalLib=true \
  -Djava.library.path="$target/native" org.pressmark.cli.Rehearsal "${target%/*}/config/pressmark.yaml" "$scratch" >/dev/null
train list $main list --json --archive "$scratch/warcs" >"$scratch/pages"
url=$(sed -n '1s/.*"url":"\([^"]*\)".*/\1/p' "$scratch/pages")
if [ -n "$url" ]; then
  train replay $main replay "$url" --archive "$scratch/warcs" >/dev/null
  train main $main replay "$url" --main --archive "$scratch/warcs" >/dev/null
  train show $main show "$url" --archive "$scratch/warcs" >/dev/null
fi
# One archive in place of the JDK's own: it holds what it can of lambdas and of the JDK's start too, which one on top cannot.
cat "$scratch"/*.classes 2>/dev/null | awk '!/^#/ && !seen[$0]++' >"$scratch/classes"
"$java" -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$scratch/classes" \
  -XX:SharedArchiveFile="$new" -cp "$jar" >/dev/null 2>&1
if [ -s "$new" ] && mv -f -- "$new" "$jsa"; then
  exit 0
fi
rm -f -- "$new"
echo "warning: no class-data archive was made; Pressmark starts more slowly without it" >&2
exit 0
