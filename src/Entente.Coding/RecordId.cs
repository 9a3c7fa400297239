using System.Text;
using Entente.Records;

namespace Entente.Coding;

/// <summary>Ids of the records that are no events: the same document, coder and lexicon give the same id, on any machine.</summary>
internal static class RecordId
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    /// <param name="kind">The kind of record, and what tells two of one place apart: <c>tie/depends-on</c>.</param>
    /// <param name="docId">The document.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="place">The words that open the record.</param>
    /// <param name="theme">What else tells two of one place apart; null for nothing.</param>
    /// <param name="lexicon">The lexicon's version.</param>
    public static string Of(string kind, string docId, int sentence, TextSpan place, TextSpan? theme, string lexicon)
    {
        string key = FormattableString.Invariant($"{kind}\n{docId}\n{sentence}\n{place.Start}-{place.End}\n{theme?.Start}-{theme?.End}\n{EventCoder.Version}\n{lexicon}");
        return Sha256.Short(Encoding.UTF8.GetBytes(key));
    }
}
