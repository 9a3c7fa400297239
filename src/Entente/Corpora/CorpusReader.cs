using System.Globalization;
using Entente.Lexicon;
using Entente.Lexicon.Cameo;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Corpora;

/// <summary>Reads the corpus' files and holds them to the rules of corpus/FORMAT.md.</summary>
/// <param name="lexicon">For CAMEO codes.</param>
/// <param name="problems">Receives every fault with its line; a block with a fault is left out.</param>
public sealed class CorpusReader(WorldLexicon lexicon, ICollection<Diagnostic> problems)
{
    private static readonly string[] Manners = ["wire", "headline", "dateline", "quote", "analysis", "negative", "statement"];
    private static readonly string[] Kinds = ["agreement", "tie", "bargain", "assessment"];
    private static readonly string[] PartyKeys = ["parties", "signers", "holder", "other", "about"];
    private static readonly string[] QuoteKeys = ["trigger", "name", "theme", "claim", "hedge", "by"];

    private string _file = "";
    private bool _isSound;

    /// <summary>All blocks of a folder's <c>*.txt</c> files, by file name (ordinal) and line; ids that occur twice are a fault.</summary>
    public IReadOnlyList<CorpusBlock> ReadFolder(string folder)
    {
        var blocks = new List<CorpusBlock>();
        var ids = new Dictionary<string, CorpusBlock>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (CorpusBlock block in Read(File.ReadAllLines(file), file))
            {
                if (ids.TryGetValue(block.Id, out CorpusBlock? first))
                {
                    Report(block.Line, "COR001", $"'{block.Id}' is the id of {first.File}:{first.Line} too", "give each block an id of its own");
                    continue;
                }

                ids[block.Id] = block;
                blocks.Add(block);
            }
        }

        return blocks;
    }

    /// <summary>The sound blocks of one file.</summary>
    public IEnumerable<CorpusBlock> Read(IReadOnlyList<string> lines, string file)
    {
        _file = file;
        for (int at = 0; at < lines.Count;)
        {
            if (lines[at].Length == 0 || lines[at][0] == '#')
            {
                at++;
                continue;
            }

            int end = at;
            while (end < lines.Count && lines[end].Length > 0)
            {
                end++;
            }

            _isSound = true;
            CorpusBlock? block = ReadBlock(lines, at, end);
            at = end;
            if (block is not null && _isSound)
            {
                yield return block;
            }
        }
    }

    private CorpusBlock? ReadBlock(IReadOnlyList<string> lines, int at, int end)
    {
        string[] head = lines[at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (head.Length != 4 || head[0] != "@" || !DateOnly.TryParseExact(head[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) || !Document.Days.Contains(date))
        {
            Report(at + 1, "COR002", $"'{lines[at]}' opens no block", "write '@ ID YYYY-MM-DD MANNER'");
            return null;
        }

        if (Array.IndexOf(Manners, head[3]) < 0)
        {
            Report(at + 1, "COR003", $"'{head[3]}' is no manner", $"one of {string.Join(", ", Manners)}");
        }

        int line = at + 1;
        while (line < end && lines[line][0] == '#')
        {
            line++;
        }

        if (line >= end || lines[line][0] is '+' or '~' or '=')
        {
            Report(at + 1, "COR004", "the block has no text", "write the sentence on the line after the head");
            return null;
        }

        string text = lines[line].Replace("\\n", "\n", StringComparison.Ordinal);
        var acts = new List<CorpusAct>();
        var notes = new List<CorpusNote>();
        bool none = false;
        for (line++; line < end; line++)
        {
            switch (lines[line][0])
            {
                case '#':
                    break;
                case '+':
                    if (ReadAct(lines[line][1..], text, line + 1) is { } act)
                    {
                        acts.Add(act);
                    }

                    break;
                case '~':
                    if (ReadNote(lines[line][1..], text, line + 1) is { } note)
                    {
                        notes.Add(note);
                    }

                    break;
                case '=' when lines[line].Trim() == "= none":
                    none = true;
                    break;
                default:
                    Report(line + 1, "COR005", $"'{lines[line]}' is no annotation", "start the line with '+', '~', '= none' or '#'");
                    break;
            }
        }

        if (none == (acts.Count + notes.Count > 0) && _isSound)
        {
            Report(at + 1, "COR006", none ? "both '= none' and annotations" : "no annotation", "every block has acts, notes or '= none'");
        }

        return new(head[1], date, head[3], text, acts, notes, _file, at + 1);
    }

    private CorpusAct? ReadAct(string line, string text, int number)
    {
        string[] parts = Split(line);
        string[] head = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] names = head.Length == 0 ? [""] : head[0].Split('/', 2);
        if (!PloverTypes.TryParse(names[0], out PloverType type))
        {
            Report(number, "COR007", $"'{names[0]}' is none of the sixteen categories", "docs/codebook.md lists them");
            return null;
        }

        string[] modes = names.Length > 1 ? names[1].Split('+') : [];
        foreach (string mode in modes)
        {
            if (!type.HasMode(mode))
            {
                Report(number, "COR008", $"{type.Code()} has no mode '{mode}'", "docs/codebook.md lists the modes");
            }
        }

        string? cameo = null;
        var status = EventStatus.Reported;
        bool claimed = false, reciprocal = false;
        foreach (string word in head.Skip(1))
        {
            if (char.IsAsciiDigit(word[0]))
            {
                cameo = word;
                if (!lexicon.Cameo.TryGet(word, out CameoCode? code))
                {
                    Report(number, "COR009", $"'{word}' is no CAMEO code", "lexicon/cameo.tsv lists them");
                }
                else if (code.Type is { } other && other != type)
                {
                    Report(number, "COR010", $"CAMEO {word} is {other.Code()}, not {type.Code()}", "change the code or leave it out");
                }
            }
            else if (word == "claimed")
            {
                claimed = true;
            }
            else if (word == "reciprocal")
            {
                reciprocal = true;
            }
            else if (!EventStatuses.TryParse(word, out status))
            {
                Report(number, "COR011", $"'{word}' is no status", "one of reported, future, hypothetical, negated, historical, claimed, reciprocal");
            }
        }

        List<CorpusParty> actor = [], recipient = [];
        string[] contexts = [];
        Quote? trigger = null, by = null;
        foreach (string part in parts.Skip(1))
        {
            (string key, string value) = Pair(part, number);
            switch (key)
            {
                case "actor":
                    actor = ReadParties(value, text, number);
                    break;
                case "recipient":
                    recipient = ReadParties(value, text, number);
                    break;
                case "trigger":
                    trigger = Find(value, text, number);
                    break;
                case "by":
                    by = value == "-" ? null : Find(value, text, number);
                    break;
                case "context":
                    contexts = value is "-" or "" ? [] : value.Split(',', StringSplitOptions.TrimEntries);
                    foreach (string context in contexts.Where(c => !PloverContexts.Contains(c)))
                    {
                        Report(number, "COR012", $"'{context}' is no context", "docs/codebook.md lists them");
                    }

                    break;
                default:
                    Report(number, "COR013", $"'{key}' is no key of an act", "one of actor, recipient, trigger, context, by");
                    break;
            }
        }

        if (trigger is null)
        {
            Report(number, "COR014", "the act has no trigger", "add 'trigger: words'");
            return null;
        }

        return new()
        {
            Type = type, Modes = modes, Contexts = contexts, Cameo = cameo, Status = status, Claimed = claimed, Reciprocal = reciprocal,
            Actor = actor, Recipient = recipient, Trigger = trigger, Attribution = by, Line = number,
        };
    }

    private CorpusNote? ReadNote(string line, string text, int number)
    {
        string[] parts = Split(line);
        string[] head = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string kind = head.Length == 0 ? "" : head[0];
        if (Array.IndexOf(Kinds, kind) < 0)
        {
            Report(number, "COR015", $"'{kind}' is no kind of record", $"one of {string.Join(", ", Kinds)}");
            return null;
        }

        TieKind? tie = null;
        if (kind == "tie")
        {
            if (head.Length < 2 || !TieTerms.TryParse(head[1], out TieKind found))
            {
                Report(number, "COR016", "the tie has no kind", "write '~ tie depends-on | …'");
                return null;
            }

            tie = found;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var parties = new Dictionary<string, IReadOnlyList<CorpusParty>>(StringComparer.Ordinal);
        var quotes = new Dictionary<string, IReadOnlyList<Quote>>(StringComparer.Ordinal);
        foreach (string part in parts.Skip(1))
        {
            (string key, string value) = Pair(part, number);
            fields[key] = value;
            if (key is "gives" or "gets")
            {
                ReadSide(key, value, text, number, parties, quotes);
            }
            else if (Array.IndexOf(PartyKeys, key) >= 0)
            {
                parties[key] = ReadParties(value, text, number);
            }
            else if (Array.IndexOf(QuoteKeys, key) >= 0 && value != "-" && Find(value, text, number) is { } quote)
            {
                quotes[key] = [quote];
            }
            else if (key == "stage" && !AgreementTerms.TryParse(value, out _))
            {
                Report(number, "COR017", $"'{value}' is no stage", "one of proposed, drafted, signed, ratified, in-force, carried-out, suspended, ended");
            }
            else if (key == "kind" && kind == "agreement")
            {
                foreach (string name in value.Split(',', StringSplitOptions.TrimEntries).Where(n => !AgreementTerms.Kinds.Contains(n)))
                {
                    Report(number, "COR018", $"'{name}' is no kind of agreement", $"one of {string.Join(", ", AgreementTerms.Kinds)}");
                }
            }
            else if (key == "kind" && tie == TieKind.IsThreatenedBy && !TieTerms.Threats.Contains(value))
            {
                Report(number, "COR019", $"'{value}' is no kind of threat", $"one of {string.Join(", ", TieTerms.Threats)}");
            }
        }

        return new(kind, tie, fields, parties, quotes, number);
    }

    /// <summary><c>Russia [RUS GOV] = military help ; …</c></summary>
    private void ReadSide(string key, string value, string text, int number, Dictionary<string, IReadOnlyList<CorpusParty>> parties, Dictionary<string, IReadOnlyList<Quote>> quotes)
    {
        var who = new List<CorpusParty>();
        var what = new List<Quote>();
        foreach (string side in value.Split(" ; "))
        {
            string[] halves = side.Split(" = ", 2);
            if (halves.Length != 2)
            {
                Report(number, "COR020", $"'{side}' is no side of a bargain", "write 'PARTY [CODE] = WORDS', or '- = WORDS' where nobody is named");
                continue;
            }

            who.AddRange(ReadParties(halves[0], text, number));
            if (Find(halves[1].Trim(), text, number) is { } quote)
            {
                what.Add(quote);
            }
        }

        parties[key] = who;
        quotes[key] = what;
    }

    private List<CorpusParty> ReadParties(string value, string text, int number)
    {
        var parties = new List<CorpusParty>();
        if (value.Trim() is "-" or "")
        {
            return parties;
        }

        foreach (string one in value.Split(" ; ", StringSplitOptions.TrimEntries))
        {
            int open = one.LastIndexOf('[');
            if (open < 0 || one[^1] != ']')
            {
                Report(number, "COR021", $"'{one}' bears no code", "write 'words [CODE]', or '[?]' where none is known");
                continue;
            }

            string code = one[(open + 1)..^1];
            ActorCode known = default;
            if (code != "?" && !ActorCode.TryParse(code, out known))
            {
                Report(number, "COR022", $"'{code}' is no actor code", "a country or body and PLOVER sectors: 'KEN GOV'");
            }

            if (Find(one[..open].Trim(), text, number) is { } quote)
            {
                parties.Add(new(quote, code == "?" ? null : known));
            }
        }

        return parties;
    }

    /// <summary>The words' place: their first occurrence, or the n-th with <c>#n</c>, as whole words.</summary>
    private Quote? Find(string words, string text, int number)
    {
        int wanted = 1;
        string sought = words;
        int mark = words.LastIndexOf('#');
        if (mark > 0 && int.TryParse(words.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int nth))
        {
            wanted = nth;
            sought = words[..mark];
        }

        int at = -1;
        while (wanted > 0)
        {
            at = sought.Length == 0 ? -1 : text.IndexOf(sought, at + 1, StringComparison.Ordinal);
            if (at < 0)
            {
                Report(number, "COR023", $"'{words}' does not stand in the text", "copy the words exactly; '#2' names a second occurrence");
                return null;
            }

            bool whole = (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(sought[0]))
                && (at + sought.Length == text.Length || !char.IsLetterOrDigit(text[at + sought.Length]) || !char.IsLetterOrDigit(sought[^1]));
            wanted -= whole ? 1 : 0;
        }

        return Quote.Of(text, new TextSpan(at, at + sought.Length));
    }

    private static string[] Split(string line) => line.Split(" | ", StringSplitOptions.TrimEntries);

    private (string Key, string Value) Pair(string part, int number)
    {
        int colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            Report(number, "COR024", $"'{part}' is no 'key: value'", "set the parts apart by ' | '");
            return ("", part);
        }

        return (part[..colon].Trim(), part[(colon + 1)..].Trim());
    }

    private void Report(int line, string code, string message, string help)
    {
        _isSound = false;
        problems.Add(new(_file, line, code, message, help));
    }
}
