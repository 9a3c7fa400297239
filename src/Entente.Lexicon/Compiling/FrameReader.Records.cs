using System.Globalization;
using Entente.Lexicon.Agreements;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Hedges;
using Entente.Lexicon.Ties;
using Entente.Records;
using YamlDotNet.RepresentationModel;

namespace Entente.Lexicon.Compiling;

/// <summary>The words of the records that are no events; they use the classes of the frames.</summary>
internal sealed partial class FrameReader
{
    private static readonly string[] TieKeys = ["id", "tie", "needs", "patterns", "examples"];
    private static readonly string[] TiePatternKeys = ["verb", "noun", "adj", "prep", "if", "not", "holder", "other", "theme", "where", "tense"];
    private static readonly (string Key, AgreementWordRole Role)[] StageForms =
        [("verb", AgreementWordRole.Verb), ("noun", AgreementWordRole.Noun), ("adj", AgreementWordRole.Adjective), ("prep", AgreementWordRole.Preposition)];

    private static readonly (string Key, HedgeForm Form)[] HedgeForms =
    [
        ("adverb", HedgeForm.Adverb), ("aux", HedgeForm.Aux), ("adj", HedgeForm.Adjective), ("verb", HedgeForm.Verb), ("raising", HedgeForm.Raising),
        ("reading", HedgeForm.Reading), ("noun", HedgeForm.Noun), ("author", HedgeForm.Author), ("speech", HedgeForm.Speech), ("belief", HedgeForm.Belief), ("aside", HedgeForm.Aside),
    ];

    /// <summary>Reads the three files; those that are missing give nothing.</summary>
    public RecordWords ReadRecordWords()
    {
        var words = new RecordWords();
        ReadTies("ties.yaml", words);
        ReadAgreements("agreements.yaml", words);
        ReadHedges("hedges.yaml", words);
        return words;
    }

    private void ReadTies(string path, RecordWords words)
    {
        if (!TryParseMap(path, "write threats, themes, bargains and frames", out YamlMappingNode? map))
        {
            return;
        }

        CheckKeys(path, map, ["classes", "threats", "themes", "bargains", "frames"]);
        if (Child(map, "classes") is { } classes)
        {
            ReadClasses(path, classes);
        }

        ReadKinds(path, Child(map, "threats"), words.Threats, TieTerms.Threats, "kind of threat");
        ReadKinds(path, Child(map, "themes"), words.Themes, null, "kind of theme");
        ReadKinds(path, Child(map, "bargains"), words.Bargains, ["phrase", "verb"], "form of bargain");
        if (Child(map, "frames") is not YamlSequenceNode frames)
        {
            Report(PlaceOf(path, map), "LEX021", "the file has no list of frames", "write 'frames:' and '- id: …' for each");
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlNode node in frames)
        {
            if (ReadTie(path, node, words.Ties.Count) is not { } frame)
            {
                continue;
            }

            if (!ids.Add(frame.Id))
            {
                Report(PlaceOf(path, node), "LEX029", $"frame '{frame.Id}' stands in {path} already", "choose another id, or join the two");
                continue;
            }

            words.Ties.Add(frame);
        }
    }

    private void ReadKinds(string path, YamlNode? node, List<KindWords> into, IReadOnlyList<string>? known, string what)
    {
        if (node is null)
        {
            return;
        }

        if (node is not YamlMappingNode map)
        {
            Report(PlaceOf(path, node), "LEX021", "this is no map from kinds to words", "write 'narcotics: [drug, opium, …]'");
            return;
        }

        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            _sound = true;
            string name = Scalar(path, key) ?? "";
            if (known is not null && !known.Contains(name, StringComparer.Ordinal))
            {
                Report(PlaceOf(path, key), "LEX036", $"'{name}' is no {what}", $"write one of {string.Join(", ", known)}");
                continue;
            }

            string[] lemmas = Expand(path, value, Scalars(path, value));
            if (_sound && lemmas.Length > 0)
            {
                into.Add(new(name, SetOf(lemmas)));
            }
        }
    }

    private TieFrame? ReadTie(string path, YamlNode node, int index)
    {
        _sound = true;
        if (node is not YamlMappingNode map)
        {
            Report(PlaceOf(path, node), "LEX021", "this is no frame", "write id, tie, patterns and examples");
            return null;
        }

        CheckKeys(path, map, TieKeys);
        SourcePlace place = PlaceOf(path, map);
        string id = Scalar(path, Child(map, "id")) ?? "";
        if (id.Length == 0 || !id.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
        {
            Report(place, "LEX011", $"'{id}' is no id of a frame", "write lower-case words apart by hyphens, such as 'relies-on'");
        }

        string name = Scalar(path, Child(map, "tie")) ?? "";
        if (!TieTerms.TryParse(name, out TieKind tie))
        {
            Report(place, "LEX036", $"'{name}' is no kind of tie", "write one such as depends-on; docs/lexicon-format.md lists them");
        }

        string[] needs = Scalars(path, Child(map, "needs"));
        if (needs.Except(["other", "theme"], StringComparer.Ordinal).Any())
        {
            Report(place, "LEX021", $"needs is '{string.Join(", ", needs)}'", "write other, theme, or both");
        }

        var patterns = new List<TiePattern>();
        foreach (YamlNode item in Child(map, "patterns") as YamlSequenceNode ?? [])
        {
            if (item is YamlMappingNode pattern)
            {
                patterns.Add(ReadTiePattern(path, pattern));
            }
            else
            {
                Report(PlaceOf(path, item), "LEX021", "this is no pattern", "write '- verb: […]' and what belongs to it");
            }
        }

        if (patterns.Count == 0)
        {
            Report(place, "LEX031", "the frame has no patterns", "give at least one verb, noun or adj");
        }

        FrameExample[] examples = ReadExamples(path, map, place);
        if (!_sound)
        {
            return null;
        }

        var frame = new TieFrame
        {
            Index = index,
            Id = id,
            Tie = tie,
            NeedsOther = needs.Contains("other"),
            NeedsTheme = needs.Contains("theme"),
            Patterns = patterns,
            Examples = examples,
            Place = place.ToString(),
        };
        patterns.ForEach(pattern => pattern.Frame = frame);
        return frame;
    }

    private TiePattern ReadTiePattern(string path, YamlMappingNode map)
    {
        CheckKeys(path, map, TiePatternKeys);
        SourcePlace place = PlaceOf(path, map);
        List<Trigger> triggers = ReadTriggers(path, map, place);
        SlotPath[] holder = ReadSlots(path, Child(map, "holder"));
        if (holder.Length == 0)
        {
            Report(place, "LEX030", "the pattern does not say who holds the tie", "give holder, such as [subj]");
        }

        string? tense = Scalar(path, Child(map, "tense") ?? new YamlScalarNode("any"));
        if (tense is not ("any" or "present"))
        {
            Report(place, "LEX021", $"tense is '{tense}'", "write present, or leave it out");
        }

        return new TiePattern
        {
            IsPresent = tense == "present",
            Triggers = triggers,
            Conditions = ReadConditions(path, Child(map, "if")),
            Not = ReadConditions(path, Child(map, "not")),
            Holder = holder,
            Other = ReadSlots(path, Child(map, "other")),
            Theme = ReadSlots(path, Child(map, "theme")),
            Where = ReadSlots(path, Child(map, "where")),
            Place = place.ToString(),
        };
    }

    private void ReadAgreements(string path, RecordWords words)
    {
        if (!TryParseMap(path, "write nouns, about and stages", out YamlMappingNode? map))
        {
            return;
        }

        CheckKeys(path, map, ["nouns", "about", "stages"]);
        ReadAgreementWords(path, Child(map, "nouns"), AgreementWordRole.Name, words.Agreements);
        ReadAgreementWords(path, Child(map, "about"), AgreementWordRole.About, words.Agreements);
        if (Child(map, "stages") is not YamlMappingNode stages)
        {
            return;
        }

        foreach ((YamlNode key, YamlNode value) in stages.Children)
        {
            string name = Scalar(path, key) ?? "";
            if (!AgreementTerms.TryParse(name, out AgreementStage stage) || value is not YamlMappingNode forms)
            {
                Report(PlaceOf(path, key), "LEX036", $"'{name}' is no stage of an agreement with its words", "write a stage such as signed, and verb, noun, adj or prep below it");
                continue;
            }

            CheckKeys(path, forms, [.. StageForms.Select(form => form.Key)]);
            foreach ((string form, AgreementWordRole role) in StageForms)
            {
                if (Child(forms, form) is { } list && Expand(path, list, Scalars(path, list)) is { Length: > 0 } lemmas)
                {
                    words.Agreements.Add(new(role, SetOf(lemmas), null, [], stage, true, PlaceOf(path, list).ToString()));
                }
            }
        }
    }

    private void ReadAgreementWords(string path, YamlNode? node, AgreementWordRole role, List<AgreementWords> into)
    {
        foreach (YamlNode item in node as YamlSequenceNode ?? [])
        {
            _sound = true;
            if (item is not YamlMappingNode map)
            {
                Report(PlaceOf(path, item), "LEX021", "this is no entry", "write '{words: […], kind: trade, domain: [economic]}'");
                continue;
            }

            CheckKeys(path, map, ["words", "kind", "domain", "weak"]);
            string? kind = Scalar(path, Child(map, "kind"));
            if (kind is not null && !AgreementTerms.Kinds.Contains(kind, StringComparer.Ordinal))
            {
                Report(PlaceOf(path, map), "LEX036", $"'{kind}' is no kind of agreement", $"write one of {string.Join(", ", AgreementTerms.Kinds)}");
            }

            string[] domains = Scalars(path, Child(map, "domain"));
            foreach (string domain in domains.Except(AgreementTerms.Domains, StringComparer.Ordinal))
            {
                Report(PlaceOf(path, map), "LEX036", $"'{domain}' is no domain of agreements", $"write one of {string.Join(", ", AgreementTerms.Domains)}");
            }

            YamlNode? list = Child(map, "words");
            string[] lemmas = list is null ? [] : Expand(path, list, Scalars(path, list));
            if (lemmas.Length == 0)
            {
                Report(PlaceOf(path, map), "LEX021", "the entry has no words", "give words: […]");
            }

            if (_sound)
            {
                into.Add(new(role, SetOf(lemmas), kind, domains, null, Scalar(path, Child(map, "weak")) != "true", PlaceOf(path, map).ToString()));
            }
        }
    }

    private void ReadHedges(string path, RecordWords words)
    {
        if (!TryParse(path, out YamlNode? root))
        {
            return;
        }

        if (root is not YamlSequenceNode list)
        {
            Report(PlaceOf(path, root), "LEX021", "the file is no list of hedges", "start each with '- id: …'");
            return;
        }

        foreach (YamlNode item in list)
        {
            _sound = true;
            if (item is not YamlMappingNode map)
            {
                Report(PlaceOf(path, item), "LEX021", "this is no hedge", "write id, likelihood and its words");
                continue;
            }

            CheckKeys(path, map, ["id", "likelihood", "source", .. HedgeForms.Select(form => form.Key)]);
            string id = Scalar(path, Child(map, "id")) ?? "";
            (double? from, double? to) = ReadLikelihood(path, Child(map, "likelihood"));
            if (!_sound)
            {
                continue;
            }

            foreach ((string form, HedgeForm kind) in HedgeForms)
            {
                if (Child(map, form) is { } node && Expand(path, node, Scalars(path, node)) is { Length: > 0 } lemmas)
                {
                    words.Hedges.Add(new(id, kind, SetOf(lemmas), from, to, Scalar(path, Child(map, "source")), PlaceOf(path, node).ToString()));
                }
            }
        }
    }

    private (double? From, double? To) ReadLikelihood(string path, YamlNode? node)
    {
        if (node is null)
        {
            return (null, null);
        }

        string[] ends = Scalars(path, node);
        if (ends.Length == 2
            && double.TryParse(ends[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double from)
            && double.TryParse(ends[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double to)
            && from < to && to <= 1)
        {
            return (from, to);
        }

        Report(PlaceOf(path, node), "LEX036", $"'{string.Join(", ", ends)}' is no range of likelihood", "write two numbers from 0 to 1, such as [0.55, 0.80]");
        return (null, null);
    }

    private bool TryParseMap(string path, string help, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out YamlMappingNode? map)
    {
        map = null;
        if (!TryParse(path, out YamlNode? root))
        {
            return false;
        }

        map = root as YamlMappingNode;
        if (map is null)
        {
            Report(PlaceOf(path, root), "LEX021", "the file is no map", help);
        }

        return map is not null;
    }
}
