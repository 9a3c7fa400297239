using Entente.Archive.Exchange;
using Entente.Archive.Import;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>Reads files of one format, in constant memory.</summary>
/// <param name="format">What they are.</param>
/// <param name="report">Receives each complaint.</param>
public sealed class ImportRun(ImportFormat format, Action<Diagnostic> report)
{
    private readonly List<(string Kind, string Value, string File, long Line, long Count)> _notes = [];
    private long _rows, _kept, _bad, _uncategorised;
    private int _refused;

    /// <summary>Reads one file after the other.</summary>
    /// <param name="files">Paths; <c>.gz</c> and <c>.zip</c> are unpacked on the way.</param>
    /// <param name="open">Opens a path.</param>
    /// <param name="keep">Receives each event.</param>
    /// <param name="stop">Ends the run after the record at hand.</param>
    public ImportOutcome Run(IReadOnlyList<string> files, Func<string, Stream> open, Action<ExchangeEvent> keep, CancellationToken stop)
    {
        foreach (string file in files)
        {
            using Stream opened = open(file);
            if (!InputFiles.ForEach(file, opened, report, (name, stream) => Read(name, stream, keep, stop)))
            {
                _refused++;
            }
        }

        return new(_rows, _kept, _bad, _uncategorised, _refused, !stop.IsCancellationRequested) { Notes = _notes };
    }

    private void Read(string name, Stream stream, Action<ExchangeEvent> keep, CancellationToken stop)
    {
        var log = new ImportLog(name, report);
        try
        {
            foreach (ExchangeEvent read in format.Events!().Read(stream, log))
            {
                _uncategorised += read.Type is null ? 1 : 0;
                keep(read);
                if (stop.IsCancellationRequested)
                {
                    break;
                }
            }
        }
        finally
        {
            _rows += log.Rows;
            _kept += log.Kept;
            _bad += log.Bad;
            _refused += log.Refused ? 1 : 0;
            _notes.AddRange(log.Notes.Select(note => (note.Kind, note.Value, name, note.Line, note.Count)));
        }
    }
}
