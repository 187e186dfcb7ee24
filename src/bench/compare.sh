#!/bin/sh
# Comparison: how long it takes, in process and warm, extraction not counted. Prints tables for docs/benchmarks.md:
# one megabyte against an edited one beside git --word-diff and jsdiff (where they are there), the worst cases, the curve,
# pairs of articles. Pressmark's times are processor time of the process, the peers' user time: other work counts little.
#
# Usage: src/bench/compare.sh [peers] [worst] [curve] [articles]      default all; needs target/classes (./mvnw -q compile)
# jsdiff: npm install --prefix FOLDER diff@5, then NODE_PATH=FOLDER/node_modules src/bench/compare.sh
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
classes=${PRESSMARK_CLASSES:-$home/target/classes}
work=$(mktemp -d "${TMPDIR:-/tmp}/pressmark-bench.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
javac -nowarn -cp "$classes" -d "$work/bench" "$home/src/bench/java/org/pressmark/bench/ComparisonSpeed.java" 2>/dev/null
speed() { java -XX:+UseSerialGC "-Xmx${memory:-512m}" -cp "$work/bench:$classes" org.pressmark.bench.ComparisonSpeed "$@"; }
took() { python3 - "$@" <<'PY'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=300)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("%.2f" % (used.ru_utime + used.ru_stime))
PY
}

for what in ${*:-peers worst curve articles}; do
  case $what in
  peers)
    printf '| 1 MB | Pressmark s, moves on | changes |\n|---|---|---|\n'; speed peers
    speed write "$work/pairs"
    printf '\n| 1 MB | git --word-diff s | jsdiff diffWords s |\n|---|---|---|\n'
    for pair in "$work"/pairs/*; do
      js=-
      if node -e 'require("diff")' 2>/dev/null; then
        js=$(took node -e 'const d=require("diff"),f=require("fs"),[a,b]=process.argv.slice(1).map(p=>f.readFileSync(p,"utf8"));d.diffWords(a,b,{timeout:120000})' "$pair/a.txt" "$pair/b.txt")
      fi
      printf '| %s | %s | %s |\n' "$(basename "$pair")" "$(took git diff --no-index --word-diff=porcelain "$pair/a.txt" "$pair/b.txt")" "$js"
    done ;;
  worst) printf '| 1 MB, 512 MB of memory | s | changes |\n|---|---|---|\n'; speed worst ;;
  curve) printf '| size, edits | s | changes |\n|---|---|---|\n'; memory=2g speed curve ;;
  articles) speed articles ;;
  *) echo "compare.sh: unknown table: $what; one of peers, worst, curve, articles" >&2; exit 2 ;;
  esac
  echo
done
