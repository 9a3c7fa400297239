using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Lexicon.Hedges;
using Entente.Records;

namespace Entente.Coding.Assessments;

/// <summary>Makes the records of inferences.</summary>
internal sealed class AssessmentReader(DocumentReading reading)
{
    /// <summary>The assessments of a sentence, in text order.</summary>
    public IEnumerable<Assessment> In(int sentence)
    {
        foreach (Inference inference in reading.Inferences.In(sentence))
        {
            TextSpan claim = reading.Extent(inference.Claim);
            if (inference.Also >= 0)
            {
                claim = new(claim.Start, Math.Max(claim.End, reading.Extent(inference.Also).End));
            }

            if (inference.By is null or { Form: HedgeForm.Belief } && inference.Author >= 0 && inference.Author < inference.Marker && inference.Marker > inference.Claim)
            {
                claim = WithoutAside(claim, inference);
            }

            TextSpan evidence = SentenceSpan(sentence);
            Quote? hedge = inference.By is null
                ? null
                : reading.QuoteAt(new(reading.Tree.Source.Tokens.Starts[inference.First], reading.Tree.Source.Tokens.Ends[inference.End - 1]));
            (double? from, double? to) = Likelihood(inference);
            yield return new Assessment
            {
                Id = RecordId.Of("assessment", reading.Document.Id, sentence, claim, hedge?.Span, reading.Lexicon.Version),
                DocId = reading.Document.Id,
                Sentence = sentence,
                Claim = reading.QuoteAt(claim),
                About = About(claim, sentence),
                Hedge = hedge,
                LikelihoodFrom = from,
                LikelihoodTo = to,
                Author = reading.QuoteOfSource(inference.Author),
                Confidence = Confidence(inference),
                Evidence = reading.QuoteAt(evidence),
            };
        }
    }

    /// <summary>", officers estimate" after the claim is no part of it.</summary>
    private TextSpan WithoutAside(TextSpan claim, Inference inference)
    {
        int comma = NounPhrase.Of(reading.Tree, inference.Author).First - 1;
        int marker = reading.Tree.Source.Tokens.Ends[inference.Marker];
        return comma > inference.Claim && marker >= claim.End && reading.Tree.Source.Tokens.Starts[comma] > claim.Start ? new(claim.Start, reading.Tree.Source.Tokens.Starts[comma]) : claim;
    }

    /// <summary>Of what is denied the estimate is turned round: "not likely" is as unlikely as "likely" is likely.</summary>
    private static (double? From, double? To) Likelihood(Inference inference)
    {
        if (inference.By is not { From: { } from, To: { } to } by)
        {
            return (null, null);
        }

        // "may not come" is as open as "may come"; of the claim with its "not" it says the same.
        return inference.IsDenied && by.Form != HedgeForm.Aux ? (Math.Round(1 - to, 3), Math.Round(1 - from, 3)) : (from, to);
    }

    private static double Confidence(Inference inference) => inference.By?.Form switch
    {
        HedgeForm.Reading or HedgeForm.Raising or HedgeForm.Adjective => 0.85,
        HedgeForm.Verb => 0.8,
        HedgeForm.Adverb => inference.By.From is null ? 0.7 : 0.8,
        HedgeForm.Aux => 0.65,
        null => 0.7,
        _ => 0.75,
    };

    /// <summary>The coded parties named in the claim, each country or body once, in text order.</summary>
    private List<Entity> About(TextSpan claim, int sentence)
    {
        var about = new List<Entity>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int token = reading.Tree.Source.Sentences.First(sentence); token < reading.Tree.Source.Sentences.End(sentence); token++)
        {
            TextSpan span = reading.Tree.Source.Tokens.Span(token);
            if (!claim.Contains(span) || !(reading.Names.TryGet(token, out NameMention mention) ? mention.First == token || reading.Tree.Relation(token) is Deprel.Nsubj : reading.Tree.IsNominal(token)))
            {
                continue;
            }

            foreach (Party party in Named(token, mention))
            {
                if (party.Entity.Code is { } code && party.Kind is not (PartyKind.Thing or PartyKind.Place) && claim.Contains(party.Entity.Quote.Span) && seen.Add(code.Country ?? code.Text))
                {
                    about.Add(party.Entity);
                }
            }
        }

        return about;
    }

    private IReadOnlyList<Party> Named(int token, NameMention mention)
    {
        if (mention.End > 0 && reading.Tree.Relation(token) is Deprel.Amod or Deprel.Compound)
        {
            var found = new List<Party>();
            reading.Parties.AddModifier(token, found);
            return found;
        }

        int head = token;
        for (int at = token + 1; at < mention.End; at++)
        {
            head = reading.Tree.Relation(at) is Deprel.Flat ? head : reading.Tree.Relation(head) is Deprel.Compound or Deprel.Amod ? at : head;
        }

        return reading.Parties.One(head);
    }

    private TextSpan SentenceSpan(int sentence)
    {
        int first = reading.Tree.Source.Sentences.First(sentence), end = reading.Tree.Source.Sentences.End(sentence);
        return new(reading.Tree.Source.Tokens.Starts[first], reading.Tree.Source.Tokens.Ends[end - 1]);
    }
}
