using Entente.Evaluation;
using Entente.Records;

namespace Entente.Corpora;

/// <summary>When a note of the corpus and a record say the same.</summary>
internal static class NoteAgreement
{
    /// <summary>Whether a record is of a note's kind and was read at its place.</summary>
    /// <remarks>An inference is met where the words of both claims agree; the other kinds where the record's evidence holds a word of the note's trigger or name (a tie's theme, a bargain's sides, where it has neither).</remarks>
    public static bool Meets(CorpusNote note, NoteShape record, SpanMatching words)
    {
        if (note.Kind != record.Kind || note.Tie != record.Tie)
        {
            return false;
        }

        if (note.Kind == "assessment")
        {
            return note.Quotes.TryGetValue("claim", out IReadOnlyList<Quote>? claim) && words.AnyAgree(Spans(claim), [record.Evidence]);
        }

        TextSpan[] places = [.. Places(note, "trigger", "name")];
        places = places.Length > 0 ? places : [.. Places(note, "theme", "gives", "gets")];
        return places.Any(place => words.Covered(record.Evidence).Overlaps(words.Covered(place)));
    }

    /// <summary>Whether the parties of every role agree: one span does, and at least half of those given; a role that the note leaves empty asks for nothing.</summary>
    public static bool PartiesAgree(CorpusNote note, NoteShape record, SpanMatching words)
    {
        bool mutual = note.Tie is { } tie && tie.IsMutual();
        if (mutual)
        {
            TextSpan[] both = [.. Gold("holder"), .. Gold("other")], given = [.. Given("holder"), .. Given("other")];
            return both.All(g => words.AnyAgree([g], given));
        }

        // Who put their hands to it is asked apart, and so is what an inference is about.
        return record.Parties.Keys.Where(key => key is not ("signers" or "about")).All(key => Fits([.. Gold(key)], [.. Given(key)]));

        IEnumerable<TextSpan> Gold(string key) => note.Parties.TryGetValue(key, out IReadOnlyList<CorpusParty>? parties) ? parties.Select(p => p.Quote.Span) : [];

        IEnumerable<TextSpan> Given(string key) => record.Parties[key].Select(e => e.Quote.Span);

        bool Fits(TextSpan[] golden, TextSpan[] answers) =>
            golden.Length == 0 || (words.AnyAgree(golden, answers) && 2 * answers.Count(a => words.AnyAgree(golden, [a])) >= answers.Length);
    }

    /// <summary>Parties of a role, span by span.</summary>
    public static Tally Parties(CorpusNote note, NoteShape record, string key, SpanMatching words)
    {
        TextSpan[] golden = note.Parties.TryGetValue(key, out IReadOnlyList<CorpusParty>? parties) ? [.. parties.Select(p => p.Quote.Span).Distinct()] : [];
        TextSpan[] answers = record.Parties.TryGetValue(key, out IReadOnlyList<Entity>? entities) ? [.. entities.Select(e => e.Quote.Span).Distinct()] : [];
        return SpanMatching.Pair(golden, answers, words.Agree);
    }

    /// <summary>Countries and bodies of all parties: right where record and note both have them.</summary>
    public static Tally Countries(CorpusNote note, NoteShape record)
    {
        string[] golden = [.. note.Parties.Where(p => p.Key != "signers").SelectMany(p => p.Value).Select(p => p.Code?.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] answers = [.. record.Parties.Where(p => p.Key != "signers").SelectMany(p => p.Value).Select(e => e.Code?.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
        int right = golden.Intersect(answers, StringComparer.Ordinal).Count();
        return new(right, answers.Length - right, golden.Length - right);
    }

    /// <summary>Whether the words of both agree; null where the note has none.</summary>
    public static bool? Words(CorpusNote note, NoteShape record, string key, SpanMatching words) =>
        note.Quotes.TryGetValue(key, out IReadOnlyList<Quote>? golden) ? words.AnyAgree(Spans(golden), record.Quotes.TryGetValue(key, out IReadOnlyList<Quote>? given) ? Spans(given) : []) : null;

    /// <summary>Whether one of the record's values is one of the note's; null where the note has none.</summary>
    public static bool? Chosen(CorpusNote note, NoteShape record, string key)
    {
        if (!record.Fields.TryGetValue(key, out IReadOnlyList<string>? given) || !note.Fields.TryGetValue(key, out string? value) || value is "" or "-")
        {
            return null;
        }

        return value.Split(',', StringSplitOptions.TrimEntries).Intersect(given, StringComparer.Ordinal).Any();
    }

    /// <summary>Whether the estimates are the same range, or both say none.</summary>
    public static bool SameLikelihood(CorpusNote note, NoteShape record) =>
        record.Fields["likelihood"] is [string given] ? note.Fields.GetValueOrDefault("likelihood") == given : note.Fields.GetValueOrDefault("likelihood") is null or "" or "-";

    private static List<TextSpan> Places(CorpusNote note, params ReadOnlySpan<string> keys)
    {
        var places = new List<TextSpan>();
        foreach (string key in keys)
        {
            places.AddRange(note.Quotes.TryGetValue(key, out IReadOnlyList<Quote>? quotes) ? Spans(quotes) : []);
        }

        return places;
    }

    private static TextSpan[] Spans(IReadOnlyList<Quote> quotes) => [.. quotes.Select(quote => quote.Span)];
}
