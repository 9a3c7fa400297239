using Entente.Lexicon.Agreements;
using Entente.Lexicon.Hedges;
using Entente.Lexicon.Ties;

namespace Entente.Lexicon.Compiling;

/// <summary>What <c>ties.yaml</c>, <c>agreements.yaml</c> and <c>hedges.yaml</c> say.</summary>
internal sealed class RecordWords
{
    public List<TieFrame> Ties { get; } = [];

    public List<KindWords> Threats { get; } = [];

    public List<KindWords> Themes { get; } = [];

    public List<KindWords> Bargains { get; } = [];

    public List<AgreementWords> Agreements { get; } = [];

    public List<Hedge> Hedges { get; } = [];
}
