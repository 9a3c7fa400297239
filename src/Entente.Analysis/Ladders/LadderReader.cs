using System.Globalization;
using Entente.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Entente.Analysis.Ladders;

/// <summary>Reads ladders from YAML: lexicon/ladders.yaml shows the shape.</summary>
/// <param name="file">Its name, for the diagnostics.</param>
/// <param name="problems">Receives each fault; a file with faults yields no ladders.</param>
public sealed class LadderReader(string file, ICollection<Diagnostic> problems)
{
    private const string Embedded = "ladders.yaml";

    private static readonly Lazy<IReadOnlyList<LadderCriteria>> Shipped = new(ReadShipped);

    /// <summary>The ladders of lexicon/ladders.yaml: engagement and hostility.</summary>
    public static IReadOnlyList<LadderCriteria> Default => Shipped.Value;

    /// <summary>Reads the ladders of a file, in its order; none where there was a fault.</summary>
    public IReadOnlyList<LadderCriteria> Read(TextReader input)
    {
        int before = problems.Count;
        var yaml = new YamlStream();
        try
        {
            yaml.Load(input);
        }
        catch (YamlException problem)
        {
            Fault(problem.Start.Line, "LEX020", $"the file is no YAML: {problem.InnerException?.Message ?? problem.Message}", "mend indentation and quotes");
            return [];
        }

        if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root)
        {
            Fault(1, "LAD001", "the file holds no ladders", "write 'engagement:' and 'hostility:', each with precision and rungs");
            return [];
        }

        List<LadderCriteria> ladders = [.. root.Children.Select(child => Ladder(((YamlScalarNode)child.Key).Value!, child.Value))];
        return problems.Count == before ? ladders : [];
    }

    private static IReadOnlyList<LadderCriteria> ReadShipped()
    {
        using Stream stream = typeof(LadderReader).Assembly.GetManifestResourceStream(Embedded)!;
        using var reader = new StreamReader(stream);
        var problems = new List<Diagnostic>();
        IReadOnlyList<LadderCriteria> ladders = new LadderReader("lexicon/ladders.yaml", problems).Read(reader);
        return problems.Count == 0 ? ladders : throw new InvalidDataException(string.Join('\n', problems));
    }

    private LadderCriteria Ladder(string name, YamlNode node)
    {
        var rungs = new List<LadderRung>();
        double precision = double.NaN;
        foreach ((string key, YamlNode value) in Members(node, "precision", "rungs"))
        {
            if (key == "precision")
            {
                if (!double.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out precision) || precision is not (> 0 and < 1))
                {
                    Fault(value, $"precision is '{Text(value)}', not a number between 0 and 1", "give the share of records that are right, such as 0.8");
                }
            }
            else
            {
                rungs.AddRange(Items(value).Select((item, at) => Rung(item, at + 1)));
            }
        }

        if (rungs.Count == 0 || double.IsNaN(precision))
        {
            Fault(node, $"the ladder '{name}' lacks precision or rungs", "give both");
        }

        return new(name, precision, rungs);
    }

    private LadderRung Rung(YamlNode node, int level)
    {
        string name = "";
        LadderThreshold? climb = null, hold = null;
        IReadOnlyList<EvidenceCriterion> any = [], ends = [];
        foreach ((string key, YamlNode value) in Members(node, "name", "climb", "hold", "any", "ends"))
        {
            switch (key)
            {
                case "name":
                    name = Text(value);
                    break;
                case "climb":
                    climb = Threshold(value);
                    break;
                case "hold":
                    hold = Threshold(value);
                    break;
                case "any":
                    any = [.. Items(value).Select(Criterion)];
                    break;
                default:
                    ends = [.. Items(value).Select(Criterion)];
                    break;
            }
        }

        if (name.Length == 0 || any.Count == 0 || climb is null || hold is null)
        {
            Fault(node, $"rung {level} lacks name, climb, hold or any", "give all four");
            return new(level, name, default, default, any, ends);
        }

        if (hold.Value.Reports > climb.Value.Reports || hold.Value.Months < climb.Value.Months)
        {
            Fault(node, $"rung {level} is harder to hold than to climb: a pair would flicker on it", "hold: no more reports, no fewer months than climb");
        }

        return new(level, name, climb.Value, hold.Value, any, ends);
    }

    private LadderThreshold Threshold(YamlNode node)
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string key, YamlNode value) in Members(node, "reports", "months"))
        {
            if (!int.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number is < 1 or > 1200)
            {
                Fault(value, $"{key} is '{Text(value)}', not a number from 1 to 1200", "write such as {reports: 2, months: 12}");
            }

            values[key] = number;
        }

        if (values.Count < 2)
        {
            Fault(node, "reports or months is missing", "write such as {reports: 2, months: 12}");
        }

        return new(values.GetValueOrDefault("reports"), values.GetValueOrDefault("months"));
    }

    private EvidenceCriterion Criterion(YamlNode node)
    {
        var criterion = new EvidenceCriterion();
        foreach ((string key, YamlNode value) in Members(node, "event", "agreement", "tie", "of", "cameo"))
        {
            criterion = key switch
            {
                "event" => criterion with { Events = [.. Items(value).Select(item => Term<PloverType>(item, PloverTypes.TryParse, "category of PLOVER"))] },
                "agreement" => criterion with { Stages = [.. Items(value).Select(item => Term<AgreementStage>(item, AgreementTerms.TryParse, "stage of an agreement"))] },
                "tie" => criterion with { Ties = [.. Items(value).Select(item => Term<TieKind>(item, TieTerms.TryParse, "kind of tie"))] },
                "of" => criterion with { Terms = [.. Items(value).Select(Text)] },
                _ => criterion with { Cameo = [.. Items(value).Select(Text)] },
            };
        }

        if (criterion.Events is null && criterion.Stages is null && criterion.Ties is null)
        {
            Fault(node, "a criterion names neither event nor agreement nor tie", "write such as {event: [AID], of: [military]}");
        }

        return criterion;
    }

    private delegate bool Parse<T>(ReadOnlySpan<char> text, out T term);

    private T Term<T>(YamlNode node, Parse<T> parse, string what)
    {
        if (!parse(Text(node), out T term))
        {
            Fault(node, $"'{Text(node)}' is no {what}", "docs/analysis.md lists them");
        }

        return term;
    }

    private IEnumerable<(string Key, YamlNode Value)> Members(YamlNode node, params string[] known)
    {
        if (node is not YamlMappingNode map)
        {
            Fault(node, $"expected {string.Join(", ", known)}", "indent the keys below");
            yield break;
        }

        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            if (Array.IndexOf(known, Text(key)) < 0)
            {
                Fault(key, $"unknown key '{Text(key)}'; expected {string.Join(", ", known)}", "correct or remove it");
                continue;
            }

            yield return (Text(key), value);
        }
    }

    private static IEnumerable<YamlNode> Items(YamlNode node) => node is YamlSequenceNode list ? list.Children : [node];

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private void Fault(YamlNode node, string message, string help) => Fault(node.Start.Line, "LAD001", message, help);

    private void Fault(long line, string code, string message, string help) => problems.Add(new(file, line, code, message, help));
}
