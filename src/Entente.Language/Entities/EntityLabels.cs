namespace Entente.Language.Entities;

/// <summary>The labels of words: begin, inside, last or unit of a mention of one of four types, or outside of all.</summary>
internal static class EntityLabels
{
    /// <summary>Types of mentions that the recogniser tells apart.</summary>
    public const int Types = 4;

    /// <summary>Labels inside mentions: four positions of four types. Their scores are learnt; outside scores 0.</summary>
    public const int Inside = 4 * Types;

    /// <summary>The label of a word outside of all mentions, and the last.</summary>
    public const int Outside = Inside;

    /// <summary>All labels.</summary>
    public const int Count = Inside + 1;

    private static readonly EntityType[] TypeOf = [EntityType.Per, EntityType.Org, EntityType.Loc, EntityType.Norp];

    /// <summary>Position of a label in its mention.</summary>
    public enum Place
    {
        /// <summary>First of several words.</summary>
        Begin,

        /// <summary>Neither first nor last.</summary>
        Middle,

        /// <summary>Last of several words.</summary>
        Last,

        /// <summary>The only word.</summary>
        Unit,
    }

    /// <summary>The label of a place in a mention.</summary>
    public static int Of(Place place, int type) => (type * 4) + (int)place;

    /// <summary>The number of a type; -1 where the recogniser does not know it. A state or city is a place here.</summary>
    public static int NumberOf(EntityType type) => type == EntityType.Gpe ? 2 : Array.IndexOf(TypeOf, type);

    /// <summary>The type of a label inside a mention.</summary>
    public static EntityType Type(int label) => TypeOf[label / 4];

    /// <summary>Whether a mention starts at this label.</summary>
    public static bool Starts(int label) => label != Outside && (Place)(label % 4) is Place.Begin or Place.Unit && label != Outside;

    /// <summary>Whether no mention goes on after this label.</summary>
    public static bool Ends(int label) => label == Outside || (Place)(label % 4) is Place.Last or Place.Unit;

    /// <summary>Whether one label may follow another.</summary>
    public static bool MayFollow(int before, int after) =>
        Ends(before) ? after == Outside || Starts(after) : after != Outside && !Starts(after) && before / 4 == after / 4;
}
