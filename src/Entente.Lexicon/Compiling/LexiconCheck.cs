using Entente.Lexicon.Actors;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Names;
using Entente.Records;

namespace Entente.Lexicon.Compiling;

/// <summary>Holds a lexicon against all its rules: <c>entente lexicon check</c>.</summary>
/// <remarks>Beyond what loading refuses row by row, it finds rows that contradict each other.</remarks>
public static class LexiconCheck
{
    /// <summary>All that is wrong in a folder, by file and line; docs/errors.md lists the codes.</summary>
    /// <param name="folder">As docs/lexicon-format.md describes it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<Diagnostic> Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }

        var files = new LexiconFolder(folder);
        LexiconText text = LexiconText.Read(files);
        CheckRoles(text);
        CheckNames(text);
        CheckDuplicates(text);
        CheckPatterns(text);
        return files.Problems;
    }

    /// <summary>What entries of packs replace, in words, by the place of the entry that counts: no faults, but good to know.</summary>
    /// <param name="folder">As docs/lexicon-format.md describes it, with packs in <c>packs/</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<string> Replacements(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }

        var files = new LexiconFolder(folder);
        CheckPatterns(LexiconText.Read(files));
        return
        [
            .. files.Replacements.OrderBy(entry => entry.Place).ThenBy(entry => entry.Replaced)
                .Select(entry => $"{entry.Place}: '{entry.Key}' counts instead of {entry.Replaced}: the later pack wins").Distinct(StringComparer.Ordinal),
        ];
    }

    private static void CheckRoles(LexiconText text)
    {
        foreach (Actor actor in text.Actors)
        {
            for (int i = 0; i < actor.Roles.Count; i++)
            {
                for (int j = i + 1; j < actor.Roles.Count; j++)
                {
                    (ActorRole a, ActorRole b) = (actor.Roles[i], actor.Roles[j]);
                    if (a.Code == b.Code || CommonDay(a, b, Slack(a) + Slack(b)) is not { } day)
                    {
                        continue;
                    }

                    string place = b.Place;
                    text.ReportAt(
                        place,
                        "LEX004",
                        FormattableString.Invariant($"'{actor.Name}' bears two codes on {day:yyyy-MM-dd}: {a.Code} ({a.Place}) and {b.Code}"),
                        "end the one on the day the other starts (the end day is not included), or give both the same code");
                }
            }
        }
    }

    /// <summary>How many days a role's ends may be off.</summary>
    private static int Slack(ActorRole role) => role.Precision switch
    {
        DatePrecision.Month => 31,
        DatePrecision.Year => 366,
        _ => 0,
    };

    /// <summary>The first day both hold, where they share more than <paramref name="slack"/> days.</summary>
    private static DateOnly? CommonDay(ActorRole a, ActorRole b, int slack)
    {
        DateOnly start = Later(a.From ?? DateOnly.MinValue, b.From ?? DateOnly.MinValue);
        DateOnly endA = a.To ?? DateOnly.MaxValue, endB = b.To ?? DateOnly.MaxValue;
        DateOnly end = endA < endB ? endA : endB;
        return end.DayNumber - start.DayNumber > slack ? start : null;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static void CheckNames(LexiconText text)
    {
        var bearers = new Dictionary<string, List<Actor>>(StringComparer.Ordinal);
        foreach (Actor actor in text.Actors)
        {
            foreach (string name in actor.Aliases.Where(alias => !alias.StartsWith('=')).Append(actor.Name).Select(Folded).Distinct(StringComparer.Ordinal))
            {
                if (!bearers.TryGetValue(name, out List<Actor>? same))
                {
                    bearers.Add(name, same = []);
                }

                foreach (Actor other in same)
                {
                    if (FirstClash(other, actor) is { } clash)
                    {
                        text.ReportAt(
                            actor.Roles[0].Place,
                            "LEX014",
                            FormattableString.Invariant($"'{name}' names both '{other.Id}' and '{actor.Id}' on {clash:yyyy-MM-dd}"),
                            "give them the same id where they are one; else take the name from the one that is rarely meant");
                    }
                }

                same.Add(actor);
            }
        }
    }

    private static DateOnly? FirstClash(Actor a, Actor b)
    {
        foreach (ActorRole of in a.Roles)
        {
            foreach (ActorRole other in b.Roles)
            {
                if (CommonDay(of, other, 0) is { } day)
                {
                    return day;
                }
            }
        }

        return null;
    }

    private static string Folded(string name) => string.Concat(name
        .Where(c => !Folding.IsSilent(c))
        .Select(c => Folding.IsHyphen(c) ? ' ' : Folding.Fold(c)));

    private static void CheckDuplicates(LexiconText text)
    {
        Duplicates(text, text.States, state => $"{state.Code} {state.Name}", state => state.Place);
        Duplicates(text, text.States.SelectMany(state => state.Capital.Concat(state.Adjectives).Where(name => name == state.Name || state.Aliases.Contains(name)).Select(name => (Name: name, state.Place))), found => $"{found.Place} {found.Name}", found => found.Place, orMore: 1);
        Duplicates(text, text.Actors.SelectMany(actor => actor.Roles.Select(role => (actor.Id, Role: role))), row => $"{row.Id} {row.Role.Code} {row.Role.Role} {row.Role.From} {row.Role.To}", row => row.Role.Place);
        Duplicates(text, text.Agents, agent => agent.Noun, agent => agent.Place);
        Duplicates(text, text.Members, row => FormattableString.Invariant($"{row.Body} {row.State} {row.From:yyyy-MM-dd}"), row => row.Place);
        Duplicates(text, text.Borders, row => $"{row.A} {row.B}", row => row.Place);
        Duplicates(text, text.Regions, row => $"{row.Region} {row.Member}", row => row.Place);
        Duplicates(text, text.Places, row => FormattableString.Invariant($"{row.Name} {row.Country} {row.Admin1} {row.Class} {row.Latitude} {row.Longitude}"), row => row.Row);
    }

    private static void Duplicates<T>(LexiconText text, IEnumerable<T> rows, Func<T, string> key, Func<T, string> place, int orMore = 2)
    {
        foreach (IGrouping<string, T> same in rows.GroupBy(key, StringComparer.Ordinal))
        {
            if (same.Count() >= orMore)
            {
                string message = orMore > 1 ? $"'{same.Key}' stands in {place(same.First())} already" : $"'{same.Key}' is a name of the state in two senses";
                text.ReportAt(place(same.Last()), "LEX013", message, "keep one");
            }
        }
    }

    private static void CheckPatterns(LexiconText text)
    {
        var seen = new Dictionary<string, FramePattern>(StringComparer.Ordinal);
        foreach (FramePattern pattern in text.Frames.SelectMany(frame => frame.Patterns))
        {
            string demands = string.Join('&', pattern.Conditions.Select(Describe).Order(StringComparer.Ordinal)) + "!" + string.Join('&', pattern.Not.Select(Describe).Order(StringComparer.Ordinal));
            foreach (Trigger trigger in pattern.Triggers)
            {
                string key = $"{trigger.Kind} {trigger.Text} {demands}";
                if (!seen.TryAdd(key, pattern) && seen[key] is var first && first.Frame != pattern.Frame && !text.IsOverridden(trigger.Text, first, pattern))
                {
                    text.ReportAt(
                        pattern.Place,
                        "LEX035",
                        $"'{trigger.Text}' of frame '{pattern.Frame.Id}' asks for no more and no less than '{first.Frame.Id}' ({first.Place}), which goes first",
                        "add a condition that tells the two apart, or remove the word from one");
                }
            }
        }
    }

    private static string Describe(Condition condition) =>
        $"{condition.Path.Text}={condition.Values}:{string.Join(',', condition.Categories)}:{(condition.Lemmas is { } set ? string.Join(',', set.Lemmas) : "")}";
}
