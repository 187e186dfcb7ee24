#!/bin/sh
# Checks this package with POSIX sh and openssl 3; no program of its maker takes part.
# Usage: sh verify.sh [KEY.pem]   KEY.pem: the log's public key as you got it from elsewhere. Without it the key in this
# package is used, which shows that the package is consistent, not who made it.
key=${1:-}
[ -z "$key" ] || key=$(cd "$(dirname "$key")" && pwd)/$(basename "$key")
cd "$(dirname "$0")" || exit 2
key=${key:-keys/log.pem}
tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT || exit 2
bad=0
say() { if [ "$1" -eq 0 ]; then echo "ok      $2"; else echo "FAILED  $2"; bad=1; fi; }
sha256() { openssl dgst -sha256 -r "$1" | cut -d ' ' -f 1; }
hash() { openssl dgst -sha256 -binary | openssl base64 -A; }
bytes() { printf '%s' "$1" | openssl base64 -d -A; }
# A node of the tree is SHA-256 of 0x01, left, right; a leaf that of 0x00 and the leaf's bytes (RFC 9162, section 2.1).
node() { { printf '\001'; bytes "$1"; bytes "$2"; } | hash; }

# 1. Each record in the package has the SHA-256 that the leaf states, and each that the leaf states is in the package.
records() {
  stated=$(grep -o '"stored":"[0-9a-f]*"' "$1-leaf.json" | wc -l)
  found=0
  for record in records/"$1"-*; do
    grep -q "\"stored\":\"$(sha256 "$record")\"" "$1-leaf.json"; say $? "$record is what the leaf states"
    found=$((found + 1))
  done
  [ "$stated" -eq "$found" ]; say $? "all $((stated)) records of the leaf are here"
}
# 2. The leaf stands in the log whose root the checkpoint states (RFC 9162, section 2.1.3.2).
inclusion() {
  sed '1,/^$/d' "$1.tlog-proof" >"$tmp/note"
  index=$(sed -n 's/^index \([0-9][0-9]*\)$/\1/p' "$1.tlog-proof" | head -n 1)
  fn=$index
  sn=$(($(sed -n 2p "$tmp/note") - 1))
  hash=$({ printf '\000'; cat "$1-leaf.json"; } | hash)
  for other in $(sed '1,/^index /d;/^$/,$d' "$1.tlog-proof"); do
    [ "$sn" -gt 0 ] || { hash=; break; }
    if [ $((fn & 1)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
      hash=$(node "$other" "$hash")
      while [ $((fn & 1)) -eq 0 ] && [ "$fn" -ne 0 ]; do fn=$((fn >> 1)); sn=$((sn >> 1)); done
    else
      hash=$(node "$hash" "$other")
    fi
    fn=$((fn >> 1)); sn=$((sn >> 1))
  done
  [ "$sn" -eq 0 ] && [ "$hash" = "$(sed -n 3p "$tmp/note")" ]; say $? "$1-leaf.json is leaf $index of the log"
  cmp -s "$tmp/note" checkpoint.txt; say $? "$1.tlog-proof leads to checkpoint.txt"
}
# 3. The checkpoint is signed by the log's key (Ed25519 over its lines up to the empty one).
for leaf in *-leaf.json; do records "${leaf%-leaf.json}"; inclusion "${leaf%-leaf.json}"; done
sed '/^$/,$d' checkpoint.txt >"$tmp/text"
sed -n 's/^— [^ ]* //p' checkpoint.txt | head -n 1 | openssl base64 -d -A | tail -c 64 >"$tmp/signature"
openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in "$tmp/text" -sigfile "$tmp/signature" >/dev/null 2>&1
say $? "checkpoint.txt is signed by $key"
# 4. What nobody signed, the report among it, is at least as it was packed.
while read -r sum file; do
  [ "$(sha256 "$file")" = "$sum" ] || say 1 "$file is as SHA256SUMS states"
done <SHA256SUMS && grep -q ' report.html$' SHA256SUMS
say $? "SHA256SUMS, which is not signed, was gone through"
exit $bad
