using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Relations;

/// <summary>What the relation model sees of a text and two parties: named, hashed features with values.</summary>
/// <remarks>
/// The predicates that govern or join the parties, with their complements, objects, particles, prepositions, modality; the categories
/// that the lexicon's frames give those words; the words of the sentence, between the parties and on the path.
/// A feature's name is hashed to 64 bits; <see cref="Names"/> keeps the names where they are asked for.
/// </remarks>
internal sealed class RelationFeatures(WorldLexicon lexicon)
{
    private readonly Dictionary<ulong, float> _values = [];
    private AnalyzedText _text = null!;

    /// <summary>Names by hash, filled when set: for <c>explain</c>.</summary>
    public Dictionary<ulong, string>? Names { get; set; }

    /// <summary>Gathers the features of one item.</summary>
    /// <returns>Hashes and values; valid until the next call.</returns>
    public Dictionary<ulong, float> Gather(RelationItem item, AnalyzedText text, IReadOnlyList<CodedEvent> events)
    {
        _values.Clear();
        _text = text;
        List<int> sources = HeadsOf(item.Source);
        List<int> targets = HeadsOf(item.Target);
        Add("bias");
        int sourceVerb = sources.Count > 0 ? Governor(sources[0]) : -1;
        int targetVerb = targets.Count > 0 ? Governor(targets[0]) : -1;
        int sentence = text.Count == 0 ? -1 : text.Sentences.Of(sources.Count > 0 ? sources[0] : targets.Count > 0 ? targets[0] : 0);
        int root = sentence < 0 ? -1 : RootOf(sentence);
        if (sourceVerb < 0)
        {
            sourceVerb = targetVerb < 0 ? root : targetVerb;
        }

        Party("S", item.Source, sources);
        Party("T", item.Target, targets);
        if (sourceVerb >= 0)
        {
            Predicate("gs", sourceVerb, 0);
        }

        if (targetVerb >= 0 && targetVerb != sourceVerb)
        {
            Predicate("gt", targetVerb, 0);
        }
        else if (targetVerb >= 0)
        {
            Add("same-governor");
        }

        if (root >= 0 && root != sourceVerb)
        {
            Predicate("root", root, 2);
        }

        if (sources.Count > 0 && targets.Count > 0)
        {
            Path(sources[0], targets[0]);
        }

        Words(item, sources, targets);
        Fired(item, events);
        return _values;
    }

    private void Add(string name, float value = 1f)
    {
        ulong hash = Hash(name);
        _values[hash] = _values.TryGetValue(hash, out float before) ? before + value : value;
        Names?.TryAdd(hash, name);
    }

    internal static ulong Hash(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9;
        return hash ^ (hash >> 32);
    }

    private List<int> HeadsOf(IReadOnlyList<TextSpan> spans)
    {
        var heads = new List<int>();
        foreach (TextSpan span in spans)
        {
            int first = -1, end = -1;
            for (int i = 0; i < _text.Count; i++)
            {
                if (_text.Tokens.Starts[i] < span.End && _text.Tokens.Ends[i] > span.Start)
                {
                    first = first < 0 ? i : first;
                    end = i + 1;
                }
            }

            int head = -1;
            for (int i = first; i >= 0 && i < end; i++)
            {
                int above = _text.Arcs.Heads[i];
                if ((above < first || above >= end) && _text.Tags.Upos[i] is not (Upos.Punct or Upos.Adp or Upos.Det))
                {
                    head = i;
                    break;
                }
            }

            if (head < 0)
            {
                head = first;
            }

            if (head >= 0)
            {
                heads.Add(head);
            }
        }

        return heads;
    }

    private bool IsPredicate(int token) =>
        _text.Tags.Upos[token] is Upos.Verb
        || (_text.Arcs.Relations[token] is Deprel.Root or Deprel.Ccomp or Deprel.Advcl or Deprel.Parataxis or Deprel.Xcomp);

    /// <summary>The nearest verb above a word.</summary>
    private int Governor(int token)
    {
        int at = _text.Arcs.Heads[token];
        if (at < 0)
        {
            return token;
        }

        while (at >= 0 && !IsPredicate(at))
        {
            at = _text.Arcs.Heads[at];
        }

        return at;
    }

    private int RootOf(int sentence)
    {
        for (int i = _text.Sentences.First(sentence); i < _text.Sentences.End(sentence); i++)
        {
            if (_text.Arcs.Heads[i] < 0)
            {
                return i;
            }
        }

        return -1;
    }

    private void Party(string side, IReadOnlyList<TextSpan> spans, List<int> heads)
    {
        if (spans.Count == 0)
        {
            Add(side + ":none");
            return;
        }

        foreach (int head in heads.Take(2))
        {
            Add($"{side}:rel={_text.Arcs.Relations[head].Code()}");
            Add($"{side}:head={_text.Lemmas.Lemmas[head]}", 0.7f);
            Add($"{side}:pos={_text.Tags.Upos[head].Code()}");
            int preposition = CaseOf(head);
            if (preposition >= 0)
            {
                Add($"{side}:case={Lower(preposition)}");
                int above = _text.Arcs.Heads[head];
                if (above >= 0)
                {
                    Add($"{side}:case={_text.Lemmas.Lemmas[above]}_{Lower(preposition)}");
                }
            }
        }
    }

    private string Lower(int token) => _text[token].Text.ToString().ToLowerInvariant();

    private int CaseOf(int token)
    {
        for (int i = token - 1; i >= 0 && i >= token - 12; i--)
        {
            if (_text.Arcs.Heads[i] == token && _text.Arcs.Relations[i] == Deprel.Case)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A predicate with all that tells its kind.</summary>
    private void Predicate(string role, int token, int depth)
    {
        string lemma = _text.Lemmas.Lemmas[token];
        string full = lemma;
        int first = _text.Sentences.First(_text.Sentences.Of(token));
        int end = _text.Sentences.End(_text.Sentences.Of(token));
        string tense = _text.Tags.Xpos[token].Code();
        bool passive = false, negated = false;
        string modal = "";
        for (int i = first; i < end; i++)
        {
            if (_text.Arcs.Heads[i] != token)
            {
                continue;
            }

            Deprel relation = _text.Arcs.Relations[i];
            string below = _text.Lemmas.Lemmas[i];
            switch (relation)
            {
                case Deprel.CompoundPrt:
                    full = lemma + "_" + below;
                    break;
                case Deprel.AuxPass:
                    passive = true;
                    break;
                case Deprel.Aux:
                    modal = below is "have" or "be" or "do" ? modal : below;
                    break;
                case Deprel.Advmod when below is "not" or "n't" or "never" or "no":
                    negated = true;
                    break;
                case Deprel.Advmod:
                    Add($"{role}:adv={below}", 0.5f);
                    break;
                case Deprel.Mark:
                    Add($"{role}:mark={below}", 0.7f);
                    break;
                case Deprel.Obj or Deprel.NsubjPass:
                    Add($"{role}:obj={lemma}+{below}");
                    Add($"{role}:objw={below}");
                    Categories($"{role}:objc", below, TriggerKind.Noun, 0.7f);
                    Under($"{role}:objmod", i);
                    break;
                case Deprel.Nsubj:
                    Add($"{role}:subj={below}", 0.7f);
                    break;
                case Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl when depth < 2:
                    Add($"{role}:{Short(relation)}={lemma}>{below}");
                    Predicate($"{role}>{Short(relation)}", i, depth + 1);
                    break;
                case Deprel.Conj when depth < 1:
                    Predicate($"{role}+", i, depth + 2);
                    break;
                case Deprel.Obl or Deprel.OblAgent or Deprel.Nmod:
                    int preposition = CaseOf(i);
                    if (preposition >= 0)
                    {
                        Add($"{role}:prep={lemma}_{Lower(preposition)}");
                        Add($"{role}:pp={Lower(preposition)}+{below}", 0.7f);
                        Categories($"{role}:ppc", below, TriggerKind.Noun, 0.4f);
                    }

                    break;
            }
        }

        Add($"{role}={full}");
        Add($"pred={full}");
        Add($"{role}={full}/{(passive ? "pass" : "act")}", 0.5f);
        if (negated)
        {
            Add($"{role}:neg");
            Add($"{role}:neg={lemma}");
        }

        if (modal.Length > 0)
        {
            Add($"{role}:modal={modal}");
        }

        Add($"{role}:tense={tense}", 0.5f);
        TriggerKind kind = _text.Tags.Upos[token] == Upos.Verb ? TriggerKind.Verb : _text.Tags.Upos[token] == Upos.Adj ? TriggerKind.Adjective : TriggerKind.Noun;
        Categories($"{role}:cat", lemma, kind, 1f);
        if (negated || modal.Length > 0)
        {
            Categories($"{role}:{(negated ? "neg" : modal)}cat", lemma, kind, 1f);
        }
    }

    private static string Short(Deprel relation) => relation == Deprel.Advcl ? "adv" : "comp";

    /// <summary>Words under an object: "lifted the *embargo* on", "imposed *sanctions*", "rejected the *request* for".</summary>
    private void Under(string role, int head)
    {
        for (int i = Math.Max(0, head - 8); i < Math.Min(_text.Count, head + 10); i++)
        {
            if (_text.Arcs.Heads[i] == head && _text.Arcs.Relations[i] is Deprel.Amod or Deprel.Compound or Deprel.Nmod or Deprel.Acl)
            {
                Add($"{role}={_text.Lemmas.Lemmas[i]}", 0.5f);
            }
        }
    }

    /// <summary>The categories of the frames that a word opens, the more demanding ones counted less.</summary>
    private void Categories(string role, string lemma, TriggerKind kind, float weight)
    {
        IReadOnlyList<TriggeredPattern> patterns = kind switch
        {
            TriggerKind.Verb => lexicon.Frames.PatternsForVerb(lemma),
            TriggerKind.Adjective => lexicon.Frames.PatternsForAdjective(lemma),
            _ => lexicon.Frames.PatternsForNoun(lemma),
        };
        if (patterns.Count == 0)
        {
            return;
        }

        Span<float> votes = stackalloc float[PloverTypes.Count];
        float sum = 0;
        foreach (TriggeredPattern pattern in patterns)
        {
            float vote = 1f / (1 + pattern.Specificity);
            votes[(int)pattern.Pattern.Frame.Type] += vote;
            sum += vote;
        }

        for (int i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0)
            {
                Add($"{role}={((PloverType)i).Code()}", weight * votes[i] / sum);
            }
        }
    }

    private void Path(int source, int target)
    {
        var up = new List<int>();
        for (int at = source; at >= 0; at = _text.Arcs.Heads[at])
        {
            up.Add(at);
        }

        var down = new List<int>();
        int meet = target;
        while (meet >= 0 && !up.Contains(meet))
        {
            down.Add(meet);
            meet = _text.Arcs.Heads[meet];
        }

        if (meet < 0)
        {
            Add("path:none");
            return;
        }

        int apex = up.IndexOf(meet);
        string lemma = _text.Lemmas.Lemmas[meet];
        Add($"apex={lemma}");
        Add($"apex:pos={_text.Tags.Upos[meet].Code()}", 0.5f);
        string left = string.Join('<', up.Take(apex).Select(t => _text.Arcs.Relations[t].Code()));
        string right = string.Join('>', down.AsEnumerable().Reverse().Select(t => _text.Arcs.Relations[t].Code()));
        Add($"path={left}|{right}");
        Add($"path={left}|{lemma}|{right}");
        foreach (int word in up.Skip(1).Concat(down.Skip(1)))
        {
            Add($"on-path={_text.Lemmas.Lemmas[word]}");
            TriggerKind kind = _text.Tags.Upos[word] == Upos.Verb ? TriggerKind.Verb : TriggerKind.Noun;
            Categories("on-path:cat", _text.Lemmas.Lemmas[word], kind, 1f);
        }
    }

    private void Words(RelationItem item, List<int> sources, List<int> targets)
    {
        int from = sources.Count > 0 && targets.Count > 0 ? Math.Min(sources[0], targets[0]) : -1;
        int to = from < 0 ? -1 : Math.Max(sources[0], targets[0]);
        if (from >= 0)
        {
            Add(sources[0] < targets[0] ? "order=ST" : "order=TS");
        }

        string previous = "<s>";
        for (int i = 0; i < _text.Count; i++)
        {
            Upos tag = _text.Tags.Upos[i];
            if (tag is Upos.Punct or Upos.Det or Upos.Sym || InParties(item, i))
            {
                continue;
            }

            string lemma = tag == Upos.Propn ? "<name>" : tag == Upos.Num ? "<number>" : _text.Lemmas.Lemmas[i];
            bool between = i > from && i < to;
            if (tag is not (Upos.Propn or Upos.Num or Upos.Adp or Upos.Pron))
            {
                Add($"w={lemma}", 0.4f);
                if (between)
                {
                    Add($"bw={lemma}", 0.6f);
                }
            }

            Add($"w2={previous}_{lemma}", 0.3f);
            previous = lemma;
            if (tag is Upos.Verb or Upos.Noun)
            {
                Categories("sent:cat", lemma, tag == Upos.Verb ? TriggerKind.Verb : TriggerKind.Noun, 0.4f);
            }
        }
    }

    private bool InParties(RelationItem item, int token)
    {
        TextSpan span = _text.Tokens.Span(token);
        foreach (TextSpan party in item.Source)
        {
            if (party.Overlaps(span))
            {
                return true;
            }
        }

        foreach (TextSpan party in item.Target)
        {
            if (party.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the coder found, by how well its parties are the ones asked about.</summary>
    private void Fired(RelationItem item, IReadOnlyList<CodedEvent> events)
    {
        bool any = false;
        foreach (CodedEvent coded in events)
        {
            bool actor = Agrees(coded.Actor, item.Source);
            bool recipient = Agrees(coded.Recipient, item.Target);
            bool swapped = Agrees(coded.Actor, item.Target) || Agrees(coded.Recipient, item.Source);
            string how = actor && recipient ? "both" : actor ? "actor" : recipient ? "recipient" : swapped ? "swapped" : "other";
            Add($"fired:{how}={coded.Type.Code()}");
            Add($"fired:{how}:rule={coded.Rule}", 0.7f);
            if (coded.Status != EventStatus.Reported)
            {
                Add($"fired:{how}:{coded.Status.Code()}={coded.Type.Code()}");
            }

            any |= actor || recipient;
        }

        if (!any)
        {
            Add("fired:none");
        }
    }

    internal static bool Agrees(IReadOnlyList<Entity> entities, IReadOnlyList<TextSpan> spans)
    {
        foreach (Entity entity in entities)
        {
            foreach (TextSpan span in spans)
            {
                if (entity.Quote.Span.Overlaps(span))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
