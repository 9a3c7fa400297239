using Entente.Coding;
using Entente.Coding.Tracing;
using Entente.Language;
using Entente.Records;

namespace Entente.Running;

/// <summary>A text coded with its trace: what <c>explain</c> shows.</summary>
/// <param name="Document">The text and its day.</param>
/// <param name="Analysis">Words, tags, trees.</param>
/// <param name="Trace">What was tried, and what came of it.</param>
/// <param name="Events">The events.</param>
public sealed record Explanation(Document Document, AnalyzedText Analysis, Trace Trace, IReadOnlyList<CodedEvent> Events)
{
    /// <summary>Codes a text with a trace.</summary>
    /// <param name="engine">Whose models and lexicon code.</param>
    /// <param name="document">The text and its day.</param>
    /// <param name="scratch">Holds the analysis.</param>
    public static Explanation Of(EntenteEngine engine, Document document, AnalysisScratch scratch)
    {
        engine.LoadAll();
        AnalyzedText analysis = engine.Analyze(document.Text, scratch);
        var trace = new Trace();
        IReadOnlyList<CodedEvent> events = engine.NewCoder().Code(document, analysis, trace);
        return new(document, analysis, trace, events);
    }
}
