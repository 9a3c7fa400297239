using Entente.Language.Neural;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Frames;

namespace Entente.Training;

/// <summary>The lexicon's words for made-up news sentences.</summary>
public static class NewsWords
{
    /// <summary>Single words only, each once, in the lexicon's order.</summary>
    public static NewsVocabulary Of(WorldLexicon lexicon)
    {
        var verbs = new List<string>();
        var things = new List<string>();
        foreach (Frame frame in lexicon.Frames)
        {
            foreach (FramePattern pattern in frame.Patterns)
            {
                foreach (Trigger trigger in pattern.Triggers)
                {
                    if (trigger.Kind == TriggerKind.Verb && trigger.Particle is null)
                    {
                        verbs.Add(trigger.Head);
                    }
                    else if (trigger.Kind == TriggerKind.Noun && trigger.Modifiers.Count == 0)
                    {
                        things.Add(trigger.Head);
                    }
                }
            }
        }

        return new(
            Single([.. lexicon.States.Select(s => s.Name), .. lexicon.States.SelectMany(s => s.Capital)]),
            Single(lexicon.States.SelectMany(s => s.Adjectives)),
            Single(lexicon.Agents.Where(a => a.Kind == AgentKind.Person).Select(a => a.Noun)),
            Single(lexicon.Agents.Where(a => a.Kind == AgentKind.Group).Select(a => a.Noun)),
            Single(verbs),
            Single(things),
            Single(lexicon.Actors.Where(a => a.Kind == ActorKind.Person).Select(a => a.Name[(a.Name.LastIndexOf(' ') + 1)..])));
    }

    private static IReadOnlyList<string> Single(IEnumerable<string> words) =>
        [.. words.Where(w => w.Length > 2 && w.All(char.IsLetter)).Distinct(StringComparer.Ordinal)];
}
