using Entente.Records;
using Entente.Testing;

namespace Entente.Analysis.Tests;

/// <summary>Ready-made ties.</summary>
internal static class SomeTies
{
    public static Sourced<Tie> Told(
        string id, TieKind kind, string holder, string? other, string? date, string? theme = null, bool claimed = false, string? docId = null, string? where = null) =>
        new(
            new()
            {
                Id = id,
                DocId = docId ?? "doc-" + id,
                Sentence = 0,
                Kind = kind,
                Holder = [Party(holder)],
                Other = other is null ? [] : [Party(other)],
                Theme = theme is null ? null : new(new(theme, new(0, theme.Length)), theme),
                Where = where is null ? null : new(where, new(0, where.Length)),
                Claimed = claimed,
                Evidence = new("words", new(0, 5)),
            },
            date is null ? null : SomeEvents.Day(date),
            "outlet",
            "entente");

    public static Entity Party(string code) => new(new("Party", new(0, 5)), ActorCode.Parse(code));
}
