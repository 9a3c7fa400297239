using System.Globalization;
using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Times;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Status;

/// <summary>What tells how far an act took place: what the rules find, its time, its helpers, the words it hangs on.</summary>
internal sealed class StatusFeatures(Tree tree, DateOnly published)
{
    private const int Reach = 5;
    private const int Near = 5;

    /// <summary>Gathers the features of an act's category.</summary>
    /// <param name="trigger">The word that tells it.</param>
    /// <param name="carrier">The verb that carries it; -1 for none.</param>
    /// <param name="type">Its category, before it is changed for what is to come.</param>
    /// <param name="rule">What the rules find.</param>
    /// <param name="into">Receives them.</param>
    public void AddType(int trigger, int carrier, PloverType type, StatusFinding rule, FeatureList into)
    {
        string code = type.Code();
        into.Add("type", code);
        into.Add("kind+type", KindOf(trigger, carrier), code);
        into.Add("rule+type", rule.Status.Code(), code);
        for (int at = trigger, steps = 1; steps <= Reach && tree.Head(at) is >= 0 and int head; at = head, steps++)
        {
            if (LooksBack(tree.Lemma(head)))
            {
                into.Add("looks-back", code, steps == 1 ? "head" : "ancestor");
            }
        }
    }

    /// <summary>Gathers the features of the word that tells an act, whatever the act.</summary>
    /// <param name="trigger">The word.</param>
    /// <param name="carrier">The verb that carries it; -1 for none.</param>
    /// <param name="rule">What the rules find.</param>
    /// <param name="time">When it was; null where the text does not say.</param>
    /// <param name="into">Receives them.</param>
    public void AddWord(int trigger, int carrier, StatusFinding rule, TimeExpression? time, FeatureList into)
    {
        string kind = KindOf(trigger, carrier);
        string found = rule.Status.Code(), age = AgeOf(time);
        into.Add("bias");
        into.Add("kind", kind);
        into.Add("rule", found);
        into.Add("rule+kind", found, kind);
        if (rule.Cause >= 0)
        {
            into.Add("cause", tree.Lemma(rule.Cause), found);
            into.Add("cause-place", PlaceOf(rule.Cause, trigger), found);
            into.Add("cause-relation", tree.Relation(rule.Cause).Code(), found);
        }

        into.Add("age", age);
        into.Add("age+kind", age, kind);
        into.Add("trigger", tree.Lemma(trigger));
        into.Add("tag", tree.Xpos(trigger).Code());
        into.Add("relation", tree.Relation(trigger).Code(), kind);
        AddHelpers("helper", trigger, into);
        int predicate = PredicateOf(trigger, carrier);
        AddMood(predicate < 0 ? trigger : predicate, kind, into);
        if (predicate >= 0 && predicate != trigger)
        {
            into.Add("predicate", tree.Lemma(predicate));
            AddHelpers("predicate-helper", predicate, into);
        }

        AddAbove(trigger, kind, into);
        AddWordsNear(trigger, into);
        AddSentence(trigger, kind, into);
    }

    private string KindOf(int trigger, int carrier) => tree.Pos(trigger) == Upos.Verb ? "verb" : carrier >= 0 ? "carried" : "noun";

    /// <summary>How near the word is that the rules go by: on the act itself, one step above, further.</summary>
    private string PlaceOf(int cause, int trigger)
    {
        int steps = 0;
        for (int at = trigger; at >= 0 && steps < 4; at = tree.Head(at), steps++)
        {
            if (cause == at || tree.Head(cause) == at || (tree.Head(cause) >= 0 && tree.Head(tree.Head(cause)) == at))
            {
                return steps switch { 0 => "own", 1 => "above", _ => "far" };
            }
        }

        return "beside";
    }

    /// <summary>Helpers by what they do, not by their letters: so that a rare one is known by its kind.</summary>
    private void AddMood(int predicate, string kind, FeatureList into)
    {
        string mood = "plain";
        foreach (int child in tree.Of(predicate))
        {
            string lemma = tree.Lemma(child);
            Deprel relation = tree.Relation(child);
            if (relation == Deprel.Aux && lemma is "may" or "might" or "could" or "can" or "would" or "should" or "must" or "ought")
            {
                mood = lemma is "would" or "could" && tree.Xpos(predicate) == Xpos.Vbn ? "unreal" : lemma is "may" or "might" or "could" or "can" ? "can" : "would";
            }
            else if (relation == Deprel.Aux && lemma is "will" or "shall")
            {
                mood = "will";
            }
            else if (relation is Deprel.Advmod or Deprel.Aux && Modality.Denier(lemma))
            {
                mood = "not";
                break;
            }
            else if (relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj && (Modality.Denier(lemma) || (tree.Child(child, Deprel.Det) is >= 0 and int determiner && Modality.Denier(tree.Lemma(determiner)))))
            {
                mood = "nobody";
            }
            else if (relation == Deprel.Aux && tree.Is(child, "had") && child < predicate && (child == 0 || tree.Pos(child - 1) == Upos.Punct))
            {
                mood = "had-it";
            }
            else if (relation == Deprel.Mark && lemma == "to" && mood == "plain")
            {
                mood = tree.Head(predicate) < 0 ? "to-headline" : "to";
            }
        }

        foreach (int child in tree.Of(predicate))
        {
            if (tree.Relation(child) == Deprel.Advcl && tree.Child(child, Deprel.Mark) is >= 0 and int mark && tree.Lemma(mark) is "if" or "unless" or "once" or "until" or "provided")
            {
                into.Add("conditioned", mood);
                into.Add("conditioned", mood, tree.Lemma(mark));
            }
        }

        into.Add("mood", mood, kind);
        into.Add("mood", mood, tree.Relation(predicate).Code());
        if (mood == "plain")
        {
            into.Add("tense", tree.Xpos(predicate).Code(), tree.Relation(predicate).Code());
        }
    }

    private void AddHelpers(string template, int word, FeatureList into)
    {
        bool had = false;
        foreach (int child in tree.Of(word))
        {
            Deprel relation = tree.Relation(child);
            if (relation is Deprel.Aux or Deprel.AuxPass or Deprel.Mark or Deprel.Advmod or Deprel.Det or Deprel.Case or Deprel.Amod or Deprel.Cop or Deprel.NmodPoss or Deprel.OblUnmarked)
            {
                into.Add(template, relation == Deprel.NmodPoss ? "'s" : tree.Lemma(child), relation.Code());
                had |= relation == Deprel.Aux && tree.Is(child, "had");
            }
        }

        if (had)
        {
            into.Add("pluperfect", tree.Relation(word).Code());
            into.Add("pluperfect");
        }
    }

    /// <summary>The words above, nearest first: "said" over "would meet", "plan" over "to visit".</summary>
    private void AddAbove(int trigger, string kind, FeatureList into)
    {
        int at = trigger;
        for (int steps = 1; steps <= Reach; steps++)
        {
            int head = tree.Head(at);
            string relation = tree.Relation(at).Code();
            if (head < 0)
            {
                into.Add("root", steps == 1 ? "self" : "above");
                into.Add("root-tag", tree.Xpos(at).Code(), kind);
                return;
            }

            into.Add(steps == 1 ? "head" : "ancestor", tree.Lemma(head), relation);
            into.Add(steps == 1 ? "head-word" : "ancestor-word", tree.Lemma(head));
            if (LooksBack(tree.Lemma(head)))
            {
                into.Add("looks-back", kind);
            }

            if (Modality.Plan(tree.Lemma(head)) || Modality.Doubt(tree.Lemma(head)) || Modality.Denial(tree.Lemma(head)))
            {
                into.Add(steps == 1 ? "head-kind" : "ancestor-kind", Modality.Plan(tree.Lemma(head)) ? "plan" : Modality.Doubt(tree.Lemma(head)) ? "doubt" : "denial", relation);
            }

            into.Add(steps == 1 ? "head-relation" : "ancestor-relation", relation, tree.Pos(head).Code());
            if (tree.Relation(at) is Deprel.Advcl or Deprel.AclRelcl or Deprel.Acl or Deprel.Ccomp or Deprel.Conj)
            {
                int mark = tree.Child(at, Deprel.Mark);
                into.Add("clause", relation, mark < 0 ? "-" : tree.Lemma(mark));
            }
            else if (tree.Relation(at) is Deprel.Obl or Deprel.Nmod && tree.Child(at, Deprel.Case) is >= 0 and int preposition)
            {
                into.Add(steps == 1 ? "phrase" : "phrase-above", tree.Lemma(preposition));
            }

            at = head;
        }
    }

    /// <summary>Deeds for which somebody is tried, blamed or remembered lie further back than the trial: "convicted of the killings".</summary>
    private static bool LooksBack(string lemma) => lemma is "convict" or "conviction" or "sentence" or "guilty" or "trial" or "try" or "indict" or "charge" or "apologise" or "apologize" or "apology"
        or "regret" or "commemorate" or "anniversary" or "centenary" or "remember" or "compensate" or "compensation" or "pardon" or "verdict" or "jail" or "imprison" or "acquit" or "case" or "extradite" or "wanted";

    private void AddWordsNear(int trigger, FeatureList into)
    {
        int sentence = tree.Source.Sentences.Of(trigger);
        int first = Math.Max(tree.Source.Sentences.First(sentence), trigger - Near), end = Math.Min(tree.Source.Sentences.End(sentence), trigger + Near + 1);
        for (int token = first; token < end; token++)
        {
            if (token != trigger && tree.Pos(token) is Upos.Adv or Upos.Aux or Upos.Adj or Upos.Sconj or Upos.Part or Upos.Det)
            {
                into.Add(token < trigger ? "before" : "after", tree.Lemma(token));
            }
        }

        if (trigger > first)
        {
            into.Add("previous", tree.Lemma(trigger - 1));
        }
    }

    private void AddSentence(int trigger, string kind, FeatureList into)
    {
        int sentence = tree.Source.Sentences.Of(trigger);
        int first = tree.Source.Sentences.First(sentence), end = tree.Source.Sentences.End(sentence);
        for (int token = first; token < end; token++)
        {
            if (tree.Lemma(token) is "if" or "unless" or "ago" or "earlier" or "former" or "since" or "anniversary" or "whether" or "once")
            {
                into.Add("sentence", tree.Lemma(token), token < trigger ? "before" : "after");
            }

            if (token + 1 < end && tree.Lemma(token) is "year" or "decade" or "century" or "month" or "week" or "day" && tree.Lemma(token + 1) is "ago" or "earlier" or "before" or "after" or "since" or "later")
            {
                string unit = tree.Lemma(token) is "year" or "decade" or "century" ? "years" : "less";
                string side = Math.Abs(token - trigger) > 2 * Near ? "far" : token < trigger ? "before" : "after";
                into.Add("since", $"{unit} {tree.Lemma(token + 1)}", side);
            }

            if (tree.Lemma(token) is "decade" or "centenary" or "century" or "anniversary")
            {
                into.Add("long", token < trigger ? "before" : "after");
            }

            if (IsPastYear(token))
            {
                into.Add("year", tree.IsWithin(token, trigger) ? "within" : Math.Abs(token - trigger) <= Near ? "near" : "far", kind);
            }
        }

        if (tree.Is(end - 1, "?"))
        {
            into.Add("question");
        }

        if (tree.Head(trigger) < 0 && Modality.HasTo(tree, trigger))
        {
            into.Add("headline-to");
        }
    }

    private bool IsPastYear(int token) =>
        tree.Word(token).Length == 4 && int.TryParse(tree.Word(token), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > 1800 && year < published.Year;

    private string AgeOf(TimeExpression? time)
    {
        if (time is not { Precision: not DatePrecision.Publication } given)
        {
            return "-";
        }

        int days = published.DayNumber - given.Span.End.DayNumber;
        return given.Span.Start > published || given.IsFuture ? "ahead" : days < 0 ? "now" : days < 31 ? "days" : days < 180 ? "months" : days < 340 ? "seasons" : "years";
    }

    private int PredicateOf(int trigger, int carrier)
    {
        if (carrier >= 0 || tree.IsPredicate(trigger))
        {
            return carrier >= 0 ? carrier : trigger;
        }

        int at = tree.Head(trigger);
        while (at >= 0 && !tree.IsPredicate(at))
        {
            at = tree.Head(at);
        }

        return at;
    }
}
