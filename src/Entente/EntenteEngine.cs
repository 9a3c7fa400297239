using Entente.Archive.Formats;
using Entente.Language;
using Entente.Lexicon;

namespace Entente;

/// <summary>The parts joined: the models and the lexicon beside the program, loaded when first asked for, read-only and shared by all threads.</summary>
public sealed class EntenteEngine : IDisposable
{
    /// <summary>Name and version of the coder, as records bear it.</summary>
    public const string Coder = "entente 0.1.0";

    private readonly Lazy<LanguagePipeline> _language;
    private readonly Lazy<WorldLexicon> _lexicon;

    /// <param name="home">The folder of the program, as <see cref="Installation.Install"/> made it.</param>
    public EntenteEngine(string home)
    {
        Home = home;
        _language = new(() => LanguagePipeline.Load(Path.Combine(home, Installation.ModelFolder)));
        _lexicon = new(() => WorldLexicon.Load(Path.Combine(home, Installation.LexiconFile)));
    }

    /// <summary>The folder of the program.</summary>
    public string Home { get; }

    /// <summary>The language layer.</summary>
    public LanguagePipeline Language => _language.Value;

    /// <summary>The lexicon.</summary>
    public WorldLexicon Lexicon => _lexicon.Value;

    /// <summary>What every record bears.</summary>
    public RecordStamp Stamp => new(Coder, Lexicon.Version);

    /// <summary>Loads both at once: together they are ready sooner than one after the other.</summary>
    public void LoadAll()
    {
        var lexicon = new Thread(() => _ = _lexicon.Value) { IsBackground = true };
        lexicon.Start();
        _ = _language.Value;
        lexicon.Join();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_language.IsValueCreated)
        {
            _language.Value.Dispose();
        }
    }
}
