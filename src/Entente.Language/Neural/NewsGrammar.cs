using Entente.Language.Arcs;
using Entente.Language.Conllu;
using Entente.Language.Lemmas;
using Entente.Language.Tags;

namespace Entente.Language.Neural;

/// <summary>The words that made-up news sentences are put together from; all come from the lexicon.</summary>
/// <param name="Names">Names of states and places of one word: Chad, Moscow.</param>
/// <param name="Adjectives">Adjectives of nationality of one word: Chadian.</param>
/// <param name="People">Lemmas of role nouns for persons of one word: minister.</param>
/// <param name="Groups">Lemmas of role nouns for groups of one word: rebel.</param>
/// <param name="Verbs">Lemmas of verbs that take an object.</param>
/// <param name="Things">Lemmas of nouns that acts are about: agreement, sanction.</param>
/// <param name="FamilyNames">Family names of one word.</param>
public sealed record NewsVocabulary(
    IReadOnlyList<string> Names, IReadOnlyList<string> Adjectives, IReadOnlyList<string> People, IReadOnlyList<string> Groups,
    IReadOnlyList<string> Verbs, IReadOnlyList<string> Things, IReadOnlyList<string> FamilyNames);

/// <summary>Makes up sentences of news agencies with their trees, known by construction.</summary>
/// <remarks>
/// The treebanks hold little agency prose: short active clauses in the past tense, participles after nouns, passives, names and
/// titles. A parser that has seen too few takes "The union lifted sanctions" for a noun phrase. These sentences say nothing about the
/// world; they show forms. Both readings of a form in -ed are made in turn, so that neither is favoured blindly.
/// </remarks>
public sealed class NewsGrammar(NewsVocabulary vocabulary, int seed)
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Speech = ["said", "announced", "reported", "confirmed", "claimed"];
    private static readonly string[] Particles = ["off", "out", "up", "down", "over", "back"];
    /// <summary>After a verb without object, whatever follows hangs on it; after an object only what tells where it was done does.</summary>
    private static readonly string[] Prepositions = ["in", "against", "with", "to", "from", "near", "for"];
    private static readonly string[] Places = ["in", "near"];
    private static readonly string[] NounPrepositions = ["of", "of", "of", "of", "with", "on", "against", "between", "for"];
    private static readonly string[] Controls = ["agree", "refuse", "threaten", "pledge", "promise", "vow", "plan", "offer", "begin", "decide", "move"];
    private static readonly string[] Urges = ["urge", "order", "ask", "call_on", "force", "warn", "tell"];
    private static readonly string[] Bodies = ["Union", "Council", "Assembly", "Commission", "League", "Front", "Army", "Party", "Court", "Bank"];
    private static readonly string[] BodyAdjectives = ["European", "African", "Islamic", "Supreme", "National", "Arab", "Central", "Democratic"];
    private static readonly string[] BodyNouns = ["Security", "Defence", "Defense", "State", "Liberation", "Human"];
    private static readonly string[] ThingModifiers = ["military", "economic", "new", "joint", "humanitarian", "nuclear", "trade", "peace", "border", "defence", "arms"];

    private readonly Random _random = new(seed);
    private readonly List<ConlluWord> _words = [];
    private readonly List<ConlluMultiword> _multiwords = [];

    /// <summary>Makes sentences.</summary>
    public IEnumerable<ConlluSentence> Make(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _words.Clear();
            _multiwords.Clear();
            bool headline = _random.Next(6) == 0;
            int root = Whole(headline);
            Set(root, -1, Deprel.Root);
            if (!headline)
            {
                _words[^1] = _words[^1] with { SpaceAfter = false };
                Add(".", ".", Upos.Punct, Xpos.Period, root, Deprel.Punct);
            }

            ConlluWord first = _words[0];
            _words[0] = first with { Form = char.ToUpperInvariant(first.Form[0]) + first.Form[1..] };
            yield return new ConlluSentence { Words = [.. _words], Multiwords = [.. _multiwords] };
        }
    }

    /// <summary>A clause, perhaps with something before it.</summary>
    private int Whole(bool headline)
    {
        if (headline || _random.Next(4) > 0)
        {
            return Clause(_random.Next(22), headline);
        }

        // "On Monday, …", "After Chad lifted the ban, …", "In Mali, …"
        int before;
        Deprel relation;
        switch (_random.Next(3))
        {
            case 0:
            {
                int on = Add("on", "on", Upos.Adp, Xpos.In, 0, Deprel.Case);
                string day = Pick(Days);
                before = Add(day, day, Upos.Propn, Xpos.Nnp, 0, Deprel.Obl);
                Set(on, before, Deprel.Case);
                relation = Deprel.Obl;
                break;
            }

            case 1:
            {
                string word = Pick(["after", "before", "as", "while", "although", "because"]);
                int mark = Add(word, word, Upos.Sconj, Xpos.In, 0, Deprel.Mark);
                before = Clause(_random.Next(5), headline);
                Set(mark, before, Deprel.Mark);
                relation = Deprel.Advcl;
                break;
            }

            default:
            {
                int opens = Add("in", "in", Upos.Adp, Xpos.In, 0, Deprel.Case);
                string name = Pick(vocabulary.Names);
                before = Add(name, name, Upos.Propn, Xpos.Nnp, 0, Deprel.Obl);
                Set(opens, before, Deprel.Case);
                relation = Deprel.Obl;
                break;
            }
        }

        int comma = Comma();
        int main = Clause(_random.Next(22), headline);
        Set(before, main, relation);
        Set(comma, main, Deprel.Punct);
        return main;
    }

    private int Comma()
    {
        _words[^1] = _words[^1] with { SpaceAfter = false };
        return Add(",", ",", Upos.Punct, Xpos.Comma, 0, Deprel.Punct);
    }

    private int Clause(int kind, bool headline)
    {
        Xpos tense = headline ? Xpos.Vbz : Xpos.Vbd;
        switch (kind)
        {
            case 0 or 1 or 2:
            {
                int subject = Party(headline);
                int verb = Verb(Pick(vocabulary.Verbs), tense, subject);
                Set(subject, verb, Deprel.Nsubj);
                Object(verb, headline);
                Tail(verb, headline);
                return verb;
            }

            case 3:
            {
                // Without an object: "Qatar invested in Egypt"
                int subject = Party(headline);
                int verb = Verb(Pick(vocabulary.Verbs), tense, subject);
                Set(subject, verb, Deprel.Nsubj);
                Phrase(verb, Pick(Prepositions), headline);
                Tail(verb, headline);
                return verb;
            }

            case 4:
            {
                // Passive
                int subject = _random.Next(2) == 0 ? Thing(headline) : Party(headline);
                bool plural = IsPlural(subject);
                int auxiliary = headline ? -1 : Add(plural ? "were" : "was", "be", Upos.Aux, Xpos.Vbd, 0, Deprel.AuxPass);
                int verb = Verb(Pick(vocabulary.Verbs), Xpos.Vbn, subject);
                if (auxiliary >= 0)
                {
                    Set(auxiliary, verb, Deprel.AuxPass);
                }

                Set(subject, verb, Deprel.NsubjPass);
                if (_random.Next(2) == 0)
                {
                    int agent = Phrase(verb, "by", headline);
                    Set(agent, verb, Deprel.OblAgent);
                }

                Tail(verb, headline);
                return verb;
            }

            case 5:
            {
                // A participle after its noun, then the verb: "Troops backed by Russia captured a town"
                int subject = Party(headline);
                int participle = Verb(Pick(vocabulary.Verbs), Xpos.Vbn, subject);
                Set(participle, subject, Deprel.Acl);
                int agent = Phrase(participle, "by", headline);
                Set(agent, participle, Deprel.OblAgent);
                int verb = Verb(Pick(vocabulary.Verbs), tense, subject);
                Set(subject, verb, Deprel.Nsubj);
                Object(verb, headline);
                return verb;
            }

            case 6:
            {
                // Reported speech, before or after
                if (_random.Next(2) == 0)
                {
                    int speaker = Party(headline);
                    int says = Add(headline ? "says" : Pick(Speech), "say", Upos.Verb, headline ? Xpos.Vbz : Xpos.Vbd, 0, Deprel.Root);
                    Set(speaker, says, Deprel.Nsubj);
                    int mark = _random.Next(2) == 0 ? Add("that", "that", Upos.Sconj, Xpos.In, 0, Deprel.Mark) : -1;
                    int inner = Clause(_random.Next(5), headline);
                    if (mark >= 0)
                    {
                        Set(mark, inner, Deprel.Mark);
                    }

                    Set(inner, says, Deprel.Ccomp);
                    return says;
                }

                int clause = Clause(_random.Next(5), headline);
                _words[^1] = _words[^1] with { SpaceAfter = false };
                int comma = Add(",", ",", Upos.Punct, Xpos.Comma, clause, Deprel.Punct);
                int source = Party(headline);
                int told = Add(headline ? "says" : Pick(Speech), "say", Upos.Verb, headline ? Xpos.Vbz : Xpos.Vbd, clause, Deprel.Parataxis);
                Set(source, told, Deprel.Nsubj);
                Set(comma, told, Deprel.Punct);
                return clause;
            }

            case 7:
            {
                // Auxiliaries: has, have, will, would, is
                int subject = Party(headline);
                int way = _random.Next(4);
                int auxiliary = Add(way == 0 ? (IsPlural(subject) ? "have" : "has") : way == 1 ? "will" : way == 2 ? "would" : IsPlural(subject) ? "are" : "is",
                    way == 0 ? "have" : way == 1 ? "will" : way == 2 ? "would" : "be", Upos.Aux, way == 0 ? Xpos.Vbz : way == 3 ? Xpos.Vbz : Xpos.Md, 0, Deprel.Aux);
                int verb = Verb(Pick(vocabulary.Verbs), way == 0 ? Xpos.Vbn : way == 3 ? Xpos.Vbg : Xpos.Vb, subject);
                Set(auxiliary, verb, Deprel.Aux);
                Set(subject, verb, Deprel.Nsubj);
                Object(verb, headline);
                Tail(verb, headline);
                return verb;
            }

            case 8:
            {
                // Control: "agreed to withdraw troops"
                int subject = Party(headline);
                int outer = Verb(Pick(Controls), tense, subject);
                Set(subject, outer, Deprel.Nsubj);
                Infinitive(outer, headline);
                return outer;
            }

            case 9:
            {
                // "urged Israel to lift the blockade"
                int subject = Party(headline);
                string lemma = Pick(Urges);
                int outer = Verb(lemma.Split('_')[0], tense, subject);
                Set(subject, outer, Deprel.Nsubj);
                int addressed;
                if (lemma.Contains('_', StringComparison.Ordinal))
                {
                    addressed = Phrase(outer, "on", headline);
                }
                else
                {
                    addressed = Party(headline);
                    Set(addressed, outer, Deprel.Obj);
                }

                Infinitive(outer, headline);
                return outer;
            }

            case 10:
            {
                // "accused Sudan of arming rebels"
                int subject = Party(headline);
                int outer = Verb("accuse", tense, subject);
                Set(subject, outer, Deprel.Nsubj);
                int accused = Party(headline);
                Set(accused, outer, Deprel.Obj);
                int of = Add("of", "of", Upos.Sconj, Xpos.In, 0, Deprel.Mark);
                int verb = Verb(Pick(vocabulary.Verbs), Xpos.Vbg, subject);
                Set(of, verb, Deprel.Mark);
                Set(verb, outer, Deprel.Advcl);
                Object(verb, headline);
                return outer;
            }

            case 11:
            {
                // Two verbs, one subject; or a participle clause
                int subject = Party(headline);
                int verb = Verb(Pick(vocabulary.Verbs), tense, subject);
                Set(subject, verb, Deprel.Nsubj);
                Object(verb, headline);
                if (_random.Next(2) == 0)
                {
                    int and = Add("and", "and", Upos.Cconj, Xpos.Cc, 0, Deprel.Cc);
                    int second = Verb(Pick(vocabulary.Verbs), tense, subject);
                    Set(and, second, Deprel.Cc);
                    Set(second, verb, Deprel.Conj);
                    Object(second, headline);
                }
                else
                {
                    _words[^1] = _words[^1] with { SpaceAfter = false };
                    int comma = Add(",", ",", Upos.Punct, Xpos.Comma, 0, Deprel.Punct);
                    int second = Verb(Pick(vocabulary.Verbs), Xpos.Vbg, subject);
                    Set(comma, second, Deprel.Punct);
                    Set(second, verb, Deprel.Advcl);
                    Object(second, headline);
                }

                return verb;
            }

            case 12:
            {
                // A verb with a particle
                int subject = Party(headline);
                int verb = Verb(Pick(["call", "step", "break", "carry", "pull", "set", "put", "cut", "shut", "hold", "bring", "shoot", "back"]), tense, subject);
                Set(subject, verb, Deprel.Nsubj);
                string particle = Pick(Particles);
                Add(particle, particle, Upos.Adp, Xpos.Rp, verb, Deprel.CompoundPrt);
                Object(verb, headline);
                Tail(verb, headline);
                return verb;
            }

            case 13:
            {
                // "Chad, which borders Niger, closed the border"
                int subject = Party(headline);
                int opening = Comma();
                bool person = _random.Next(2) == 0;
                int who = Add(person ? "who" : "which", person ? "who" : "which", Upos.Pron, person ? Xpos.Wp : Xpos.Wdt, 0, Deprel.Nsubj);
                int relative = Verb(Pick(vocabulary.Verbs), Xpos.Vbd, subject);
                Set(who, relative, Deprel.Nsubj);
                Set(opening, relative, Deprel.Punct);
                Set(relative, subject, Deprel.AclRelcl);
                Object(relative, headline);
                int closing = Comma();
                Set(closing, relative, Deprel.Punct);
                int verb = Verb(Pick(vocabulary.Verbs), tense, subject);
                Set(subject, verb, Deprel.Nsubj);
                Object(verb, headline);
                Tail(verb, headline);
                return verb;
            }

            case 14:
            {
                // "did not sign", "is being trained"
                int subject = Party(headline);
                bool negated = _random.Next(2) == 0;
                int first = Add(negated ? "did" : IsPlural(subject) ? "are" : "is", negated ? "do" : "be", Upos.Aux, negated ? Xpos.Vbd : Xpos.Vbz, 0, Deprel.Aux);
                int second = negated ? Add("not", "not", Upos.Part, Xpos.Rb, 0, Deprel.Advmod) : Add("being", "be", Upos.Aux, Xpos.Vbg, 0, Deprel.AuxPass);
                int verb = Verb(Pick(vocabulary.Verbs), negated ? Xpos.Vb : Xpos.Vbn, subject);
                Set(first, verb, Deprel.Aux);
                Set(second, verb, negated ? Deprel.Advmod : Deprel.AuxPass);
                Set(subject, verb, negated ? Deprel.Nsubj : Deprel.NsubjPass);
                if (negated)
                {
                    Object(verb, headline);
                }

                Tail(verb, headline);
                return verb;
            }

            case 15:
            {
                // "The shelling of Kharkiv by Russian troops killed 12 people"
                int article = headline ? -1 : Add("the", "the", Upos.Det, Xpos.Dt, 0, Deprel.Det);
                string lemma = Pick(vocabulary.Verbs);
                string gerund = EnglishForms.Verb(lemma, Xpos.Vbg);
                int noun = Add(gerund, gerund, Upos.Noun, Xpos.Nn, 0, Deprel.Dep);
                Attach(article, noun, Deprel.Det);
                Hang(noun, "of", headline);
                if (_random.Next(2) == 0)
                {
                    Hang(noun, "by", headline);
                }

                int verb = Verb(Pick(["kill", "wound", "injure", "anger", "follow", "displace"]), tense, noun);
                Set(noun, verb, Deprel.Nsubj);
                Count(verb);
                return verb;
            }

            case 16:
            {
                // "Chad, Mali and Niger signed a pact"
                string[] names = [Pick(vocabulary.Names), Pick(vocabulary.Names), Pick(vocabulary.Names)];
                int head = Add(names[0], names[0], Upos.Propn, Xpos.Nnp, 0, Deprel.Dep);
                int comma = Comma();
                int second = Add(names[1], names[1], Upos.Propn, Xpos.Nnp, head, Deprel.Conj);
                Set(comma, second, Deprel.Punct);
                int and = Add("and", "and", Upos.Cconj, Xpos.Cc, 0, Deprel.Cc);
                int third = Add(names[2], names[2], Upos.Propn, Xpos.Nnp, head, Deprel.Conj);
                Set(and, third, Deprel.Cc);
                int verb = Verb(Pick(vocabulary.Verbs), tense, head);
                Set(head, verb, Deprel.Nsubj);
                Object(verb, headline);
                Tail(verb, headline);
                return verb;
            }

            case 17:
            {
                // "Indonesian and Australian soldiers killed 12 people"
                string left = Pick(vocabulary.Adjectives), right = Pick(vocabulary.Adjectives);
                int first = Add(left, left, Upos.Adj, Xpos.Jj, 0, Deprel.Amod);
                int and = Add("and", "and", Upos.Cconj, Xpos.Cc, 0, Deprel.Cc);
                int second = Add(right, right, Upos.Adj, Xpos.Jj, first, Deprel.Conj);
                Set(and, second, Deprel.Cc);
                int subject = Group();
                Set(first, subject, Deprel.Amod);
                int verb = Verb(Pick(vocabulary.Verbs), tense, subject);
                Set(subject, verb, Deprel.Nsubj);
                Count(verb);
                Tail(verb, headline);
                return verb;
            }

            case 18:
            {
                // "Chad agreed to sign, the minister said, and Mali withdrew"
                int verb = Clause(_random.Next(2) == 0 ? 8 : _random.Next(5), headline);
                int opening = Comma();
                int speaker = Party(headline);
                int says = Add(headline ? "says" : Pick(Speech), "say", Upos.Verb, headline ? Xpos.Vbz : Xpos.Vbd, verb, Deprel.Parataxis);
                Set(speaker, says, Deprel.Nsubj);
                Set(opening, says, Deprel.Punct);
                int closing = Comma();
                Set(closing, says, Deprel.Punct);
                int and = Add("and", "and", Upos.Cconj, Xpos.Cc, 0, Deprel.Cc);
                int second;
                if (_random.Next(2) == 0)
                {
                    second = Verb(Pick(vocabulary.Verbs), headline ? Xpos.Vbz : Xpos.Vbd, -1);
                    Object(second, headline);
                }
                else
                {
                    second = Clause(_random.Next(5), headline);
                }

                Set(and, second, Deprel.Cc);
                Set(second, verb, Deprel.Conj);
                return verb;
            }

            case 19:
            {
                // "Chad signed a pact, and Mali lifted the ban"
                int verb = Clause(_random.Next(5), headline);
                int comma = Comma();
                string word = Pick(["and", "but"]);
                int joins = Add(word, word, Upos.Cconj, Xpos.Cc, 0, Deprel.Cc);
                int second = Clause(_random.Next(5), headline);
                Set(comma, second, Deprel.Punct);
                Set(joins, second, Deprel.Cc);
                Set(second, verb, Deprel.Conj);
                return verb;
            }

            case 20:
            {
                // "Chad's shelling of a village drew protests from Mali"
                int owner = Owner();
                string gerund = EnglishForms.Verb(Pick(vocabulary.Verbs), Xpos.Vbg);
                int noun = Add(gerund, gerund, Upos.Noun, Xpos.Nn, 0, Deprel.Dep);
                Set(owner, noun, Deprel.NmodPoss);
                Hang(noun, "of", headline);
                int verb = Verb(Pick(["draw", "prompt", "follow", "anger", "provoke"]), tense, noun);
                Set(noun, verb, Deprel.Nsubj);
                Object(verb, headline);
                return verb;
            }

            default:
            {
                // "Talks between Chad and Niger began on Monday"
                int noun = Noun(Pick(["talk", "clash", "negotiation", "discussion", "consultation", "exercise"]), plural: true);
                int between = Add("between", "between", Upos.Adp, Xpos.In, 0, Deprel.Case);
                int left = Party(headline);
                Set(between, left, Deprel.Case);
                Set(left, noun, Deprel.Nmod);
                int and = Add("and", "and", Upos.Cconj, Xpos.Cc, 0, Deprel.Cc);
                int right = Party(headline);
                Set(and, right, Deprel.Cc);
                Set(right, left, Deprel.Conj);
                int verb = Verb(Pick(["begin", "end", "continue", "resume", "fail", "collapse", "erupt"]), headline ? Xpos.Vbp : Xpos.Vbd, noun);
                Set(noun, verb, Deprel.Nsubj);
                Tail(verb, headline);
                return verb;
            }
        }
    }

    /// <summary>"killed at least 12 people", "killed 12"</summary>
    private void Count(int verb)
    {
        string number = _random.Next(2, 400).ToString(System.Globalization.CultureInfo.InvariantCulture);
        int count = Add(number, number, Upos.Num, Xpos.Cd, 0, Deprel.Nummod);
        if (_random.Next(3) == 0)
        {
            Set(count, verb, Deprel.Obj);
            return;
        }

        int people = Group();
        Set(count, people, Deprel.Nummod);
        Set(people, verb, Deprel.Obj);
    }

    private void Hang(int noun, string preposition, bool headline)
    {
        int head = Phrase(noun, preposition, headline);
        Set(head, noun, Deprel.Nmod);
    }

    private void Infinitive(int outer, bool headline)
    {
        int to = Add("to", "to", Upos.Part, Xpos.To, 0, Deprel.Mark);
        int verb = Verb(Pick(vocabulary.Verbs), Xpos.Vb, -1);
        Set(to, verb, Deprel.Mark);
        Set(verb, outer, Deprel.Xcomp);
        Object(verb, headline);
    }

    private void Object(int verb, bool headline)
    {
        int place = _random.Next(3) == 0 ? Party(headline) : Thing(headline);
        Set(place, verb, Deprel.Obj);
    }

    private void Tail(int verb, bool headline)
    {
        if (_random.Next(6) == 0)
        {
            Phrase(verb, Pick(Places), headline);
        }

        if (!headline && _random.Next(3) == 0)
        {
            bool day = _random.Next(3) > 0;
            string when = day ? Pick(Days) : Pick(Months);
            int preposition = Add(day ? "on" : "in", day ? "on" : "in", Upos.Adp, Xpos.In, 0, Deprel.Case);
            int time = Add(when, when, Upos.Propn, Xpos.Nnp, verb, Deprel.Obl);
            Set(preposition, time, Deprel.Case);
        }
    }

    private int Phrase(int verb, string preposition, bool headline)
    {
        int opens = Add(preposition, preposition, Upos.Adp, Xpos.In, 0, Deprel.Case);
        int head = Party(headline);
        Set(opens, head, Deprel.Case);
        Set(head, verb, Deprel.Obl);
        return head;
    }

    /// <summary>Somebody who acts; returns the head word.</summary>
    private int Party(bool headline)
    {
        switch (_random.Next(13))
        {
            case 10 or 11:
            {
                // The president of Chad, the presidents of Chad and Mali
                bool plural = _random.Next(3) == 0;
                int article = headline ? -1 : Add("the", "the", Upos.Det, Xpos.Dt, 0, Deprel.Det);
                int head = Noun(Pick(vocabulary.People), plural);
                Attach(article, head, Deprel.Det);
                Name(head, "of");
                return head;
            }

            case 12:
            {
                // Troops in Mali, rebels from Chad
                int head = Group();
                Name(head, Pick(["in", "from", "in"]));
                return head;
            }

            case 0 or 1 or 2:
            {
                string name = Pick(vocabulary.Names);
                return Add(name, name, Upos.Propn, Xpos.Nnp, 0, Deprel.Dep);
            }

            case 3 or 4:
            {
                int article = headline || _random.Next(2) == 0 ? -1 : Add("the", "the", Upos.Det, Xpos.Dt, 0, Deprel.Det);
                string adjective = Pick(vocabulary.Adjectives);
                int modifier = Add(adjective, adjective, Upos.Adj, Xpos.Jj, 0, Deprel.Amod);
                int head = Group();
                Set(modifier, head, Deprel.Amod);
                Attach(article, head, Deprel.Det);
                return head;
            }

            case 5:
            {
                // Chad's minister
                int owner = Owner();
                int head = Noun(Pick(vocabulary.People), plural: false);
                Set(owner, head, Deprel.NmodPoss);
                return head;
            }

            case 6:
            {
                // The European Union, the Security Council
                int article = headline ? -1 : Add("the", "the", Upos.Det, Xpos.Dt, 0, Deprel.Det);
                bool adjective = _random.Next(2) == 0;
                string word = adjective ? Pick(BodyAdjectives) : Pick(BodyNouns);
                int modifier = adjective
                    ? Add(word, word, Upos.Adj, Xpos.Nnp, 0, Deprel.Amod)
                    : Add(word, word, Upos.Propn, Xpos.Nnp, 0, Deprel.Compound);
                string body = Pick(Bodies);
                int head = Add(body, body, Upos.Propn, Xpos.Nnp, 0, Deprel.Dep);
                Set(modifier, head, adjective ? Deprel.Amod : Deprel.Compound);
                Attach(article, head, Deprel.Det);
                return head;
            }

            case 7:
            {
                // Two names, one act
                string left = Pick(vocabulary.Names), right = Pick(vocabulary.Names);
                int head = Add(left, left, Upos.Propn, Xpos.Nnp, 0, Deprel.Dep);
                int and = Add("and", "and", Upos.Cconj, Xpos.Cc, 0, Deprel.Cc);
                int second = Add(right, right, Upos.Propn, Xpos.Nnp, head, Deprel.Conj);
                Set(and, second, Deprel.Cc);
                return head;
            }

            case 8:
            {
                // Defence Minister So-and-so
                string family = Pick(vocabulary.FamilyNames);
                bool president = _random.Next(2) == 0;
                string title = president ? "President" : "Minister";
                int acting = _random.Next(5) == 0 ? Add("acting", "acting", Upos.Adj, Xpos.Jj, 0, Deprel.Amod) : -1;
                int before = president ? -1 : Add(Pick(["Defence", "Defense", "Interior", "Finance"]), "defence", Upos.Propn, Xpos.Nnp, 0, Deprel.Compound);
                int office = Add(title, title, Upos.Propn, Xpos.Nnp, 0, Deprel.NmodDesc);
                Attach(acting, office, Deprel.Amod);
                Attach(before, office, Deprel.Compound);
                int head = Add(family, family, Upos.Propn, Xpos.Nnp, 0, Deprel.Dep);
                Set(office, head, Deprel.NmodDesc);
                return head;
            }

            default:
            {
                return Group();
            }
        }
    }

    /// <summary>Something acts are about; returns the head word.</summary>
    private int Thing(bool headline)
    {
        bool plural = _random.Next(2) == 0;
        int article = headline || (plural && _random.Next(2) == 0) ? -1 : Add(plural ? "the" : "a", plural ? "the" : "a", Upos.Det, Xpos.Dt, 0, Deprel.Det);
        int modifier = -1;
        bool isNoun = false;
        if (_random.Next(2) == 0)
        {
            string word = Pick(ThingModifiers);
            isNoun = word is "trade" or "peace" or "border" or "defence" or "arms";
            modifier = Add(word, word, isNoun ? Upos.Noun : Upos.Adj, isNoun ? Xpos.Nn : Xpos.Jj, 0, Deprel.Amod);
        }

        int head = Noun(Pick(vocabulary.Things), plural);
        Attach(article, head, Deprel.Det);
        Attach(modifier, head, isNoun ? Deprel.Compound : Deprel.Amod);
        if (_random.Next(3) == 0)
        {
            Name(head, Pick(NounPrepositions));
        }

        return head;
    }

    /// <summary>A phrase on a noun: "of Chad", "with Mali".</summary>
    private void Name(int noun, string preposition)
    {
        int opens = Add(preposition, preposition, Upos.Adp, Xpos.In, 0, Deprel.Case);
        string name = Pick(vocabulary.Names);
        int head = Add(name, name, Upos.Propn, Xpos.Nnp, noun, Deprel.Nmod);
        Set(opens, head, Deprel.Case);
        if (preposition == "between" || _random.Next(6) == 0)
        {
            int and = Add("and", "and", Upos.Cconj, Xpos.Cc, 0, Deprel.Cc);
            string other = Pick(vocabulary.Names);
            int second = Add(other, other, Upos.Propn, Xpos.Nnp, head, Deprel.Conj);
            Set(and, second, Deprel.Cc);
        }
    }

    /// <summary>"Chad's", one printed word whose head is still to come.</summary>
    private int Owner()
    {
        string name = Pick(vocabulary.Names);
        int owner = Add(name, name, Upos.Propn, Xpos.Nnp, 0, Deprel.NmodPoss);
        _words[owner] = _words[owner] with { SpaceAfter = false };
        int mark = Add("'s", "'s", Upos.Part, Xpos.Pos, owner, Deprel.Case);
        _multiwords.Add(new ConlluMultiword(owner, mark + 1, name + "'s"));
        return owner;
    }

    private int Group()
    {
        string lemma = Pick(vocabulary.Groups);
        return Add(lemma.EndsWith('s') ? lemma : EnglishForms.Plural(lemma), lemma, Upos.Noun, Xpos.Nns, 0, Deprel.Dep);
    }

    private int Noun(string lemma, bool plural)
    {
        string form = plural ? EnglishForms.Plural(lemma) : lemma;
        return Add(form, lemma, Upos.Noun, plural ? Xpos.Nns : Xpos.Nn, 0, Deprel.Dep);
    }

    private int Verb(string lemma, Xpos tag, int subject)
    {
        Xpos form = tag == Xpos.Vbz && subject >= 0 && IsPlural(subject) ? Xpos.Vbp : tag;
        return Add(EnglishForms.Verb(lemma, form), lemma, Upos.Verb, form, 0, Deprel.Dep);
    }

    private bool IsPlural(int noun)
    {
        if (_words[noun].Xpos is Xpos.Nns or Xpos.Nnps)
        {
            return true;
        }

        return _words.Exists(word => word.Head == noun && word.Relation == Deprel.Conj);
    }

    private void Attach(int word, int head, Deprel relation)
    {
        if (word >= 0)
        {
            Set(word, head, relation);
        }
    }

    private void Set(int word, int head, Deprel relation) => _words[word] = _words[word] with { Head = head, Relation = relation };

    private int Add(string form, string lemma, Upos upos, Xpos xpos, int head, Deprel relation)
    {
        _words.Add(new ConlluWord(form, lemma, upos, xpos, "_", head, relation, true));
        return _words.Count - 1;
    }

    private string Pick(IReadOnlyList<string> from) => from[_random.Next(from.Count)];
}
