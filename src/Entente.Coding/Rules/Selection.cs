using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Tracing;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Rules;

/// <summary>One event for one act: drops what a light verb, an embedding frame or the same words have already told.</summary>
internal sealed class Selection(Tree tree, Arguments arguments, Trace? trace)
{
    /// <summary>Removes from a sentence's matches those that are no acts of their own.</summary>
    /// <param name="matches">In text order; kept so.</param>
    public void Reduce(List<Match> matches)
    {
        for (int i = matches.Count - 1; i >= 0; i--)
        {
            if (WhyNot(matches[i], matches) is { } overlap)
            {
                Adopt(matches[i], overlap);
                trace?.Add(new DroppedStep(matches[i].Frame.Id, Quote.Of(tree.Source.Text, tree.Source.Tokens.Span(matches[i].Trigger)), overlap.Text(tree)));
                matches.RemoveAt(i);
            }
        }
    }

    /// <summary>Why a reading may be no act of its own beside others of its sentence; null where nothing speaks against it.</summary>
    public Overlap? WhyNot(Match match, IReadOnlyList<Match> all)
    {
        if (IsBareMention(match))
        {
            return new(OverlapKind.BareMention, null);
        }

        foreach (Match other in all)
        {
            if (other.Trigger != match.Trigger && WhyNotBeside(match, other) is { } kind)
            {
                return new(kind, other);
            }
        }

        return null;
    }

    /// <summary>What a dropped match knows of the other side goes to the act that it is part of.</summary>
    private static void Adopt(Match match, Overlap overlap)
    {
        if (overlap.Other is not { Recipients.Count: 0 } other)
        {
            return;
        }

        if (overlap.Kind == OverlapKind.Result || (overlap.Kind == OverlapKind.Part && match.Frame.Type == other.Frame.Type))
        {
            other.Recipients.AddRange(match.Recipients);
        }
    }

    /// <summary>"the G7 summit", "Iran's accusations": a noun that no verb carries tells an act only with somebody on each side; an attack only with an attacker.</summary>
    private static bool IsBareMention(Match match) =>
        match.By.Trigger.Kind == TriggerKind.Noun && match.Carrier < 0 && match.Actors.Count + match.Recipients.Count < 2
        && (match.Frame.Type is PloverType.Consult or PloverType.Cooperate or PloverType.Agree or PloverType.Support or PloverType.Accuse or PloverType.Request or PloverType.Reject or PloverType.Threaten
            || (match.Frame.Type == PloverType.Assault && match.Actors.Count == 0));

    private OverlapKind? WhyNotBeside(Match match, Match other)
    {
        if (other.Names(match.Trigger) && !IsReportedDeed(match, other))
        {
            return OverlapKind.Part;
        }

        if (match.Carrier == other.Trigger)
        {
            // A verb that names its object has dropped it above; otherwise the noun tells more than the light verb.
            return other.By.Specificity > match.By.Specificity ? OverlapKind.Carried : null;
        }

        if (other.Carrier == match.Trigger && !match.Names(other.Trigger))
        {
            return other.By.Specificity >= match.By.Specificity ? OverlapKind.LightVerb : null;
        }

        if (Swallows(other, match.Trigger))
        {
            return OverlapKind.Inside;
        }

        if (IsResult(match, other))
        {
            return OverlapKind.Result;
        }

        if (IsBackground(match, other))
        {
            return OverlapKind.Background;
        }

        if (IsMention(match, other))
        {
            return OverlapKind.SpokenOf;
        }

        return IsSameAct(match, other) && IsTheLesser(match, other) ? OverlapKind.SameAct : null;
    }

    /// <summary>Whether a frame takes what stands inside its complement or object for its own content.</summary>
    private bool Swallows(Match outer, int token)
    {
        if (outer.Trigger == token || !tree.IsWithin(token, outer.Trigger))
        {
            return WithinCarried(outer, token);
        }

        bool verbal = outer.Frame.Type is PloverType.Request or PloverType.Threaten or PloverType.Reject or PloverType.Agree or PloverType.Accuse;
        bool embeds = verbal || outer.Pattern.IsEmbedding;
        for (int at = token; at != outer.Trigger; at = tree.Head(at))
        {
            Deprel relation = tree.Relation(at);
            if (relation is Deprel.AclRelcl or Deprel.Parataxis or Deprel.Appos or Deprel.AdvclRelcl)
            {
                return false;
            }

            if (tree.Head(at) == outer.Trigger)
            {
                return relation switch
                {
                    Deprel.Ccomp or Deprel.Xcomp or Deprel.Csubj => embeds,
                    Deprel.Acl => embeds,
                    Deprel.Advcl => embeds && at == arguments.Complement(outer.Trigger),
                    Deprel.Obj or Deprel.Nmod or Deprel.NsubjPass => Irreal(outer.Frame.Type),
                    Deprel.Obl => Irreal(outer.Frame.Type) && (Prepositions.Opens(tree, at, "for") || Prepositions.Opens(tree, at, "to") || Prepositions.Opens(tree, at, "of") || Prepositions.Opens(tree, at, "with") || Prepositions.Opens(tree, at, "on")),
                    _ => false,
                };
            }
        }

        return false;
    }

    /// <summary>"made a threat to attack": the clause may hang on the verb that carries the noun.</summary>
    private bool WithinCarried(Match outer, int token) =>
        outer.Carrier >= 0 && token != outer.Carrier && outer.Pattern.IsEmbedding && arguments.Complement(outer.Carrier) is >= 0 and int clause
        && tree.IsWithin(token, clause) && !tree.IsWithin(outer.Trigger, clause);

    /// <summary>What is asked for, threatened, refused or promised has not happened.</summary>
    private static bool Irreal(PloverType type) => type is PloverType.Request or PloverType.Threaten or PloverType.Reject or PloverType.Agree;

    /// <summary>"attacked the town, killing 12", "attacked the town and killed 12", "12 were killed when rebels attacked": the deaths are the attack's result.</summary>
    private bool IsResult(Match match, Match other)
    {
        if (match.Frame.Type != PloverType.Assault || other.Frame.Type != PloverType.Assault || tree.Pos(match.Trigger) != Upos.Verb || match.Names(other.Trigger))
        {
            return false;
        }

        bool harm = tree.Lemma(match.Trigger) is "kill" or "wound" or "injure";
        if (harm && match.Actors.Count == 0)
        {
            return other.Actors.Count > 0 && tree.IsWithin(other.Trigger, match.Trigger) && IsBelow(other, match.Trigger);
        }

        if (other.Trigger > match.Trigger)
        {
            return false;
        }

        return (harm && SameParties(match.Actors, other.Actors) && tree.Lemma(other.Trigger) is not ("kill" or "wound" or "injure"))
            || (tree.Xpos(match.Trigger) == Xpos.Vbg && tree.Relation(match.Trigger) is Deprel.Advcl or Deprel.Conj or Deprel.Acl && tree.IsWithin(match.Trigger, other.Trigger));
    }

    /// <summary>Whether an act stands in an adverbial clause or phrase of a verb: "killed when …", "killed in an attack".</summary>
    private bool IsBelow(Match act, int verb)
    {
        int at = act.Carrier >= 0 && tree.Head(act.Trigger) == act.Carrier ? act.Carrier : act.Trigger;
        return tree.Head(at) == verb && tree.Relation(at) is Deprel.Advcl or Deprel.Obl or Deprel.AdvclRelcl;
    }

    /// <summary>"freed the journalist who had been arrested": an act without an actor that only says who another act's party is.</summary>
    private bool IsBackground(Match match, Match other) =>
        match.Actors.Count == 0 && tree.Relation(match.Trigger) is Deprel.AclRelcl or Deprel.Acl && tree.Head(match.Trigger) is int noun
        && (other.Actors.Exists(party => party.Head == noun) || other.Recipients.Exists(party => party.Head == noun)) && !match.Names(other.Trigger);

    /// <summary>"condemned the decision", "welcomed the invitation": what is spoken of by another act is one of its own only where it is material.</summary>
    private bool IsMention(Match match, Match other) =>
        match.By.Trigger.Kind == TriggerKind.Noun && match.Frame.Type.Quad() is Quad.VerbalConflict or Quad.VerbalCooperation
        && other.By.Trigger.Kind == TriggerKind.Verb && match.Carrier != other.Trigger && tree.Relation(match.Trigger) is Deprel.Obj or Deprel.Obl or Deprel.NsubjPass && tree.Head(match.Trigger) == other.Trigger;

    /// <summary>"condemned Israel's attack on Gaza": the deed has a doer and a victim of its own, and the words about it take it as done.</summary>
    private static bool IsReportedDeed(Match match, Match other) =>
        match.By.Trigger.Kind == TriggerKind.Noun && match.Carrier != other.Trigger && match.Frame.Type.Quad() == Quad.MaterialConflict
        && other.Frame.Type is PloverType.Accuse or PloverType.Support && match.Actors.Count > 0 && match.Recipients.Count > 0
        && match.ActorSlot is { } slot && slot.Steps[0].Kind != SlotKind.Subj;

    /// <summary>Same category and same parties, told twice in one sentence.</summary>
    internal static bool IsSameAct(Match match, Match other) =>
        match.Frame.Type == other.Frame.Type
        && ((SameParties(match.Actors, other.Actors) && (SameParties(match.Recipients, other.Recipients) || match.Recipients.Count == 0 || other.Recipients.Count == 0))
            || (match.Frame.Type is PloverType.Consult or PloverType.Agree or PloverType.Cooperate && AreAmong(match, other)));

    /// <summary>Whether all parties of the one are parties of the other, in whatever role.</summary>
    private static bool AreAmong(Match match, Match other)
    {
        foreach (Party party in match.Actors.Concat(match.Recipients))
        {
            if (!other.Actors.Concat(other.Recipients).Any(known => IsSame(known, party)))
            {
                return false;
            }
        }

        return match.Actors.Count + match.Recipients.Count <= other.Actors.Count + other.Recipients.Count;
    }

    private static bool IsSame(Party left, Party right) =>
        left.Head == right.Head || (left.Entity.Code is { } code && Equals(code, right.Entity.Code));

    /// <summary>Of one act told twice, that which names fewer parties goes; else the later one.</summary>
    private static bool IsTheLesser(Match match, Match other)
    {
        int byRecipients = (match.Actors.Count + match.Recipients.Count).CompareTo(other.Actors.Count + other.Recipients.Count);
        return byRecipients < 0 || (byRecipients == 0 && other.Trigger < match.Trigger);
    }

    private static bool SameParties(List<Party> left, List<Party> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (!IsSame(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Why a word may tell no act of its own.</summary>
internal enum OverlapKind : byte
{
    /// <summary>A bare noun with one party.</summary>
    BareMention,

    /// <summary>Part of what another pattern names.</summary>
    Part,

    /// <summary>Carried by a verb that tells more.</summary>
    Carried,

    /// <summary>The light verb of another act.</summary>
    LightVerb,

    /// <summary>Inside the complement of another act.</summary>
    Inside,

    /// <summary>The result of another act.</summary>
    Result,

    /// <summary>Only says who another act's party is.</summary>
    Background,

    /// <summary>Spoken of by another act.</summary>
    SpokenOf,

    /// <summary>The same act told twice.</summary>
    SameAct,
}

/// <summary>A reason why a word may tell no act of its own, and the act that gives it.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Other">The other act; null where there is none.</param>
internal readonly record struct Overlap(OverlapKind Kind, Match? Other)
{
    /// <summary>For <c>explain</c>.</summary>
    public string Text(Tree tree)
    {
        string other = Other is null ? "" : $" '{tree.Word(Other.Trigger)}' ({Other.Frame.Id})";
        return Kind switch
        {
            OverlapKind.BareMention => "a bare noun with one party",
            OverlapKind.Part => $"part of{other}",
            OverlapKind.Carried => $"carried by{other}",
            OverlapKind.LightVerb => $"a light verb of{other}",
            OverlapKind.Inside => $"inside the complement of{other}",
            OverlapKind.Result => $"the result of{other}",
            OverlapKind.Background => $"only says who the party of{other} is",
            OverlapKind.SpokenOf => $"spoken of by{other}",
            _ => $"the same act as{other}",
        };
    }
}
