using Entente.Records;

namespace Entente.Archive.Import;

/// <summary>Knows armed groups and bodies by name, for data sets that name them without a code.</summary>
public interface IPartyNames
{
    /// <summary>The code that a name bears on a day; null where it is not known, or means several.</summary>
    ActorCode? Find(string name, DateOnly day);
}

/// <summary>Knows nobody.</summary>
public sealed class NoPartyNames : IPartyNames
{
    /// <inheritdoc/>
    public ActorCode? Find(string name, DateOnly day) => null;
}
