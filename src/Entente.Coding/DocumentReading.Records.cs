using Entente.Coding.Assessments;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;
using Entente.Coding.Status;
using Entente.Coding.Times;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Records;

namespace Entente.Coding;

/// <summary>What the readers of agreements, ties and assessments ask of a document.</summary>
internal sealed partial class DocumentReading
{
    private InferenceReader? _inferences;

    /// <summary>Lemmas.</summary>
    public Words Words { get; }

    /// <summary>What fills slots.</summary>
    public Slots Slots { get; }

    /// <summary>The lexicon's names in the text.</summary>
    public NamesInText Names { get; }

    /// <summary>Arguments of predicates.</summary>
    public Arguments Arguments => _arguments;

    /// <summary>Conditions and fillers.</summary>
    public Matcher Matcher => _matcher;

    /// <summary>The lexicon.</summary>
    public WorldLexicon Lexicon => _lexicon;

    /// <summary>The document.</summary>
    public Document Document => _document;

    /// <summary>What the author infers; made when first asked for.</summary>
    public InferenceReader Inferences => _inferences ??= new(this, RecordVocabulary.Of(_lexicon));

    /// <summary>Who says so; -1 for the text itself.</summary>
    public int SourceOf(int trigger) => _standing.SourceOf(trigger);

    /// <summary>The words of a source; null for none.</summary>
    public Quote? QuoteOfSource(int source) => source < 0 ? null : Quote.Of(_text.Text, NounPhrase.Of(_tree, source).Span(_tree));

    /// <summary>Whether the source is of a country among the parties'.</summary>
    public bool IsInterested(int source, IEnumerable<Party> parties) => source >= 0 && _standing.IsOfCountry(source, parties);

    /// <summary>Whether what a word tells is so, to come, possible, denied or long past.</summary>
    public EventStatus StatusOf(int trigger) => _standing.RuleOf(trigger, _times.Of(trigger, -1), isInferred: false).Status;

    /// <summary>The same with the word that shows it.</summary>
    public StatusFinding FindingOf(int trigger) => _standing.RuleOf(trigger, _times.Of(trigger, -1), isInferred: false);

    /// <summary>The verb that carries a noun; -1 for none.</summary>
    public int CarrierOf(int noun) => _tree.Pos(noun) is Upos.Noun or Upos.Propn && _nouns.CarrierOf(noun) is { } carrier ? carrier.Verb : -1;

    /// <summary>How the text stands to acts.</summary>
    public Standing.StandingReader Standing => _standing;

    /// <summary>When it was; null where the text does not say.</summary>
    public DateSpan? TimeOf(int trigger) => _times.Of(trigger, -1) is { Precision: not DatePrecision.Publication } time ? time.Span : null;

    /// <summary>Where it was; null where the text does not say.</summary>
    public EventLocation? PlaceOf(int trigger, IEnumerable<Party> parties) =>
        _locations.Of(trigger, -1, [.. parties.Select(party => party.Country).OfType<string>()]);

    /// <summary>The head of the clause that a word stands in.</summary>
    public int ClauseOf(int token)
    {
        int clause = token;
        while (_tree.Head(clause) >= 0 && !_tree.IsPredicate(clause))
        {
            clause = _tree.Head(clause);
        }

        return clause;
    }

    /// <summary>The words of a clause or phrase from its first to its last, without what opens it, what is said beside it, and the stops around it.</summary>
    public TextSpan Extent(int head)
    {
        (int first, int end) = Reach(head, head);
        int sentence = _text.Sentences.Of(head);
        first = Math.Max(first, _text.Sentences.First(sentence));
        end = Math.Min(end, _text.Sentences.End(sentence));
        while (first < head && _tree.Pos(first) == Upos.Punct && _tree.Word(first) is not ("“" or "\"" or "'" or "‘" or "("))
        {
            first++;
        }

        while (end - 1 > head && _tree.Pos(end - 1) == Upos.Punct && _tree.Word(end - 1) is not ("”" or "\"" or "'" or "’" or ")"))
        {
            end--;
        }

        return new(_text.Tokens.Starts[first], _text.Tokens.Ends[end - 1]);
    }

    /// <summary>The phrase of a noun with those coordinated with it.</summary>
    public TextSpan PhraseWithOthers(int head)
    {
        TextSpan span = NounPhrase.Of(_tree, head).Span(_tree);
        foreach (int child in _tree.Of(head))
        {
            if (child > head && _tree.Relation(child) == Deprel.Conj && _tree.IsNominal(child))
            {
                TextSpan other = NounPhrase.Of(_tree, child).Span(_tree);
                span = new(span.Start, Math.Max(span.End, other.End));
            }
        }

        return span;
    }

    /// <summary>The quote of a span.</summary>
    public Quote QuoteAt(TextSpan span) => Quote.Of(_text.Text, span);

    private (int First, int End) Reach(int token, int top)
    {
        int first = token, end = token + 1;
        foreach (int child in _tree.Of(token))
        {
            Deprel relation = _tree.Relation(child);
            bool apart = relation is Deprel.Parataxis or Deprel.Discourse
                || (token == top && relation is Deprel.Obl or Deprel.Nmod or Deprel.Advcl && OpensSource(child))
                || (token == top && relation is Deprel.Mark or Deprel.Cc or Deprel.Case)
                || (token == top && relation == Deprel.Conj && _tree.IsPredicate(child) && (_tree.Has(child, Deprel.Nsubj) || _tree.Has(child, Deprel.NsubjPass) || _tree.Has(child, Deprel.Expl)));
            if (apart || relation == Deprel.Punct)
            {
                continue;
            }

            (int childFirst, int childEnd) = Reach(child, top);
            (first, end) = (Math.Min(first, childFirst), Math.Max(end, childEnd));
        }

        // A closing mark of quotation belongs to what it closes.
        return end < _text.Count && _tree.Word(end) is "”" or "’" && _tree.Pos(end) == Upos.Punct ? (first, end + 1) : (first, end);
    }

    private bool OpensSource(int phrase)
    {
        foreach (int child in _tree.Of(phrase))
        {
            if (_tree.Is(child, "according"))
            {
                return true;
            }
        }

        return false;
    }
}
