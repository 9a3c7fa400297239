using Entente.Archive.Import;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>Armed groups and bodies as the lexicon knows them.</summary>
/// <param name="lexicon">Loaded when the first name is asked for.</param>
public sealed class LexiconPartyNames(Lazy<WorldLexicon> lexicon) : IPartyNames
{
    private readonly Dictionary<string, Actor?> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ActorCode? Find(string name, DateOnly day)
    {
        if (!_known.TryGetValue(name, out Actor? actor))
        {
            _known.Add(name, actor = Group(name));
        }

        return actor?.RoleOn(day)?.Code;
    }

    /// <summary>The group or body of a name, or of what stands before an abbreviation in brackets; null where there is none, or several.</summary>
    private Actor? Group(string name)
    {
        int bracket = name.IndexOf(" (", StringComparison.Ordinal);
        string plain = bracket > 0 ? name[..bracket] : name;
        Actor[] groups =
        [
            .. lexicon.Value.Find(plain).Where(sense => sense.Kind == SenseKind.ActorName).Select(sense => lexicon.Value.Actors[sense.Index])
                .Where(actor => actor.Kind is ActorKind.ArmedGroup or ActorKind.Body or ActorKind.Coalition or ActorKind.Party).DistinctBy(actor => actor.Id),
        ];
        return groups.Length == 1 ? groups[0] : null;
    }
}
