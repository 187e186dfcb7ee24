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

# Training: whatever runs here has its classes archived. The archive is written when that one JVM ends.
# The collector must be the launcher's.
train() {
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable \
    -XX:ArchiveClassesAtExit="$new" -Dpressmark.home="${target%/*}" -cp "$jar" "$@" >/dev/null 2>&1
}

rm -f -- "$new" "$jsa"
# A demo and a crawl walk through every room, so every command finds its classes; they talk to this machine alone.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-train.XXXXXX") || exit 0
trap 'rm -rf -- "$scratch"' EXIT
train org.pressmark.cli.Rehearsal "${target%/*}/config/pressmark.yaml" "$scratch" || train org.pressmark.cli.Main --version
if [ -s "$new" ] && mv -f -- "$new" "$jsa"; then
  exit 0
fi
rm -f -- "$new"
echo "warning: no class-data archive was made; Pressmark starts more slowly without it" >&2
exit 0
