using Entente.Lexicon.Cameo;
using Entente.Lexicon.Frames;
using Entente.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Entente.Lexicon.Compiling;

/// <summary>Reads frames, classes and contexts from YAML; a frame that says anything the ontology does not know is reported and left out.</summary>
internal sealed partial class FrameReader
{
    private static readonly string[] FrameKeys = ["id", "event", "mode", "context", "cameo", "patterns", "examples"];
    private static readonly string[] PatternKeys = ["verb", "noun", "adj", "if", "not", "actor", "recipient", "reciprocal"];
    private readonly LexiconFolder _folder;
    private readonly Dictionary<string, CameoCode> _cameo;
    private readonly Dictionary<string, (string[] Words, SourcePlace Place)> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _expanded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LemmaSet> _sets = new(StringComparer.Ordinal);
    private int _patterns;
    private bool _sound;

    public FrameReader(LexiconFolder folder, IEnumerable<CameoCode> cameo)
    {
        _folder = folder;
        _cameo = cameo.ToDictionary(code => code.Code, StringComparer.Ordinal);
        foreach (string path in folder.List("frames", ".yaml").Where(IsClasses))
        {
            ReadClasses(path);
        }
    }

    public List<Frame> ReadFrames()
    {
        var frames = new List<Frame>();
        var ids = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);

        // Of frames that ask for as much the earlier counts, and a pack's count before those below it.
        foreach (string path in _folder.List("frames", ".yaml").Where(path => !IsClasses(path)).OrderByDescending(path => _folder.LayerOf(new(LexiconFolder.NameOf(path), 0))))
        {
            if (!TryParse(path, out YamlNode? root))
            {
                continue;
            }

            if (root is not YamlSequenceNode list)
            {
                Report(PlaceOf(path, root), "LEX021", "the file is no list of frames", "start each frame with '- id: …'");
                continue;
            }

            foreach (YamlNode node in list)
            {
                Frame? frame = ReadFrame(path, node, frames.Count);
                if (frame is null)
                {
                    continue;
                }

                if (ids.TryGetValue(frame.Id, out SourcePlace above) && _folder.LayerOf(above) > _folder.LayerOf(PlaceOf(path, node)))
                {
                    _folder.Replacements.Add((above, frame.Id, PlaceOf(path, node)));
                    continue;
                }

                if (!ids.TryAdd(frame.Id, PlaceOf(path, node)))
                {
                    Report(PlaceOf(path, node), "LEX029", $"frame '{frame.Id}' stands in {ids[frame.Id]} already", "choose another id, or join the two");
                    continue;
                }

                frames.Add(frame);
            }
        }

        return frames;
    }

    public List<ContextWords> ReadContexts() => ReadWords("contexts.yaml", PloverContexts.Contains, "no context of PLOVER", "write one of the 37");

    /// <summary>Fields of life whose news use the words of conflict for something else.</summary>
    public List<ContextWords> ReadDomains() => ReadWords("domains.yaml", name => name.Length > 0, "no name", "write 'sport: [match, …]'");

    private List<ContextWords> ReadWords(string path, Func<string, bool> isKnown, string fault, string remedy)
    {
        var contexts = new List<ContextWords>();
        if (!TryParse(path, out YamlNode? root))
        {
            return contexts;
        }

        if (root is not YamlMappingNode map)
        {
            Report(PlaceOf(path, root), "LEX021", "the file is no map from names to words", "write 'military: [army, troop, …]'");
            return contexts;
        }

        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            _sound = true;
            string name = Scalar(path, key) ?? "";
            if (!isKnown(name))
            {
                Report(PlaceOf(path, key), "LEX024", $"'{name}' is {fault}", remedy);
                continue;
            }

            string[] lemmas = Expand(path, value, Scalars(path, value));
            if (_sound && lemmas.Length > 0)
            {
                contexts.Add(new ContextWords(name, SetOf(lemmas)));
            }
        }

        return contexts;
    }

    private static bool IsClasses(string path) => Path.GetFileName(path).StartsWith("classes", StringComparison.Ordinal);

    private static SourcePlace PlaceOf(string path, YamlNode node) => new(LexiconFolder.NameOf(path), (int)node.Start.Line);

    private static bool IsClass(string word) => word.Length > 1 && word[0] == '$';

    private static string LemmaOf(string word) => word.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private void Report(SourcePlace place, string code, string message, string help)
    {
        _sound = false;
        _folder.Report(place, code, message, help);
    }

    private bool TryParse(string path, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out YamlNode? root)
    {
        root = null;
        if (!_folder.TryRead(path, out string text))
        {
            return false;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
            return root is not null && root is not YamlScalarNode { Value: "" or null };
        }
        catch (YamlException problem)
        {
            Report(new(LexiconFolder.NameOf(path), (int)problem.Start.Line), "LEX020", $"this is no YAML: {problem.Message}", "indent lists alike; put quotes around text with ': ' or '#'");
            return false;
        }
    }

    private void ReadClasses(string path)
    {
        if (!TryParse(path, out YamlNode? root))
        {
            return;
        }

        ReadClasses(path, root);
    }

    /// <summary>The classes of a file of frames' own, or of one that keeps its classes beside its frames.</summary>
    private void ReadClasses(string path, YamlNode root)
    {
        if (root is not YamlMappingNode map)
        {
            Report(PlaceOf(path, root), "LEX021", "this is no map from classes to lemmas", "write 'agreement: [agreement, treaty, …]'");
            return;
        }

        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            string name = Scalar(path, key) ?? "";
            if (_classes.TryGetValue(name, out var below) && _folder.LayerOf(below.Place) < _folder.LayerOf(PlaceOf(path, key)))
            {
                _folder.Replacements.Add((PlaceOf(path, key), name, below.Place));
                _classes[name] = (Scalars(path, value), PlaceOf(path, key));
            }
            else if (!_classes.TryAdd(name, (Scalars(path, value), PlaceOf(path, key))))
            {
                Report(PlaceOf(path, key), "LEX033", $"class '{name}' stands in {_classes[name].Place} already", "join the two, or choose another name");
            }
        }

        foreach ((string name, (string[] _, SourcePlace place)) in _classes.Where(entry => entry.Value.Place.File == LexiconFolder.NameOf(path)))
        {
            if (IsCircular(name, []))
            {
                Report(place, "LEX033", $"class '{name}' contains itself", "remove one of the references");
                _expanded[name] = [];
            }
        }
    }

    private bool IsCircular(string name, HashSet<string> above) =>
        !above.Add(name)
        || (_classes.TryGetValue(name, out var found) && found.Words.Any(word => IsClass(word) && IsCircular(word[1..], [.. above])));

    private Frame? ReadFrame(string path, YamlNode node, int index)
    {
        _sound = true;
        if (node is not YamlMappingNode map)
        {
            Report(PlaceOf(path, node), "LEX021", "this is no frame", "write id, event, patterns and examples");
            return null;
        }

        CheckKeys(path, map, FrameKeys);
        string id = Scalar(path, Child(map, "id")) ?? "";
        SourcePlace place = PlaceOf(path, map);
        if (id.Length == 0 || !id.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
        {
            Report(place, "LEX011", $"'{id}' is no id of a frame", "write lower-case words apart by hyphens, such as 'sign-agreement'");
        }

        string category = Scalar(path, Child(map, "event")) ?? "";
        if (!PloverTypes.TryParse(category, out PloverType type))
        {
            Report(place, "LEX022", $"'{category}' is no category of PLOVER", "write one of the sixteen, in capitals");
            return null;
        }

        string[] modes = Scalars(path, Child(map, "mode"));
        foreach (string mode in modes.Where(mode => !type.HasMode(mode)))
        {
            Report(place, "LEX023", $"'{mode}' is no mode of {category}", "write a mode of that category, or none");
        }

        string[] contexts = Scalars(path, Child(map, "context"));
        foreach (string context in contexts.Where(context => !PloverContexts.Contains(context)))
        {
            Report(place, "LEX024", $"'{context}' is no context of PLOVER", "write one of the 37, or none");
        }

        string? cameo = Scalar(path, Child(map, "cameo"));
        cameo = cameo is { Length: 0 } ? null : cameo;
        CheckCameo(place, type, cameo);
        List<FramePattern> patterns = ReadPatterns(path, map, place);
        FrameExample[] examples = ReadExamples(path, map, place);
        if (type is PloverType.Cooperate or PloverType.Aid or PloverType.Sanction && patterns.Any(pattern => pattern.Recipient.Count == 0 && !pattern.Reciprocal))
        {
            Report(place, "LEX034", $"{category} needs a recipient, and a pattern names no slot for one", "give recipient, or reciprocal: true where several actors do it together");
        }

        if (!_sound)
        {
            return null;
        }

        var frame = new Frame
        {
            Index = index,
            Id = id,
            Type = type,
            Modes = modes,
            Contexts = contexts,
            Cameo = cameo,
            Patterns = patterns,
            Examples = examples,
            Place = place.ToString(),
        };
        patterns.ForEach(pattern => pattern.Frame = frame);
        return frame;
    }

    private void CheckCameo(SourcePlace place, PloverType type, string? cameo)
    {
        if (cameo is null)
        {
            return;
        }

        if (!_cameo.TryGetValue(cameo, out CameoCode? entry))
        {
            Report(place, "LEX025", $"'{cameo}' is no CAMEO code", "write a code of lexicon/cameo.tsv in quotes, or leave it out");
        }
        else if (entry.Type is { } other && other != type && !(IsYielding(other) && IsYielding(type)))
        {
            Report(place, "LEX026", $"CAMEO {cameo} ({entry.Label}) is {other.Code()}, and the frame {type.Code()}", "choose a code of the frame's category, or leave it out");
        }
    }

    /// <summary>CAMEO's 08 is parted between two categories by whether the act is said or done, which its codes do not tell.</summary>
    private static bool IsYielding(PloverType type) => type is PloverType.Concede or PloverType.Retreat;

    private List<FramePattern> ReadPatterns(string path, YamlMappingNode map, SourcePlace place)
    {
        var patterns = new List<FramePattern>();
        if (Child(map, "patterns") is not YamlSequenceNode list || list.Children.Count == 0)
        {
            Report(place, "LEX031", "the frame has no patterns", "give at least one verb, noun or adj");
            return patterns;
        }

        foreach (YamlNode node in list)
        {
            if (node is YamlMappingNode pattern)
            {
                patterns.Add(ReadPattern(path, pattern, patterns.Count));
            }
            else
            {
                Report(PlaceOf(path, node), "LEX021", "this is no pattern", "write '- verb: […]' and what belongs to it");
            }
        }

        return patterns;
    }

    private FramePattern ReadPattern(string path, YamlMappingNode map, int number)
    {
        CheckKeys(path, map, PatternKeys);
        SourcePlace place = PlaceOf(path, map);
        List<Trigger> triggers = ReadTriggers(path, map, place);
        SlotPath[] actor = ReadSlots(path, Child(map, "actor"));
        if (actor.Length == 0)
        {
            Report(place, "LEX030", "the pattern does not say who acts", "give actor, such as [subj]; [nobody] where nobody is named");
        }

        string? reciprocal = Scalar(path, Child(map, "reciprocal"));
        if (reciprocal is not (null or "true" or "false"))
        {
            Report(place, "LEX021", $"reciprocal is '{reciprocal}'", "write true, or leave it out");
        }

        return new FramePattern
        {
            Number = number,
            Order = _patterns++,
            Triggers = triggers,
            Conditions = [.. ReadConditions(path, Child(map, "if"))],
            Not = [.. ReadConditions(path, Child(map, "not"))],
            Actor = actor,
            Recipient = ReadSlots(path, Child(map, "recipient")),
            Reciprocal = reciprocal == "true",
            Place = place.ToString(),
        };
    }

    private List<Trigger> ReadTriggers(string path, YamlMappingNode map, SourcePlace place)
    {
        var triggers = new List<Trigger>();
        int kinds = 0;
        foreach ((string key, TriggerKind kind) in new[] { ("verb", TriggerKind.Verb), ("noun", TriggerKind.Noun), ("adj", TriggerKind.Adjective), ("prep", TriggerKind.Preposition) })
        {
            if (Child(map, key) is { } words)
            {
                kinds++;
                triggers.AddRange(Expand(path, words, Scalars(path, words)).Select(lemma => TriggerOf(kind, lemma)));
            }
        }

        if (kinds != 1 || triggers.Count == 0)
        {
            Report(place, "LEX031", "the pattern has no trigger, or several kinds", "give one of verb, noun and adj (of ties also prep), with lemmas");
        }

        return triggers;
    }

    private static Trigger TriggerOf(TriggerKind kind, string lemma)
    {
        string[] words = lemma.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return kind == TriggerKind.Verb
            ? new Trigger(kind, words[0], words.Length > 1 ? string.Join('_', words[1..]) : null, [])
            : new Trigger(kind, words[^1], null, words[..^1]);
    }

    private SlotPath[] ReadSlots(string path, YamlNode? node)
    {
        var slots = new List<SlotPath>();
        foreach (string text in Scalars(path, node))
        {
            if (SlotPath.TryParse(text, out SlotPath slot))
            {
                slots.Add(slot);
            }
            else
            {
                Report(PlaceOf(path, node!), "LEX030", $"'{text}' is no slot", "write slots such as subj, obj.of, with, inner.recipient");
            }
        }

        return [.. slots];
    }

    private List<Condition> ReadConditions(string path, YamlNode? node)
    {
        var conditions = new List<Condition>();
        if (node is null)
        {
            return conditions;
        }

        if (node is not YamlMappingNode map)
        {
            Report(PlaceOf(path, node), "LEX021", "this is no map from slots to words", "write {obj: [$agreement]}");
            return conditions;
        }

        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            string slot = Scalar(path, key) ?? "";
            if (!SlotPath.TryParse(slot, out SlotPath at))
            {
                Report(PlaceOf(path, key), "LEX030", $"'{slot}' is no slot", "write slots such as obj, obj.of, with, word");
                continue;
            }

            conditions.Add(ReadCondition(path, at, value));
        }

        return conditions;
    }

    private Condition ReadCondition(string path, SlotPath slot, YamlNode node)
    {
        var values = ConditionValues.None;
        var categories = new List<PloverType>();
        var words = new List<string>();
        foreach (string word in Scalars(path, node))
        {
            switch (word)
            {
                case "actor":
                    values |= ConditionValues.Actor;
                    break;
                case "any":
                    values |= ConditionValues.Any;
                    break;
                case "none":
                    values |= ConditionValues.Absent;
                    break;
                case "event":
                    values |= ConditionValues.Event;
                    break;
                case "named_place":
                    values |= ConditionValues.Place;
                    break;
                default:
                    if (!word.StartsWith("EVENT:", StringComparison.Ordinal))
                    {
                        words.Add(word);
                    }
                    else if (PloverTypes.TryParse(word.AsSpan(6), out PloverType category))
                    {
                        values |= ConditionValues.EventOfCategory;
                        categories.Add(category);
                    }
                    else
                    {
                        Report(PlaceOf(path, node), "LEX022", $"'{word[6..]}' is no category of PLOVER", "write EVENT: and one of the sixteen, in capitals");
                    }

                    break;
            }
        }

        string[] lemmas = Expand(path, node, words);
        if (lemmas.Length == 0 && values == ConditionValues.None)
        {
            Report(PlaceOf(path, node), "LEX021", $"the condition on '{slot}' names nothing", "give lemmas, a $class, actor, any, none, event or place");
        }

        return new Condition(slot, lemmas.Length == 0 ? null : SetOf(lemmas), values, categories);
    }

    private FrameExample[] ReadExamples(string path, YamlMappingNode map, SourcePlace place)
    {
        YamlNode? node = Child(map, "examples");
        if (node is not YamlSequenceNode list || list.Children.Count == 0)
        {
            if (_folder.LayerOf(place) == 0)
            {
                Report(place, "LEX028", "the frame has no example", "give at least one: \"DAY text => EVENT ACTOR -> RECIPIENT\"");
            }

            return [];
        }

        var examples = new List<FrameExample>();
        foreach (YamlNode item in list)
        {
            string text = Scalar(path, item) ?? "";
            bool dated = text.Length > 11 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);
            if (!dated || !text.Contains(" => ", StringComparison.Ordinal))
            {
                Report(PlaceOf(path, item), "LEX032", $"'{text}' is no example", "write \"DAY text => EVENT ACTOR -> RECIPIENT\", or \"… => none\"");
            }

            examples.Add(new FrameExample(text, PlaceOf(path, item).ToString()));
        }

        return [.. examples];
    }

    /// <summary>Lemmas, lower case, classes expanded, each once, in ordinal order.</summary>
    private string[] Expand(string path, YamlNode node, IEnumerable<string> words)
    {
        var lemmas = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string word in words)
        {
            if (!IsClass(word))
            {
                lemmas.Add(LemmaOf(word));
            }
            else if (ClassOf(word[1..]) is { } found)
            {
                lemmas.UnionWith(found);
            }
            else
            {
                Report(PlaceOf(path, node), "LEX027", $"no class is called '{word}'", "define it in frames/classes-*.yaml, or correct the name");
            }
        }

        lemmas.Remove("");
        return [.. lemmas];
    }

    private string[]? ClassOf(string name)
    {
        if (_expanded.TryGetValue(name, out string[]? done))
        {
            return done;
        }

        if (!_classes.TryGetValue(name, out var found))
        {
            return null;
        }

        var lemmas = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string word in found.Words)
        {
            if (!IsClass(word))
            {
                lemmas.Add(LemmaOf(word));
            }
            else if (ClassOf(word[1..]) is { } inner)
            {
                lemmas.UnionWith(inner);
            }
            else
            {
                _folder.Report(found.Place, "LEX027", $"class '{name}' names '{word}', and no class is called so", "define it, or correct the name");
            }
        }

        return _expanded[name] = [.. lemmas];
    }

    private LemmaSet SetOf(string[] lemmas)
    {
        string key = string.Join(' ', lemmas);
        if (!_sets.TryGetValue(key, out LemmaSet? set))
        {
            _sets.Add(key, set = new LemmaSet(lemmas));
        }

        return set;
    }

    private void CheckKeys(string path, YamlMappingNode map, string[] known)
    {
        foreach (YamlNode key in map.Children.Keys)
        {
            string name = Scalar(path, key) ?? "";
            if (Array.IndexOf(known, name) < 0)
            {
                Report(PlaceOf(path, key), "LEX021", $"'{name}' is not known here", $"write one of {string.Join(", ", known)}");
            }
        }
    }

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? child) ? child : null;

    private string? Scalar(string path, YamlNode? node)
    {
        if (node is null or YamlScalarNode)
        {
            return (node as YamlScalarNode)?.Value;
        }

        Report(PlaceOf(path, node), "LEX021", "a single value is expected here", "write one word or text");
        return null;
    }

    private string[] Scalars(string path, YamlNode? node) => node switch
    {
        null => [],
        YamlScalarNode { Value: null or "" } => [],
        YamlScalarNode one => [one.Value],
        YamlSequenceNode list => [.. list.Select(item => Scalar(path, item) ?? "").Where(value => value.Length > 0)],
        _ => [Scalar(path, node) ?? ""],
    };
}
