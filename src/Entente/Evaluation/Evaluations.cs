using System.Globalization;
using System.Text;
using Entente.Archive.Formats;
using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Coding.Relations;
using Entente.Corpora;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Language.Entities;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>One line of a table of results.</summary>
/// <param name="Set">What was scored.</param>
/// <param name="Items">How many sentences, texts or questions.</param>
/// <param name="Figures">Each measure by name.</param>
public sealed record ResultLine(string Set, int Items, IReadOnlyList<KeyValuePair<string, Measure>> Figures);

/// <summary>The accuracy of one part on its gold.</summary>
/// <param name="Name">The part: <c>parse</c>, <c>entities</c>, <c>relate</c>, <c>code</c>, <c>corpus</c>, <c>records</c>.</param>
/// <param name="How">What is measured and how, in words.</param>
/// <param name="Lines">The table.</param>
public sealed record EvaluationResult(string Name, string How, IReadOnlyList<ResultLine> Lines)
{
    /// <summary>What follows the table, in Markdown; empty where nothing does.</summary>
    public string Details { get; init; } = "";

    /// <summary>The page that is committed: words, table, versions.</summary>
    public string ToMarkdown(EntenteEngine engine)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Name}\n\n{How}\nIn brackets: 95 % interval by bootstrap (1,000 resamples).\n\n");
        string[] names = [.. Lines.SelectMany(line => line.Figures.Select(figure => figure.Key)).Distinct()];
        page.Append(CultureInfo.InvariantCulture, $"| set | items | {string.Join(" | ", names)} |\n| --- | ---: |{string.Concat(Enumerable.Repeat(" ---: |", names.Length))}\n");
        foreach (ResultLine line in Lines)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {line.Set} | {line.Items} |");
            foreach (string name in names)
            {
                page.Append(' ').Append(line.Figures.Any(figure => figure.Key == name) ? line.Figures.First(figure => figure.Key == name).Value.ToString() : "").Append(" |");
            }

            page.Append('\n');
        }

        page.Append(Details);
        page.Append(CultureInfo.InvariantCulture, $"\nBy `entente evaluate {Name}`. {EntenteEngine.Coder}, lexicon {engine.Lexicon.Version}");
        foreach (ManifestPart model in Installation.Models(engine.Home))
        {
            page.Append(CultureInfo.InvariantCulture, $", {model.Name} {model.Sha256![..12]}");
        }

        return page.Append(".\n").ToString();
    }
}

/// <summary>Measures the parts against gold files laid out as <c>gold/README.md</c> of the project's reference material says.</summary>
/// <param name="engine">What is measured.</param>
/// <param name="gold">The folder of the gold files.</param>
/// <param name="corpus">The folder of the project's corpus.</param>
/// <param name="threads">How many threads work.</param>
/// <param name="stop">Ends a run early.</param>
public sealed class Evaluations(EntenteEngine engine, string gold, string corpus, int threads, CancellationToken stop)
{
    /// <summary>The parts that can be measured, in the order they build on each other.</summary>
    public static IReadOnlyList<string> Names { get; } = ["parse", "entities", "relate", "code", "corpus", "records", "shifts"];

    /// <summary>Measures one part.</summary>
    /// <exception cref="ArgumentException">No part has that name.</exception>
    /// <exception cref="IOException">A gold file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A gold file is not what it should be.</exception>
    public EvaluationResult Of(string name) => name switch
    {
        "parse" => Parse(),
        "entities" => Entities(),
        "relate" => Relate(),
        "code" => Code(),
        "corpus" => Corpus(),
        "shifts" => new ShiftTrials(threads, stop).Result(),
        "records" => Records(),
        _ => throw new ArgumentException($"'{name}' is none of {string.Join(", ", Names)}", nameof(name)),
    };

    private EvaluationResult Parse() => new(
        "parse",
        "Gold words and sentences; tags and lemmas are our own. UPOS, XPOS, lemmas, UAS, LAS (relations without subtypes) over all words.",
        [ParseLine("EWT dev", "ud/en_ewt-dev.conllu"), ParseLine("GUM dev", "ud/en_gum-dev.conllu")]);

    private ResultLine ParseLine(string set, string file)
    {
        using var scratch = new AnalysisScratch();
        ParseTallies[] sentences = [.. GoldFiles.Sentences(Path.Combine(gold, file)).Select(sentence => ParseScore.Of(engine.Language, sentence, scratch))];
        KeyValuePair<string, Measure> Share(string name, Func<ParseTallies, int> right) =>
            new(name, Bootstrap.Of(sentences, sample => (double)sample.Sum(right) / sample.Sum(s => s.Words)));
        return new(set, sentences.Length, [Share("UPOS", s => s.Upos), Share("XPOS", s => s.Xpos), Share("lemmas", s => s.Lemmas), Share("UAS", s => s.Uas), Share("LAS", s => s.Las)]);
    }

    private EvaluationResult Entities()
    {
        using var scratch = new AnalysisScratch();
        Tally[] texts =
        [
            .. GoldFiles.Entities(Path.Combine(gold, "re3d.dev.jsonl")).Select(text =>
            {
                AnalyzedText analysis = engine.Analyze(text.Text, scratch);
                TypedSpan[] answers = [.. analysis.Entities.Mentions.Select(m => new TypedSpan(new(analysis.Tokens.Starts[m.First], analysis.Tokens.Ends[m.End - 1]), m.Type.Code()))];
                return EntityScore.Of(text.Entities, answers);
            }),
        ];
        return new("entities", "Exact offsets and type (ORG, PER, LOC, NORP; GPE counts as LOC).", [new("re3d dev", texts.Length, Prf(texts))]);
    }

    /// <summary>The corpus shares no sentence with the gold sets: no fold of theirs leaves any of it out.</summary>
    private const int OfCorpus = 5;

    private EvaluationResult Code()
    {
        (GoldDocument Gold, Document Document)[] all = [.. GoldFiles.Events(Path.Combine(gold, "cameo_roles.train.jsonl"))];
        JudgementTrainer trainer = JudgementTraining.Trainer(engine);
        JudgementTrainer.Lesson lesson = trainer.Read(
        [
            .. JudgementTraining.Texts(all),
            .. JudgementTraining.Texts(GoldFiles.Relations(Path.Combine(gold, "plv.train.jsonl"))),
            .. JudgementTraining.Texts(new CorpusReader(engine.Lexicon, []).ReadFolder(Path.Combine(corpus, "train")), OfCorpus),
        ]);
        var scores = new List<EventTallies>();
        for (int fold = 0; fold < 5; fold++)
        {
            JudgementModel judgement = trainer.Train(lesson, fold);
            (GoldDocument Gold, Document Document)[] unseen = [.. all.Where(item => item.Gold.Fold == fold)];
            IReadOnlyList<Running.CodedDocument> coded = Running.ArticleCoder.Code(engine, new RecordCoder(engine.Lexicon, judgement, engine.Standing), unseen.Select(item => item.Document), RecordKinds.Events, threads, stop);
            scores.AddRange(unseen.Select((item, i) => EventScore.Of(item.Gold, [.. coded[i].Events.Where(e => e.Status != EventStatus.Negated)])));
        }

        KeyValuePair<string, Measure> F1(string name, Func<EventTallies, Tally> of) => new(name, Bootstrap.Of(scores, sample => Sum(sample.Select(of)).F1));
        return new(
            "code",
            "All events but negated ones, matched one to one. Quad; parties by half of their words; joint: category and both parties. The judgement that leaves unlikely records out is trained for each fold on the other folds; rules and lexicon are written by people who have read other folds and may have read this one.",
            [new("cameo_roles, by fold", scores.Count, [F1("quad F1", s => s.Quad), F1("joint F1", s => s.Joint), F1("actor F1", s => s.Actor), F1("recipient F1", s => s.Recipient)])]);
    }

    /// <summary>The shipped models and rules on the corpus' development part and on its hard negatives, neither of which they have seen.</summary>
    private EvaluationResult Corpus()
    {
        var problems = new List<Diagnostic>();
        var reader = new CorpusReader(engine.Lexicon, problems);
        BlockScore[] dev = Blocks("dev"), negatives = Blocks("negatives");
        BlockScore[] second = SecondAnnotation.Compare([.. dev.Select(score => score.Block)], SecondAnnotation.Read(reader, corpus));
        Refuse(problems);
        var twice = second.Select(score => score.Block.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            "corpus",
            "Every act is annotated, so every record that meets none is wrong. Category, parties by half of their words, joint: category and both parties. Status, claimed and attribution over acts whose category is met; country over joint ones; calibration: of joint rightness.",
            [
                CorpusLine("dev", dev, [new("calibration error", Bootstrap.Of(dev, sample => Calibration.Error(CorpusScore.Judged(sample))))]),
                .. second.Length == 0 ? Array.Empty<ResultLine>() :
                [
                    CorpusLine("dev, sentences annotated twice", [.. dev.Where(score => twice.Contains(score.Block.Id))], []),
                    CorpusLine("the same, by the second annotator", second, []),
                ],
                new("hard negatives", negatives.Length, [new("coded as reported", Bootstrap.Of(negatives, sample => CorpusScore.FalseAlarms(sample)))]),
            ])
        {
            Details = CorpusDetails(dev),
        };

        BlockScore[] Blocks(string part) => [.. Coded(reader, part, RecordKinds.Events).Select(coded => CorpusScore.Of(coded.Block, coded.Records.Events))];
    }

    private static ResultLine CorpusLine(string set, BlockScore[] scores, IReadOnlyList<KeyValuePair<string, Measure>> further)
    {
        KeyValuePair<string, Measure> F1(string name, Func<IEnumerable<BlockScore>, Tally> of) => new(name, Bootstrap.Of(scores, sample => of(sample).F1));
        KeyValuePair<string, Measure> Of(string name, Func<IEnumerable<BlockScore>, double> of) => new(name, Bootstrap.Of(scores, sample => of(sample)));
        return new(set, scores.Length,
        [
            F1("category F1", CorpusScore.Category), F1("actor F1", CorpusScore.Actor), F1("recipient F1", CorpusScore.Recipient), F1("joint F1", CorpusScore.Joint),
            Of("extra per 100", CorpusScore.ExtraPerHundred), Of("country accuracy", CorpusScore.CountryAccuracy),
            Of("status macro-F1", CorpusScore.StatusMacroF1), F1("claimed F1", CorpusScore.Claimed), F1("attribution F1", CorpusScore.Attribution),
            .. further,
        ]);
    }

    private static string CorpusDetails(IReadOnlyList<BlockScore> dev) => $"""

        ## Categories told and coded (dev)

        Acts and records whose triggers share a word. Last row: records that meet no act; last column: acts that no record meets.

        {CategoryConfusion.Of(dev).ToMarkdown()}
        ## Confidence kept (dev)

        Records by their confidence, and the share of them that is right in category and parties.

        {Calibration.ToMarkdown(CorpusScore.Judged(dev))}
        """;

    /// <summary>The records that are no events, on the part that was read while the rules were made and on the part that was not.</summary>
    private EvaluationResult Records()
    {
        var problems = new List<Diagnostic>();
        var reader = new CorpusReader(engine.Lexicon, problems);
        NoteScore[] dev = Notes("dev"), train = Notes("train");
        Refuse(problems);
        return new("records", RecordEvaluation.How, [.. RecordEvaluation.Lines("dev", dev), .. RecordEvaluation.Lines("train", train)]);

        NoteScore[] Notes(string part) => RecordEvaluation.Annotated([.. Coded(reader, part, RecordKinds.All & ~RecordKinds.Events).Select(coded => NoteScore.Of(coded.Block, coded.Records))]);
    }

    private IEnumerable<(CorpusBlock Block, CodedRecords Records)> Coded(CorpusReader reader, string part, RecordKinds kinds)
    {
        IReadOnlyList<CorpusBlock> blocks = reader.ReadFolder(Path.Combine(corpus, part));
        IReadOnlyList<Running.CodedDocument> coded = Running.ArticleCoder.Code(
            engine, blocks.Select(b => new Document(b.Id, b.Date, b.Text)), kinds, threads, stop);
        return blocks.Select((block, i) => (block, coded[i].Records));
    }

    private static void Refuse(List<Diagnostic> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidDataException($"{problems[0]}\n({problems.Count} faults; 'entente corpus check' lists them)");
        }
    }

    private EvaluationResult Relate()
    {
        GoldRelation[] train = [.. Relations("plv.train.jsonl")], dev = [.. Relations("plv.dev.jsonl")];
        GoldRelation[] others = [.. Relations("aw.train.jsonl"), .. Relations("cameo_pairs.train.jsonl")];
        GoldRelation[] plv = [.. train, .. dev], all = [.. plv, .. others];
        var answers = new List<LabelledRelation>();
        for (int fold = 0; fold < 5; fold++)
        {
            answers.AddRange(Answers(all.Where(item => item.Fold != fold), plv.Where(item => item.Fold == fold)));
        }

        List<LabelledRelation> apart = Answers([.. train, .. others], dev);
        return new(
            "relate",
            "`--labels plv`, 15 classes. By fold: each fold is answered by a model trained on the other folds of all files. plv.dev: by a model trained on everything else. Coverage: the share of the sentences, each of which tells an act, in which `code` makes some event: by the frames alone, and after the judgement that leaves unlikely ones out (the shipped one, which has seen plv.train).",
            [RelateLine("PLV train and dev, by fold", answers), RelateLine("plv.dev", apart), CoverageLine("plv.train, coverage", train), CoverageLine("plv.dev, coverage", dev)]);

        IReadOnlyList<GoldRelation> Relations(string file) => GoldFiles.Relations(Path.Combine(gold, file));
    }

    private static ResultLine RelateLine(string set, List<LabelledRelation> answers) => new(
        set,
        answers.Count,
        [
            new("accuracy", Bootstrap.Of(answers, RelationScore.Accuracy)),
            new("macro-F1", Bootstrap.Of(answers, RelationScore.MacroF1)),
            new("quad accuracy", Bootstrap.Of(answers, sample => RelationScore.Accuracy([.. sample.Select(a => new LabelledRelation(RelationScore.PlvQuad(a.Gold), RelationScore.PlvQuad(a.Answer)))]))),
            new("cooperation or conflict", Bootstrap.Of(answers, sample => RelationScore.Accuracy([.. sample.Select(a => new LabelledRelation(RelationScore.PlvSide(a.Gold), RelationScore.PlvSide(a.Answer)))]))),
        ]);

    /// <summary>In how many of the sentences, all of which tell an act, some event is coded.</summary>
    private ResultLine CoverageLine(string set, GoldRelation[] items)
    {
        Document[] documents = [.. items.Select(item => new Document(item.Item.Id, item.Item.Date, item.Item.Text))];
        return new(set, items.Length, [Share("some frame fires", new RecordCoder(engine.Lexicon)), Share("after judgement", engine.NewRecordCoder())]);

        KeyValuePair<string, Measure> Share(string name, RecordCoder coder)
        {
            bool[] fired = [.. Running.ArticleCoder.Code(engine, coder, documents, RecordKinds.Events, threads, stop).Select(coded => coded.Events.Count > 0)];
            return new(name, Bootstrap.Of(fired, sample => sample.Count(hit => hit) / (double)sample.Count));
        }
    }

    private List<LabelledRelation> Answers(IEnumerable<GoldRelation> training, IEnumerable<GoldRelation> questions)
    {
        stop.ThrowIfCancellationRequested();
        var coder = new EventCoder(engine.Lexicon);
        RelationModel model = RelationTrainer.Train(training.Select(item => item.ToExample()), engine.Lexicon, coder, engine.Language);
        var classifier = new RelationClassifier(engine.Lexicon, coder, model);
        using var scratch = new AnalysisScratch();
        return [.. questions.Select(item => new LabelledRelation(item.Event!, classifier.Answer(item.Item, engine.Language.Analyze(item.Item.Text, scratch), RelationLabels.Plv).Label))];
    }

    private static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), (sum, tally) => sum + tally);

    private static KeyValuePair<string, Measure>[] Prf(Tally[] texts) =>
    [
        new("precision", Bootstrap.Of(texts, sample => Sum(sample).Precision)),
        new("recall", Bootstrap.Of(texts, sample => Sum(sample).Recall)),
        new("F1", Bootstrap.Of(texts, sample => Sum(sample).F1)),
    ];
}
