using Entente.Records;

namespace Entente.Coding.Rules;

/// <summary>The codebook's rules that turn on status: what is to come is agreed or conceded, not yet done; what somebody will not do is refused.</summary>
internal static class Categories
{
    /// <summary>The category, and the CAMEO code that goes with it, of an act with a status.</summary>
    /// <returns>The category unchanged where the rules do not apply.</returns>
    public static PloverType Recode(PloverType type, EventStatus status, bool isRefusal, ref string? cameo)
    {
        if (isRefusal && type <= PloverType.Retreat)
        {
            cameo = "120";
            return PloverType.Reject;
        }

        if (status != EventStatus.Future)
        {
            return type;
        }

        switch (type)
        {
            case PloverType.Consult:
                cameo = "036";
                return PloverType.Agree;
            case PloverType.Support:
                cameo = "032";
                return PloverType.Agree;
            case PloverType.Cooperate:
                cameo = "031";
                return PloverType.Agree;
            case PloverType.Aid:
                cameo = "033";
                return PloverType.Agree;
            case PloverType.Retreat:
                cameo = null;
                return PloverType.Concede;
            default:
                return type;
        }
    }

    /// <summary>Whether a category is nothing without somebody on the other side.</summary>
    public static bool NeedsRecipient(PloverType type) => type is PloverType.Cooperate or PloverType.Aid or PloverType.Sanction;
}
