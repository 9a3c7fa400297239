#!/usr/bin/env bash
# Measures each stage with BenchmarkDotNet, in one process, one thread: sentences a second, memory allocated for a sentence, peak memory of it all.
# Uses the models and the lexicon beside the published program. Writes bench/results/stages.md and prints it.
# usage: bench/stages.sh [JOB, default short: dry, short, medium, long]
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
job=${1:-short}
version=$(./entente --version)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build bench/Entente.Benchmarks -c Release -v q --nologo >&2
load=$(cut -d' ' -f1 /proc/loadavg)
/usr/bin/time -o "$work/memory" -f '%M' bench/Entente.Benchmarks/bin/Release/net10.0/Entente.Benchmarks --filter '*StageBenchmarks*' --job "$job" --inProcess --artifacts "$work" >"$work/log" 2>&1 || {
  tail -n 40 "$work/log" >&2
  exit 1
}

{
  echo "# Stages"
  echo
  echo "\`bench/stages.sh $job\`, $version, on $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores; BenchmarkDotNet, one thread, articles of samples/, parts loaded and warm."
  echo "Load of the machine when it began: $load (above 0, the figures are too low by about as much as others took; the ratios between stages stand). Medians."
  echo
  echo "| stage | sentences a second | time against parsing | allocated for a sentence |"
  echo "| --- | ---: | ---: | ---: |"
  awk -F'|' '
    function trimmed(text) { gsub(/^[ *]+|[ *]+$/, "", text); return text }
    /^\| *Method/ { for (i = 2; i < NF; i++) column[trimmed($i)] = i; next }
    /^\|[- :|]*$/ { next }
    /^\|/ {
      split(trimmed($column["Median"]), median, " "); value = median[1]; gsub(/,/, "", value)
      seconds = value * (median[2] == "ns" ? 1e-9 : median[2] == "ms" ? 1e-3 : median[2] == "s" ? 1 : 1e-6)
      printf "| %s | %d | %s | %s |\n", trimmed($column["Method"]), 1 / seconds, trimmed($column["Ratio"]), trimmed($column["Allocated"])
    }' "$work"/results/*-report-github.md
  echo
  echo "Tagging and parsing are one network here: Parse is both, with words, sentences and lemmas. Peak memory of the process, models, lexicon and harness in it: $(awk '{ printf "%d", $1 * 1024 / 1000000 }' "$work/memory") MB."
} | tee bench/results/stages.md
