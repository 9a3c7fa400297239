using Entente.Records;

namespace Entente.Analysis.Stories;

/// <summary>Keeps of records that reprints of one text repeat those of its first printing.</summary>
/// <remarks>
/// A record of a later printing goes where an earlier printing of the same story has one of the same kind, standing and parties, over the same words. What only a longer
/// printing tells stays.
/// </remarks>
public static class RecordJoiner
{
    /// <summary>Agreements, each text's once.</summary>
    public static IReadOnlyList<Agreement> Join(IReadOnlyList<Story> stories, IReadOnlyList<Agreement> records) =>
        Join(stories, records, record => record.DocId, KeyOf);

    /// <summary>Ties, each text's once.</summary>
    public static IReadOnlyList<Tie> Join(IReadOnlyList<Story> stories, IReadOnlyList<Tie> records) =>
        Join(stories, records, record => record.DocId, KeyOf);

    /// <summary>Bargains, each text's once.</summary>
    public static IReadOnlyList<Bargain> Join(IReadOnlyList<Story> stories, IReadOnlyList<Bargain> records) =>
        Join(stories, records, record => record.DocId, KeyOf);

    /// <summary>Inferences, each text's once.</summary>
    public static IReadOnlyList<Assessment> Join(IReadOnlyList<Story> stories, IReadOnlyList<Assessment> records) =>
        Join(stories, records, record => record.DocId, KeyOf);

    /// <summary>For each agreement of one story the index of the first one that says the same in the first printing that does; its own where that is its own printing.</summary>
    /// <param name="records">In the order of the printings, then of their texts.</param>
    public static int[] Originals(IReadOnlyList<Agreement> records) => Originals(records, record => record.DocId, KeyOf);

    /// <summary>The same of ties.</summary>
    public static int[] Originals(IReadOnlyList<Tie> records) => Originals(records, record => record.DocId, KeyOf);

    /// <summary>The same of bargains.</summary>
    public static int[] Originals(IReadOnlyList<Bargain> records) => Originals(records, record => record.DocId, KeyOf);

    /// <summary>The same of inferences.</summary>
    public static int[] Originals(IReadOnlyList<Assessment> records) => Originals(records, record => record.DocId, KeyOf);

    private static string KeyOf(Agreement record) => $"{record.Stage}|{record.Status}|{Parties(record.Parties)}|{Parties(record.Signers)}|{Flat(record.Evidence)}";

    private static string KeyOf(Tie record) =>
        $"{record.Kind}|{record.Status}|{record.Claimed}|{Parties(record.Holder)}|{Parties(record.Other)}|{(record.Theme is { } theme ? Flat(theme.Quote) : "")}|{Flat(record.Evidence)}";

    private static string KeyOf(Bargain record) => $"{record.Status}|{record.Claimed}|{Flat(record.Evidence)}";

    private static string KeyOf(Assessment record) => Flat(record.Claim);

    private static int[] Originals<T>(IReadOnlyList<T> records, Func<T, string> docOf, Func<T, string> keyOf)
    {
        int[] originals = new int[records.Count];
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < records.Count; i++)
        {
            string key = keyOf(records[i]);
            first.TryAdd(key, i);
            originals[i] = string.Equals(docOf(records[first[key]]), docOf(records[i]), StringComparison.Ordinal) ? i : first[key];
        }

        return originals;
    }

    private static List<T> Join<T>(IReadOnlyList<Story> stories, IReadOnlyList<T> records, Func<T, string> docOf, Func<T, string> keyOf)
    {
        var placeOf = new Dictionary<string, (int Story, int Printing)>(StringComparer.Ordinal);
        for (int story = 0; story < stories.Count; story++)
        {
            for (int printing = 0; printing < stories[story].Documents.Count; printing++)
            {
                placeOf.TryAdd(stories[story].Documents[printing].Id, (story, printing));
            }
        }

        // The first printing of each record; records of one document are never joined.
        var first = new Dictionary<(int Story, string Key), int>();
        foreach (T record in records)
        {
            if (placeOf.TryGetValue(docOf(record), out (int Story, int Printing) place))
            {
                (int, string) key = (place.Story, keyOf(record));
                first[key] = Math.Min(first.GetValueOrDefault(key, int.MaxValue), place.Printing);
            }
        }

        return [.. records.Where(record => !placeOf.TryGetValue(docOf(record), out (int Story, int Printing) place) || first[(place.Story, keyOf(record))] == place.Printing)];
    }

    private static string Parties(IReadOnlyList<Entity> entities) =>
        string.Join('+', entities.Select(entity => entity.Code?.Text ?? entity.Quote.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Flat(Quote words) => string.Join(' ', words.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
