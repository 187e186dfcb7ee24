#!/bin/sh
# Makes archive files as an attacker would (hostile_files.py), runs the commands that read such files on each, and fails
# where one hangs, shows a stack trace or a control character, writes elsewhere, or loses what was stored before.
#
# Usage: src/bench/hostile-archives.sh [NAME-PART]     needs a built checkout, Python 3.9, zstd and 1 GB of disk
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
"$home/pressmark" --version
python3 -B "$home/src/bench/hostile-archives.py" make "$files/given"
python3 -B "$home/src/bench/hostile-archives.py" run "$files/given" "${1:-}"
