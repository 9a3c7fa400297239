namespace Entente.Language.Entities;

/// <summary>What a mention is.</summary>
public enum EntityType : byte
{
    /// <summary>A person or people named or described as persons.</summary>
    Per,

    /// <summary>An organisation, a government, an armed group.</summary>
    Org,

    /// <summary>A state, province or city as a political place.</summary>
    Gpe,

    /// <summary>Any other place.</summary>
    Loc,

    /// <summary>A nationality, a religious, ethnic or political group.</summary>
    Norp,

    /// <summary>A named event.</summary>
    Event,
}

/// <summary>Names of the types in records.</summary>
public static class EntityTypes
{
    private static readonly string[] Names = ["PER", "ORG", "GPE", "LOC", "NORP", "EVENT"];

    /// <summary>As records write it.</summary>
    public static string Code(this EntityType type) => Names[(int)type];
}
