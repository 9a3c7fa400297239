#!/usr/bin/env bash
# Prints JSON Lines for ./entente code: the articles of samples/, over and over under new ids, until MEGABYTES are full.
# usage: bench/make-input.sh MEGABYTES
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -eq 1 ] || { sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }

# One line for each sample: the text is what follows the head.
for file in samples/*/*.txt; do
  awk 'body { text = text $0 "\\n" } /^$/ { body = 1 } END {
    gsub(/"/, "\\\"", text); gsub(/\t/, " ", text); printf "\"date\":\"2024-05-01\",\"text\":\"%s\"}\n", text }' "$file"
done | awk -v bytes="$1"000000 '{ text[NR] = $0 } END {
  for (i = 0; size < bytes; i++) { line = "{\"id\":\"d" i "\"," text[i % NR + 1]; print line; size += length(line) + 1 } }'
