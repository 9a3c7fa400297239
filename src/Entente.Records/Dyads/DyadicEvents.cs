namespace Entente.Records;

/// <summary>From an event as coded to the rows that analyses count.</summary>
public static class DyadicEvents
{
    /// <summary>The rows of an event, one for each pair of <see cref="DyadExpansion"/>, in order.</summary>
    /// <param name="coded">The event.</param>
    /// <param name="source">Who coded it.</param>
    /// <param name="publisher">The outlet; null where unknown.</param>
    public static IEnumerable<DyadicEvent> Of(CodedEvent coded, string source, string? publisher)
    {
        IReadOnlyList<Dyad> dyads = DyadExpansion.Of(coded);
        if (dyads.Count == 0)
        {
            yield break;
        }

        string[] actors = Sectors(coded.Actor), recipients = Sectors(coded.Recipient);
        foreach (Dyad dyad in dyads)
        {
            yield return new(coded.Id, dyad, coded.EventDate, coded.Type)
            {
                Modes = coded.Mode,
                Contexts = coded.Context,
                Cameo = coded.Cameo,
                Goldstein = coded.Goldstein,
                Status = coded.Status,
                Claimed = coded.Claimed,
                ActorSectors = actors,
                RecipientSectors = recipients,
                Dead = coded.Size?.Dead,
                DocId = coded.DocId,
                Sentence = coded.Sentence,
                Publisher = publisher,
                Source = source,
            };
        }
    }

    /// <summary>The sectors of a side, each once, in the order told.</summary>
    public static string[] Sectors(IReadOnlyList<Entity> side) =>
        [.. side.SelectMany(entity => entity.Code?.Sectors ?? []).Distinct(StringComparer.Ordinal)];
}
