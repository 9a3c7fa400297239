using System.Globalization;
using Entente.Records;

namespace Entente.Coding.Tests.Specs;

/// <summary>A record that is no event, as examples and specs write it: <c>depends-on ARM MIL -> RUS GOV | theme=spare parts, kind=equipment</c>.</summary>
/// <remarks>The head is a tie's kind, <c>agreement</c>, <c>bargain</c> or <c>assessment</c>, with a status after a slash; values end at the next <c>, name=</c>.</remarks>
internal static class ExpectedRecord
{
    private static readonly System.Text.RegularExpressions.Regex Fields = new(@"(?:^|,\s*)(?<name>[a-zA-Z]+)=(?<value>.*?)(?=,\s*[a-zA-Z]+=|$)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>What is wanting, in words; null where each wanted record is there and no other of those kinds.</summary>
    public static string? Complaint(string expected, CodedRecords coded, Func<string, bool> isKind)
    {
        List<(string Head, Func<string, string> Value)> found = [.. All(coded).Where(record => isKind(record.Kind)).Select(record => (record.Head, record.Value))];
        string all = string.Join("\n         ", found.Select(record => record.Head));
        string[] wanted = expected.Trim() == "none" ? [] : expected.Split(" ; ");
        foreach (string one in wanted)
        {
            string[] halves = one.Split('|', 2, StringSplitOptions.TrimEntries);
            int at = found.FindIndex(record => record.Head == halves[0].Trim() && Fields.Matches(halves.Length > 1 ? halves[1] : "").All(field => record.Value(field.Groups["name"].Value) == field.Groups["value"].Value.Trim()));
            if (at < 0)
            {
                int near = found.FindIndex(record => record.Head == halves[0].Trim());
                string values = near < 0 ? "" : string.Join(", ", Fields.Matches(halves.Length > 1 ? halves[1] : "").Select(field => $"{field.Groups["name"].Value}={found[near].Value(field.Groups["name"].Value)}"));
                return $"wanted {one}\n  coded  {(all.Length == 0 ? "none" : all)} {values}";
            }

            found.RemoveAt(at);
        }

        return found.Count == 0 ? null : $"wanted {expected}\n  coded  {all}";
    }

    private static IEnumerable<(string Kind, string Head, Func<string, string> Value)> All(CodedRecords coded)
    {
        foreach (Tie tie in coded.Ties)
        {
            yield return ("tie", Head(tie.Kind.Code(), tie.Status, tie.Holder, tie.Other), name => name switch
            {
                "theme" => tie.Theme?.Quote.Text ?? "",
                "kind" => tie.Theme?.Kind ?? "",
                "where" => tie.Where?.Text ?? "",
                "by" => tie.Attribution?.Text ?? "",
                "claimed" => tie.Claimed ? "yes" : "no",
                "rule" => tie.Rule ?? "",
                _ => throw new FormatException($"'{name}' is nothing a tie can be held to."),
            });
        }

        foreach (Bargain bargain in coded.Bargains)
        {
            yield return ("bargain", Head("bargain", bargain.Status, [.. bargain.Gives.Select(side => side.Party).OfType<Entity>()], []), name => name switch
            {
                "gives" => string.Join(" + ", bargain.Gives.Select(side => side.Theme.Text)),
                "gets" => string.Join(" + ", bargain.Gets.Select(side => side.Theme.Text)),
                "by" => bargain.Attribution?.Text ?? "",
                _ => throw new FormatException($"'{name}' is nothing a bargain can be held to."),
            });
        }

        foreach (Agreement agreement in coded.Agreements)
        {
            yield return ("agreement", Head(agreement.Stage.Code(), agreement.Status, agreement.Parties, []), name => name switch
            {
                "kind" => string.Join('+', agreement.Kind),
                "domain" => string.Join('+', agreement.Domain),
                "name" => agreement.Name,
                "signers" => string.Join(" + ", agreement.Signers.Select(signer => signer.Quote.Text)),
                "place" => agreement.Location?.Quote.Text ?? "",
                "date" => agreement.Date?.ToString() ?? "",
                "same" => agreement.SameAs is null ? "no" : coded.Agreements.Any(other => other.Id == agreement.SameAs && other.SameAs is null) ? "yes" : "dangling",
                _ => throw new FormatException($"'{name}' is nothing an agreement can be held to."),
            });
        }

        foreach (Assessment assessment in coded.Assessments)
        {
            yield return ("assessment", "assessment", name => name switch
            {
                "claim" => assessment.Claim.Text,
                "hedge" => assessment.Hedge?.Text ?? "",
                "likelihood" => assessment.LikelihoodFrom is { } from ? string.Create(CultureInfo.InvariantCulture, $"{from:0.00}-{assessment.LikelihoodTo:0.00}") : "none",
                "author" => assessment.Author?.Text ?? "",
                "about" => string.Join(" + ", assessment.About.Select(Name)),
                _ => throw new FormatException($"'{name}' is nothing an assessment can be held to."),
            });
        }
    }

    private static string Head(string kind, EventStatus status, IReadOnlyList<Entity> left, IReadOnlyList<Entity> right)
    {
        string names = string.Join(" + ", left.Select(Name)), others = string.Join(" + ", right.Select(Name));
        return $"{kind}{(status == EventStatus.Reported ? "" : "/" + status.Code())} {names}{(others.Length > 0 ? " -> " + others : "")}".Trim();
    }

    private static string Name(Entity entity) => entity.Code?.Text ?? $"\"{entity.Quote.Text}\"";
}
