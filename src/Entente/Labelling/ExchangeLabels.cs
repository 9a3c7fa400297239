using Entente.Archive.Exchange;
using Entente.Lexicon.Ontologies;

namespace Entente.Labelling;

/// <summary>Gives events, as data sets exchange them, the names of a user's own categories.</summary>
public static class ExchangeLabels
{
    /// <summary>The event with the names of its categories. One that no frame coded fits no condition on frames.</summary>
    public static ExchangeEvent Label(this Ontology ontology, ExchangeEvent read)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        ArgumentNullException.ThrowIfNull(read);
        return read with
        {
            Labels = ontology.LabelsOf(new()
            {
                Type = read.Type,
                Modes = read.Modes,
                Contexts = read.Contexts,
                Cameo = read.Cameo,
                Frame = read.Frame,
                Trigger = read.Frame is null ? null : read.Label,
                Status = read.Status,
                Claimed = read.Claimed,
                Actors = [.. read.Actors.Select(party => party.Code)],
                Recipients = [.. read.Recipients.Select(party => party.Code)],
                Country = read.Place?.Country,
            }),
        };
    }
}
