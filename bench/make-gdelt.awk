# Rows in the shape of GDELT 2.0's event table, made up: 61 columns apart by tabs; 100,000 rows a day, one in twenty about a day of the year before, as GDELT's files have them.
# usage: awk -v rows=N -f bench/make-gdelt.awk >FILE
BEGIN {
  OFS = "\t"
  countries = split("AFG RUS USA CHN PAK IND IRN TUR KAZ UZB TJK KGZ TKM UKR DEU FRA GBR EGY ISR SAU IRQ SYR NGA ETH KEN BRA MEX JPN KOR VNM", country, " ")
  fips = split("AF RS US CH PK IN IR TU KZ UZ TI KG TX UP GM FR UK EG IS SA IZ SY NI ET KE BR MX JA KS VM", place, " ")
  types = split("GOV MIL COP OPP REB CVL BUS MED LEG JUD EDU INS", type, " ")
  codes = split("010 020 036 040 042 043 046 051 057 061 070 073 080 090 100 110 111 112 114 120 130 138 140 141 145 150 160 163 170 172 173 180 183 190 193 194", code, " ")
  seed = 20180601
  for (row = 1; row <= rows; row++) {
    a = next_of(countries); b = next_of(countries); c = code[next_of(codes)]; d = int((row - 1) / 100000); added = 20180101 + 100 * (int(d / 28) % 12) + d % 28
    day = next_of(20) > 1 ? added : 20170101 + 100 * (next_of(12) - 1) + next_of(28) - 1
    print 400000000 + row, day, int(day / 100), int(day / 10000), int(day / 10000) ".4137", party(a), party(b), \
      1, c, substr(c, 1, 3), substr(c, 1, 2), quad(c), "3.4", next_of(20), 1, next_of(20), "-1.51234567890123", where(a), where(b), where(b), added "120000", \
      "https://www.example.org/world/2018/" next_of(1000000) "/a-title-of-some-length-as-addresses-have.html"
  }
}
function next_of(n) { seed = (seed * 69069 + 12345) % 2147483648; return int(seed / 65536) % n + 1 }
function often(n, u) { u = next_of(1000) / 1000; return int(n * u * u * u) + 1 }       # few of them most of the time, as names and places are
function party(k, t) { t = type[next_of(types)]; return country[k] t OFS "NAME OF " country[k] " " often(300) OFS country[k] OFS OFS OFS OFS OFS t OFS OFS }
function quad(c, r) { r = substr(c, 1, 2) + 0; return r <= 5 ? 1 : r <= 8 ? 2 : r <= 13 ? 3 : 4 }
function where(k, n) { n = often(400); return 4 OFS "Town " n ", Region, Country" OFS place[k] OFS place[k] sprintf("%02d", n % 30) OFS 1000 + n OFS sprintf("%.4f", n % 90) OFS sprintf("%.4f", n % 180) OFS "-" 1000000 + n }
