using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Formats;
using Entente.Archive.Import;
using Entente.Archive.Import.Plover;
using Entente.Archive.Querying;
using Entente.Archive.Writing;
using Entente.Reading.JsonLines;
using Entente.Records;

namespace Entente.Archives;

/// <summary>The rows of JSON Lines as <c>entente code</c> writes them, and of PLOVER JSON, kept in memory.</summary>
public sealed class RecordFileStore : IEventStore
{
    private readonly Action<Diagnostic> _report;
    private readonly List<DyadicEvent> _events = [];
    private readonly Dictionary<string, DateOnly> _documents = new(StringComparer.Ordinal);
    private readonly List<Agreement> _agreements = [];
    private readonly List<Tie> _ties = [];
    private readonly List<Bargain> _bargains = [];
    private readonly List<Assessment> _assessments = [];
    private readonly List<Transfer> _transfers = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Who coded the records that are not our own, such as agreements of a data set, by id.</summary>
    private readonly Dictionary<string, string> _coders = new(StringComparer.Ordinal);
    private readonly HashSet<(string Source, string Id, DateOnly Day)> _imports = [];

    /// <param name="report">Receives each line that is no record.</param>
    public RecordFileStore(Action<Diagnostic> report) => _report = report;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources =>
        [.. _imports.Select(import => import.Source).Concat(_coders.Values).Concat(_documents.Count > 0 ? [CodingVersion.Own] : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Lines that were passed over.</summary>
    public long Refused { get; private set; }

    /// <summary>Adds the records of a file. A record whose id was there before counts once.</summary>
    /// <param name="input">UTF-8; the caller owns and disposes it.</param>
    /// <param name="file">Its name, for the reports.</param>
    public void Add(Stream input, string file)
    {
        using var lines = new LineReader(input);
        while (lines.TryRead(out ReadOnlySpan<byte> line, out bool tooLong))
        {
            if (tooLong)
            {
                Refuse(file, lines.Number, "the line is too long to be a record");
            }
            else if (!line.TrimStart(" \t"u8).IsEmpty)
            {
                Add(line, file, lines.Number);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<DyadicEvent> Events(Selection selection) =>
        _events.Where(selection.Includes).OrderBy(row => row.Dyad).ThenBy(row => row.When.Start).ThenBy(row => row.EventId, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<DyadCount> Counts(Selection selection, PeriodKind kind) =>
    [
        .. _events.Where(selection.Includes)
            .Select(row => (Row: row, Period: Period.Of(row.When, kind)))
            .Where(item => item.Period is not null)
            .GroupBy(item => (item.Row.Dyad, Period: item.Period!.Value, item.Row.Type))
            .OrderBy(group => group.Key.Dyad).ThenBy(group => group.Key.Period).ThenBy(group => group.Key.Type)
            .Select(group => new DyadCount(
                group.Key.Dyad,
                group.Key.Period,
                group.Key.Type,
                group.Count(),
                Sum(group, item => item.Score),
                Sum(group, item => item.Goldstein ?? 0),
                group.Count(item => item.Row.Goldstein is not null),
                group.Sum(item => item.Row.Dead ?? 0))),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<(Period Period, int Documents)> Coverage(Selection selection, PeriodKind kind)
    {
        IEnumerable<DateOnly> documents = selection.Includes(CodingVersion.Own) ? _documents.Values : [];
        IEnumerable<DateOnly> imports = _imports.Where(import => selection.Includes(import.Source) && (import.Source != CodingVersion.Own || _documents.Count == 0)).Select(import => import.Day);
        return [.. documents.Concat(imports).Where(selection.Includes).GroupBy(day => Period.Of(day, kind)).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Sourced<Agreement>> Agreements(Selection selection) =>
        Of(_agreements, selection, record => (record.Id, record.DocId, record.Date?.Start), record => record.Parties.Concat(record.Signers), record => (record.Status, false));

    /// <inheritdoc/>
    public IReadOnlyList<Sourced<Tie>> Ties(Selection selection) =>
        Of(_ties, selection, record => (record.Id, record.DocId, null), record => record.Holder.Concat(record.Other), record => (record.Status, record.Claimed));

    /// <inheritdoc/>
    public IReadOnlyList<Sourced<Bargain>> Bargains(Selection selection) =>
        Of(
            _bargains,
            selection,
            record => (record.Id, record.DocId, null),
            record => record.Gives.Concat(record.Gets).Where(side => side.Party is not null).Select(side => side.Party!),
            record => (record.Status, record.Claimed));

    /// <inheritdoc/>
    public IReadOnlyList<Sourced<Assessment>> Assessments(Selection selection) =>
        Of(_assessments, selection, record => (record.Id, record.DocId, null), record => record.About, _ => (EventStatus.Reported, false));

    /// <inheritdoc/>
    public IReadOnlyList<Transfer> Transfers(IReadOnlyCollection<string> sources) =>
    [
        .. _transfers.Where(transfer => sources.Count == 0 || sources.Contains(transfer.Source))
            .OrderBy(transfer => transfer.Source, StringComparer.Ordinal).ThenBy(transfer => transfer.Client, StringComparer.Ordinal)
            .ThenBy(transfer => transfer.Year).ThenBy(transfer => transfer.Supplier, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> TransferSources => [.. _transfers.Select(transfer => transfer.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Sums in tenths, as the archive does, so that the order of the rows does not show in the last digit.</summary>
    private static double Sum(IEnumerable<(DyadicEvent Row, Period? Period)> rows, Func<DyadicEvent, double> score) =>
        rows.Sum(item => (long)Math.Round(score(item.Row) * 10)) / 10.0;

    private List<Sourced<T>> Of<T>(
        List<T> records, Selection selection, Func<T, (string Id, string DocId, DateOnly? Day)> place, Func<T, IEnumerable<Entity>> parties, Func<T, (EventStatus Status, bool Claimed)> standing)
    {
        var found = new List<(DateOnly Day, string Id, Sourced<T> Record)>();
        foreach (T record in records)
        {
            (string id, string docId, DateOnly? day) = place(record);
            DateOnly? printed = _documents.TryGetValue(docId, out DateOnly known) ? known : null;
            (EventStatus status, bool claimed) = standing(record);
            string source = _coders.GetValueOrDefault(id, CodingVersion.Own);

            // A record that nobody dates is in no window, and among all where no window is asked for.
            bool inWindow = (day ?? printed) is { } at ? selection.Includes(at) : selection is { From: null, Until: null };
            if (inWindow && selection.Includes(source) && selection.Includes(status, claimed) && selection.IncludesParties(DyadExpansion.Parties([.. parties(record)])))
            {
                found.Add((day ?? printed ?? DateOnly.MinValue, id, new(record, printed, null, source)));
            }
        }

        return [.. found.OrderBy(item => item.Day).ThenBy(item => item.Id, StringComparer.Ordinal).Select(item => item.Record)];
    }

    private void Add(ReadOnlySpan<byte> line, string file, long number)
    {
        try
        {
            switch (KindOf(line))
            {
                case "event":
                    CodedEvent coded = EventJson.Read(line, out _);
                    _documents[coded.DocId] = coded.Date;
                    if (_ids.Add(coded.Id))
                    {
                        _events.AddRange(DyadicEvents.Of(coded, CodingVersion.Own, null));
                    }

                    break;
                case "agreement":
                    Keep(_agreements, AgreementJson.Read(line, out RecordStamp agreementStamp), record => record.Id, agreementStamp);
                    break;
                case "tie":
                    Keep(_ties, TieJson.Read(line, out RecordStamp tieStamp), record => record.Id, tieStamp);
                    break;
                case "bargain":
                    Keep(_bargains, BargainJson.Read(line, out RecordStamp bargainStamp), record => record.Id, bargainStamp);
                    break;
                case "assessment":
                    Keep(_assessments, AssessmentJson.Read(line, out RecordStamp assessmentStamp), record => record.Id, assessmentStamp);
                    break;
                case "transfer":
                    _transfers.Add(TransferJson.Read(line));
                    break;
                case null:
                    Import(line, file, number);
                    break;
                default:
                    Refuse(file, number, "\"record\" is none of event, agreement, tie, bargain, assessment, transfer");
                    break;
            }
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            Refuse(file, number, problem is JsonException ? "the line is not JSON" : problem.Message);
        }
    }

    /// <summary>Adds a line of PLOVER JSON.</summary>
    private void Import(ReadOnlySpan<byte> line, string file, long number)
    {
        using var parsed = JsonDocument.Parse(line.ToArray());
        var log = new ImportLog(file, _report);
        IReadOnlyList<ExchangeEvent>? events = PloverJsonReader.Events(parsed.RootElement, number, log);
        Refused += events is null ? 1 : 0;
        foreach (ExchangeEvent read in events ?? [])
        {
            if (_imports.Add((read.Source, read.Id, read.When.Start)))
            {
                _events.AddRange(read.Pairs());
            }
        }
    }

    private void Keep<T>(List<T> records, T record, Func<T, string> id, RecordStamp stamp)
    {
        if (!_ids.Add(id(record)))
        {
            return;
        }

        records.Add(record);
        string coder = stamp.Coder.Split(' ')[0];
        if (coder.Length > 0 && coder != CodingVersion.Own)
        {
            _coders[id(record)] = coder;
        }
    }

    private static string? KindOf(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool found = json.ValueTextEquals("record"u8);
            json.Read();
            if (found)
            {
                return json.TokenType == JsonTokenType.String ? json.GetString() : null;
            }

            json.Skip();
        }

        return null;
    }

    private void Refuse(string file, long number, string message)
    {
        Refused++;
        _report(new(file, number, "RCD001", message, "a record a line, as 'entente code --records ...' writes them"));
    }
}
