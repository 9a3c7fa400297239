#!/usr/bin/env bash
# Runs the search for shifts on the weekly series of Salmonella Agona cases in England and Wales, 1990 to 1995, on which methods of surveillance are compared, and writes
# bench/results/salmonella.md. The series is fetched with Debian's package r-cran-surveillance (GPL-2) into a temporary folder; nothing of it is kept.
# Needs apt-get, dpkg-deb and a network. usage: bench/salmonella.sh
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
./entente --version >/dev/null
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && apt-get download -q r-cran-surveillance >&2 && dpkg-deb -x r-cran-surveillance_*.deb package)
package=$(cd "$work" && ls r-cran-surveillance_*.deb | sed 's/^[^_]*_\([^_]*\)_.*/\1/; s/%3a/:/')
series=$(find "$work/package" -name salmonella.agona.txt | head -n 1)
[ -n "$series" ] || { echo "the package holds no salmonella.agona.txt" >&2; exit 1; }

# Of six years the series names 52 weeks each: the 53rd of 1992 counts as not observed.
found() { ./entente evaluate shifts --counts "$series" "$@"; }
{
  echo "# Salmonella"
  echo
  echo "\`bench/salmonella.sh\`, $(./entente --version), on the weekly cases of Salmonella Agona of Debian's r-cran-surveillance $package (GPL-2; the series itself is not kept here): 312 weeks, 1990-W01 to 1995-W52."
  echo "The literature holds the outbreak of early 1995 as the true one (Farrington, Andrews, Beale and Catchpole 1996, J. R. Statist. Soc. A 159)."
  echo "Of each year the series has 52 weeks: the 53rd of 1992 counts as not observed. The alarms begin after two years, which tell what is quiet."
  for arguments in "" "--seasonal" "--false-alarms 1"; do
    echo
    echo "## \`evaluate shifts --counts salmonella.agona.txt${arguments:+ $arguments}\`"
    echo
    echo '```text'
    found $arguments
    echo '```'
  done
} >"$work/page.md"
mv "$work/page.md" "$root/bench/results/salmonella.md"
cat bench/results/salmonella.md
