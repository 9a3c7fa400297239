using Entente.Archive.Exchange;
using Entente.Records;

namespace Entente.Archive.Export.Tables;

/// <summary>From an event with lists of parties to rows with one actor and one recipient, for formats that know no lists.</summary>
internal static class SourcePairs
{
    /// <summary>
    /// Every actor with every recipient; of an event that is done together or against each other (the rule of <see cref="DyadExpansion"/>), every actor with every other; of one without
    /// recipients, every actor alone.
    /// </summary>
    public static IEnumerable<(ExchangeParty? Actor, ExchangeParty? Recipient)> Of(ExchangeEvent coded)
    {
        if (coded.Recipients.Count > 0 && coded.Actors.Count > 0)
        {
            return coded.Actors.SelectMany(actor => coded.Recipients.Select(recipient => ((ExchangeParty?)actor, (ExchangeParty?)recipient)));
        }

        if (coded.Actors.Count > 1 && coded.Type is { } type && DyadExpansion.IsReciprocal(type, coded.Cameo))
        {
            return coded.Actors.SelectMany((actor, at) => coded.Actors.Where((_, other) => other != at).Select(other => ((ExchangeParty?)actor, (ExchangeParty?)other)));
        }

        return coded.Actors.Count > 0
            ? coded.Actors.Select(actor => ((ExchangeParty?)actor, (ExchangeParty?)null))
            : coded.Recipients.Select(recipient => ((ExchangeParty?)null, (ExchangeParty?)recipient)).DefaultIfEmpty();
    }

    /// <summary>The id of a row: the event's, and behind it <c>-2</c>, <c>-3</c> where it has several rows.</summary>
    public static string Id(string id, int row) => row == 0 ? id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{row + 1}");
}
