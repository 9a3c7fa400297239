using Entente.Archive.Formats;
using Entente.Archive.Writing;
using Entente.Coding;
using Entente.Coding.Learning;
using Entente.Coding.Judging;
using Entente.Coding.Relations;
using Entente.Language;
using Entente.Language.Entities;
using Entente.Lexicon;

namespace Entente;

/// <summary>The parts joined: the models and the lexicon beside the program, loaded when first asked for, read-only and shared by all threads.</summary>
public sealed class EntenteEngine : IDisposable
{
    /// <summary>Name and version of the coder, as records bear it.</summary>
    public const string Coder = "entente 0.1.0";

    private readonly Lazy<LanguagePipeline> _language;
    private readonly Lazy<WorldLexicon> _lexicon;
    private readonly Lazy<RelationModel> _relations;
    private readonly Lazy<JudgementModel> _judgement;
    private readonly Lazy<ChoiceModel> _standing;
    private readonly Lazy<EntityRecognizer> _entities;
    private readonly Lazy<CodingVersion> _version;

    /// <param name="home">The folder of the program, as <see cref="Installation.Install"/> made it.</param>
    public EntenteEngine(string home)
    {
        Home = home;
        _version = new(() => new(CodingVersion.Own, Coder, Lexicon.Version, string.Join(' ', Installation.Models(home).Select(model => $"{model.Name}:{model.Sha256![..12]}"))));
        _language = new(() => LanguagePipeline.Load(Path.Combine(home, Installation.ModelFolder)));
        _lexicon = new(() => WorldLexicon.Load(Path.Combine(home, Installation.LexiconFile)));
        _relations = new(() => Model("relations.bin", RelationModel.Load));
        _judgement = new(() => Model("judgement.bin", JudgementModel.Load));
        _standing = new(() => Model("standing.bin", ChoiceModel.Load));
        _entities = new(() => Model("entities.bin", EntityRecognizer.Load));
    }

    /// <summary>The folder of the program.</summary>
    public string Home { get; }

    /// <summary>The language layer.</summary>
    public LanguagePipeline Language => _language.Value;

    /// <summary>The lexicon.</summary>
    public WorldLexicon Lexicon => _lexicon.Value;

    /// <summary>The relation model.</summary>
    public RelationModel Relations => _relations.Value;

    /// <summary>Chooses status, source and whether an act is claimed.</summary>
    public ChoiceModel Standing => _standing.Value;

    /// <summary>The event coder, with the judgement that leaves unlikely records out.</summary>
    public EventCoder NewCoder() => new(Lexicon, _judgement.Value, _standing.Value);

    /// <summary>The coder of all kinds of records; its events are those of <see cref="NewCoder"/>.</summary>
    public RecordCoder NewRecordCoder() => new(Lexicon, _judgement.Value, _standing.Value);

    /// <summary>Analyzes a text, mentions included.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="scratch">This thread's room: the result lives in it until it is used for the next text.</param>
    public AnalyzedText Analyze(string text, AnalysisScratch scratch)
    {
        AnalyzedText analysis = Language.Analyze(text, scratch);
        EntityLayer mentions = _entities.Value.Recognize(text, analysis.Tokens, analysis.Sentences, analysis.Tags, analysis.Lemmas, analysis.Arcs, Lexicon);
        return analysis with { Entities = mentions };
    }

    /// <summary>What every record bears.</summary>
    public RecordStamp Stamp => new(Coder, Lexicon.Version);

    /// <summary>What an archive names as the coder of this engine's records: with the hashes of the models.</summary>
    public CodingVersion Version => _version.Value;

    /// <summary>Loads all that coding needs, two threads at once: together they are ready sooner than one after the other.</summary>
    public void LoadAll()
    {
        var beside = new Thread(() =>
        {
            _ = _lexicon.Value;
            _ = _judgement.Value;
            _ = _standing.Value;
        })
        { IsBackground = true };
        beside.Start();
        _ = _language.Value;
        _ = _entities.Value;
        beside.Join();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_language.IsValueCreated)
        {
            _language.Value.Dispose();
        }
    }

    private T Model<T>(string name, Func<Stream, T> load)
    {
        using FileStream file = File.OpenRead(Path.Combine(Home, Installation.ModelFolder, name));
        return load(file);
    }
}
