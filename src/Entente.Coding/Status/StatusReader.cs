using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Status;

/// <summary>A status and the word that gives it.</summary>
/// <param name="Status">Reported where no word says otherwise.</param>
/// <param name="Cause">The word, counted in the text; -1 for none.</param>
/// <param name="IsRefusal">Whether the negation is of the will: "will not leave".</param>
internal readonly record struct StatusFinding(EventStatus Status, int Cause, bool IsRefusal = false);

/// <summary>Whether an act took place: negation, modals, plans, conditions and questions, from the act's words up the tree.</summary>
internal sealed class StatusReader(Tree tree, NounArguments nouns)
{
    /// <summary>The status of the act that a trigger tells.</summary>
    public StatusFinding Of(int trigger)
    {
        int at = trigger;
        StatusFinding found = default(StatusFinding) with { Cause = -1 };
        if (tree.Pos(trigger) is Upos.Noun or Upos.Propn)
        {
            found = OfNoun(trigger);
            if (found.Status != EventStatus.Reported)
            {
                return found;
            }

            if (nouns.CarrierOf(trigger) is { } carrier)
            {
                at = carrier.Verb;
            }
            else
            {
                found = AboveNoun(trigger, out at);
                if (found.Status != EventStatus.Reported || at < 0)
                {
                    return found;
                }
            }
        }

        for (int steps = 0; at >= 0 && steps < 12; steps++)
        {
            found = OfPredicate(at);
            if (found.Status != EventStatus.Reported)
            {
                return found;
            }

            found = Above(at, out at);
            if (found.Status != EventStatus.Reported)
            {
                return found;
            }
        }

        return OfQuestion(trigger);
    }

    /// <summary>Whether a verb binds its subject not to do something: "promised not to use force", "vowed never to attack".</summary>
    public bool ForswearsComplement(int verb)
    {
        if (!Modality.Pledge(tree.Lemma(verb)))
        {
            return false;
        }

        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl
                && (OfPredicate(child).Status == EventStatus.Negated || DeniedInfinitive(verb, child) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private StatusFinding OfQuestion(int trigger)
    {
        int last = tree.Source.Sentences.End(tree.Source.Sentences.Of(trigger)) - 1;
        return tree.Word(last) is "?" ? new(EventStatus.Hypothetical, last) : new(EventStatus.Reported, -1);
    }

    /// <summary>"no attack", "a possible attack", "planned talks".</summary>
    private StatusFinding OfNoun(int noun)
    {
        foreach (int child in tree.Of(noun))
        {
            string lemma = tree.Lemma(child);
            switch (tree.Relation(child))
            {
                case Deprel.Det or Deprel.Advmod when lemma is "no" or "neither" or "not":
                case Deprel.Case when lemma == "without":
                    return new(EventStatus.Negated, child);
                case Deprel.Amod when lemma is "possible" or "potential" or "hypothetical" or "proposed" or "would-be" or "attempted" or "threatened" or "feared":
                    return new(EventStatus.Hypothetical, child);
                case Deprel.Amod when lemma is "planned" or "plan" or "upcoming" or "scheduled" or "forthcoming" or "future" or "imminent" or "impending" or "coming" or "next" or "schedule":
                    return new(EventStatus.Future, child);
                case Deprel.Amod when lemma is "past" or "previous" or "historic" && child < noun && lemma != "historic":
                    return new(EventStatus.Historical, child);
            }
        }

        return new(EventStatus.Reported, -1);
    }

    /// <summary>What the words a bare noun hangs on say: "called for talks", "the threat of an attack"; then the next predicate above.</summary>
    private StatusFinding AboveNoun(int noun, out int next)
    {
        int at = noun;
        for (int steps = 0; steps < 6; steps++)
        {
            int head = tree.Head(at);
            next = -1;
            if (head < 0)
            {
                return new(EventStatus.Reported, -1);
            }

            bool argument = tree.Relation(at) is Deprel.Obj or Deprel.Obl or Deprel.Nmod or Deprel.Xcomp or Deprel.NsubjPass;
            if (argument && tree.Lemma(head) is not ("reject" or "deny" or "dismiss" or "block") && ByLemma(head) is { Status: not EventStatus.Reported } found && !IsClauseOf(at, head))
            {
                return found;
            }

            if (tree.IsPredicate(head))
            {
                next = head;
                return new(EventStatus.Reported, -1);
            }

            at = head;
        }

        next = -1;
        return new(EventStatus.Reported, -1);
    }

    /// <summary>Time and place beside a verb of plans say nothing of themselves: "planned after the attack".</summary>
    private bool IsClauseOf(int phrase, int head) =>
        tree.Relation(phrase) is Deprel.Obl or Deprel.Nmod && !(Prepositions.Opens(tree, phrase, "for") || Prepositions.Opens(tree, phrase, "of") || Prepositions.Opens(tree, phrase, "to") || Prepositions.Opens(tree, phrase, "on") || Prepositions.Opens(tree, phrase, "from"))
        && tree.Pos(head) is Upos.Verb or Upos.Noun;

    private StatusFinding OfPredicate(int predicate)
    {
        StatusFinding modal = IsToBeDone(predicate, out int to) ? new(EventStatus.Future, to) : new(EventStatus.Reported, -1);
        foreach (int child in tree.Of(predicate))
        {
            string lemma = tree.Lemma(child);
            switch (tree.Relation(child))
            {
                case Deprel.Advmod or Deprel.Aux or Deprel.Det or Deprel.Cc or Deprel.CcPreconj when child < predicate + 3 && Modality.Denier(lemma) && !IsNotOnly(child) && !IsOfInfinitive(child, predicate):
                    return new(EventStatus.Negated, child, IsRefusal: HasWill(predicate));
                case Deprel.Mark when lemma == "without":
                    return new(EventStatus.Negated, child);
                case Deprel.Mark or Deprel.Advmod when lemma is "if" or "unless" or "whether" or "lest":
                    return new(EventStatus.Hypothetical, child);
                case Deprel.Aux when lemma is "may" or "might" or "could" or "can" or "must" or "should" or "ought":
                    modal = new(EventStatus.Hypothetical, child);
                    break;
                case Deprel.Aux when lemma is "would" or "'d":
                    modal = new(HasCondition(predicate) || !IsReported(predicate) ? EventStatus.Hypothetical : EventStatus.Future, child);
                    break;
                case Deprel.Aux when lemma is "will" or "shall" or "'ll" or "wo":
                    modal = new(EventStatus.Future, child);
                    break;
                case Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj when Modality.Denier(lemma) || HasNo(child):
                    return new(EventStatus.Negated, child);
                case Deprel.Advmod when child < predicate && lemma is "possibly" or "perhaps" or "maybe" or "potentially":
                    modal = new(EventStatus.Hypothetical, child);
                    break;
            }
        }

        return modal;
    }

    /// <summary>What the word that governs a predicate says of it, and the next predicate to look at; -1 at the end of the way.</summary>
    private StatusFinding Above(int predicate, out int next)
    {
        int head = tree.Head(predicate);
        next = -1;
        if (head < 0)
        {
            return new(EventStatus.Reported, -1);
        }

        switch (tree.Relation(predicate))
        {
            case Deprel.Conj when tree.IsPredicate(head) && !HasOwnSubject(predicate) && !HasAuxiliary(predicate) && !IsContrast(predicate):
                next = head;
                return new(EventStatus.Reported, -1);
            case Deprel.Xcomp or Deprel.Csubj or Deprel.CsubjPass:
                next = head;
                return DeniedInfinitive(head, predicate) is >= 0 and int denier ? new(EventStatus.Negated, denier) : ByLemma(head);
            case Deprel.Ccomp or Deprel.Acl or Deprel.AclRelcl when tree.Pos(head) == Upos.Noun && tree.Lemma(head) is "charge" or "accusation" or "allegation" or "claim" or "report" or "suggestion" && tree.Relation(head) == Deprel.Obj && tree.Lemma(tree.Head(head)) is "deny" or "reject" or "dismiss" or "refute":
                return new(EventStatus.Negated, tree.Head(head));
            case Deprel.Ccomp:
                if (tree.Lemma(head) is "deny" or "dismiss" or "rule")
                {
                    return new(EventStatus.Negated, head);
                }

                if (tree.Lemma(head) is "hope" or "wish" or "want" or "fear" or "demand" or "urge" or "propose" or "recommend" or "suggest" or "request" or "insist" && tree.Xpos(predicate) is Xpos.Vb or Xpos.Vbn)
                {
                    return new(EventStatus.Hypothetical, head);
                }

                return tree.Xpos(predicate) is Xpos.Vbg ? ByLemma(head) : new(EventStatus.Reported, -1);
            case Deprel.Advcl or Deprel.Acl or Deprel.Amod when tree.Lemma(head) == "deny" && tree.Xpos(predicate) == Xpos.Vbg:
                return new(EventStatus.Negated, head);
            case Deprel.Advcl when Modality.HasTo(tree, predicate):
                next = head;
                return ByLemma(head);
            case Deprel.Acl when Modality.HasTo(tree, predicate):
                // A headline: "Police to arrest minister".
                return ByLemma(head) is { Status: not EventStatus.Reported } of ? of : new(tree.Head(head) < 0 && tree.Pos(head) is Upos.Noun or Upos.Propn && !tree.Has(head, Deprel.Cop) ? EventStatus.Future : EventStatus.Reported, predicate);
            case Deprel.Acl when tree.Has(predicate, Deprel.Mark):
                return ByLemma(head);
            case Deprel.Advcl when tree.Xpos(predicate) == Xpos.Vbg && !tree.Has(predicate, Deprel.Mark):
                // "withdrew, ending …": the participle shares what is said of its verb.
                next = head;
                return new(EventStatus.Reported, -1);
            case Deprel.Advcl when tree.Child(predicate, Deprel.Mark) is >= 0 and int mark && tree.Lemma(mark) is "of" or "from" or "for" or "against":
                return ByLemma(head);
            default:
                return new(EventStatus.Reported, -1);
        }
    }

    /// <summary>"did not attack but threatened": what is said of the first verb does not hold for the second.</summary>
    private bool IsContrast(int second)
    {
        int cc = tree.Child(second, Deprel.Cc);
        return cc >= 0 && tree.Lemma(cc) == "but";
    }

    private StatusFinding ByLemma(int head)
    {
        string lemma = tree.Lemma(head);
        if (Modality.Denial(lemma))
        {
            return new(EventStatus.Negated, head);
        }

        StatusFinding own = OfPredicate(head);
        if (own.Status == EventStatus.Negated)
        {
            return own;
        }

        return Modality.Doubt(lemma) ? new(EventStatus.Hypothetical, head) : Modality.Plan(lemma) ? new(EventStatus.Future, head) : new(EventStatus.Reported, -1);
    }

    /// <summary>"is to visit", and in a headline "to visit" alone.</summary>
    private bool IsToBeDone(int predicate, out int to)
    {
        to = -1;
        if (tree.Relation(predicate) is not (Deprel.Root or Deprel.Parataxis or Deprel.Ccomp or Deprel.AclRelcl or Deprel.Conj or Deprel.Advcl))
        {
            return false;
        }

        bool isBe = false;
        foreach (int child in tree.Of(predicate))
        {
            if (child > predicate)
            {
                break;
            }

            if (tree.Relation(child) is Deprel.Mark or Deprel.Aux && tree.Is(child, "to"))
            {
                to = child;
                return isBe || (tree.Relation(predicate) == Deprel.Root && HasOwnSubject(predicate));
            }

            isBe |= tree.Relation(child) is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && tree.Lemma(child) == "be";
        }

        return false;
    }

    private int DeniedInfinitive(int head, int predicate)
    {
        foreach (int child in tree.Of(head))
        {
            if (child > head && child < predicate && tree.Relation(child) == Deprel.Advmod && Modality.Denier(tree.Lemma(child)) && IsOfInfinitive(child, head))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>"pledged never to attack": the denier goes with the infinitive after it.</summary>
    private bool IsOfInfinitive(int negation, int predicate) =>
        negation > predicate && negation + 1 < tree.Source.Count && tree.Is(negation + 1, "to");

    private bool IsNotOnly(int negation) =>
        negation + 1 < tree.Source.Count && (tree.Is(negation + 1, "only") || tree.Is(negation + 1, "just")) && tree.Lemma(negation) == "not";

    private bool HasWill(int predicate)
    {
        foreach (int child in tree.Of(predicate))
        {
            if (tree.Relation(child) == Deprel.Aux && (tree.Lemma(child) is "will" or "wo" or "shall" || (tree.Lemma(child) is "would" && IsReported(predicate))))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasNo(int nominal)
    {
        int determiner = tree.Child(nominal, Deprel.Det);
        return determiner >= 0 && tree.Lemma(determiner) is "no" or "neither";
    }

    private bool HasOwnSubject(int predicate) => tree.Has(predicate, Deprel.Nsubj) || tree.Has(predicate, Deprel.NsubjPass);

    private bool HasAuxiliary(int predicate) => tree.Has(predicate, Deprel.Aux);

    private bool HasCondition(int predicate)
    {
        foreach (int child in tree.Of(predicate))
        {
            if (tree.Relation(child) == Deprel.Advcl)
            {
                int mark = tree.Child(child, Deprel.Mark);
                if (mark >= 0 && tree.Lemma(mark) is "if" or "unless")
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"said it would": under a verb of saying, "would" is a future seen from the past.</summary>
    private bool IsReported(int predicate)
    {
        for (int at = predicate; at >= 0; at = tree.Head(at))
        {
            if (tree.Relation(at) is Deprel.Ccomp or Deprel.Parataxis && tree.Head(at) is >= 0 and int head && Attribution.SpeechVerbs.Contains(tree.Lemma(head)))
            {
                return true;
            }

            foreach (int child in tree.Of(at))
            {
                if (tree.Relation(child) == Deprel.Parataxis && Attribution.SpeechVerbs.Contains(tree.Lemma(child)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
