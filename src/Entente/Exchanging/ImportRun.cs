using Entente.Archive.Import;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>Reads files of one format, in constant memory.</summary>
/// <param name="format">What they are.</param>
/// <param name="names">Knows armed groups by name.</param>
/// <param name="report">Receives each complaint.</param>
public sealed class ImportRun(ImportFormat format, IPartyNames names, Action<Diagnostic> report)
{
    private readonly List<(string Kind, string Value, string File, long Line, long Count)> _notes = [];
    private long _rows, _kept, _bad, _bytes;
    private int _refused;

    /// <summary>Bytes of the files read so far.</summary>
    public long BytesRead => Interlocked.Read(ref _bytes);

    /// <summary>Reads one file after the other.</summary>
    /// <param name="files">Paths; <c>.gz</c> and <c>.zip</c> are unpacked on the way.</param>
    /// <param name="open">Opens a path.</param>
    /// <param name="sink">Receives what is read.</param>
    /// <param name="stop">Ends the run after the record at hand.</param>
    public ImportOutcome Run(IReadOnlyList<string> files, Func<string, Stream> open, IImportSink sink, CancellationToken stop)
    {
        foreach (string file in files)
        {
            using Stream opened = open(file);
            using var counted = new CountingStream(opened, read => Interlocked.Add(ref _bytes, read));
            if (!InputFiles.ForEach(file, counted, report, (name, stream) => Read(name, stream, sink, stop)))
            {
                _refused++;
            }
        }

        sink.Finish();
        return new(_rows, _kept, _bad, _refused, !stop.IsCancellationRequested) { Notes = _notes };
    }

    private void Read(string name, Stream stream, IImportSink sink, CancellationToken stop)
    {
        var log = new ImportLog(name, report);
        try
        {
            sink.Open(log);
            format.Read(stream, log, names, sink, stop);
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
