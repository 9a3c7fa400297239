using Entente.Records;

namespace Entente.Analysis.Agreements;

/// <summary>Records that are known to tell of one agreement: those of one document at first.</summary>
internal sealed class AgreementChain
{
    /// <summary>The source of what Entente read in texts, where one agreement is told many times.</summary>
    private const string OwnCoder = "entente";

    private readonly List<Sourced<Agreement>> _mentions;

    public AgreementChain(IEnumerable<Sourced<Agreement>> mentions)
    {
        _mentions = [.. mentions];
        Refresh();
    }

    /// <summary>In order of day and id.</summary>
    public IReadOnlyList<Sourced<Agreement>> Mentions => _mentions;

    /// <summary>Ids of other chains that a record of this one would have fitted as well.</summary>
    public SortedSet<string> MayBe { get; } = new(StringComparer.Ordinal);

    public string Id => _mentions[0].Record.Id;

    public string[] Parties { get; private set; } = [];

    public string[] Kinds { get; private set; } = [];

    public string[] Domains { get; private set; } = [];

    /// <summary>The words of the longest name, those that any agreement may be called by left out.</summary>
    public string[] Words { get; private set; } = [];

    /// <summary>Data sets that list it: what one of them lists twice is two agreements.</summary>
    public HashSet<string> Registers { get; } = new(StringComparer.Ordinal);

    /// <summary>The first day it is told at; null without any.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>What is reached, and when; what is to come or might be is proposed, what is denied is left out.</summary>
    public IReadOnlyList<(AgreementStage Stage, DateSpan? Date, DateOnly? Printed)> Stages { get; private set; } = [];

    public void Join(AgreementChain other)
    {
        _mentions.AddRange(other._mentions);
        Refresh();
    }

    /// <summary>The stage a record shows; null where it says that the stage was not reached.</summary>
    public static AgreementStage? StageOf(Agreement record) => record.Status switch
    {
        EventStatus.Negated => null,
        EventStatus.Future or EventStatus.Hypothetical when record.Stage < AgreementStage.Suspended => AgreementStage.Proposed,
        EventStatus.Future or EventStatus.Hypothetical => null,
        _ => record.Stage,
    };

    /// <summary>When the stage was reached, as the text states it: a date of what is to come dates nothing.</summary>
    public static DateSpan? DateOf(Agreement record) => record.Status is EventStatus.Future or EventStatus.Hypothetical ? null : record.Date;

    private void Refresh()
    {
        Registers.UnionWith(_mentions.Select(m => m.Source).Where(source => source != OwnCoder));
        _mentions.Sort((one, other) =>
            Nullable.Compare(one.Date, other.Date) is var byDay and not 0 ? byDay : string.CompareOrdinal(one.Record.Id, other.Record.Id));
        Parties = [.. _mentions.SelectMany(m => DyadExpansion.Parties(m.Record.Parties)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Kinds = [.. AgreementTerms.Kinds.Where(kind => _mentions.Any(m => m.Record.Kind.Contains(kind)))];
        Domains = [.. AgreementTerms.Domains.Where(domain => _mentions.Any(m => m.Record.Domain.Contains(domain)))];
        Words = _mentions.Select(m => AgreementName.Words(m.Record.Name)).MaxBy(words => words.Length)!;
        Stages =
        [
            .. _mentions.Where(m => StageOf(m.Record) is not null).Select(m => (StageOf(m.Record)!.Value, DateOf(m.Record), m.Date)).Distinct(),
        ];
        Day = _mentions.Select(m => DateOf(m.Record)?.Start ?? m.Date).Min();
    }
}
