using System.CommandLine;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Coding;
using Entente.Coding.Learning;
using Entente.Coding.Judging;
using Entente.Coding.Relations;
using Entente.Corpora;
using Entente.Evaluation;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Language.Entities;
using Entente.Language.Lemmas;
using Entente.Language.Neural;
using Entente.Records;
using Entente.Training;

namespace Entente.Cli.Verbs;

/// <summary><c>entente train parser|lemmas|entities|relate|judgement FILE... -o MODEL</c>, <c>train standing|homes FOLDER -o MODEL</c></summary>
internal static class TrainVerb
{
    public static Verb Create(Services services)
    {
        var verb = new Verb("train", "models from treebanks and gold files; models/ has a card for each that is shipped");
        verb.Add(Parser(services));
        verb.Add(Lemmas(services));
        verb.Add(Entities(services));
        verb.Add(Relate(services));
        verb.Add(Judgement(services));
        verb.Add(Standing(services));
        verb.Add(Homes(services));
        return verb;
    }

    private static Verb Parser(Services services)
    {
        Argument<string[]> treebanks = Treebanks();
        Option<string> output = Model("models/syntax.bin");
        Option<string[]> dev = new("--dev") { HelpName = "FILE", Description = "a treebank to report on now and then; nothing is chosen by it; may be given several times", DefaultValueFactory = _ => [] };
        var defaults = new SyntaxTrainingOptions();
        Option<int> epochs = Number("--epochs", "passes over the data", defaults.Epochs, 1), seed = Number("--seed", "seed of all chance", defaults.Seed);
        Option<int> threads = Number("--threads", "threads; the result depends on their number, so it is part of the recipe", defaults.Threads, 1);
        Option<int> news = Number("--news", "made-up sentences of news agencies to train on besides, put together from the lexicon's words", 0);
        var verb = new Verb("parser", "the tagger and parser, which are one model (alias: tagger)")
        {
            Details = "Some minutes on two cores. Same treebanks, options, seed and number of threads: same model.",
            Examples = ["entente train parser en_ewt-train.conllu.gz en_gum-train.conllu.gz -o models/syntax.bin --dev en_ewt-dev.conllu"],
        };
        verb.Aliases.Add("tagger");
        verb.Add(treebanks);
        foreach (Option option in (Option[])[output, dev, epochs, seed, threads, news])
        {
            verb.Add(option);
        }

        verb.SetAction(result =>
        {
            string path = Services.Writable(result.GetValue(output)!);
            (string, IReadOnlyList<ConlluSentence>)[] sets = [.. result.GetValue(dev)!.Select(file => (Path.GetFileName(file), Sentences(file)))];
            var options = new SyntaxTrainingOptions { Epochs = result.GetValue(epochs), Seed = result.GetValue(seed), Threads = result.GetValue(threads) };
            List<ConlluSentence> training = [.. Filled(result.GetValue(treebanks)!.SelectMany(Sentences), "sentence")];
            if (result.GetValue(news) is > 0 and int count)
            {
                training.AddRange(new NewsGrammar(NewsWords.Of(new EntenteEngine(services.Home).Lexicon), options.Seed + 6).Make(count));
            }

            return Save(services, path, file => SyntaxTrainer.Train(training, sets, file, options, services.Errors, TimeProvider.System));
        });
        return verb;
    }

    private static Verb Lemmas(Services services)
    {
        Argument<string[]> treebanks = Treebanks();
        Option<string> output = Model("models/lemmas.bin");
        var verb = new Verb("lemmas", "the lemmatizer") { Examples = ["entente train lemmas en_ewt-train.conllu.gz en_gum-train.conllu.gz -o models/lemmas.bin"] };
        verb.Add(treebanks);
        verb.Add(output);
        verb.SetAction(result =>
        {
            string path = Services.Writable(result.GetValue(output)!);
            ConlluSentence[] training = Filled(result.GetValue(treebanks)!.SelectMany(Sentences), "sentence");
            return Save(services, path, file => Lemmatizer.Train(training, file, services.Errors));
        });
        return verb;
    }

    private static Verb Relate(Services services)
    {
        Argument<string[]> files = new("gold") { HelpName = "GOLD", Description = "JSON Lines of relations with their gold, plain or .gz", Arity = ArgumentArity.OneOrMore };
        Option<string> output = Model("models/relations.bin");
        Option<int> without = Shared.Whole("--without-fold", "leave the items of this fold out", -1, 0, "K");
        var verb = new Verb("relate", "the relation model")
        {
            Details = "Uses the lexicon and the parser beside the program: train it anew when these have changed much.",
            Examples = ["entente train relate plv.train.jsonl plv.dev.jsonl aw.train.jsonl cameo_pairs.train.jsonl -o models/relations.bin"],
        };
        verb.Add(files);
        verb.Add(output);
        verb.Add(without);
        verb.SetAction(result =>
        {
            string path = Services.Writable(result.GetValue(output)!);
            int fold = result.GetValue(without);
            GoldRelation[] items = Filled(result.GetValue(files)!.SelectMany(file => Read(file, GoldFiles.Relations)).Where(item => item.Fold != fold), "relation");
            var engine = new EntenteEngine(services.Home);
            services.Errors.Write($"{items.Length} items\n");
            return Save(services, path, file =>
                RelationTrainer.Train(items.Select(item => item.ToExample()), engine.Lexicon, new EventCoder(engine.Lexicon), engine.Language).Write(file));
        });
        return verb;
    }

    private static Verb Entities(Services services)
    {
        Argument<string[]> files = new("gold") { HelpName = "GOLD", Description = "JSON Lines of texts with their entities, plain or .gz", Arity = ArgumentArity.OneOrMore };
        Option<string> output = Model("models/entities.bin");
        Option<string[]> background = new("--background") { HelpName = "FILE", Description = "texts marked by other rules, such as a treebank's mentions of everything; may be given several times", DefaultValueFactory = _ => [] };
        Option<int> seed = Number("--seed", "seed of all chance", 1);
        var verb = new Verb("entities", "the recogniser of mentions")
        {
            Details = "Uses the lexicon and the parser beside the program.",
            Examples = ["entente train entities re3d.train.jsonl --background gum_entities.train.jsonl.gz -o models/entities.bin"],
        };
        verb.Add(files);
        verb.Add(output);
        verb.Add(background);
        verb.Add(seed);
        verb.SetAction(result =>
        {
            string path = Services.Writable(result.GetValue(output)!);
            EntityGold[] gold = Filled(result.GetValue(files)!.SelectMany(file => Read(file, Marked)), "text with entities");
            var engine = new EntenteEngine(services.Home);
            EntityExample[] examples =
            [
                .. gold.Select(text => new EntityExample(engine.Language.Analyze(text.Text), text.Mentions, IsBackground: false)),
                .. result.GetValue(background)!.SelectMany(file => Read(file, Marked)).Select(text => new EntityExample(engine.Language.Analyze(text.Text), text.Mentions, IsBackground: true)),
            ];
            return Save(services, path, file => EntityRecognizer.Train(examples, engine.Lexicon, file, result.GetValue(seed), services.Errors));
        });
        return verb;
    }

    private static Verb Judgement(Services services)
    {
        Argument<string[]> files = new("gold") { HelpName = "GOLD", Description = "JSON Lines of documents with their gold events, plain or .gz", Arity = ArgumentArity.OneOrMore };
        Option<string> output = Model("models/judgement.bin");
        Option<string[]> relations = new("--relations") { HelpName = "FILE", Description = "JSON Lines of relations with their gold; may be given several times", DefaultValueFactory = _ => [] };
        Option<string?> corpus = new("--corpus") { HelpName = "FOLDER", Description = "the training part of the corpus" };
        Option<string?> calibrate = new("--calibrate") { HelpName = "FOLDER", Description = "a part of the corpus that frames were not written from: the confidence is fitted to it, by two numbers; no weights are" };
        var verb = new Verb("judgement", "how likely a coded record is right")
        {
            Details = "Uses the lexicon and the models beside the program: train it anew when these have changed much.",
            Examples = ["entente train judgement cameo_roles.train.jsonl --relations plv.train.jsonl --corpus corpus/train --calibrate corpus/dev -o models/judgement.bin"],
        };
        verb.Add(files);
        verb.Add(relations);
        verb.Add(corpus);
        verb.Add(calibrate);
        verb.Add(output);
        verb.SetAction(result =>
        {
            string path = Services.Writable(result.GetValue(output)!);
            var engine = new EntenteEngine(services.Home);
            List<AnnotatedText> texts =
            [
                .. JudgementTraining.Texts(result.GetValue(files)!.SelectMany(file => Read(file, GoldFiles.Events))),
                .. JudgementTraining.Texts(result.GetValue(relations)!.SelectMany(file => Read(file, GoldFiles.Relations))),
                .. result.GetValue(corpus) is { } folder ? JudgementTraining.Texts(Blocks(services, engine, folder)) : [],
            ];
            JudgementTrainer trainer = JudgementTraining.Trainer(engine);
            JudgementTrainer.Lesson lesson = trainer.Read(texts);
            services.Errors.Write($"{lesson.Count} readings, {lesson.Right} of them acts\n");
            if (lesson.Count == 0)
            {
                throw Nothing("reading of an act");
            }

            JudgementModel model = trainer.Train(lesson);
            if (result.GetValue(calibrate) is { } unseen)
            {
                model = JudgementTraining.Calibrate(model, engine, Blocks(services, engine, unseen));
            }

            return Save(services, path, model.Write);
        });
        return verb;
    }

    private static Verb Standing(Services services)
    {
        var verb = new Verb("standing", "status, source and claims: how a text stands to the acts that it tells")
        {
            Details = "Uses the lexicon and the parser beside the program: train it anew when these have changed much, and the judgement after it.",
            Examples = ["entente train standing corpus/train -o models/standing.bin"],
        };
        return OfCorpus(verb, services, "models/standing.bin", (engine, blocks, path) =>
        {
            using var scratch = new AnalysisScratch();
            Choice[] choices = Filled(StandingTraining.Choices(engine.Lexicon, text => engine.Language.Analyze(text, scratch), blocks), "act");
            services.Errors.Write($"{choices.Length} choices, {choices.Count(choice => choice.Right >= 0)} of them made\n");
            foreach ((string question, Tally tally) in StandingTraining.CrossValidate(choices))
            {
                services.Errors.Write(FormattableString.Invariant($"{question,-13}F1 {tally.F1:0.000} by folds not seen ({tally.Right} right, {tally.Wrong} wrong, {tally.Missed} missed)\n"));
            }

            return Save(services, path, file => ChoiceTrainer.Train(choices, StandingTraining.Penalty).Write(file));
        });
    }

    private static Verb Homes(Services services)
    {
        var verb = new Verb("homes", "whose \"the army\" or \"protesters\" are where their own words do not say")
        {
            Details = "The weights are built into the program: build it anew to use them.",
            Examples = ["entente train homes corpus/train"],
        };
        return OfCorpus(verb, services, "src/Entente.Coding/Homes/weights.tsv", (engine, blocks, path) => Save(services, path, file =>
        {
            using var lines = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
            services.Errors.Write($"{HomeTraining.Train(engine, blocks, lines)} choices\n");
        }));
    }

    /// <summary>A verb that learns from the training part of the corpus alone.</summary>
    private static Verb OfCorpus(Verb verb, Services services, string model, Func<EntenteEngine, CorpusBlock[], string, int> train)
    {
        Argument<string> corpus = new("corpus") { HelpName = "FOLDER", Description = "the training part of the corpus" };
        Option<string> output = Model(model);
        verb.Add(corpus);
        verb.Add(output);
        verb.SetAction(result =>
        {
            string path = Services.Writable(result.GetValue(output)!);
            var engine = new EntenteEngine(services.Home);
            return train(engine, Blocks(services, engine, result.GetRequiredValue(corpus)), path);
        });
        return verb;
    }

    private static CorpusBlock[] Blocks(Services services, EntenteEngine engine, string folder)
    {
        var problems = new List<Diagnostic>();
        IReadOnlyList<CorpusBlock> blocks = new CorpusReader(engine.Lexicon, problems).ReadFolder(Shared.Corpus(folder));
        foreach (Diagnostic problem in problems)
        {
            services.Errors.Write($"{problem}\n");
        }

        return Filled(blocks, "sound block");
    }

    /// <summary>What is learnt from: at least one.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    private static T[] Filled<T>(IEnumerable<T> examples, string what) => examples.ToArray() is { Length: > 0 } all ? all : throw Nothing(what);

    private static UsageException Nothing(string what) => new($"what was given holds no {what}, and from nothing no model is learnt; are these the files that 'entente train --help' asks for?");

    private static IReadOnlyList<EntityGold> Marked(string file)
    {
        using TextReader reader = GoldFiles.Open(file);
        return [.. EntityGold.Read(reader, file)];
    }

    private static Argument<string[]> Treebanks() => new("treebank") { HelpName = "TREEBANK", Description = "CoNLL-U files, plain or .gz", Arity = ArgumentArity.OneOrMore };

    private static Option<string> Model(string path) => new("--output", "-o") { HelpName = "FILE", Description = $"where the model goes (default: {path})", DefaultValueFactory = _ => path };

    private static Option<int> Number(string name, string what, int usual, int least = 0) => Shared.Whole(name, FormattableString.Invariant($"{what} (default: {usual})"), usual, least);

    private static IReadOnlyList<ConlluSentence> Sentences(string file) => Read(file, GoldFiles.Sentences);

    private static IReadOnlyList<T> Read<T>(string file, Func<string, IReadOnlyList<T>> read)
    {
        try
        {
            return read(file);
        }
        catch (InvalidDataException problem)
        {
            throw new UsageException(problem.Message);
        }
        catch (Exception problem) when (file.Length == 0 || problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(FileTalk.Unreadable(file, problem));
        }
        catch (ConlluException problem)
        {
            throw new UsageException(problem.Diagnostic.ToString());
        }
    }

    /// <summary>Writes beside the model and renames, so that a run that is broken off leaves the old one.</summary>
    private static int Save(Services services, string path, Action<Stream> write)
    {
        string part = path + ".part";
        try
        {
            using (FileStream file = File.Create(part))
            {
                write(file);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }

        services.Errors.Write($"{path}: {new FileInfo(path).Length / 1024} KiB\n");
        return 0;
    }
}
