using Entente.Lexicon.Actors;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;
using Entente.Lexicon.Ties;

namespace Entente.Lexicon.Compiling;

/// <summary>Lays out a lexicon as an image: the fields that <see cref="ImageRecords"/> reads, in the same order.</summary>
internal static class ImageBuilder
{
    public static void Write(LexiconText text, Stream output)
    {
        var image = new ImageWriter();
        image.Records(Section.States, text.States, WriteState);
        image.Records(Section.Actors, text.Actors, WriteActor);
        image.Records(Section.Agents, text.Agents, (record, agent) =>
        {
            record.Text(agent.Noun);
            record.Text(agent.Code.Text);
            record.Int((int)agent.Kind);
            record.Text(agent.Source);
            record.Place(agent.Place);
        });
        image.Records(Section.Places, text.Places, WritePlace);
        image.Records(Section.Members, text.Members, (record, row) =>
        {
            record.Text(row.Body);
            record.Text(row.State);
            record.Day(row.From);
            record.Day(row.To);
            record.Text(row.Source);
            record.Place(row.Place);
        });
        image.Records(Section.Borders, text.Borders, (record, row) =>
        {
            record.Text(row.A);
            record.Text(row.B);
            record.Place(row.Place);
        });
        image.Records(Section.Regions, text.Regions, (record, row) =>
        {
            record.Text(row.Region);
            record.Text(row.Member);
            record.Place(row.Place);
        });
        image.Records(Section.Cameo, text.Cameo, (record, code) =>
        {
            record.Text(code.Code);
            record.OptionalInt((int?)code.Type);
            record.OptionalText(code.Mode);
            record.Texts(code.Contexts);
            record.Double(code.Goldstein);
            record.Text(code.Label);
            record.Place(code.Place);
        });
        image.Records(Section.Frames, text.Frames, WriteFrame);
        image.Records(Section.Contexts, text.Contexts, WriteWords);
        image.Records(Section.Domains, text.Domains, WriteWords);
        WriteOtherRecords(image, text.OtherRecords);
        WriteAgentKeys(image, text.Agents);
        WriteTriggers(image, text.Frames);
        NameTableBuilder.Write(image, text);
        image.Records(Section.Ontologies, [.. text.Ontologies.SelectMany(file => (string[])[file.Name, file.Text])], (record, one) => record.Utf8(one));
        image.Save(output);
    }

    private static void WriteState(RecordWriter record, State state)
    {
        record.Text(state.Code);
        record.Text(state.Name);
        record.Texts(state.Aliases);
        record.Texts(state.Adjectives);
        record.Texts(state.Demonyms);
        record.Texts(state.Capital);
        record.Texts(state.Seats);
        record.Day(state.From);
        record.Day(state.To);
        record.Text(state.Source);
        record.Place(state.Place);
    }

    private static void WriteActor(RecordWriter record, Actor actor)
    {
        record.Int((int)actor.Kind);
        record.Text(actor.Id);
        record.Text(actor.Name);
        record.Texts([.. actor.Aliases.Select(alias => alias.TrimStart('='))]);
        record.Many(actor.Roles, role =>
        {
            record.Text(role.Code.Text);
            record.Text(role.Role);
            record.Day(role.From);
            record.Day(role.To);
            record.OptionalInt((int?)role.Precision);
            record.Text(role.Source);
            record.Place(role.Place);
        });
    }

    private static void WritePlace(RecordWriter record, Place place)
    {
        record.Text(place.Name);
        record.Texts(place.Aliases);
        record.OptionalText(place.Country);
        record.OptionalText(place.Admin1);
        record.Int((int)place.Class);
        record.OptionalDouble(place.Latitude);
        record.OptionalDouble(place.Longitude);
        record.OptionalInt(place.Population);
        record.OptionalInt(place.GeonameId);
        record.Text(place.Source);
        record.Place(place.Row);
    }

    private static void WriteFrame(RecordWriter record, Frame frame)
    {
        record.Text(frame.Id);
        record.Int((int)frame.Type);
        record.Texts(frame.Modes);
        record.Texts(frame.Contexts);
        record.OptionalText(frame.Cameo);
        record.Place(frame.Place);
        record.Many(frame.Patterns, pattern => WritePattern(record, pattern));
        record.Many(frame.Examples, example => WriteExample(record, example));
    }

    private static void WriteOtherRecords(ImageWriter image, RecordWords words)
    {
        image.Records(Section.Ties, words.Ties, WriteTieFrame);
        image.Records(Section.Threats, words.Threats, WriteKindWords);
        image.Records(Section.Themes, words.Themes, WriteKindWords);
        image.Records(Section.Bargains, words.Bargains, WriteKindWords);
        image.Records(Section.Agreements, words.Agreements, (record, entry) =>
        {
            record.Int((int)entry.Role);
            record.LemmaSet(entry.Words);
            record.OptionalText(entry.Kind);
            record.Texts(entry.Domains);
            record.OptionalInt((int?)entry.Stage);
            record.Bool(entry.IsFirm);
            record.Place(entry.Place);
        });
        image.Records(Section.Hedges, words.Hedges, (record, hedge) =>
        {
            record.Text(hedge.Id);
            record.Int((int)hedge.Form);
            record.LemmaSet(hedge.Words);
            record.OptionalDouble(hedge.From);
            record.OptionalDouble(hedge.To);
            record.OptionalText(hedge.Source);
            record.Place(hedge.Place);
        });
    }

    private static void WriteKindWords(RecordWriter record, KindWords words)
    {
        record.Text(words.Name);
        record.LemmaSet(words.Words);
    }

    private static void WriteTieFrame(RecordWriter record, TieFrame frame)
    {
        record.Text(frame.Id);
        record.Int((int)frame.Tie);
        record.Bool(frame.NeedsOther);
        record.Bool(frame.NeedsTheme);
        record.Place(frame.Place);
        record.Many(frame.Patterns, pattern => WriteTiePattern(record, pattern));
        record.Many(frame.Examples, example => WriteExample(record, example));
    }

    private static void WriteTiePattern(RecordWriter record, TiePattern pattern)
    {
        WriteTerms(record, pattern.Triggers, pattern.Conditions, pattern.Not);
        foreach (IReadOnlyList<SlotPath> slots in new[] { pattern.Holder, pattern.Other, pattern.Theme, pattern.Where })
        {
            record.Many(slots, slot => record.Text(slot.Text));
        }

        record.Bool(pattern.IsPresent);
        record.Place(pattern.Place);
    }

    private static void WriteExample(RecordWriter record, FrameExample example)
    {
        record.Text(example.Text);
        record.Place(example.Place);
    }

    /// <summary>What a pattern asks for, of an act or of a tie.</summary>
    private static void WriteTerms(RecordWriter record, IReadOnlyList<Trigger> triggers, IReadOnlyList<Condition> conditions, IReadOnlyList<Condition> not)
    {
        record.Many(triggers, trigger => WriteTrigger(record, trigger));
        record.Many(conditions, condition => WriteCondition(record, condition));
        record.Many(not, condition => WriteCondition(record, condition));
    }

    private static void WriteTrigger(RecordWriter record, Trigger trigger)
    {
        record.Int((int)trigger.Kind);
        record.Text(trigger.Head);
        record.OptionalText(trigger.Particle);
        record.Texts(trigger.Modifiers);
    }

    private static void WritePattern(RecordWriter record, FramePattern pattern)
    {
        record.Int(pattern.Number);
        record.Int(pattern.Order);
        WriteTerms(record, pattern.Triggers, pattern.Conditions, pattern.Not);
        record.Many(pattern.Actor, slot => record.Text(slot.Text));
        record.Many(pattern.Recipient, slot => record.Text(slot.Text));
        record.Bool(pattern.Reciprocal);
        record.Place(pattern.Place);
    }

    private static void WriteCondition(RecordWriter record, Condition condition)
    {
        record.Text(condition.Path.Text);
        record.LemmaSet(condition.Lemmas);
        record.Int((int)condition.Values);
        record.Many(condition.Categories, category => record.Int((int)category));
    }

    /// <summary>Keys are of the words from the head back to the first, as <see cref="AgentList"/> walks.</summary>
    private static void WriteAgentKeys(ImageWriter image, List<Agent> agents)
    {
        var keys = new Dictionary<ulong, int>();
        for (int i = 0; i < agents.Count; i++)
        {
            ulong key = WordKey.Empty;
            foreach (string word in agents[i].Noun.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                key = WordKey.Append(key, WordKey.Of(word));
            }

            keys.TryAdd(key, i);
        }

        image.Raw(Section.AgentKeys, KeyTable.Write(keys));
    }

    private static void WriteTriggers(ImageWriter image, List<Frame> frames)
    {
        var byHead = new Dictionary<ulong, List<(TriggeredPattern Found, int Trigger)>>();
        foreach (FramePattern pattern in frames.SelectMany(frame => frame.Patterns))
        {
            for (int i = 0; i < pattern.Triggers.Count; i++)
            {
                Trigger trigger = pattern.Triggers[i];
                ulong key = KeyTable.TriggerKey(trigger.Kind, trigger.Head);
                if (!byHead.TryGetValue(key, out var found))
                {
                    byHead.Add(key, found = []);
                }

                found.Add((new TriggeredPattern(pattern, trigger), i));
            }
        }

        (ulong Key, (TriggeredPattern Found, int Trigger)[] Patterns)[] sorted = [.. byHead
            .OrderBy(entry => entry.Key)
            .Select(entry => (entry.Key, entry.Value
                .OrderByDescending(item => item.Found.Specificity)
                .ThenBy(item => item.Found.Pattern.Order)
                .ThenBy(item => item.Trigger)
                .ToArray()))];
        image.Records(Section.Triggers, sorted, (record, entry) => record.Many(entry.Patterns, item =>
        {
            record.Int(item.Found.Pattern.Frame.Index);
            record.Int(item.Found.Pattern.Number);
            record.Int(item.Trigger);
        }));
        image.Raw(Section.TriggerKeys, KeyTable.Write([.. sorted.Select((entry, i) => KeyValuePair.Create(entry.Key, i))]));
    }

    private static void WriteWords(RecordWriter record, ContextWords words)
    {
        record.Text(words.Context);
        record.LemmaSet(words.Words);
    }
}
