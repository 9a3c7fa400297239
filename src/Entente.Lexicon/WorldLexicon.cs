using Entente.Language.Entities;
using Entente.Language.Tokens;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Agreements;
using Entente.Lexicon.Cameo;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Hedges;
using Entente.Lexicon.Names;
using Entente.Lexicon.Ontologies;
using Entente.Lexicon.Places;
using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Lexicon;

/// <summary>What the coder knows of the world: who exists, what they are called, what they can do to each other, and where.</summary>
/// <remarks>Read-only once loaded, and safe to share between threads. docs/lexicon-format.md describes the files.</remarks>
public sealed class WorldLexicon : INameList
{
    private readonly NameTable _names;
    private readonly Lazy<Ontology> _ontology;

    internal WorldLexicon(LexiconImage image)
    {
        Version = image.Version;
        States = new StateList(image);
        Actors = new ActorList(image);
        Agents = new AgentList(image);
        Places = new PlaceList(image);
        Frames = new FrameList(image);
        Contexts = new ContextList(image, Section.Contexts);
        Domains = new ContextList(image, Section.Domains);
        Cameo = new CameoTable(image);
        Ties = new TieFrameList(image);
        Agreements = new AgreementVocabulary(image);
        Hedges = new HedgeList(image);
        Members = new MemberList(image);
        Borders = new BorderList(image);
        Regions = new RegionList(image);
        _names = new NameTable(image);
        _ontology = new(() => Ontology.Read([.. image.Utf8(Section.Ontologies).Chunk(2).Select(file => new OntologyFile(file[0], file[1]))], OntologyTerms.Of(this), []));
    }

    /// <summary>Twelve hexadecimal digits of the content's SHA-256: the same text, the same version, however it was loaded.</summary>
    public string Version { get; }

    /// <summary>States and the territories that are coded like them.</summary>
    public StateList States { get; }

    /// <summary>Persons, offices, groups and bodies with their dated roles.</summary>
    public ActorList Actors { get; }

    /// <summary>Role nouns such as "foreign minister" and "troops".</summary>
    public AgentList Agents { get; }

    /// <summary>Cities, provinces, seas, regions.</summary>
    public PlaceList Places { get; }

    /// <summary>What words, built which way, are which act.</summary>
    public FrameList Frames { get; }

    /// <summary>Words that show what an act is about.</summary>
    public ContextList Contexts { get; }

    /// <summary>Fields of life whose news use the words of conflict and cooperation for something else: sport, markets, weather.</summary>
    public ContextList Domains { get; }

    /// <summary>What words, built which way, assert which standing relation.</summary>
    public TieFrameList Ties { get; }

    /// <summary>Words that name agreements, their kinds and stages.</summary>
    public AgreementVocabulary Agreements { get; }

    /// <summary>Words that mark and hedge inferences.</summary>
    public HedgeList Hedges { get; }

    /// <summary>CAMEO codes with their PLOVER category and Goldstein score.</summary>
    public CameoTable Cameo { get; }

    /// <summary>Which state belongs to which body, and when.</summary>
    public MemberList Members { get; }

    /// <summary>Which states share a land border.</summary>
    public BorderList Borders { get; }

    /// <summary>Named sets of states, such as central-asia.</summary>
    public RegionList Regions { get; }

    /// <summary>The categories of packs, the later pack's in place of those of the same name; without categories where no pack brings any. Read when first asked for.</summary>
    public Ontology Ontology => _ontology.Value;

    /// <summary>Loads the folder of text files, or one compiled file.</summary>
    /// <param name="path">A folder as docs/lexicon-format.md describes it, or a file that <see cref="LexiconCompiler"/> wrote.</param>
    /// <param name="problems">Receives an entry for each row or frame that was refused; the rest is loaded. A compiled file has none.</param>
    /// <exception cref="IOException">The path cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no compiled lexicon, or of another version of the format.</exception>
    public static WorldLexicon Load(string path, ICollection<Diagnostic>? problems = null)
    {
        if (!Directory.Exists(path))
        {
            return new WorldLexicon(LexiconImage.Open(File.ReadAllBytes(path)));
        }

        using var compiled = new MemoryStream();
        foreach (Diagnostic problem in LexiconCompiler.Compile(path, compiled))
        {
            problems?.Add(problem);
        }

        return new WorldLexicon(LexiconImage.Open(compiled.ToArray()));
    }

    /// <summary>The longest known name that starts at word <paramref name="first"/> and ends at or before word <paramref name="limit"/>.</summary>
    /// <param name="text">The text the tokens point into.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="first">The word the name starts with.</param>
    /// <param name="limit">The word it must end before: the end of the sentence.</param>
    /// <param name="hit">Its length in words and all that bear it, the likeliest kind first.</param>
    /// <returns>False where no known name starts there.</returns>
    /// <remarks>Allocates nothing. Diacritics, apostrophes, full stops in acronyms and hyphens do not matter; capitals do.</remarks>
    public bool TryMatchName(string text, TokenLayer tokens, int first, int limit, out NameHit hit) =>
        _names.TryMatch(text, tokens, first, limit, out hit);

    /// <summary>All that bear a name exactly, capitals apart from acronyms not regarded.</summary>
    /// <param name="name">One name and nothing else: <c>Sergei Shoigu</c>.</param>
    /// <returns>Empty where nobody is called so.</returns>
    public IReadOnlyList<NameSense> Find(string name) => _names.Find(name);

    /// <summary>Who or what a name of unknown spelling may mean, best first; also for names that are known.</summary>
    /// <param name="name">One name and nothing else: <c>Shoygu</c>.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<NameCandidate> Lookup(string name, int count = 10) => _names.Lookup(name, count);

    /// <summary>The bearers of a capitalised name that no list has in this spelling; the fallback after <see cref="TryMatchName"/> fails.</summary>
    /// <param name="name">One word or several, six letters or more in all.</param>
    /// <param name="candidate">The best, where it is well ahead of the others.</param>
    /// <returns>False where nothing is near enough, or where several different things are equally near.</returns>
    public bool TryMatchVariant(ReadOnlySpan<char> name, out NameCandidate candidate) => _names.TryMatchVariant(name, out candidate);

    /// <inheritdoc/>
    public bool TryMatch(string text, TokenLayer tokens, int first, int limit, out NameMatch match)
    {
        if (!_names.TryMatch(text, tokens, first, limit, out NameHit hit) || (hit.Senses[0].IsCommonWord && hit.Senses[0].Kind > SenseKind.Seat))
        {
            match = default;
            return false;
        }

        match = new NameMatch(hit.Length, TypeOf(hit.Senses[0]));
        return true;
    }

    private EntityType TypeOf(NameSense sense) => sense.Kind switch
    {
        SenseKind.StateName or SenseKind.Capital => EntityType.Gpe,
        SenseKind.Adjective or SenseKind.Demonym => EntityType.Norp,
        SenseKind.Seat => EntityType.Org,
        SenseKind.FamilyName => EntityType.Per,
        SenseKind.ActorName => Actors.KindOf(sense.Index) switch
        {
            ActorKind.Person => EntityType.Per,
            ActorKind.People => EntityType.Norp,
            _ => EntityType.Org,
        },
        _ => Places.ClassOf(sense.Index) is PlaceClass.City or PlaceClass.Admin1 ? EntityType.Gpe : EntityType.Loc,
    };
}
