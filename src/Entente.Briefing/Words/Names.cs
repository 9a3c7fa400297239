using Entente.Analysis.Dyads;
using Entente.Records;

namespace Entente.Briefing.Words;

/// <summary>Words for countries, bodies, sectors, categories, contexts and statuses.</summary>
internal sealed class Names(Func<string, string?>? nameOf)
{
    private const string ArmedGroups = " REB";
    private const string The = "the ";

    private static readonly Dictionary<(string Kind, string Code), string> Terms =
        WordTable.Rows("terms.tsv").ToDictionary(r => (r[0], r[1]), r => r[2]);

    /// <summary>A country, a body or a country's armed groups in words; the code itself where nobody knows a name.</summary>
    public string Party(string code) => code.EndsWith(ArmedGroups, StringComparison.Ordinal)
        ? "armed groups of " + Party(code[..^ArmedGroups.Length])
        : Terms.GetValueOrDefault(("body", code)) ?? (nameOf?.Invoke(code) is { } name ? Article(code) + name : code);

    /// <summary>The same for a line of a table: "United States", "Armed groups of Afghanistan".</summary>
    public string PartyHead(string code)
    {
        string party = Party(code);
        return Counted.Capital(party.StartsWith(The, StringComparison.Ordinal) ? party[The.Length..] : party);
    }

    /// <summary>Two parties: "Afghanistan and Russia"; "within Iran".</summary>
    public string Relation(Relation relation) =>
        relation.IsDomestic ? "within " + Party(relation.First) : $"{Party(relation.First)} and {Party(relation.Second)}";

    /// <summary>An actor or recipient: country, and who within it.</summary>
    public string Entity(Entity entity)
    {
        string words = Clean(entity.Quote.Text);
        if (entity.Code is not { } code)
        {
            return entity.Name is { Length: > 0 } known ? Named(known, entity.Role) : $"“{words}” (not identified)";
        }

        // Whether a government is recognised everywhere matters to the code, not to the sentence.
        string sectors = string.Join(", ", code.Sectors.Where(s => s != "PRE" || !code.Sectors.Contains("GOV")).Select(Sector));
        if (code.Country is not { } country)
        {
            return entity.Name is { Length: > 0 } known ? Named(known, entity.Role) : $"“{words}” ({sectors})";
        }

        string party = Party(country);
        bool isBody = Terms.ContainsKey(("body", country));
        if (entity.Name is not { Length: > 0 } name || string.Equals(name, PartyHead(country), StringComparison.OrdinalIgnoreCase))
        {
            return isBody && entity.Name is null ? $"“{words}” ({party})" : sectors.Length == 0 ? party : $"{party} ({sectors})";
        }

        return isBody ? Named(name, entity.Role) : $"{party} ({(entity.Role is { Length: > 0 } role ? $"{name}, {role}" : name)})";
    }

    /// <summary>A list of parties, each once: "A, B and C". Where somebody of a country is named, its unnamed government or office beside them goes without saying.</summary>
    public string Entities(IReadOnlyList<Entity> entities)
    {
        var named = entities.Where(IsNamed).Select(e => DyadExpansion.PartyOf(e.Code)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Counted.List([.. entities.Where(e => IsNamed(e) || DyadExpansion.PartyOf(e.Code) is not { } party || !named.Contains(party)).Select(Entity).Distinct(StringComparer.Ordinal)]);
    }

    public static string Sector(string code) => Terms.GetValueOrDefault(("sector", code), code);

    public static string Category(PloverType type) => Terms[("category", type.Code())];

    public static string Context(string code) => Terms.GetValueOrDefault(("context", code)) ?? code.Replace('_', ' ');

    public static string Status(EventStatus status) => Terms[("status", status.Code())];

    /// <summary>Categories with their counts, most first: "consultation 5, aid 2".</summary>
    public static string Categories(EventTally tally) =>
        string.Join(", ", Enum.GetValues<PloverType>().Where(t => tally[t] > 0).OrderByDescending(t => tally[t]).ThenBy(t => t)
            .Select(t => $"{Category(t)} {Counted.Number(tally[t])}"));

    // "the United States": names that carry an article in a sentence, whatever the caller's list does with it.
    private static string Article(string code) => Terms.ContainsKey(("article", code)) ? The : "";

    private bool IsNamed(Entity entity) =>
        entity.Name is { Length: > 0 } name && (entity.Code?.Country is not { } country || !string.Equals(name, PartyHead(country), StringComparison.OrdinalIgnoreCase));

    private static string Named(string name, string? role) => role is { Length: > 0 } ? $"{name} ({role})" : name;

    private static string Clean(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
