using Entente.Lexicon.Frames;
using Entente.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Entente.Lexicon.Ontologies;

/// <summary>Reads categories from YAML: docs/ontologies.md shows the shape. A category that asks for what there is not, or for what can never be, is reported and left out.</summary>
/// <param name="terms">What conditions may ask for.</param>
/// <param name="problems">Receives each fault.</param>
internal sealed class OntologyReader(OntologyTerms terms, ICollection<Diagnostic> problems)
{
    private static readonly string[] CategoryKeys = ["label", "description", "when", "not"];
    private static readonly string[] ConditionKeys = ["event", "quad", "mode", "context", "cameo", "frame", "trigger", "status", "claimed", "actor", "recipient", "party", "place"];
    private string _file = "";
    private bool _sound;

    /// <summary>The categories of a file that hold, in its order.</summary>
    public List<OntologyCategory> Read(OntologyFile file)
    {
        _file = file.Name;
        var found = new List<OntologyCategory>();
        if (Root(file.Text) is not { } root)
        {
            return found;
        }

        if (root is not YamlSequenceNode list)
        {
            Fault(root, "LEX021", "the file is no list of categories", "start each category with '- label: …'");
            return found;
        }

        foreach (YamlNode node in list)
        {
            if (Category(node) is { } category)
            {
                if (found.Find(other => other.Label == category.Label) is { } first)
                {
                    Fault(node, "LEX051", $"the category '{category.Label}' stands in {first.Place} already", "join the two, as two conditions under 'when', or choose another name");
                }
                else
                {
                    found.Add(category);
                }
            }
        }

        return found;
    }

    private YamlNode? Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            YamlNode? root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
            return root is YamlScalarNode { Value: "" or null } ? null : root;
        }
        catch (YamlException problem)
        {
            problems.Add(new(_file, problem.Start.Line, "LEX020", $"this is no YAML: {problem.InnerException?.Message ?? problem.Message}", "indent lists alike; put quotes around what starts with '*' and around text with ': ' or '#'"));
            return null;
        }
    }

    private OntologyCategory? Category(YamlNode node)
    {
        _sound = true;
        Dictionary<string, YamlNode> parts = Parts(node, CategoryKeys);
        if (parts.Count == 0)
        {
            return null;
        }

        string label = parts.TryGetValue("label", out YamlNode? name) ? One(name) : "";
        if (label.Length == 0 || !label.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
        {
            Fault(name ?? node, "LEX011", $"'{label}' is no name of a category", "write lower-case words apart by hyphens, such as 'energy-coercion'");
        }

        string description = parts.TryGetValue("description", out YamlNode? words) ? One(words).Trim() : "";
        if (description.Length == 0)
        {
            Fault(words ?? node, "LEX053", $"the category '{label}' does not say what it means", "give a description, in a sentence or two");
        }

        List<OntologyCondition> when = parts.TryGetValue("when", out YamlNode? conditions) ? Conditions(conditions) : [];
        List<OntologyCondition> not = parts.TryGetValue("not", out YamlNode? exceptions) ? Conditions(exceptions) : [];
        if (conditions is null)
        {
            Fault(node, "LEX053", $"the category '{label}' does not say which events belong to it", "give 'when', such as 'when: {event: [SANCTION], context: [natural_resource]}'");
        }
        else if (_sound && when.TrueForAll(one => not.Exists(one.Implies)))
        {
            Fault(exceptions ?? node, "LEX052", $"no event can be '{label}': 'not' takes out all that 'when' lets in", "narrow 'not', or remove it");
        }

        return _sound
            ? new() { Label = label, Description = description, When = when, Not = not, Place = FormattableString.Invariant($"{_file}:{node.Start.Line}") }
            : null;
    }

    /// <summary>One condition, or a list of them.</summary>
    private List<OntologyCondition> Conditions(YamlNode node)
    {
        var found = new List<OntologyCondition>();
        foreach (YamlNode item in Items(node))
        {
            Dictionary<string, YamlNode> parts = Parts(item, ConditionKeys);
            if (item is YamlMappingNode { Children.Count: 0 })
            {
                Fault(item, "LEX053", "the condition asks for nothing", $"write one of {string.Join(", ", ConditionKeys)}");
            }
            else if (parts.Count > 0)
            {
                found.Add(Condition(item, parts));
            }
        }

        if (found.Count == 0 && node is YamlSequenceNode { Children.Count: 0 })
        {
            Fault(node, "LEX053", "there is no condition in the list", "write one, or remove the key");
        }

        return found;
    }

    private OntologyCondition Condition(YamlNode node, Dictionary<string, YamlNode> parts)
    {
        int before = problems.Count;
        var condition = new OntologyCondition
        {
            Event = Values(parts, "event", Event),
            Quad = Values(parts, "quad", QuadOf),
            Mode = Values(parts, "mode", Mode),
            Context = Values(parts, "context", Context),
            Cameo = Values(parts, "cameo", Cameo),
            Frame = Values(parts, "frame", FrameId),
            Trigger = Values(parts, "trigger", Words),
            Status = Values(parts, "status", Status),
            Claimed = parts.TryGetValue("claimed", out YamlNode? claimed) ? Truth(claimed) : null,
            Actor = Values(parts, "actor", Party),
            Recipient = Values(parts, "recipient", Party),
            Party = Values(parts, "party", EitherParty),
            Place = Values(parts, "place", Country)?.SelectMany(codes => codes).ToArray(),
        };
        if (problems.Count == before && new PossibleTypes(terms).WhyNever(condition) is { } why)
        {
            Fault(node, "LEX052", why, "take out what does not go together, or write two conditions under 'when', each of which is enough");
        }

        return condition;
    }

    private T[]? Values<T>(Dictionary<string, YamlNode> parts, string key, Func<YamlNode, string, T?> read)
    {
        if (!parts.TryGetValue(key, out YamlNode? node))
        {
            return null;
        }

        YamlNode[] items = [.. Items(node)];
        if (items.Length == 0)
        {
            Fault(node, "LEX053", $"'{key}' asks for nothing", "write a value, or remove the key");
        }

        return [.. items.Select(item => read(item, One(item))).Where(value => value is not null).Select(value => value!)];
    }

    private PloverType Event(YamlNode node, string name)
    {
        if (!PloverTypes.TryParse(name, out PloverType type))
        {
            Fault(node, "LEX022", $"'{name}' is no category of PLOVER", $"write one of {string.Join(", ", Enum.GetValues<PloverType>().Select(known => known.Code()))}");
        }

        return type;
    }

    private Quad QuadOf(YamlNode node, string name)
    {
        Quad[] known = Enum.GetValues<Quad>();
        int at = Array.FindIndex(known, quad => quad.Code() == name);
        if (at < 0)
        {
            Fault(node, "LEX054", $"'{name}' is no quad", $"write one of {string.Join(", ", known.Select(quad => quad.Code()))}");
        }

        return known[Math.Max(at, 0)];
    }

    private string Mode(YamlNode node, string name)
    {
        if (!Enum.GetValues<PloverType>().Any(type => type.HasMode(name)))
        {
            Fault(node, "LEX023", $"'{name}' is no mode of any category", "write a mode as records have it, such as arrest or third-party");
        }

        return name;
    }

    private string Context(YamlNode node, string name)
    {
        if (!PloverContexts.Contains(name))
        {
            Fault(node, "LEX024", $"'{name}' is no context of PLOVER", $"write one of {string.Join(", ", PloverContexts.All)}");
        }

        return name;
    }

    private string Cameo(YamlNode node, string pattern)
    {
        if (!terms.Cameo.Any(code => Glob.Fits(pattern, code.Code)))
        {
            Fault(node, "LEX025", $"no CAMEO code is '{pattern}'", "write a code of lexicon/cameo.tsv with its leading 0, or its first digits and '*', such as \"17*\"");
        }

        return pattern;
    }

    private string FrameId(YamlNode node, string pattern)
    {
        if (!terms.Frames.Any(frame => Glob.Fits(pattern, frame.Id)))
        {
            string[] words = pattern.Split('-', '*');
            string[] near = [.. terms.Frames.Select(frame => (frame.Id, Shared: frame.Id.Split('-').Intersect(words, StringComparer.Ordinal).Count())).Where(known => known.Shared > 0).OrderByDescending(known => known.Shared).ThenBy(known => known.Id, StringComparer.Ordinal).Take(5).Select(known => known.Id)];
            Fault(node, "LEX050", $"no frame has the id '{pattern}'", near.Length > 0 ? $"frames of like names: {string.Join(", ", near)}" : "write the id of a frame in lexicon/frames or in a pack, with '*' for any characters");
        }

        return pattern;
    }

    private string Words(YamlNode node, string pattern)
    {
        if (pattern.All(c => c is '*' or ' '))
        {
            Fault(node, "LEX053", $"'{pattern}' asks for no word", "write a word as it stands in texts, with '*' for its endings, such as \"mediat*\"");
        }

        return pattern.ToLowerInvariant();
    }

    private EventStatus Status(YamlNode node, string name)
    {
        if (!EventStatuses.TryParse(name, out EventStatus status))
        {
            Fault(node, "LEX054", $"'{name}' is no status", $"write one of {string.Join(", ", Enum.GetValues<EventStatus>().Select(known => known.Code()))}");
        }

        return status;
    }

    private bool? Truth(YamlNode node)
    {
        string text = One(node);
        if (text is not ("true" or "false"))
        {
            Fault(node, "LEX054", $"claimed is '{text}'", "write true or false");
        }

        return text == "true";
    }

    private PartyPattern? EitherParty(YamlNode node, string text)
    {
        if (text == "none")
        {
            Fault(node, "LEX052", "every event has a party", "write none under recipient, where nobody is named");
        }

        return Party(node, text);
    }

    private PartyPattern? Party(YamlNode node, string text)
    {
        if (text == "none")
        {
            return new() { Text = text, IsNone = true };
        }

        HashSet<string>? countries = null;
        var sectors = new List<string>();
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ActorCode.IsSector(part))
            {
                sectors.Add(part);
            }
            else if (Country(node, part) is { } codes)
            {
                countries = countries is null ? [.. codes] : [.. countries.Intersect(codes, StringComparer.Ordinal)];
            }
        }

        if (countries is null && sectors.Count == 0)
        {
            return null;
        }

        if (countries?.Count == 0)
        {
            Fault(node, "LEX052", $"nobody is of all that '{text}' names", "write two values, each of which is enough");
        }

        return new() { Text = text, Countries = countries is null ? null : [.. countries.Order(StringComparer.Ordinal)], Sectors = sectors };
    }

    /// <summary>The codes of a country or body, or of a region's states; null where it is neither.</summary>
    private IReadOnlyList<string>? Country(YamlNode node, string text)
    {
        if (terms.IsCountry(text))
        {
            return [text];
        }

        if (terms.MembersOf(text) is { Count: > 0 } members)
        {
            return members;
        }

        Fault(node, "LEX008", $"'{text}' is neither a state or body, nor a region, nor one of PLOVER's sectors", $"write a code such as RUS, IGO or 'RUS GOV', or a region: {string.Join(", ", terms.Regions)}");
        return null;
    }

    private Dictionary<string, YamlNode> Parts(YamlNode node, string[] known)
    {
        var parts = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is not YamlMappingNode map)
        {
            Fault(node, "LEX021", "a list of keys with values is expected here", $"write one of {string.Join(", ", known)}, a colon and the value");
            return parts;
        }

        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            string name = One(key);
            if (Array.IndexOf(known, name) < 0)
            {
                Fault(key, "LEX021", $"'{name}' is not known here", $"write one of {string.Join(", ", known)}");
            }
            else
            {
                parts[name] = value;
            }
        }

        return parts;
    }

    private static IEnumerable<YamlNode> Items(YamlNode node) => node is YamlSequenceNode list ? list.Children : [node];

    private string One(YamlNode node)
    {
        if (node is YamlScalarNode scalar)
        {
            return scalar.Value ?? "";
        }

        Fault(node, "LEX021", "a single value is expected here", "write one word or text");
        return "";
    }

    private void Fault(YamlNode node, string code, string message, string help)
    {
        _sound = false;
        problems.Add(new(_file, node.Start.Line, code, message, help));
    }
}
