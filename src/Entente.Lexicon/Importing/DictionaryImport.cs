using System.Globalization;
using System.Text;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Cameo;
using Entente.Lexicon.Names;
using Entente.Records;

namespace Entente.Lexicon.Importing;

/// <summary>What an import made.</summary>
/// <param name="Actors">Actors written.</param>
/// <param name="Agents">Role nouns written.</param>
/// <param name="Patterns">Patterns of frames written.</param>
/// <param name="Problems">What was passed over, by file and line.</param>
public sealed record ImportedPack(int Actors, int Agents, int Patterns, IReadOnlyList<Diagnostic> Problems);

/// <summary>Makes a lexicon pack of a user's own TABARI or PETRARCH dictionaries.</summary>
/// <remarks>
/// An actor whose name the lexicon knows takes over its id, so that the pack's rows replace it; states stay as they are. Codes are translated, never defaulted: what has no counterpart is reported.
/// </remarks>
/// <param name="lexicon">Whose states, names and CAMEO codes the dictionaries are held against.</param>
/// <param name="pivot">Years of two digits above it are of the 20th century.</param>
public sealed class DictionaryImport(WorldLexicon lexicon, int pivot = 30)
{
    private const string Source = "imported";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly List<Diagnostic> _problems = [];

    /// <summary>Reads dictionaries and writes the pack.</summary>
    /// <param name="actors">Actor files, in order of precedence.</param>
    /// <param name="agents">Agent files.</param>
    /// <param name="verbs">Verb files.</param>
    /// <param name="folder">The pack's folder; made, and files of an earlier import replaced.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public ImportedPack Write(IReadOnlyList<string> actors, IReadOnlyList<string> agents, IReadOnlyList<string> verbs, string folder)
    {
        Directory.CreateDirectory(folder);
        Save(folder, "SOURCES.md", $"# Sources of the pack\n\n| key | what | terms |\n|---|---|---|\n| `{Source}` | {string.Join(", ", actors.Concat(agents).Concat(verbs).Select(Path.GetFileName))} | as those files |\n");
        (string rows, int actorCount) = ActorRows(actors);
        Save(folder, "actors/imported.tsv", "id\tname\tkind\tcode\trole\tfrom\tto\tprecision\taliases\tsource\n" + rows);
        (string nouns, int agentCount) = AgentRows(agents);
        Save(folder, "agents.tsv", "noun\tcode\tkind\tsource\n" + nouns);
        (string frames, int patternCount) = Frames(verbs);
        Save(folder, "frames/imported.yaml", frames);
        return new(actorCount, agentCount, patternCount, _problems);
    }

    private (string Rows, int Count) ActorRows(IReadOnlyList<string> files)
    {
        var rows = new StringBuilder();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in files)
        {
            using var reader = new StreamReader(file, Utf8);
            foreach (DictionaryActor actor in new ActorDictionary(file, IsState, pivot, _problems).Read(reader))
            {
                NameSense[] known = [.. actor.Names.SelectMany(lexicon.Find)];
                if (Array.Exists(known, sense => sense.IsState))
                {
                    _problems.Add(new(file, actor.Line, "LEX041", $"'{actor.Names[0]}' names a state", "states come from lexicon/states.tsv; change it there, or in the pack's own states.tsv"));
                    continue;
                }

                int named = Array.FindIndex(known, sense => sense.Kind == SenseKind.ActorName);
                Actor? same = named >= 0 ? lexicon.Actors[known[named].Index] : null;
                string id = same?.Id ?? Id(actor.Names[0]);
                if (id.Length == 0 || !ids.Add(id))
                {
                    _problems.Add(new(file, actor.Line, "LEX013", $"'{actor.Names[0]}' stands there already, or has no letters for an id", "keep one"));
                    continue;
                }

                Append(rows, actor, id, same?.Kind ?? Kind(actor));
            }
        }

        return (rows.ToString(), ids.Count);
    }

    private static void Append(StringBuilder rows, DictionaryActor actor, string id, ActorKind kind)
    {
        for (int i = 0; i < actor.Roles.Count; i++)
        {
            DictionaryRole role = actor.Roles[i];
            string precision = role.From is null && role.To is null ? "none" : "day";
            rows.Append(CultureInfo.InvariantCulture, $"{id}\t{(i == 0 ? actor.Names[0] : "")}\t{(i == 0 ? kind.Code() : "")}\t{role.Code.Text}\t\t{role.From:yyyy-MM-dd}\t{role.To:yyyy-MM-dd}\t{precision}\t");
            rows.Append(i == 0 ? string.Join('|', actor.Names.Skip(1).Concat(Acronyms(actor.Names))) : "").Append('\t').Append(Source).Append('\n');
        }
    }

    /// <summary>Short names of one word may be acronyms: they count in capitals too.</summary>
    private static IEnumerable<string> Acronyms(IReadOnlyList<string> names) =>
        names.Where(name => name.Length is >= 2 and <= 6 && !name.Contains(' ', StringComparison.Ordinal)).Select(name => name.ToUpperInvariant());

    /// <summary>What the codes suggest: dictionaries do not say.</summary>
    private static ActorKind Kind(DictionaryActor actor)
    {
        ActorCode code = actor.Roles[0].Code;
        bool dated = actor.Roles.Any(role => role.From is not null || role.To is not null);
        return code.Country switch
        {
            "IGO" or "UNO" or "EUR" => ActorKind.Body,
            "NGO" or "ISM" => ActorKind.Ngo,
            "MNC" => ActorKind.Company,
            "IMG" => ActorKind.ArmedGroup,
            _ when dated => ActorKind.Person,
            _ => (code.Sectors.Count > 0 ? code.Sectors[0] : "") switch
            {
                "REB" or "UAF" or "PRM" => ActorKind.ArmedGroup,
                "PTY" => ActorKind.Party,
                "JRN" => ActorKind.Media,
                "BUS" or "MNC" => ActorKind.Company,
                "GOV" or "MIL" or "COP" or "JUD" or "LEG" or "SPY" => ActorKind.Office,
                _ => ActorKind.People,
            },
        };
    }

    private (string Rows, int Count) AgentRows(IReadOnlyList<string> files)
    {
        var nouns = new Dictionary<string, ActorCode>(StringComparer.Ordinal);
        var inOrder = new List<string>();
        foreach (string file in files)
        {
            using var reader = new StreamReader(file, Utf8);
            foreach ((string noun, ActorCode code, int line) in new AgentDictionary(file, _problems).Read(reader))
            {
                if (nouns.TryAdd(noun, code))
                {
                    inOrder.Add(noun);
                }
                else
                {
                    _problems.Add(new(file, line, "LEX013", $"'{noun}' stands there already", "keep one"));
                }
            }
        }

        var rows = new StringBuilder();
        foreach (string noun in inOrder)
        {
            string code = nouns[noun].Text;
            rows.Append(CultureInfo.InvariantCulture, $"{noun}\t{code}\t{KindOf(noun)}\t{Source}\n");

            // Role nouns are found by their lemma: a dictionary that has only the plural means the singular too.
            if (Singular(noun) is { } singular && !nouns.ContainsKey(singular) && (Known(noun) is null || Known(singular) is not null))
            {
                rows.Append(CultureInfo.InvariantCulture, $"{singular}\t{code}\t{KindOf(singular)}\t{Source}\n");
            }
        }

        return (rows.ToString(), inOrder.Count);
    }

    private Agent? Known(string noun) => lexicon.Agents.FirstOrDefault(agent => agent.Noun == noun);

    private string KindOf(string noun) => Known(noun)?.Kind.ToString().ToLowerInvariant() ?? (Singular(noun) is null ? "person" : "group");

    /// <summary>The singular of a noun that looks like a regular plural; null for one that does not.</summary>
    private static string? Singular(string noun) => noun switch
    {
        _ when !noun.EndsWith('s') || noun.EndsWith("ss", StringComparison.Ordinal) || noun.EndsWith("us", StringComparison.Ordinal) || noun.Length < 4 => null,
        _ when noun.EndsWith("ies", StringComparison.Ordinal) => noun[..^3] + "y",
        _ when noun.EndsWith("sses", StringComparison.Ordinal) || noun.EndsWith("ches", StringComparison.Ordinal) || noun.EndsWith("shes", StringComparison.Ordinal) || noun.EndsWith("xes", StringComparison.Ordinal) => noun[..^2],
        _ => noun[..^1],
    };

    private (string Yaml, int Count) Frames(IReadOnlyList<string> files)
    {
        var yaml = new StringBuilder("# Made by 'entente lexicon import'.\n");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        int count = 0;
        foreach (string file in files)
        {
            using var reader = new StreamReader(file, Utf8);
            foreach (IGrouping<(string Label, string Code), DictionaryPattern> block in new VerbDictionary(file, _problems).Read(reader).GroupBy(pattern => (pattern.Label, pattern.Code)))
            {
                if (!lexicon.Cameo.TryGet(block.Key.Code, out CameoCode? code) || code.Type is not { } type)
                {
                    _problems.Add(new(file, block.First().Line, "LEX025", $"{block.Key.Code} is no CAMEO code of an act", "statements are no events; correct other codes"));
                    continue;
                }

                string id = Unique(ids, $"{Source}-{Id(block.Key.Label)}-{block.Key.Code}");
                yaml.Append(CultureInfo.InvariantCulture, $"- id: {id}\n  event: {type.Code()}\n  cameo: \"{block.Key.Code}\"\n  patterns:\n");
                foreach (DictionaryPattern pattern in block)
                {
                    Append(yaml, pattern);
                    count++;
                }
            }
        }

        return (count == 0 ? "[]\n" : yaml.ToString(), count);
    }

    private static void Append(StringBuilder yaml, DictionaryPattern pattern)
    {
        var conditions = new List<string>();
        if (pattern.Object is { } thing)
        {
            conditions.Add($"obj: [{Quoted(thing)}]");
        }

        if (pattern.Word is { } word)
        {
            conditions.Add($"word: [{Quoted(word)}]");
        }

        if (pattern.Preposition is { } preposition)
        {
            conditions.Add($"\"{preposition}\": [any]");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"    - verb: [{Quoted(pattern.Verbs)}]\n");
        if (conditions.Count > 0)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      if: {{{string.Join(", ", conditions)}}}\n");
        }

        string first = pattern.Preposition is { } opened ? $"\"{opened}\", \"obj.{opened}\", " : pattern.Object is null ? "obj, " : "";
        yaml.Append(CultureInfo.InvariantCulture, $"      actor: [subj]\n      recipient: [{first}iobj, to, with, \"on\", against, for, from, obj.to, obj.with, obj.on, obj.against, obj.for, obj.of, obj.poss, obj.mod, obj]\n");
    }

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Distinct(StringComparer.Ordinal).Select(word => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\""));

    private static string Unique(HashSet<string> ids, string id)
    {
        string unique = id;
        for (int i = 2; !ids.Add(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}");
        }

        return unique;
    }

    /// <summary>Lower-case words apart by hyphens.</summary>
    private static string Id(string name) => string.Join('-', string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private bool IsState(string code) => lexicon.States.TryGet(code, out _);

    private static void Save(string folder, string path, string text)
    {
        string full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, Utf8);
    }
}
