using System.Globalization;
using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Attribution;

/// <summary>An act whose source is asked for.</summary>
/// <param name="Trigger">The word that tells it.</param>
/// <param name="Type">Its category.</param>
/// <param name="Status">How far it took place.</param>
/// <param name="Actors">Who.</param>
/// <param name="Recipients">To whom.</param>
internal readonly record struct AttributedAct(int Trigger, PloverType Type, EventStatus Status, IReadOnlyList<Party> Actors, IReadOnlyList<Party> Recipients);

/// <summary>What ties an act to somebody who may have told it: the way between them in the tree, what stands between them in the text, who they are.</summary>
internal sealed class SourceFeatures(Tree tree, PartyResolver parties)
{
    private const int LongestWay = 5;

    /// <summary>Gathers what speaks for a source and against it.</summary>
    public void Gather(AttributedAct act, SourceCandidate source, List<SourceCandidate> rivals, FeatureList into)
    {
        string kind = source.Kind.ToString(), verb = tree.Lemma(source.Word), type = act.Type.Code();
        Span<char> room = stackalloc char[96];
        ReadOnlySpan<char> way = Way(act.Trigger, source.Word, room);
        bool before = source.Head < act.Trigger;
        into.Add("source");
        into.Add("source-kind", kind, before ? "before" : "after");
        into.Add("source-verb", verb);
        into.Add("source-verb+order", verb, before ? "before" : "after");
        into.Add("source-type", type, kind);
        into.Add("source-way", way);
        into.Add("source-way+kind", way, kind);
        into.Add("source-way+order", way, before ? "before" : "after");
        into.Add("source-verb-relation", tree.Relation(source.Word).Code(), kind);
        into.Add("source-status", act.Status.Code(), kind);
        string same = Relation(source.Head, act);
        into.Add("source-is", same, kind);
        into.Add("source-is+type", same, type);
        into.Add("source-is+way", same, way);
        if (source.Word == act.Trigger)
        {
            into.Add("source-is-trigger", verb);
        }

        if (tree.IsWithin(act.Trigger, source.Head))
        {
            into.Add("source-holds-act");
        }

        into.Add("source-pos", tree.Pos(source.Head).Code());
        string place = PlaceOf(act.Trigger, source, out string clause);
        bool verbal = act.Type is PloverType.Agree or PloverType.Concede or PloverType.Request or PloverType.Reject or PloverType.Threaten or PloverType.Accuse or PloverType.Support;
        into.Add("source-place", place, kind);
        into.Add("source-place+order", place, before ? "before" : "after");
        into.Add("source-place+clause", place, clause);
        into.Add("source-clause", clause, kind);
        into.Add("source-place+is", place, same);
        into.Add(verbal ? "source-verbal" : "source-deed", same, place);
        into.Add(verbal ? "source-verbal-verb" : "source-deed-verb", verb);
        bool inQuote = IsInQuote(act.Trigger), isFirst = act.Actors.Count > 0 && tree.Lemma(act.Actors[0].Head) is "we" or "I" or "our" or "my";
        into.Add("source-quote", inQuote ? "in" : "out", before ? "before" : "after");
        into.Add("source-quote+is", inQuote ? "in" : "out", same);
        if (isFirst)
        {
            into.Add("source-first-person", place);
        }

        AddBetween(act, source, place, into);
        AddRivals(act, source, rivals, place, into);
    }

    /// <summary>How the source stands to the act's parties.</summary>
    public string Relation(int source, AttributedAct act)
    {
        if (Holds(act.Actors, source))
        {
            return "actor";
        }

        if (Holds(act.Recipients, source))
        {
            return "recipient";
        }

        IReadOnlyList<Party> speakers = parties.One(source);
        string result = "other";
        foreach (Party speaker in speakers)
        {
            if (Has(act.Actors, speaker))
            {
                return tree.Pos(source) == Upos.Pron ? "actor" : "actor-code";
            }

            if (Has(act.Recipients, speaker))
            {
                result = "recipient-code";
            }
            else if (result == "other" && speaker.Country is { } country)
            {
                result = OfCountry(act.Actors, country) ? "actor-country" : OfCountry(act.Recipients, country) ? "recipient-country" : "other";
            }
        }

        return result == "other" && speakers.All(s => s.Country is null) ? "unknown" : result;
    }

    private static bool Holds(IReadOnlyList<Party> parties, int head)
    {
        foreach (Party party in parties)
        {
            if (party.Head == head)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(IReadOnlyList<Party> parties, Party speaker)
    {
        foreach (Party party in parties)
        {
            if (party.Entity.Code is { } code && speaker.Entity.Code is { } other && code == other)
            {
                return true;
            }
        }

        return false;
    }

    private static bool OfCountry(IReadOnlyList<Party> parties, string country)
    {
        foreach (Party party in parties)
        {
            if (party.Country == country)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The relations from one word up and down to another: "ccomp^", "conj^ parataxis_".</summary>
    private ReadOnlySpan<char> Way(int from, int to, Span<char> room)
    {
        int length = 0, steps = 0, top = from;
        while (top >= 0 && !tree.IsWithin(to, top))
        {
            Append(room, ref length, tree.Relation(top), '^', ref steps);
            top = tree.Head(top);
        }

        if (top < 0)
        {
            return "apart";
        }

        for (int at = to; at != top; at = tree.Head(at))
        {
            Append(room, ref length, tree.Relation(at), '_', ref steps);
        }

        return length == 0 ? "same" : room[..length];
    }

    private static void Append(Span<char> room, ref int length, Deprel relation, char direction, ref int steps)
    {
        string code = relation.Code();
        if (steps++ < LongestWay && length + code.Length + 1 <= room.Length)
        {
            code.CopyTo(room[length..]);
            length += code.Length;
            room[length++] = direction;
        }
    }

    /// <summary>Whether the word of saying governs the act, stands in its clause or an upper one, or apart; and what clauses lie between.</summary>
    private string PlaceOf(int trigger, SourceCandidate source, out string clause)
    {
        clause = "main";
        for (int at = trigger; at >= 0; at = tree.Head(at))
        {
            if (at == source.Word)
            {
                return "governs";
            }

            if (tree.Head(source.Word) == at && at != trigger)
            {
                return tree.Relation(source.Word) == Deprel.Parataxis ? "beside-upper" : "in-upper";
            }

            if (tree.Head(source.Word) == at)
            {
                return tree.Relation(source.Word) == Deprel.Parataxis ? "beside" : "in";
            }

            switch (tree.Relation(at))
            {
                case Deprel.AclRelcl:
                    clause = "relative";
                    break;
                case Deprel.Advcl or Deprel.AdvclRelcl:
                    int mark = tree.Child(at, Deprel.Mark);
                    clause = mark < 0 ? clause == "main" ? "participle" : clause : tree.Lemma(mark);
                    break;
                case Deprel.Conj or Deprel.Parataxis when clause == "main":
                    clause = tree.Has(at, Deprel.Nsubj) || tree.Has(at, Deprel.NsubjPass) ? "second-own" : "second";
                    break;
            }
        }

        return "apart";
    }

    private void AddBetween(AttributedAct act, SourceCandidate source, string place, FeatureList into)
    {
        int first = Math.Min(act.Trigger, source.Word) + 1, end = Math.Max(act.Trigger, source.Word);
        int commas = 0, verbs = 0, semicolons = 0, quotes = 0;
        bool that = false, and = false;
        for (int token = first; token < end; token++)
        {
            switch (tree.Word(token))
            {
                case ";" or ".":
                    semicolons++;
                    break;
                case ",":
                    commas++;
                    break;
                case "\"" or "“" or "”" or "``" or "''":
                    quotes++;
                    break;
            }

            verbs += tree.Pos(token) == Upos.Verb ? 1 : 0;
            that |= tree.Relation(token) == Deprel.Mark && tree.Lemma(token) == "that";
            and |= tree.Relation(token) == Deprel.Cc;
        }

        string order = source.Word < act.Trigger ? "before" : "after";
        into.Add("between-semicolons", Number(semicolons), order);
        into.Add("between-commas", Number(commas), order);
        into.Add("between-verbs", Number(verbs), order);
        into.Add("between-quotes", Number(quotes), order);
        into.Add("between-distance", Number((end - first) / 4), order);
        into.Add(semicolons == 0 ? "same-part" : "other-part", place, order);
        into.Add(semicolons == 0 ? "same-part" : "other-part", tree.Lemma(source.Word), order);
        into.Add(semicolons == 0 ? "same-part-verbs" : "other-part-verbs", Number(verbs), place);
        if (that)
        {
            into.Add("between-that", order);
        }

        if (and)
        {
            into.Add("between-and", order);
        }
    }

    /// <summary>Whether an odd number of marks of quotation stands before the word in its sentence.</summary>
    private bool IsInQuote(int word)
    {
        bool inside = false;
        for (int token = tree.Source.Sentences.First(tree.Source.Sentences.Of(word)); token < word; token++)
        {
            inside = tree.Word(token) switch
            {
                "“" or "``" => true,
                "”" or "''" => false,
                "\"" => !inside,
                _ => inside,
            };
        }

        return inside;
    }

    private static void AddRivals(AttributedAct act, SourceCandidate source, List<SourceCandidate> rivals, string place, FeatureList into)
    {
        int nearer = 0;
        foreach (SourceCandidate rival in rivals)
        {
            nearer += Math.Abs(rival.Word - act.Trigger) < Math.Abs(source.Word - act.Trigger) ? 1 : 0;
        }

        into.Add("source-rank", Number(nearer));
        into.Add("source-rank+place", Number(nearer), place);
        into.Add("source-count", Number(rivals.Count));
    }

    /// <summary>A small count; what is more than seven counts as seven.</summary>
    private static string Number(int count) => Math.Min(count, 7).ToString(CultureInfo.InvariantCulture);
}
