using Entente.Coding;
using Entente.Coding.Clauses;
using Entente.Coding.Homes;
using Entente.Corpora;
using Entente.Language;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>Learns from the corpus whose "the army", "protesters", "police" are where their own words do not say.</summary>
public static class HomeTraining
{
    /// <summary>Trains on annotated blocks and writes the weights, one a line: weight, template, words, apart by tabs.</summary>
    /// <param name="engine">Whose lexicon and models read the blocks.</param>
    /// <param name="blocks">Blocks with their parties.</param>
    /// <param name="output">Receives the weights, sorted by feature.</param>
    /// <returns>Number of examples.</returns>
    public static int Train(EntenteEngine engine, IReadOnlyList<CorpusBlock> blocks, TextWriter output)
    {
        var names = new Dictionary<ulong, string>();
        var examples = new List<HomeExample>();
        var coder = new EventCoder(engine.Lexicon);
        using var scratch = new AnalysisScratch();
        foreach (CorpusBlock block in blocks)
        {
            Add(coder.Read(new Document(block.Id, block.Date, block.Text), engine.Analyze(block.Text, scratch), null), block, names, examples);
        }

        HomeTrainer.Write(HomeTrainer.Train(examples), names, output);
        return examples.Count;
    }

    private static void Add(DocumentReading reading, CorpusBlock block, Dictionary<ulong, string> names, List<HomeExample> examples)
    {
        var asked = new Dictionary<int, (string[] Countries, ulong[][] Options)>();
        reading.Parties.Homes.Asked = (head, candidates, features, facts) =>
        {
            features.Names = names;
            asked[head] = ([.. candidates.Select(candidate => candidate.Country)], [[.. features.OfNobody(facts)], .. candidates.Select(candidate => features.Of(candidate, facts).ToArray())]);
        };
        IEnumerable<CorpusParty> parties = block.Acts.SelectMany(act => act.Actor.Concat(act.Recipient)).Concat(block.Notes.SelectMany(note => note.Parties.Values.SelectMany(list => list)));
        foreach (IGrouping<TextSpan, CorpusParty> party in parties.GroupBy(party => party.Quote.Span).OrderBy(group => group.Key))
        {
            int head = HeadOf(reading.Tree, party.Key);
            if (head < 0)
            {
                continue;
            }

            reading.Parties.One(head);
            if (asked.TryGetValue(head, out (string[] Countries, ulong[][] Options) choice))
            {
                string?[] countries = [.. party.Select(p => p.Code?.Country).Distinct()];
                int right = countries.Length == 1 && countries[0] is null ? 0 : Array.FindIndex(choice.Countries, countries.Contains) + 1;
                if (right > 0 || countries[0] is null)
                {
                    examples.Add(new(choice.Options, right));
                }
            }
        }
    }

    /// <summary>The word of a span that the others hang on; -1 for none.</summary>
    private static int HeadOf(Tree tree, TextSpan span)
    {
        int best = -1, most = 0;
        for (int token = 0; token < tree.Source.Count; token++)
        {
            TextSpan own = tree.Source.Tokens.Span(token);
            if (!span.Contains(own) || (tree.Head(token) >= 0 && span.Contains(tree.Source.Tokens.Span(tree.Head(token)))) || tree.Pos(token) is Upos.Punct or Upos.Det or Upos.Adp)
            {
                continue;
            }

            int below = Enumerable.Range(0, tree.Source.Count).Count(other => span.Contains(tree.Source.Tokens.Span(other)) && tree.IsWithin(other, token));
            if (below > most)
            {
                (best, most) = (token, below);
            }
        }

        return best;
    }
}
