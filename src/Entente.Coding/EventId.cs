using System.Text;
using Entente.Records;

namespace Entente.Coding;

/// <summary>Ids of events: the same document, coder and lexicon give the same id, on any machine.</summary>
internal static class EventId
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(string docId, int sentence, TextSpan trigger, PloverType type, TextSpan? actor, string coder, string lexicon)
    {
        string key = FormattableString.Invariant($"{docId}\n{sentence}\n{trigger.Start}-{trigger.End}\n{type.Code()}\n{actor?.Start}-{actor?.End}\n{coder}\n{lexicon}");
        return Sha256.Short(Encoding.UTF8.GetBytes(key));
    }
}
