#!/usr/bin/env bash
# Measures the peak memory of ./entente code on a long input, all cores. Writes bench/results/peak-memory.md and prints it.
# A gigabyte takes two cores some half an hour. ENTENTE names another program than ./entente.
# usage: bench/peak-memory.sh [MEGABYTES, default 1000]
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
megabytes=${1:-1000}
entente=${ENTENTE:-./entente}
version=$("$entente" --version)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench/make-input.sh "$megabytes" >"$work/long.jsonl"
load=$(cut -d' ' -f1 /proc/loadavg)
/usr/bin/time -o "$work/time" -f '%M %e %U' "$entente" code "$work/long.jsonl" >"$work/out" 2>"$work/said"
read -r memory wall user <"$work/time"
count=$(sed -n 's/.* \([0-9,]*\) sentences.*/\1/p' "$work/said" | tr -d ,)

{
  echo "# Peak memory"
  echo
  echo "\`bench/peak-memory.sh $megabytes\`, $version, on $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores."
  echo "Load of the machine when it began: $load (above 0, wall-clock figures are too low; memory and processor time are not touched by it)."
  echo
  echo "| what | figure |"
  echo "| --- | ---: |"
  awk -v kb="$memory" -v bytes="$(wc -c <"$work/long.jsonl")" 'BEGIN {
    printf "| input: MB (millions of bytes) | %d |\n| peak resident memory: MB | %d |\n", bytes / 1000000, kb * 1024 / 1000000 }'
  echo "| records written | $(wc -l <"$work/out") |"
  awk -v n="$count" -v wall="$wall" -v user="$user" 'BEGIN {
    printf "| sentences | %d |\n| sentences a second, wall clock | %d |\n| sentences a second of processor time | %d |\n", n, n / wall, n / user }'
} | tee bench/results/peak-memory.md
