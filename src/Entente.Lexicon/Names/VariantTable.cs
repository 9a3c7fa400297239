using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Names;

/// <summary>Names by the skeleton of their sounds, for spellings that no list has.</summary>
internal sealed class VariantTable
{
    /// <summary>Shorter names are too much like others.</summary>
    public const int FewestLetters = 6;

    private readonly LexiconImage _image;
    private readonly KeyTable _keys;

    internal VariantTable(LexiconImage image)
    {
        _image = image;
        _keys = new KeyTable(image, Section.VariantKeys);
    }

    /// <summary>How alike a guess has to be: one word alone must all but sound the same, several may differ in a vowel or two.</summary>
    public static double Threshold(NameCandidate guess) => Spelling.Sound(guess.Name).Contains(' ') ? 0.92 : 0.97;

    /// <summary>All names that share the consonants, in no order.</summary>
    public IEnumerable<NameCandidate> Candidates(string name)
    {
        if (Spelling.Letters(name) < FewestLetters)
        {
            yield break;
        }

        string sound = Spelling.Sound(name);
        if (!_keys.TryGet(WordKey.Of(Spelling.Skeleton(sound)), out int index))
        {
            yield break;
        }

        ImageReader reader = _image.Reader(Section.Variants, index);
        for (int left = reader.Int(); left > 0; left--)
        {
            string known = reader.Text();
            var sense = new NameSense((SenseKind)reader.Int(), reader.Int(), IsCommonWord: false, reader.Bool());
            string other = Spelling.Sound(known);
            if (sound.AsSpan().Count(' ') != other.AsSpan().Count(' '))
            {
                continue;
            }

            double likeness = Spelling.Likeness(sound, other);
            yield return new NameCandidate(known, sense, Math.Round(string.Equals(known, name, StringComparison.Ordinal) ? 1 : likeness * 0.99, 3));
        }
    }
}
