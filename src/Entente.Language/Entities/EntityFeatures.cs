using Entente.Language.Arcs;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Language.Tokens;

namespace Entente.Language.Entities;

/// <summary>Describes each word of a sentence to the recogniser by hashed features: its form and neighbours, its noun phrase in the tree, known names.</summary>
/// <remarks>Holds the room for one sentence and is used by one thread at a time. The same text has the same features on every machine.</remarks>
internal sealed class EntityFeatures
{
    /// <summary>Features of one word.</summary>
    public const int Slots = 76;

    /// <summary>Rows of the weight table, a power of two.</summary>
    public const int Rows = 1 << RowBits;

    private const int RowBits = 18;
    private const ulong Border = 0x9E37;
    private const int MostPasses = 64;

    private Word[] _words = [];

    /// <summary>The rows of the features, <see cref="Slots"/> for each word of the sentence; longer than needed.</summary>
    public int[] Indices { get; private set; } = [];

    /// <summary>Describes the words of one sentence.</summary>
    /// <returns>The number of words.</returns>
    public int Describe(string text, TokenLayer tokens, SentenceLayer sentences, int sentence, TagLayer tags, Lemmas.LemmaLayer lemmas, ArcLayer arcs, INameList? names)
    {
        int first = sentences.First(sentence), end = sentences.End(sentence), count = end - first;
        if (_words.Length < count)
        {
            _words = new Word[Math.Max(64, count * 2)];
            Indices = new int[_words.Length * Slots];
        }

        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> form = text.AsSpan(tokens.Starts[first + i], tokens.Ends[first + i] - tokens.Starts[first + i]);
            int head = arcs.Heads[first + i];
            _words[i] = new Word
            {
                Form = Lower(form),
                Lemma = Lower(lemmas.Lemmas[first + i]),
                Shape = Shape(form),
                Prefix = Lower(form[..Math.Min(3, form.Length)]),
                Suffix = Lower(form[Math.Max(0, form.Length - 3)..]),
                Suffix4 = Lower(form[Math.Max(0, form.Length - 4)..]),
                Capital = form.Length > 0 && char.IsUpper(form[0]),
                Upos = tags.Upos[first + i],
                Xpos = tags.Xpos[first + i],
                Relation = arcs.Relations[first + i],
                Head = head >= first && head < end ? head - first : -1,
                Left = i,
                Right = i,
                PhraseLeft = i,
                PhraseRight = i,
            };
        }

        MarkNames(text, tokens, first, end, names);
        MarkPhrases(count);
        for (int i = 0; i < count; i++)
        {
            Write(i, count, Indices.AsSpan(i * Slots, Slots));
        }

        return count;
    }

    private void MarkNames(string text, TokenLayer tokens, int first, int end, INameList? names)
    {
        if (names is null)
        {
            return;
        }

        for (int i = first; i < end;)
        {
            if (_words[i - first].Upos is not (Upos.Punct or Upos.Adp or Upos.Verb or Upos.Aux) && names.TryMatch(text, tokens, i, end, out NameMatch match) && match.Length > 0)
            {
                for (int k = 0; k < match.Length && i + k < end; k++)
                {
                    ref Word word = ref _words[i - first + k];
                    word.Name = 1 + (((int)match.Type * 4) + (match.Length == 1 ? 3 : k == 0 ? 0 : k == match.Length - 1 ? 2 : 1));
                }

                i += match.Length;
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>Finds each word's noun phrase: the head it modifies, the phrase's borders, and the noun above it.</summary>
    private void MarkPhrases(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int at = i;
            for (int pass = 0; pass < MostPasses && _words[at].Head >= 0 && ModifiesWithin(_words[at], at); pass++)
            {
                at = _words[at].Head;
            }

            _words[i].Phrase = at;
            int above = at;
            for (int pass = 0; pass < MostPasses && _words[above].Head >= 0 && _words[above].Relation is Deprel.Nmod or Deprel.NmodPoss or Deprel.Conj or Deprel.Flat or Deprel.Compound; pass++)
            {
                above = _words[above].Head;
            }

            _words[i].Above = above;
        }

        for (int i = 0; i < count; i++)
        {
            ref Word phrase = ref _words[_words[i].Phrase];
            phrase.Left = Math.Min(phrase.Left, i);
            phrase.Right = Math.Max(phrase.Right, i);

            // The wider phrase takes in what hangs on it with a preposition, not clauses, appositions or coordinations.
            int at = i;
            for (int pass = 0; pass < MostPasses && at >= 0; pass++)
            {
                ref Word wide = ref _words[at];
                wide.PhraseLeft = Math.Min(wide.PhraseLeft, i);
                wide.PhraseRight = Math.Max(wide.PhraseRight, i);
                if (wide.Relation is Deprel.Case && i == at || !(ModifiesWithin(wide, at) || wide.Relation is Deprel.Nmod or Deprel.NmodPoss or Deprel.Case or Deprel.Fixed))
                {
                    break;
                }

                at = wide.Head;
            }

            ref Word word = ref _words[i];
            if (word.Head >= 0)
            {
                ref Word head = ref _words[word.Head];
                switch (word.Relation)
                {
                    case Deprel.Case:
                        head.Case = word.Lemma;
                        break;
                    case Deprel.Det or Deprel.NmodPoss:
                        head.Determiner = word.Upos == Upos.Propn || word.Upos == Upos.Noun ? 7 : word.Lemma;
                        break;
                    case Deprel.Nmod when head.Complement == 0:
                        head.Complement = word.Lemma;
                        break;
                    case Deprel.Nummod:
                        head.Counted = true;
                        break;
                }
            }
        }
    }

    private static bool ModifiesWithin(in Word word, int at) => word.Relation switch
    {
        Deprel.Det or Deprel.DetPredet or Deprel.Amod or Deprel.Nummod or Deprel.Compound or Deprel.Flat or Deprel.Goeswith or Deprel.NmodDesc => true,
        Deprel.NmodPoss => word.Upos is Upos.Pron or Upos.Det,
        Deprel.Advmod or Deprel.Punct or Deprel.Nmod => word.Head > at && word.Head - at <= 2 && word.Relation != Deprel.Nmod,
        _ => false,
    };

    private void Write(int i, int count, Span<int> rows)
    {
        ref readonly Word word = ref _words[i];
        ref readonly Word phrase = ref _words[word.Phrase];
        ref readonly Word above = ref _words[phrase.Above];
        Word border = default;
        ref readonly Word back = ref i > 0 ? ref _words[i - 1] : ref border;
        ref readonly Word back2 = ref i > 1 ? ref _words[i - 2] : ref border;
        ref readonly Word next = ref i + 1 < count ? ref _words[i + 1] : ref border;
        ref readonly Word next2 = ref i + 2 < count ? ref _words[i + 2] : ref border;
        ref readonly Word governor = ref phrase.Head >= 0 ? ref _words[phrase.Head] : ref border;
        ref readonly Word aboveGovernor = ref above.Head >= 0 ? ref _words[above.Head] : ref border;

        ulong xpos = (ulong)word.Xpos + 1, backXpos = i > 0 ? (ulong)back.Xpos + 1 : Border, nextXpos = i + 1 < count ? (ulong)next.Xpos + 1 : Border;
        ulong backForm = i > 0 ? back.Form : Border, nextForm = i + 1 < count ? next.Form : Border;
        ulong inPhrase = (i == phrase.Left ? 1u : 0) | (i == phrase.Right ? 2u : 0) | (i == word.Phrase ? 4u : 0);
        ulong inWide = (i == phrase.PhraseLeft ? 1u : 0) | (i == phrase.PhraseRight ? 2u : 0) | (i < word.Phrase ? 4u : 0) | (i > word.Phrase ? 8u : 0);
        ulong inAbove = (i == above.PhraseLeft ? 1u : 0) | (i == above.PhraseRight ? 2u : 0) | (phrase.Above == word.Phrase ? 4u : 0);
        ulong relation = (ulong)phrase.Relation + 1;
        ulong size = (ulong)Math.Min(4, phrase.Right - phrase.Left);
        ulong name = (ulong)word.Name, phraseName = (ulong)phrase.Name;

        var to = new Sink(rows);
        to.Add(1);
        to.Add(word.Form);
        to.Add(word.Lemma);
        to.Add(word.Lemma, xpos);
        to.Add(word.Shape);
        to.Add(word.Prefix);
        to.Add(word.Suffix);
        to.Add(word.Suffix4, word.Capital ? 1u : 0);
        to.Add(xpos);
        to.Add((ulong)word.Upos, (ulong)word.Relation);
        to.Add(backForm);
        to.Add(nextForm);
        to.Add(i > 1 ? back2.Form : Border);
        to.Add(i + 2 < count ? next2.Form : Border);
        to.Add(back.Lemma, word.Lemma);
        to.Add(word.Lemma, next.Lemma);
        to.Add(back.Shape, word.Shape);
        to.Add(word.Shape, next.Shape);
        to.Add(back.Shape, word.Shape, next.Shape);
        to.Add(backXpos);
        to.Add(nextXpos);
        to.Add(backXpos, xpos);
        to.Add(xpos, nextXpos);
        to.Add(backXpos, xpos, nextXpos);
        to.Add(i > 1 ? (ulong)back2.Xpos + 1 : Border, backXpos);
        to.Add(nextXpos, i + 2 < count ? (ulong)next2.Xpos + 1 : Border);
        to.Add(back.Shape, next.Shape);
        to.Add(i == 0 ? 1u : 0, word.Shape);
        to.Add(backForm, nextForm);
        to.Add(backForm, xpos);
        to.Add(nextForm, xpos);

        // The noun phrase.
        to.Add(inPhrase, size);
        to.Add(inPhrase, inWide);
        to.Add(inPhrase, inWide, inAbove);
        to.Add(phrase.Lemma);
        to.Add(phrase.Lemma, inPhrase);
        to.Add(phrase.Lemma, inWide);
        to.Add(phrase.Suffix, (ulong)phrase.Upos);
        to.Add((ulong)phrase.Xpos, inPhrase);
        to.Add((ulong)phrase.Xpos, relation, inPhrase);
        to.Add(relation, inPhrase);
        to.Add(governor.Lemma, relation);
        to.Add(governor.Lemma, relation, inPhrase);
        to.Add((ulong)governor.Upos, relation, inPhrase);
        to.Add(phrase.Lemma, relation);
        to.Add(phrase.Case);
        to.Add(phrase.Case, inPhrase);
        to.Add(phrase.Case, phrase.Lemma);
        to.Add(phrase.Case, (ulong)phrase.Xpos, word.Shape);
        to.Add(phrase.Determiner, inPhrase);
        to.Add(phrase.Determiner, phrase.Lemma);
        to.Add(phrase.Determiner, (ulong)phrase.Xpos, inPhrase);
        to.Add(phrase.Counted ? 1u : 0, inPhrase);
        to.Add(phrase.Complement, phrase.Lemma);
        to.Add(above.Lemma, inAbove);
        to.Add(above.Lemma, phrase.Lemma);
        to.Add(above.Lemma, phrase.Case, inPhrase);
        to.Add((ulong)above.Xpos, inAbove, phrase.Case);
        to.Add(aboveGovernor.Lemma, (ulong)above.Relation, inAbove);
        to.Add((ulong)above.Relation, (ulong)above.Xpos, inAbove);
        to.Add(word.Shape, phrase.Shape);
        to.Add(word.Lemma, phrase.Lemma);
        to.Add(back.Phrase == word.Phrase && i > 0 ? 1u : 0, next.Phrase == word.Phrase && i + 1 < count ? 1u : 0);

        // Known names.
        to.Add(name);
        to.Add(name, (ulong)back.Name, (ulong)next.Name);
        to.Add(phraseName, inPhrase);
        to.Add(name, inPhrase, relation);
        to.Add(name, phrase.Lemma);
        to.Add(name, phrase.Case);
        to.Add(name, backForm);
        to.Add(name, nextForm);
        to.Add(name, xpos);
        to.Add((ulong)above.Name, inAbove);
        to.Add(name, governor.Lemma, relation);
        to.Add(name, (ulong)phrase.Xpos, inPhrase);
        to.Add((ulong)phrase.Complement, inWide);
    }

    private static ulong Lower(ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
        }

        return hash;
    }

    /// <summary>Runs of capitals, small letters, digits and signs.</summary>
    private static ulong Shape(ReadOnlySpan<char> form)
    {
        ulong shape = 1, last = 0;
        int length = 0;
        foreach (char c in form)
        {
            ulong kind = char.IsUpper(c) ? 1u : char.IsLetter(c) ? 2u : char.IsDigit(c) ? 3u : c is '.' ? 4u : c is '-' ? 5u : c is '\'' or '’' ? 6u : 7u;
            if (kind != last || length == 1)
            {
                shape = (shape * 8) + kind;
            }

            length = kind == last ? length + 1 : 1;
            last = kind;
        }

        return shape;
    }

    private struct Word
    {
        public ulong Form;
        public ulong Lemma;
        public ulong Shape;
        public ulong Prefix;
        public ulong Suffix;
        public ulong Suffix4;
        public ulong Case;
        public ulong Determiner;
        public ulong Complement;
        public bool Capital;
        public bool Counted;
        public Upos Upos;
        public Xpos Xpos;
        public Deprel Relation;
        public int Head;
        public int Phrase;
        public int Above;
        public int Left;
        public int Right;
        public int PhraseLeft;
        public int PhraseRight;
        public int Name;
    }

    /// <summary>Numbers the features as they come and hashes each with its number.</summary>
    private ref struct Sink(Span<int> rows)
    {
        private readonly Span<int> _rows = rows;
        private int _slot;

        public void Add(ulong a) => Put(a * 0x9E3779B97F4A7C15);

        public void Add(ulong a, ulong b) => Put((a * 0x9E3779B97F4A7C15) ^ ((b + 0x632BE59BD9B4E019) * 0xC2B2AE3D27D4EB4F));

        public void Add(ulong a, ulong b, ulong c) =>
            Put((a * 0x9E3779B97F4A7C15) ^ ((b + 0x632BE59BD9B4E019) * 0xC2B2AE3D27D4EB4F) ^ ((c + 0x2545F4914F6CDD1D) * 0x165667B19E3779F9));

        private void Put(ulong hash)
        {
            hash = (hash ^ (hash >> 29) ^ ((ulong)(_slot + 1) * 0xD6E8FEB86659FD93)) * 0xBF58476D1CE4E5B9;
            hash ^= hash >> 32;
            hash *= 0x94D049BB133111EB;
            _rows[_slot++] = (int)(hash >> (64 - RowBits));
        }
    }
}
