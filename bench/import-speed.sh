#!/usr/bin/env bash
# Measures ./entente import on a made-up file in GDELT's shape: rows a second of the reader alone, and into an archive; peak memory of both.
# Writes bench/results/import-speed.md and prints it.
# usage: bench/import-speed.sh [MEGABYTES for the reader, default 1000] [ROWS for the archive, default 1000000]
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
megabytes=${1:-1000} rows=${2:-1000000}
./entente --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk -v rows=20000 -f bench/make-gdelt.awk >"$work/some.csv"
width=$(( $(stat -c %s "$work/some.csv") / 20000 ))
awk -v rows=$(( megabytes * 1000000 / width )) -f bench/make-gdelt.awk >"$work/long.csv"
head -n "$rows" "$work/long.csv" >"$work/rows.csv"
cat "$work/long.csv" >/dev/null

# $1: name of the measure; then the command. Wall clock, processor time and peak memory go to variables of that name.
measured() {
  local name=$1; shift
  /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/out" 2>"$work/said"
  read -r "${name?}_wall" "${name?}_user" "${name?}_system" "${name?}_memory" <"$work/time"
}
measured reader ./entente import gdelt "$work/long.csv" --check
measured archive ./entente import gdelt "$work/rows.csv" --archive "$work/a.db"
measured again ./entente import gdelt "$work/rows.csv" --archive "$work/a.db"
long=$(wc -l <"$work/long.csv") some=$(wc -l <"$work/rows.csv")

line() { awk -v what="$1" -v n="$2" -v wall="$3" -v user="$4" -v sys="$5" -v kb="$6" 'BEGIN { printf "| %s | %d | %.1f | %d | %d | %d |\n", what, n, wall, n / wall, n / (user + sys), kb / 1024 }'; }
{
  echo "# Import"
  echo
  echo "\`bench/import-speed.sh $megabytes $rows\`, $(./entente --version), on $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores."
  echo "Load of the machine when it ended: $(cut -d' ' -f1 /proc/loadavg) (above 0, wall-clock figures are too low; processor time is not)."
  echo
  echo "| what | rows | seconds | rows a second, wall clock | rows a second of processor time | peak memory, MB |"
  echo "| --- | ---: | ---: | ---: | ---: | ---: |"
  line "\`import gdelt --check\`, $(( $(stat -c %s "$work/long.csv") / 1000000 )) MB: the reader alone" "$long" "$reader_wall" "$reader_user" "$reader_system" "$reader_memory"
  line "\`import gdelt --archive\`, a new archive" "$some" "$archive_wall" "$archive_user" "$archive_system" "$archive_memory"
  line "the same once more: all are there" "$some" "$again_wall" "$again_user" "$again_system" "$again_memory"
} | tee bench/results/import-speed.md
