using Entente.Coding;
using Entente.Records;

namespace Entente.Corpora;

/// <summary>A record in the shape of the corpus' notes, so that the two can be laid side by side.</summary>
/// <param name="Kind">agreement, tie, bargain or assessment.</param>
/// <param name="Tie">The tie's kind; null for the others.</param>
/// <param name="Evidence">Where the record was read.</param>
/// <param name="Confidence">Probability that it is right, as the coder says.</param>
/// <param name="Parties">The parties by the corpus' key.</param>
/// <param name="Quotes">The words by the corpus' key.</param>
/// <param name="Fields">What is chosen from a list, by the corpus' key; empty for nothing chosen.</param>
internal sealed record NoteShape(
    string Kind,
    TieKind? Tie,
    TextSpan Evidence,
    double Confidence,
    IReadOnlyDictionary<string, IReadOnlyList<Entity>> Parties,
    IReadOnlyDictionary<string, IReadOnlyList<Quote>> Quotes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>All records but events, kind by kind in text order.</summary>
    public static IEnumerable<NoteShape> Of(CodedRecords records) =>
        records.Agreements.Select(Of).Concat(records.Ties.SelectMany(Of)).Concat(records.Bargains.Select(Of)).Concat(records.Assessments.Select(Of));

    private static NoteShape Of(Agreement record) => new(
        "agreement", null, record.Evidence.Span, record.Confidence,
        By<Entity>(("parties", record.Parties), ("signers", record.Signers)),
        By<Quote>(),
        By<string>(("kind", record.Kind), ("domain", record.Domain), ("stage", [record.Stage.Code()])));

    /// <summary>Ties are scored pair by pair: one of two holders and two others is four.</summary>
    private static IEnumerable<NoteShape> Of(Tie record) =>
        from holder in record.Holder
        from other in record.Other.DefaultIfEmpty()
        select new NoteShape(
            "tie", record.Kind, record.Evidence.Span, record.Confidence,
            By<Entity>(("holder", [holder]), ("other", other is null ? [] : [other])),
            By(("theme", One(record.Theme?.Quote))),
            By("kind", record.Kind == TieKind.IsThreatenedBy ? record.Theme?.Kind : null));

    /// <summary>The same of a note.</summary>
    public static IEnumerable<CorpusNote> Pairs(CorpusNote note)
    {
        if (note.Tie is null)
        {
            return [note];
        }

        return from holder in Of("holder") from other in Of("other") select note with { Parties = By<CorpusParty>(("holder", holder), ("other", other)) };

        IEnumerable<IReadOnlyList<CorpusParty>> Of(string key) =>
            note.Parties.TryGetValue(key, out IReadOnlyList<CorpusParty>? parties) && parties.Count > 0 ? parties.Select(party => (IReadOnlyList<CorpusParty>)[party]) : [[]];
    }

    private static NoteShape Of(Bargain record) => new(
        "bargain", null, record.Evidence.Span, record.Confidence,
        By<Entity>(("gives", [.. record.Gives.Select(side => side.Party).OfType<Entity>()]), ("gets", [.. record.Gets.Select(side => side.Party).OfType<Entity>()])),
        By<Quote>(("gives", [.. record.Gives.Select(side => side.Theme)]), ("gets", [.. record.Gets.Select(side => side.Theme)])),
        By<string>());

    private static NoteShape Of(Assessment record) => new(
        "assessment", null, record.Claim.Span, record.Confidence,
        By<Entity>(("about", record.About)),
        By(("claim", One(record.Claim)), ("hedge", One(record.Hedge))),
        By("likelihood", record is { LikelihoodFrom: { } from, LikelihoodTo: { } to } ? FormattableString.Invariant($"{from:0.00}-{to:0.00}") : null));

    private static Dictionary<string, IReadOnlyList<T>> By<T>(params ReadOnlySpan<(string Key, IReadOnlyList<T> Values)> pairs)
    {
        var by = new Dictionary<string, IReadOnlyList<T>>(StringComparer.Ordinal);
        foreach ((string key, IReadOnlyList<T> values) in pairs)
        {
            by.Add(key, values);
        }

        return by;
    }

    private static Dictionary<string, IReadOnlyList<string>> By(string key, string? value) => By<string>((key, value is null ? [] : [value]));

    private static IReadOnlyList<Quote> One(Quote? quote) => quote is null ? [] : [quote];
}
