using System.CommandLine;
using System.Globalization;
using System.Text;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Cli.Tables;
using Entente.Coding;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;
using Entente.Reading;
using Entente.Records;
using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary><c>entente lexicon lookup|check|suggest|compile|import|ontology</c></summary>
internal static class LexiconVerb
{
    public static Verb Create(Services services)
    {
        var verb = new Verb("lexicon", "who exists, what can be done, where: ask it, check it, find what it lacks");
        verb.Add(Lookup(services));
        verb.Add(Check(services));
        verb.Add(Suggest(services));
        verb.Add(Compile(services));
        verb.Add(LexiconImportVerb.Create(services));
        verb.Add(LexiconOntologyVerb.Create(services));
        return verb;
    }

    private static Verb Lookup(Services services)
    {
        Argument<string[]> name = new("name") { HelpName = "NAME", Description = "a name in any spelling", Arity = ArgumentArity.OneOrMore };
        Option<DateOnly?> date = Shared.Date("only what holds on this day");
        Option<bool> json = Shared.Json("the table");
        var verb = new Verb("lookup", "what a name may mean, and what each was and when") { Examples = ["entente lexicon lookup Shoygu", "entente lexicon lookup Taliban --date 2022-01-01"] };
        verb.Add(name);
        verb.Add(date);
        verb.Add(json);
        verb.SetAction(result => new LookupCommand(services).Run(string.Join(' ', result.GetRequiredValue(name)), result.GetValue(date), result.GetValue(json)));
        return verb;
    }

    private static Verb Check(Services services)
    {
        Argument<string> folder = Folder();
        Option<bool> json = Shared.Json("the complaints");
        var verb = new Verb("check", "conflicts, overlaps, dates that do not fit, and what packs replace; exit code 1 where anything is wrong") { Examples = ["entente lexicon check"] };
        verb.Add(folder);
        verb.Add(json);
        verb.SetAction(result =>
        {
            string path = Existing(result.GetValue(folder)!);

            IReadOnlyList<Diagnostic> problems = LexiconCheck.Run(path);
            using Stream output = services.Open(null);
            foreach (Diagnostic problem in problems)
            {
                if (result.GetValue(json))
                {
                    WriteJson(output, problem);
                }
                else
                {
                    output.Write(Encoding.UTF8.GetBytes(problem + "\n"));
                }
            }

            output.Flush();
            foreach (string replaced in LexiconCheck.Replacements(path))
            {
                services.Errors.Write($"note: {replaced}\n");
            }

            services.Errors.Write(problems.Count == 0 ? "nothing to complain of\n" : $"{Progress.Number(problems.Count)} complaints\n");
            return problems.Count > 0 ? 1 : 0;
        });
        return verb;
    }

    private static Verb Suggest(Services services)
    {
        Argument<string[]> inputs = new("input") { HelpName = "INPUT", Description = "articles, as for brief; - is standard input", Arity = ArgumentArity.OneOrMore };
        Option<DateOnly?> date = Shared.Date("the day of articles that bear none");
        Option<int> count = Shared.Whole("--count", "how many (default: 50)", 50, 1);
        Option<bool> json = Shared.Json("the table");
        Option<int> threads = Shared.Threads();
        var verb = new Verb("suggest", "frequent parties to events that the lexicon does not know") { Examples = ["entente lexicon suggest articles.jsonl --count 20"] };
        verb.Add(inputs);
        foreach (Option option in (Option[])[date, count, json, threads])
        {
            verb.Add(option);
        }

        verb.SetAction(result => new SuggestCommand(services).Run(result.GetRequiredValue(inputs), result.GetValue(date), result.GetValue(count), result.GetValue(json), result.GetValue(threads)));
        return verb;
    }

    private static Verb Compile(Services services)
    {
        Argument<string> folder = Folder();
        Option<string> output = new("--output", "-o") { HelpName = "FILE", Description = "where the compiled lexicon goes", Required = true };
        var verb = new Verb("compile", "the folder of text files to the one file that the program loads; ./entente does it by itself") { Examples = ["entente lexicon compile lexicon -o lexicon.bin"] };
        verb.Add(folder);
        verb.Add(output);
        verb.SetAction(result =>
        {
            string path = Existing(result.GetValue(folder)!);

            using Stream file = services.Open(result.GetRequiredValue(output));
            IReadOnlyList<Diagnostic> problems = LexiconCompiler.Compile(path, file);
            file.Flush();
            foreach (Diagnostic problem in problems)
            {
                services.Report(problem);
            }

            return problems.Count > 0 ? 1 : 0;
        });
        return verb;
    }

    private static Argument<string> Folder() => new("folder") { HelpName = "FOLDER", Description = "the lexicon's folder (default: lexicon)", DefaultValueFactory = _ => "lexicon" };

    /// <summary>A folder that holds a lexicon: with nothing in it there would be nothing to complain of.</summary>
    private static string Existing(string folder) => File.Exists(Path.Combine(FileTalk.Folder(folder), "states.tsv"))
        ? folder
        : throw new UsageException($"the folder '{folder}' holds no lexicon: there is no states.tsv in it; docs/lexicon-format.md shows the files of one");

    private static void WriteJson(Stream output, Diagnostic problem) => JsonLine.Write(output, json =>
    {
        json.WriteString("file"u8, problem.File);
        json.WriteNumber("line"u8, problem.Line);
        json.WriteString("code"u8, problem.Code);
        json.WriteString("message"u8, problem.Message);
        if (problem.Help is not null)
        {
            json.WriteString("help"u8, problem.Help);
        }
    });
}

/// <summary>Looks a name up.</summary>
internal sealed class LookupCommand(Services services)
{
    private sealed record Row(string Name, string Kind, string Code, string Role, string From, string To, string Score, string Place);

    /// <returns>0 = found; 1 = nothing bears the name.</returns>
    public int Run(string name, DateOnly? day, bool json)
    {
        WorldLexicon lexicon = new EntenteEngine(services.Home).Lexicon;
        Row[] rows = [.. lexicon.Lookup(name).SelectMany(candidate => Rows(lexicon, candidate, day))];
        using Stream output = services.Open(null);
        foreach (Row row in rows)
        {
            Write(output, row, json);
        }

        output.Flush();
        if (rows.Length == 0)
        {
            services.Errors.Write($"nothing bears the name '{name}'\n");
        }

        return rows.Length == 0 ? 1 : 0;
    }

    private static void Write(Stream output, Row row, bool json)
    {
        if (!json)
        {
            output.Write(Encoding.UTF8.GetBytes($"{row.Score}  {row.Name,-32} {row.Kind,-12} {row.Code,-12} {row.From,-10} {row.To,-10} {row.Role}  {row.Place}".TrimEnd() + "\n"));
            return;
        }

        JsonLine.Write(output, writer =>
        {
            foreach ((string name, string value) in ((string, string)[])[("name", row.Name), ("kind", row.Kind), ("code", row.Code), ("role", row.Role), ("from", row.From), ("to", row.To), ("score", row.Score), ("place", row.Place)])
            {
                writer.WriteString(name, value);
            }
        });
    }

    private static IEnumerable<Row> Rows(WorldLexicon lexicon, NameCandidate candidate, DateOnly? day)
    {
        string score = candidate.Score.ToString("0.00", CultureInfo.InvariantCulture);
        if (candidate.Sense.IsState)
        {
            State state = lexicon.States[candidate.Sense.Index];
            if (day is null || state.ExistsOn(day.Value))
            {
                yield return new(state.Name, candidate.Sense.Kind.ToString(), state.Code, "", Day(state.From), Day(state.To), score, state.Place);
            }
        }
        else if (candidate.Sense.IsActor)
        {
            Actor actor = lexicon.Actors[candidate.Sense.Index];
            foreach (ActorRole role in day is { } known ? actor.RolesOn(known) : actor.Roles)
            {
                yield return new(actor.Name, actor.Kind.Code(), role.Code.Text, role.Role, Day(role.From), Day(role.To), score, role.Place);
            }
        }
        else
        {
            Place place = lexicon.Places[candidate.Sense.Index];
            yield return new(place.Name, place.Class.Code(), place.Country ?? "", "", "", "", score, place.Row);
        }
    }

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Counts parties that bear no code.</summary>
internal sealed class SuggestCommand(Services services)
{
    /// <returns>0 = done; 1 = some articles were bad; 130 = interrupted.</returns>
    public int Run(IReadOnlyList<string> inputs, DateOnly? date, int count, bool json, int threads)
    {
        bool bad = false;
        var source = new ArticleSource(problem =>
        {
            bad = true;
            services.Report(problem);
        })
        { Date = date };
        IReadOnlyList<CodedDocument> coded;
        try
        {
            coded = ArticleCoder.Code(new EntenteEngine(services.Home), source.Read(inputs, services.Input), RecordKinds.Events, threads, services.Stop);
        }
        catch (OperationCanceledException)
        {
            return Interrupt.ExitCode;
        }

        var unknown = coded
            .SelectMany(document => document.Events.SelectMany(e => e.Actor.Concat(e.Recipient)).Where(IsUnknownName).Select(entity => (entity.Quote.Text, document.Document.Id)))
            .GroupBy(mention => mention.Text, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Events: group.Count(), First: group.First().Id))
            .OrderByDescending(row => row.Events).ThenBy(row => row.Name, StringComparer.Ordinal).Take(count);
        using Stream output = services.Open(null);
        foreach ((string name, int events, string first) in unknown)
        {
            if (json)
            {
                JsonLine.Write(output, writer =>
                {
                    writer.WriteString("name"u8, name);
                    writer.WriteNumber("events"u8, events);
                    writer.WriteString("first"u8, first);
                });
            }
            else
            {
                output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{events,6}  {name}  ({first})\n")));
            }
        }

        output.Flush();
        return bad ? 1 : 0;
    }

    /// <summary>A name has a capital past its first word's article; "protesters" is none.</summary>
    private static bool IsUnknownName(Entity entity) => entity.Code is null && entity.Quote.Text.Split(' ').Any(word => word.Length > 1 && char.IsUpper(word[0]));
}
