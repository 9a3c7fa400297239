using System.Globalization;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Cameo;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Names;
using Entente.Lexicon.Ontologies;
using Entente.Lexicon.Places;
using Entente.Records;

namespace Entente.Lexicon.Compiling;

/// <summary>All rows and frames of a folder that hold by themselves; what does not is reported and left out.</summary>
internal sealed class LexiconText
{
    private static readonly string[] Bodies = ["IGO", "UNO", "EUR", "NGO", "MNC", "ISM", "IMG"];
    private readonly LexiconFolder _folder;
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _countries = new(StringComparer.Ordinal);

    private LexiconText(LexiconFolder folder) => _folder = folder;

    public List<State> States { get; } = [];

    public List<Actor> Actors { get; } = [];

    public List<Agent> Agents { get; } = [];

    public List<Place> Places { get; } = [];

    public List<Membership> Members { get; } = [];

    public List<Border> Borders { get; } = [];

    public List<RegionMember> Regions { get; } = [];

    public List<CameoCode> Cameo { get; } = [];

    public List<Frame> Frames { get; private set; } = [];

    public List<ContextWords> Contexts { get; private set; } = [];

    public List<ContextWords> Domains { get; private set; } = [];

    /// <summary>The words of the records that are no events.</summary>
    public RecordWords OtherRecords { get; private set; } = new();

    /// <summary>The files of categories, lowest first, as they are: what cannot be used of them is reported.</summary>
    public List<OntologyFile> Ontologies { get; } = [];

    /// <summary>Words of <c>common-words.txt</c>, lower case: English words that are names too.</summary>
    public HashSet<string> CommonWords { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of <c>given-names.txt</c>, lower case: given names that are family names too.</summary>
    public HashSet<string> GivenNames { get; } = new(StringComparer.Ordinal);

    public static LexiconText Read(LexiconFolder folder)
    {
        var text = new LexiconText(folder);
        text.ReadSources();
        text.ReadWords("common-words.txt", text.CommonWords);
        text.ReadWords("given-names.txt", text.GivenNames);
        text.ReadStates();
        text.ReadActors();
        text.ReadAgents();
        text.ReadMembers();
        text.ReadPlaces();
        text.ReadBorders();
        text.ReadRegions();
        text.ReadCameo();
        var frames = new FrameReader(folder, text.Cameo);
        text.Frames = frames.ReadFrames();
        text.Contexts = frames.ReadContexts();
        text.Domains = frames.ReadDomains();
        text.OtherRecords = frames.ReadRecordWords();
        text.ReadOntologies();
        return text;
    }

    /// <summary>The codes that may stand in a country's place: states, and the bodies that have a slot of their own.</summary>
    public bool IsCountry(string code) => _countries.Contains(code) || Array.IndexOf(Bodies, code) >= 0;

    private void ReadSources()
    {
        foreach (string path in _folder.Layers("SOURCES.md"))
        {
            _ = _folder.TryRead(path, out string text);
            foreach (string line in text.Split('\n'))
            {
                string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
                if (cells.Length > 2 && cells[1].Length > 2 && cells[1][0] == '`' && cells[1][^1] == '`')
                {
                    _sources.Add(cells[1][1..^1]);
                }
            }
        }
    }

    private void ReadOntologies()
    {
        foreach (string path in _folder.Layers("ontology.yaml"))
        {
            if (_folder.TryRead(path, out string text))
            {
                Ontologies.Add(new(LexiconFolder.NameOf(path), text));
            }
        }

        var problems = new List<Diagnostic>();
        foreach (ReplacedCategory replaced in Ontology.Read(Ontologies, OntologyTerms.Of(this), problems).Replaced)
        {
            _folder.Replacements.Add((SourcePlace.Parse(replaced.Place), replaced.Label, SourcePlace.Parse(replaced.Replaced)));
        }

        foreach (Diagnostic problem in problems)
        {
            _folder.Report(new(problem.File, (int)problem.Line), problem.Code, problem.Message, problem.Help ?? "");
        }
    }

    private void ReadWords(string path, HashSet<string> into)
    {
        if (_folder.TryRead(path, out string text))
        {
            foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (line[0] != '#')
                {
                    into.Add(line.ToLowerInvariant());
                }
            }
        }
    }

    private void ReadStates()
    {
        TsvFile file = TsvFile.Read(_folder, "states.tsv", ["code", "name", "aliases", "adjectives", "demonyms", "capital", "seats", "from", "to", "precision", "source"], key: "code");
        foreach (TsvRow row in file.Rows)
        {
            string code = row["code"];
            if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper) || ActorCode.IsSector(code) || Array.IndexOf(Bodies, code) >= 0)
            {
                _folder.Report(row.Place, "LEX008", $"'{code}' is no state's code", "write ISO 3166-1 alpha-3, such as RUS");
                continue;
            }

            if (!Has(row, "name") || !TryDays(row, out DateOnly? from, out DateOnly? to, out _) || !HasSource(row))
            {
                continue;
            }

            _countries.Add(code);
            States.Add(new State
            {
                Index = States.Count,
                Code = code,
                Name = row["name"],
                Aliases = row.Values("aliases"),
                Adjectives = row.Values("adjectives"),
                Demonyms = row.Values("demonyms"),
                Capital = row.Values("capital"),
                Seats = row.Values("seats"),
                From = from,
                To = to,
                Source = row["source"],
                Place = row.Place.ToString(),
            });
        }
    }

    private void ReadActors()
    {
        var byId = new SortedDictionary<string, (string Name, ActorKind Kind, string[] Aliases, List<ActorRole> Roles)>(StringComparer.Ordinal);
        var heads = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<TsvRow>();
        foreach (string path in _folder.List("actors", ".tsv"))
        {
            rows.AddRange(TsvFile.ReadOne(_folder, path, ["id", "name", "kind", "code", "role", "from", "to", "precision", "aliases", "source"]).Rows);
        }

        rows = _folder.Stack(rows, row => row["id"], row => row.Place);

        // Which of its rows names an actor does not depend on the order of the files.
        foreach (TsvRow row in rows.Where(row => row["name"].Length > 0))
        {
            if (!row["id"].Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
            {
                _folder.Report(row.Place, "LEX011", $"'{row["id"]}' is no id", "write lower-case ASCII words apart by hyphens, such as 'lavrov-sergei'");
            }
            else if (!ActorKinds.TryParse(row["kind"], out ActorKind kind))
            {
                _folder.Report(row.Place, "LEX009", $"'{row["kind"]}' is no kind of actor", "write person, office, armed-group, party, body, ngo, company, media, people, coalition, church or union");
            }
            else if (byId.TryGetValue(row["id"], out var known))
            {
                if (known.Kind != kind)
                {
                    _folder.Report(row.Place, "LEX016", $"'{row["id"]}' is {kind.Code()} here and {known.Kind.Code()} in an earlier row", "one id is one actor: give the kind once, or choose another id");
                }

                string[] more = [.. known.Aliases.Concat(row.Values("aliases")).Append(row["name"]).Where(alias => alias != known.Name).Distinct(StringComparer.Ordinal)];
                byId[row["id"]] = (known.Name, known.Kind, more, known.Roles);
            }
            else
            {
                byId.Add(row["id"], (row["name"], kind, row.Values("aliases"), []));
            }
        }

        foreach (TsvRow row in rows)
        {
            if (!byId.TryGetValue(row["id"], out var actor))
            {
                _folder.Report(row.Place, "LEX016", $"'{row["id"]}' has no row with a name and a kind", "give both in its first row");
            }
            else if (TryCode(row, row["code"], out ActorCode code) && TryDays(row, out DateOnly? from, out DateOnly? to, out DatePrecision? precision) && HasSource(row))
            {
                heads.Add(row["id"]);
                actor.Roles.Add(new ActorRole(code, row["role"], from, to, precision, row["source"], row.Place.ToString()));
            }
        }

        foreach ((string id, var actor) in byId.Where(entry => heads.Contains(entry.Key)))
        {
            Actors.Add(new Actor { Index = Actors.Count, Id = id, Name = actor.Name, Kind = actor.Kind, Aliases = actor.Aliases, Roles = actor.Roles });
        }
    }

    private void ReadAgents()
    {
        TsvFile file = TsvFile.Read(_folder, "agents.tsv", ["noun", "code", "kind", "source"], key: "noun");
        foreach (TsvRow row in file.Rows)
        {
            AgentKind? kind = row["kind"] switch
            {
                "person" => AgentKind.Person,
                "group" => AgentKind.Group,
                "office" => AgentKind.Office,
                _ => null,
            };
            if (kind is null)
            {
                _folder.Report(row.Place, "LEX009", $"'{row["kind"]}' is no kind of role noun", "write person, group or office");
            }
            else if (Has(row, "noun") && TryCode(row, row["code"], out ActorCode code) && HasSource(row))
            {
                Agents.Add(new Agent(row["noun"].ToLowerInvariant(), code, kind.Value, row["source"], row.Place.ToString()));
            }
        }
    }

    private void ReadMembers()
    {
        TsvFile file = TsvFile.Read(_folder, "members.tsv", ["body", "member", "from", "to", "precision", "source"]);
        var ids = Actors.Select(actor => actor.Id).ToHashSet(StringComparer.Ordinal);
        foreach (TsvRow row in file.Rows)
        {
            if (!ids.Contains(row["body"]))
            {
                _folder.Report(row.Place, "LEX012", $"no actor has the id '{row["body"]}'", "enter the body in lexicon/actors, or correct the id");
            }
            else if (IsState(row, row["member"]) && TryDays(row, out DateOnly? from, out DateOnly? to, out _) && HasSource(row))
            {
                Members.Add(new Membership(row["body"], row["member"], from, to, row["source"], row.Place.ToString()));
            }
        }
    }

    private void ReadPlaces()
    {
        TsvFile file = TsvFile.Read(_folder, "places.tsv", ["name", "aliases", "country", "admin1", "class", "lat", "lon", "population", "geonameid", "source"]);
        foreach (TsvRow row in file.Rows)
        {
            if (!PlaceClasses.TryParse(row["class"], out PlaceClass kind))
            {
                _folder.Report(row.Place, "LEX009", $"'{row["class"]}' is no class of place", "write city, admin1, sea, region, border-crossing or base");
            }
            else if (Has(row, "name") && (row["country"].Length == 0 || IsState(row, row["country"])) && HasSource(row)
                && TryNumber(row, "lat", 90, out double? latitude) && TryNumber(row, "lon", 180, out double? longitude)
                && TryNumber(row, "population", int.MaxValue, out double? population) && TryNumber(row, "geonameid", int.MaxValue, out double? geonameId))
            {
                Places.Add(new Place
                {
                    Index = Places.Count,
                    Name = row["name"],
                    Aliases = row.Values("aliases"),
                    Country = row["country"].Length == 0 ? null : row["country"],
                    Admin1 = row["admin1"].Length == 0 ? null : row["admin1"],
                    Class = kind,
                    Latitude = latitude,
                    Longitude = longitude,
                    Population = (int?)population,
                    GeonameId = (int?)geonameId,
                    Source = row["source"],
                    Row = row.Place.ToString(),
                });
            }
        }
    }

    private void ReadBorders()
    {
        foreach (TsvRow row in TsvFile.Read(_folder, "borders.tsv", ["a", "b", "source"]).Rows)
        {
            if (!IsState(row, row["a"]) || !IsState(row, row["b"]) || !HasSource(row))
            {
                continue;
            }

            if (string.CompareOrdinal(row["a"], row["b"]) >= 0)
            {
                _folder.Report(row.Place, "LEX018", $"{row["a"]} does not stand before {row["b"]} in the alphabet", "write each border once, the earlier code first");
                continue;
            }

            Borders.Add(new Border(row["a"], row["b"], row.Place.ToString()));
        }
    }

    private void ReadRegions()
    {
        foreach (TsvRow row in TsvFile.Read(_folder, "regions.tsv", ["region", "member", "source"]).Rows)
        {
            if (Has(row, "region") && IsState(row, row["member"]) && HasSource(row))
            {
                Regions.Add(new RegionMember(row["region"], row["member"], row.Place.ToString()));
            }
        }
    }

    private void ReadCameo()
    {
        foreach (TsvRow row in TsvFile.Read(_folder, "cameo.tsv", ["code", "event", "mode", "context", "goldstein", "label"]).Rows)
        {
            PloverType type = default;
            if (row["code"].Length is < 2 or > 4 || !row["code"].All(char.IsAsciiDigit))
            {
                _folder.Report(row.Place, "LEX025", $"'{row["code"]}' is no CAMEO code", "write two to four digits");
            }
            else if (row["event"].Length > 0 && !PloverTypes.TryParse(row["event"], out type))
            {
                _folder.Report(row.Place, "LEX022", $"'{row["event"]}' is no category of PLOVER", "write one of the sixteen, in capitals");
            }
            else if (row["mode"].Length > 0 && !type.HasMode(row["mode"]))
            {
                _folder.Report(row.Place, "LEX023", $"'{row["mode"]}' is no mode of {row["event"]}", "write a mode of that category, or none");
            }
            else if (!row.Values("context").All(PloverContexts.Contains))
            {
                _folder.Report(row.Place, "LEX024", $"'{row["context"]}' is no context of PLOVER", "write one of the 37, or none");
            }
            else if (TryNumber(row, "goldstein", 10, out double? goldstein))
            {
                Cameo.Add(new CameoCode(
                    row["code"],
                    row["event"].Length == 0 ? null : type,
                    row["mode"].Length == 0 ? null : row["mode"],
                    row.Values("context"),
                    goldstein ?? 0,
                    row["label"],
                    row.Place.ToString()));
            }
        }

        Cameo.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        for (int i = Cameo.Count - 1; i > 0; i--)
        {
            if (Cameo[i].Code == Cameo[i - 1].Code)
            {
                ReportAt(Cameo[i].Place, "LEX013", $"CAMEO code {Cameo[i].Code} stands twice", "keep one row");
                Cameo.RemoveAt(i);
            }
        }
    }

    /// <summary>Reports at <c>file:line</c>.</summary>
    internal void ReportAt(string place, string code, string message, string help)
    {
        int colon = place.LastIndexOf(':');
        _folder.Report(new(place[..colon], int.Parse(place[(colon + 1)..], CultureInfo.InvariantCulture)), code, message, help);
    }

    /// <summary>Whether a pattern is of a lower layer than one that asks for as much: a pack may take a word from what lies below it, and that is noted.</summary>
    internal bool IsOverridden(string trigger, FramePattern first, FramePattern later)
    {
        (SourcePlace above, SourcePlace below) = (SourcePlace.Parse(first.Place), SourcePlace.Parse(later.Place));
        bool isOverridden = _folder.LayerOf(above) > _folder.LayerOf(below);
        if (isOverridden)
        {
            _folder.Replacements.Add((above, $"{trigger} ({first.Frame.Id})", below));
        }

        return isOverridden;
    }

    private bool Has(TsvRow row, string column)
    {
        if (row[column].Length == 0)
        {
            _folder.Report(row.Place, "LEX003", $"no {column}", "fill the cell, or remove the row");
        }

        return row[column].Length > 0;
    }

    private bool HasSource(TsvRow row)
    {
        bool known = _sources.Contains(row["source"]);
        if (!known)
        {
            _folder.Report(row.Place, "LEX010", $"'{row["source"]}' is no source", "name a key of SOURCES.md, or enter the source there");
        }

        return known;
    }

    private bool IsState(TsvRow row, string code)
    {
        bool known = _countries.Contains(code);
        if (!known)
        {
            _folder.Report(row.Place, "LEX008", $"'{code}' is no state of states.tsv", "write a code that states.tsv has, such as RUS");
        }

        return known;
    }

    private bool TryCode(TsvRow row, string text, out ActorCode code)
    {
        if (!ActorCode.TryParse(text, out code) || text.Length == 0)
        {
            _folder.Report(row.Place, "LEX008", $"'{text}' is no actor code", "write a country or body and PLOVER sectors, apart by blanks, such as 'RUS GOV'");
            return false;
        }

        if (code.Country is { } country && !IsCountry(country))
        {
            _folder.Report(row.Place, "LEX008", $"'{country}' is neither a state of states.tsv nor a body with a slot of its own", $"write a code that states.tsv has, or one of {string.Join(", ", Bodies)}");
            return false;
        }

        return true;
    }

    private bool TryDays(TsvRow row, out DateOnly? from, out DateOnly? to, out DatePrecision? precision)
    {
        to = null;
        precision = null;
        if (!TryDay(row, "from", out from) || !TryDay(row, "to", out to))
        {
            return false;
        }

        if (from is not null && to is not null && to <= from)
        {
            _folder.Report(row.Place, "LEX006", $"it ends on {row["to"]}, not after {row["from"]}, when it starts", "'to' is the day after the last, later than 'from'");
            return false;
        }

        precision = row["precision"] switch
        {
            "day" => DatePrecision.Day,
            "month" => DatePrecision.Month,
            "year" => DatePrecision.Year,
            _ => null,
        };
        bool known = precision is not null || row["precision"] is "none" || (row["precision"].Length == 0 && from is null && to is null);
        if (!known || (precision is null && (from is not null || to is not null)))
        {
            _folder.Report(row.Place, "LEX007", $"'{row["precision"]}' does not say how exactly the days are known", "write day, month or year; none for what has no dates");
            return false;
        }

        return true;
    }

    private bool TryDay(TsvRow row, string column, out DateOnly? day)
    {
        day = null;
        if (row[column].Length == 0)
        {
            return true;
        }

        if (!DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly parsed))
        {
            _folder.Report(row.Place, "LEX005", $"'{row[column]}' is no day", "write YYYY-MM-DD, or nothing where it is not known");
            return false;
        }

        day = parsed;
        return true;
    }

    private bool TryNumber(TsvRow row, string column, double most, out double? number)
    {
        number = null;
        if (row[column].Length == 0)
        {
            return true;
        }

        if (!double.TryParse(row[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double parsed) || Math.Abs(parsed) > most)
        {
            _folder.Report(row.Place, "LEX015", $"'{row[column]}' is no {column}", FormattableString.Invariant($"write a number of at most {most}, with a full stop for decimals, or nothing"));
            return false;
        }

        number = parsed;
        return true;
    }
}
