namespace Entente.Lexicon.Names;

/// <summary>Reads a run of tokens as the words of a name: blanks and hyphens part them, apostrophes and full stops do not.</summary>
/// <remarks>
/// The tokens of a text and the names of the lexicon go through the same reading, so that "Al-Qaeda" matches as one token or as three,
/// and "U.S." as "US". A possessive 's belongs to the word before it: "People's Republic" is a name, but "Russia" ends before its 's.
/// </remarks>
internal ref struct NameWalk
{
    private const int MostWords = 16;
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<int> _starts;
    private readonly ReadOnlySpan<int> _ends;
    private readonly int _limit;
    private int _next;
    private ulong _words = WordKey.Empty;
    private ulong _word = WordKey.Empty;
    private int _index;
    private bool _allCapitals;
    private bool _afterApostrophe;

    public NameWalk(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int first, int limit)
    {
        _text = text;
        _starts = starts;
        _ends = ends;
        _next = first;
        _limit = limit;
    }

    /// <summary>The words so far: as far as the last token goes, even if the next continues its last word.</summary>
    public readonly ulong Key => _word == WordKey.Empty ? _words : WordKey.Append(_words, _word);

    /// <summary>Bit i: word i starts with a capital.</summary>
    public ushort Capitals { get; private set; }

    /// <summary>Bit i: word i has capitals only. Of the unfinished word too.</summary>
    public readonly ushort AllCapitals => (ushort)(_finishedAllCapitals | (_word != WordKey.Empty && _allCapitals ? 1 << _index : 0));

    private ushort _finishedAllCapitals = 0;

    /// <summary>Number of words so far.</summary>
    public readonly int Words => _index + (_word == WordKey.Empty ? 0 : 1);

    /// <summary>The token after the last read.</summary>
    public readonly int Next => _next;

    /// <summary>Whether a sign ended the walk that no name has.</summary>
    public bool Broken { get; private set; }

    /// <summary>Whether the next token stands apart from the last, so that the words so far are whole.</summary>
    public readonly bool AtBoundary => _next >= _limit || !Joins(_next);

    /// <summary>Reads one token.</summary>
    /// <param name="letters">Whether it has letters or digits; a hyphen has none.</param>
    /// <returns>False at the limit, or where a sign stands that no name has; the walk is over then.</returns>
    public bool MoveNext(out bool letters)
    {
        letters = false;
        if (_next >= _limit)
        {
            return false;
        }

        if (!Joins(_next))
        {
            FinishWord();
        }

        ReadOnlySpan<char> token = _text[_starts[_next].._ends[_next]];
        _next++;
        for (int i = 0; i < token.Length; i++)
        {
            char c = token[i];
            if (char.IsLetterOrDigit(c) && !Folding.IsSilent(c))
            {
                letters = true;
                AddLetter(c);
            }
            else if (Folding.IsSilent(c))
            {
                _afterApostrophe = true;
                if (Folding.IsApostrophe(c) && i == token.Length - 2 && token[i + 1] is 's' or 'S')
                {
                    AddSign('\'');
                }
            }
            else if (Folding.IsHyphen(c))
            {
                FinishWord();
            }
            else if (c == '&')
            {
                letters = true;
                AddSign('&');
            }
            else
            {
                Broken = true;
                return false;
            }

            if (_index >= MostWords)
            {
                Broken = true;
                return false;
            }
        }

        return true;
    }

    private readonly bool Joins(int token) =>
        token > 0 && _word != WordKey.Empty && _starts[token] == _ends[token - 1] && _starts[token] < _ends[token]
        && (_afterApostrophe || Folding.IsApostrophe(_text[_starts[token]]));

    private void AddLetter(char c)
    {
        bool capital = char.IsUpper(c);
        if (_word == WordKey.Empty)
        {
            _allCapitals = true;
            if (capital || !char.IsLower(c))
            {
                Capitals |= (ushort)(1 << _index);
            }
        }

        _allCapitals &= !char.IsLower(c);
        _word = WordKey.Add(_word, Folding.Fold(c));
        if (Folding.Second(c) is not '\0' and char second)
        {
            _word = WordKey.Add(_word, second);
        }

        _afterApostrophe = false;
    }

    private void AddSign(char sign)
    {
        if (_word == WordKey.Empty)
        {
            _allCapitals = true;
            Capitals |= (ushort)(1 << _index);
        }

        _word = WordKey.Add(_word, sign);
    }

    private void FinishWord()
    {
        _afterApostrophe = false;
        if (_word == WordKey.Empty)
        {
            return;
        }

        _finishedAllCapitals = AllCapitals;
        _words = WordKey.Append(_words, _word);
        _word = WordKey.Empty;
        _index++;
    }
}
