using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Attribution;

/// <summary>What tells a mere claim: who says so, by what verb, of whose deed, and whether another side gainsays.</summary>
internal sealed class ClaimFeatures(Tree tree, PartyResolver parties, SourceFeatures sources)
{
    /// <summary>Gathers what speaks for a claim and against it.</summary>
    /// <param name="act">The act.</param>
    /// <param name="source">Whose report it is; null where the sentence names nobody.</param>
    /// <param name="named">All sources that the sentence names.</param>
    /// <param name="into">Receives the features.</param>
    public void Gather(AttributedAct act, SourceCandidate? source, List<SourceCandidate> named, FeatureList into)
    {
        string type = act.Type.Code(), status = act.Status.Code();
        string actor = SideOf(act.Actors), recipient = SideOf(act.Recipients);
        into.Add("claim");
        into.Add("claim-type", type);
        into.Add("claim-status", status);
        into.Add("claim-sides", actor, recipient);
        AddWords(act.Trigger, source is null ? "-" : type, into);
        AddRivals(act, source, named, into);
        if (source is not { } given)
        {
            into.Add("claim-unsourced", type);
            into.Add("claim-unsourced-status", status);
            AddAbove(act.Trigger, into);
            return;
        }

        string verb = tree.Lemma(given.Word), kind = given.Kind.ToString(), relation = sources.Relation(given.Head, act);
        string speaker = SideOf(parties.One(given.Head));
        into.Add("claim-sourced", type);
        into.Add("claim-verb", verb);
        into.Add("claim-verb+type", verb, type);
        into.Add("claim-kind", kind);
        into.Add("claim-source", tree.Lemma(given.Head));
        into.Add("claim-source-type", tree.Lemma(given.Head), type);
        into.Add("claim-speaker", speaker);
        into.Add("claim-speaker+type", speaker, type);
        into.Add("claim-speaker+actor", speaker, actor);
        into.Add("claim-speaker+recipient", speaker, recipient);
        into.Add("claim-relation", relation);
        into.Add("claim-relation+type", relation, type);
        into.Add("claim-relation+speaker", relation, speaker);
        into.Add("claim-relation+status", relation, status);
        into.Add("claim-status+type", status, type);
        into.Add("claim-verb+status", verb, status);
        string group = GroupOf(act.Type), manner = MannerOf(verb);
        into.Add("claim-manner", manner);
        into.Add("claim-manner+group", manner, group);
        into.Add("claim-manner+relation", manner, relation);
        into.Add("claim-group+relation", group, relation);
        into.Add("claim-group+speaker", group, speaker);
        into.Add("claim-group+status", group, status);
        into.Add($"claim-{group}-sides", speaker, actor);
        into.Add($"claim-{group}-{status}", relation);
        foreach (int child in tree.Of(given.Head))
        {
            if (tree.Relation(child) is Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Nmod)
            {
                into.Add("claim-source-word", tree.Lemma(child));
            }
        }
    }

    /// <summary>The other voices of the sentence: who they are to the act, and how they speak.</summary>
    private void AddRivals(AttributedAct act, SourceCandidate? source, List<SourceCandidate> named, FeatureList into)
    {
        string group = GroupOf(act.Type), sourced = source is null ? "unsourced" : "sourced";
        bool any = false;
        foreach (SourceCandidate rival in named)
        {
            if (source is not { } given || rival.Head != given.Head)
            {
                any = true;
                string relation = sources.Relation(rival.Head, act), manner = MannerOf(tree.Lemma(rival.Word));
                into.Add($"claim-rival-{sourced}", relation, group);
                into.Add($"claim-rival-{sourced}", manner, relation);
            }
        }

        into.Add(any ? "claim-rivals" : "claim-alone", sourced, group);
    }

    private static string GroupOf(PloverType type) => type switch
    {
        PloverType.Assault => "assault",
        PloverType.Coerce or PloverType.Mobilize or PloverType.Sanction or PloverType.Protest => "force",
        PloverType.Retreat or PloverType.Aid or PloverType.Cooperate or PloverType.Consult => "deed",
        _ => "word",
    };

    private static string MannerOf(string verb) => verb switch
    {
        "claim" or "charge" or "allege" or "accuse" or "boast" or "complain" or "blame" or "maintain" or "insist" or "retort" or "counter" or "contend" or "assert" or "protest" or "swear" or "suspect" => "disputed",
        "deny" or "dismiss" or "reject" or "refute" => "denied",
        "say" or "tell" or "add" => "said",
        "acknowledge" or "admit" or "concede" or "confirm" => "owned",
        _ => "other",
    };

    /// <summary>The first sector of the first party's code, or what stands for it.</summary>
    private static string SideOf(IReadOnlyList<Party> side)
    {
        if (side.Count == 0)
        {
            return "none";
        }

        if (side[0].Entity.Code is not { } code)
        {
            return "uncoded";
        }

        string text = code.Text;
        int from = code.Country is null ? 0 : 4;
        return text.Length >= from + 3 ? text.Substring(from, 3) : text is "UNO" or "IGO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG" ? text : "country";
    }

    /// <summary>Words of dispute in the sentence: "denied", "called the reports lies".</summary>
    private void AddWords(int trigger, string type, FeatureList into)
    {
        int sentence = tree.Source.Sentences.Of(trigger);
        for (int token = tree.Source.Sentences.First(sentence); token < tree.Source.Sentences.End(sentence); token++)
        {
            if (tree.Pos(token) == Upos.Verb && SpeechVerbs.Contains(tree.Lemma(token)))
            {
                into.Add("claim-said", tree.Lemma(token), token < trigger ? "before" : "after");
                into.Add("claim-said+type", tree.Lemma(token), type);
            }
            else if (tree.Lemma(token) is "lie" or "accusation" or "charge" or "claim" or "allegation" or "responsibility" or "denial" or "false" or "fabrication" or "false" or "alleged" or "purported" or "whereas" or "while")
            {
                into.Add("claim-word", tree.Lemma(token), token < trigger ? "before" : "after");
            }
        }
    }

    private void AddAbove(int trigger, FeatureList into)
    {
        int at = trigger;
        for (int steps = 0; steps < 4 && tree.Head(at) >= 0; steps++)
        {
            int head = tree.Head(at);
            into.Add("claim-above", tree.Lemma(head), tree.Relation(at).Code());
            at = head;
        }
    }
}
