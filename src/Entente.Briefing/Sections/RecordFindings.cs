using Entente.Briefing.Words;

namespace Entente.Briefing.Sections;

/// <summary>What stands out of the sections: the first line of each, as the text tells it.</summary>
internal static class RecordFindings
{
    private const int LongestFinding = 260;

    private static readonly Dictionary<string, string> Openings = new(StringComparer.Ordinal)
    {
        ["agreements"] = "Agreement", ["architecture"] = "Security", ["dependence"] = "Dependence", ["leverage"] = "Leverage", ["bargains"] = "Bargain",
        ["shift"] = "Shift", ["signals"] = "Signal", ["network"] = "Architecture", ["equation"] = "Role", ["confidence"] = "Confidence", ["labels"] = "Own categories",
    };

    /// <summary>One finding for each section; inferences are only counted, never told as findings.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<BriefSection> sections)
    {
        foreach (BriefSection section in sections.Where(section => section.Groups.Count > 0))
        {
            int items = section.Groups.Sum(group => group.Items.Count + group.Unlisted);
            if (section.Id == "inferences")
            {
                yield return new($"{Counted.Of(items, "inference")} of the authors {(items == 1 ? "is" : "are")} listed as such, apart from what is reported.", section.Id);
                continue;
            }

            SectionItem first = section.Groups[0].Items[0];
            string standing = section.Id == "agreements" ? $" ({string.Join(", ", first.Codes.First(code => code.Key == "stage").Value)})" : first.Facts.Count > 0 ? $" ({first.Facts[0]})" : "";
            yield return new($"{Openings[section.Id]}: {Counted.Short(first.Text, LongestFinding)}{standing}.{(items > 1 ? $" {Counted.Number(items - 1)} more." : "")}", section.Id);
        }
    }
}
