using Entente.Records;

namespace Entente.Analysis.Agreements;

/// <summary>The agreements that records tell of, each once, with how it moved through its life.</summary>
/// <remarks>
/// Records of one document are joined where the coder says so (<see cref="Agreement.SameAs"/>). Across documents, two are
/// one agreement if their parties are the same (or some of them, with two words of the names in common), their kinds and
/// domains do not differ, their names share at least half of the words that tell, two reports of one stage can be of one
/// day, and later stages come after earlier ones, in time. A record that fits several equally well is joined to none; two
/// records of one data set of agreements (any source but our own coder) are two agreements.
/// Taken in order of date and id, so that the order of arrival changes nothing.
/// </remarks>
public sealed class AgreementRegister
{
    private AgreementRegister(IReadOnlyList<KnownAgreement> agreements, int withoutPair)
    {
        Agreements = agreements;
        WithoutPair = withoutPair;
    }

    /// <summary>By day, then id; those without a day last.</summary>
    public IReadOnlyList<KnownAgreement> Agreements { get; }

    /// <summary>Records with fewer than two parties that have a country or body: they tell of no one's agreement, and are left out.</summary>
    public int WithoutPair { get; }

    /// <summary>Finds the agreements.</summary>
    /// <param name="records">In any order.</param>
    /// <param name="options">The defaults when null.</param>
    public static AgreementRegister Of(IEnumerable<Sourced<Agreement>> records, AgreementOptions? options = null)
    {
        options ??= new();
        AgreementChain[] chains =
        [
            .. records.GroupBy(r => (r.Record.DocId, First: r.Record.SameAs ?? r.Record.Id)).Select(g => new AgreementChain(g)),
        ];
        var found = new List<AgreementChain>();
        var byPair = new Dictionary<Relation, List<AgreementChain>>();
        foreach (AgreementChain chain in chains.Where(c => c.Parties.Length >= 2).OrderBy(c => c.Day is null).ThenBy(c => c.Day).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            Place(chain, found, byPair, options);
        }

        return new(
            [.. found.Select(AgreementLife.Of).OrderBy(a => a.Day is null).ThenBy(a => a.Day).ThenBy(a => a.Id, StringComparer.Ordinal)],
            chains.Where(c => c.Parties.Length < 2).Sum(c => c.Mentions.Count));
    }

    private static void Place(AgreementChain chain, List<AgreementChain> found, Dictionary<Relation, List<AgreementChain>> byPair, AgreementOptions options)
    {
        ((double Names, double Kinds) Fit, AgreementChain Known)[] fitting =
        [
            .. Pairs(chain).SelectMany(pair => byPair.GetValueOrDefault(pair) ?? []).Distinct()
                .Select(known => (Fit: AgreementMatch.Fit(known, chain, options), Known: known)).Where(f => f.Fit is not null)
                .Select(f => (Fit: f.Fit!.Value, f.Known)).OrderByDescending(f => f.Fit.Names).ThenByDescending(f => f.Fit.Kinds).ThenBy(f => f.Known.Id, StringComparer.Ordinal),
        ];
        AgreementChain placed = chain;
        if (fitting.Length == 1 || (fitting.Length > 1 && fitting[0].Fit != fitting[1].Fit))
        {
            placed = fitting[0].Known;
            placed.Join(chain);
        }
        else
        {
            chain.MayBe.UnionWith(fitting.Select(f => f.Known.Id));
            found.Add(chain);
        }

        foreach (Relation pair in Pairs(placed))
        {
            List<AgreementChain> known = byPair.TryGetValue(pair, out List<AgreementChain>? there) ? there : byPair[pair] = [];
            if (!known.Contains(placed))
            {
                known.Add(placed);
            }
        }
    }

    private static IEnumerable<Relation> Pairs(AgreementChain chain) =>
        chain.Parties.SelectMany((one, at) => chain.Parties.Skip(at + 1).Select(other => Relation.Of(one, other)));
}
