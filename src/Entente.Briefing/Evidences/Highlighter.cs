using Entente.Records;

namespace Entente.Briefing.Evidences;

/// <summary>Cuts a stretch of text into segments by what its words are to events.</summary>
internal static class Highlighter
{
    /// <summary>Longest sentence that is quoted whole, in UTF-16 units; of a longer one only what stands around the trigger.</summary>
    public const int LongestQuote = 1_200;

    /// <summary>What the words of events are to them.</summary>
    public static IEnumerable<Mark> MarksOf(IEnumerable<CodedEvent> events) => events.SelectMany(e =>
        e.Recipient.Select(r => new Mark(r.Quote.Span, EvidenceRole.Recipient)).Concat(e.Actor.Select(a => new Mark(a.Quote.Span, EvidenceRole.Actor))).Append(new(e.Trigger.Span, EvidenceRole.Trigger)));

    /// <summary>The words of <paramref name="within"/>, every unit once and in order.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="within">The stretch; clipped to the text.</param>
    /// <param name="marks">Where roles overlap the trigger wins, then the actor: the shorter mark stays visible.</param>
    public static IReadOnlyList<Segment> Segments(string text, TextSpan within, IEnumerable<Mark> marks)
    {
        int start = Math.Min(within.Start, text.Length);
        int end = Math.Min(within.End, text.Length);
        var roles = new EvidenceRole[end - start];
        Mark[] all = [.. marks];
        foreach (EvidenceRole role in (ReadOnlySpan<EvidenceRole>)[EvidenceRole.Recipient, EvidenceRole.Actor, EvidenceRole.Trigger])
        {
            Paint(roles, start, all.Where(mark => mark.Role == role).Select(mark => mark.Span), role);
        }

        var segments = new List<Segment>();
        for (int i = 0; i < roles.Length;)
        {
            int from = i;
            while (i < roles.Length && roles[i] == roles[from])
            {
                i++;
            }

            segments.Add(new(text[(start + from)..(start + i)], roles[from]));
        }

        return segments;
    }

    /// <summary>The stretch to quote for a trigger: its sentence, or what stands around it in one that is too long.</summary>
    public static TextSpan Quoted(string text, TextSpan sentence, TextSpan trigger)
    {
        if (sentence.Length <= LongestQuote)
        {
            return sentence;
        }

        int start = Math.Max(sentence.Start, Math.Min(trigger.Start, text.Length) - (LongestQuote / 2));
        int end = Math.Min(Math.Min(sentence.End, text.Length), start + LongestQuote);
        start = start > 0 && char.IsLowSurrogate(text[start]) ? start - 1 : start;
        end = end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
        return new(start, end);
    }

    private static void Paint(EvidenceRole[] roles, int offset, IEnumerable<TextSpan> spans, EvidenceRole role)
    {
        foreach (TextSpan span in spans)
        {
            for (int i = Math.Max(0, span.Start - offset); i < Math.Min(roles.Length, span.End - offset); i++)
            {
                roles[i] = role;
            }
        }
    }
}
