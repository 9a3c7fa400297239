using Entente.Archive;
using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Exchanging;
using Entente.Labelling;
using Entente.Lexicon.Ontologies;

namespace Entente.Cli.Verbs;

/// <summary>Whole events out of an archive or files of records: for what rows of counts do not tell.</summary>
/// <param name="services">Receives what is bad in the files.</param>
/// <param name="files">Files of records; empty for the archive.</param>
/// <param name="archive">The archive.</param>
internal sealed class WholeEvents(Services services, string[] files, string archive)
{
    /// <summary>The events of a selection, by day and id.</summary>
    /// <param name="selection">What is asked for.</param>
    /// <param name="ontology">Gives them their labels; null leaves them as they are.</param>
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="ArchiveException">There is no such archive, or it cannot be read.</exception>
    public IEnumerable<ExchangeEvent> Of(Selection selection, Ontology? ontology)
    {
        if (files.Length == 0)
        {
            // Told now, before anything is written, and not when the first event is asked for.
            ArchiveFile.Open(archive).Dispose();
        }

        IEnumerable<ExchangeEvent> events = files.Length == 0 ? ExportSource.OfArchive(archive, selection) : ExportSource.Of(files.SelectMany(Read), selection);
        return ontology is null ? events : events.Select(ontology.Label);
    }

    private IEnumerable<ExchangeEvent> Read(string file)
    {
        using Stream input = services.OpenInput(file);
        foreach (ExchangeEvent read in ExchangeFiles.Read(input, file, problem =>
        {
            services.Faults.Any = true;
            services.Report(problem);
        }))
        {
            yield return read;
        }
    }
}
