#!/usr/bin/env bash
# Measures ./entente code as a user sees it: sentences a second on one thread, start-up for one sentence, peak memory on a long input.
# The input is made from samples/, over and over under new ids. Writes bench/results/whole-process.md and prints it.
# usage: bench/whole-process.sh [MEGABYTES of the long input, default 16]
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
megabytes=${1:-16}
./entente --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bench/make-input.sh 2 >"$work/news.jsonl"
bench/make-input.sh "$megabytes" >"$work/long.jsonl"
echo '{"id":"a","date":"2024-05-01","text":"Chad and Niger signed a defence agreement on Tuesday."}' >"$work/one.jsonl"

# $1: format of time; then the command. Its own words go to $work/said.
timed() { local format=$1; shift; /usr/bin/time -o "$work/time" -f "$format" "$@" >"$work/out" 2>"$work/said"; cat "$work/time"; }
sentences() { sed -n 's/.* \([0-9,]*\) sentences.*/\1/p' "$work/said" | tr -d ,; }

read -r wall user <<<"$(timed '%e %U' ./entente code "$work/news.jsonl" --threads 1)"
count=$(sentences)
startups=$(for _ in 1 2 3 4 5 6 7 8 9 10 11; do timed '%e' ./entente code "$work/one.jsonl"; done | sort -n | sed -n 6p)
startup_cpu=$(for _ in 1 2 3 4 5 6 7 8 9 10 11; do timed '%U' ./entente code "$work/one.jsonl"; done | sort -n | sed -n 6p)
read -r memory <<<"$(timed '%M' ./entente code "$work/long.jsonl")"

{
  echo "# Whole process"
  echo
  echo "\`bench/whole-process.sh $megabytes\`, $(./entente --version), on $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores."
  echo "Load of the machine when it began: $(cut -d' ' -f1 /proc/loadavg) (above 0, wall-clock figures are too low; processor time is not)."
  echo
  echo "| what | figure |"
  echo "| --- | ---: |"
  awk -v n="$count" -v wall="$wall" -v user="$user" 'BEGIN {
    printf "| `entente code --threads 1`, %d sentences of news, start-up included: sentences a second, wall clock | %d |\n", n, n / wall
    printf "| the same, by processor time | %d |\n", n / user }'
  echo "| one sentence, process start to exit, median of 11: seconds, wall clock | $startups |"
  echo "| the same, processor time | $startup_cpu |"
  awk -v kb="$memory" -v mb="$megabytes" 'BEGIN { printf "| peak memory on an input of %d MB, all cores: MB | %d |\n", mb, kb / 1024 }'
} | tee bench/results/whole-process.md
