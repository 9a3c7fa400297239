using BenchmarkDotNet.Attributes;
using Entente.Coding;
using Entente.Language;
using Entente.Language.Sentences;
using Entente.Language.Tokens;
using Entente.Reading;
using Entente.Records;

namespace Entente.Benchmarks;

/// <summary>Each stage on the articles of samples/, one thread. Operations are sentences: 1 s / mean = sentences a second.</summary>
[MemoryDiagnoser]
[MedianColumn]
public class StageBenchmarks : IDisposable
{
    /// <summary>Sentences of samples/ that one call goes through; the set-up checks that there are so many.</summary>
    private const int Sentences = 400;

    private readonly AnalysisScratch _scratch = new();
    private readonly List<Document> _documents = [];
    private EntenteEngine _engine = null!;
    private EventCoder _coder = null!;
    private List<AnalyzedText> _analyzed = null!;

    /// <summary>Loads the models beside the published program, and as many samples as hold <see cref="Sentences"/> sentences.</summary>
    [GlobalSetup]
    public void Load()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Entente.slnx")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("no folder above holds Entente.slnx");
        }

        string program = File.ReadAllText(Path.Combine(root, ".build", "current")).Trim();
        _engine = new(Path.Combine(root, ".build", program));
        _coder = _engine.NewCoder();
        int sentences = 0;
        foreach (Document document in new ArticleSource(problem => throw new InvalidDataException(problem.ToString())).Read([Path.Combine(root, "samples")], Stream.Null))
        {
            if (sentences >= Sentences)
            {
                break;
            }

            _documents.Add(document);
            sentences += _engine.Language.Analyze(document.Text, _scratch).Sentences.Count;
        }

        if (sentences is < Sentences or > Sentences * 11 / 10)
        {
            throw new InvalidDataException(FormattableString.Invariant($"{sentences} sentences where {Sentences} were expected: the figures would be off"));
        }

        _analyzed = [.. _documents.Select(document => _engine.Language.Analyze(document.Text))];
    }

    /// <summary>Words and sentences.</summary>
    [Benchmark(OperationsPerInvoke = Sentences)]
    public int Tokenise()
    {
        int words = 0;
        foreach (Document document in _documents)
        {
            var tokens = new TokenLayer();
            Tokenizer.Tokenize(document.Text, tokens);
            SentenceSplitter.Split(document.Text, tokens, new SentenceLayer());
            words += tokens.Count;
        }

        return words;
    }

    /// <summary>Words, sentences, tags, lemmas, trees.</summary>
    [Benchmark(OperationsPerInvoke = Sentences, Baseline = true)]
    public int Parse() => _documents.Sum(document => _engine.Language.Analyze(document.Text, _scratch).Count);

    /// <summary>The same and mentions.</summary>
    [Benchmark(OperationsPerInvoke = Sentences)]
    public int ParseAndEntities() => _documents.Sum(document => _engine.Analyze(document.Text, _scratch).Entities.Mentions.Count);

    /// <summary>Events of texts that are parsed already, without mentions.</summary>
    [Benchmark(OperationsPerInvoke = Sentences)]
    public int CodeParsed()
    {
        int events = 0;
        for (int i = 0; i < _documents.Count; i++)
        {
            events += _coder.Code(_documents[i], _analyzed[i]).Count;
        }

        return events;
    }

    /// <summary>From text to events.</summary>
    [Benchmark(OperationsPerInvoke = Sentences)]
    public int Code() => _documents.Sum(document => _coder.Code(document, _engine.Analyze(document.Text, _scratch)).Count);

    /// <summary>Frees the models.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _scratch.Dispose();
        _engine.Dispose();
        GC.SuppressFinalize(this);
    }
}
