using System.Collections.Frozen;

namespace Entente.Language.Tokens;

/// <summary>Cuts English text into syntactic words as the treebanks EWT and GUM do.</summary>
/// <remarks>
/// Contractions and possessives are multiword tokens (do|n't, Iran|'s); compounds are cut at hyphens (so|-|called) save after prefixes
/// (anti-war); numbers, times, dates, addresses and abbreviations stay whole. Any UTF-16 is taken: time is linear, nothing is refused,
/// and every code unit that is no blank, control or invisible character belongs to exactly one word.
/// </remarks>
public static class Tokenizer
{
    private const int LongestLocalPart = 64;
    private const int LongestAffix = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = Set(
        "non e re anti co mid pro pre cross post over multi ex counter semi sub mini neo socio psycho ultra inter intra micro macro arch un trans under extra infra hyper super quasi bi tri");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Set(
        "mm cm m km kg g mg k bn mn b tn t pm am ft mph kph kmh km/h GB MB KB TB gb mb kb MW GW kW kV Hz MHz GHz K M MM B AM PM x pp ml l ha min hr hrs lb lbs oz sq mi yr yrs nm kt kts kB");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions = Set(
        "com org net edu gov mil int info biz uk us eu ru cn de fr il ir ua jp in au ca ch nl se no pl tr sa ae eg pk za br mx kr tw hk sg io co tv me "
        + "doc docx xls xlsx ppt pptx pdf txt htm html php asp zip exe jpg jpeg png gif csv xml mp3 mp4");

    /// <summary>Contractions without an apostrophe, with the length of their second word.</summary>
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Contractions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["cannot"] = 3, ["gonna"] = 2, ["wanna"] = 2, ["gotta"] = 2, ["outta"] = 2, ["dont"] = 2, ["didnt"] = 2, ["doesnt"] = 2, ["cant"] = 2, ["wont"] = 2,
        ["couldnt"] = 2, ["wouldnt"] = 2, ["shouldnt"] = 2, ["isnt"] = 2, ["arent"] = 2, ["wasnt"] = 2, ["werent"] = 2, ["hasnt"] = 2, ["havent"] = 2, ["hadnt"] = 2,
        ["aint"] = 2, ["im"] = 1, ["ive"] = 2, ["youre"] = 2, ["youve"] = 2, ["youll"] = 2, ["theyre"] = 2, ["theyve"] = 2, ["thats"] = 1, ["whats"] = 1, ["theres"] = 1,
        ["heres"] = 1, ["hes"] = 1, ["shes"] = 1,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds the words of a text.</summary>
    /// <param name="text">Any text, also without any word.</param>
    /// <param name="into">Is emptied and filled; its room is kept from call to call.</param>
    public static void Tokenize(string text, TokenLayer into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        new Scan(text, into).Run();
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or '´' or '‘';

    private static bool IsHyphen(char c) => c is '-' or '‐' or '\u2011';

    /// <summary>One pass over a text, stretch by stretch between blanks. All looking ahead is bounded, or done once for a stretch.</summary>
    private ref struct Scan(string source, TokenLayer tokens)
    {
        private readonly ReadOnlySpan<char> _text = source;
        private readonly TokenLayer _tokens = tokens;

        private int _start; // of the stretch
        private int _end;
        private int _address; // the next "://" or "www." or '@' of the stretch, or its end
        private bool _quoted; // whether a single quotation mark is open in this paragraph

        public void Run()
        {
            int at = 0;
            while (at < _text.Length)
            {
                if (CharKinds.Of(_text[at]) == CharKind.Gap)
                {
                    if (_text[at] == '\n')
                    {
                        _quoted = false;
                    }

                    at++;
                    continue;
                }

                int end = at + 1;
                while (end < _text.Length && CharKinds.Of(_text[end]) != CharKind.Gap)
                {
                    end++;
                }

                (_start, _end, _address) = (at, end, -1);
                while (at < end)
                {
                    at = CharKinds.Of(_text[at]) switch
                    {
                        CharKind.Letter => Word(at),
                        CharKind.Digit => Number(at),
                        _ => Sign(at),
                    };
                }
            }
        }

        private readonly char At(int index) => index < _end ? _text[index] : '\0';

        private readonly bool IsLetter(int index) => index < _end && CharKinds.Of(_text[index]) == CharKind.Letter;

        private readonly bool IsDigit(int index) => index < _end && CharKinds.Of(_text[index]) == CharKind.Digit;

        private readonly bool IsWordPart(int index) => IsLetter(index) || IsDigit(index);

        private readonly int Letters(int from)
        {
            while (IsLetter(from))
            {
                from++;
            }

            return from;
        }

        private readonly int Digits(int from)
        {
            while (IsDigit(from))
            {
                from++;
            }

            return from;
        }

        private readonly int Add(int start, int end)
        {
            _tokens.Add(start, end, continues: false);
            return end;
        }

        private int Word(int start)
        {
            if (TryAddress(start, out int end) || TryDottedLetters(start, out end))
            {
                return end;
            }

            end = Letters(start);
            if (end == _end)
            {
                return Finish(start, end);
            }

            while (end < _end)
            {
                char c = _text[end];
                if (IsWordPart(end))
                {
                    end++;
                }
                else if (IsApostrophe(c) && IsLetter(end + 1))
                {
                    int next = end + 1;
                    while (IsWordPart(next))
                    {
                        next++;
                    }

                    if (c is '‘' or '`' && !_text[(end + 1)..next].Equals("s", StringComparison.OrdinalIgnoreCase))
                    {
                        break;
                    }

                    end = next;
                }
                else if (c == '*' && IsLetter(end + 1) && IsLetter(end - 1))
                {
                    end++;
                }
                else if (c == '&' && char.IsUpper(_text[end - 1]) && char.IsUpper(At(end + 1)) && end - start <= 3)
                {
                    end++; // AT&T
                }
                else if (c == '.' && IsWordPart(end + 1) && IsDotted(end + 1))
                {
                    end++; // name.doc, example.org
                }
                else
                {
                    break;
                }
            }

            if (IsHyphen(At(end)) && end - start <= LongestAffix)
            {
                int hyphen = end;
                if (IsWordPart(hyphen + 1) && IsPrefix(start, hyphen))
                {
                    int rest = hyphen + 1;
                    while (IsWordPart(rest))
                    {
                        rest++;
                    }

                    if (IsApostrophe(At(rest)) && IsLetter(rest + 1))
                    {
                        rest = Letters(rest + 1);
                    }

                    return Finish(start, rest);
                }

                if (hyphen + 1 == _end && end - start <= 2 && start == _start && !char.IsUpper(_text[end - 1]))
                {
                    return Add(start, hyphen + 1); // a broken-off word: "th-"
                }
            }

            if (At(end) == '/' && end - start == 1 && _text[start] is 'w' or 'W')
            {
                int rest = Letters(end + 1);
                if (rest == end + 1 || _text[(end + 1)..rest] is "o" or "out")
                {
                    return Add(start, rest);
                }
            }

            return Finish(start, end);
        }

        /// <summary>Whether the part after an inner full stop makes it a file or host name: a known ending, or another inner stop after it.</summary>
        private readonly bool IsDotted(int from)
        {
            int end = from;
            while (end < _end && end - from < 40 && (IsWordPart(end) || _text[end] is '.' or '-'))
            {
                end++;
            }

            ReadOnlySpan<char> rest = _text[from..end].TrimEnd('.');
            int dot = rest.LastIndexOf('.');
            ReadOnlySpan<char> ending = rest[(dot + 1)..];
            if (Extensions.Contains(ending) || (dot > 1 && rest.IndexOfAnyInRange('A', 'Z') < 0))
            {
                return ending.Length > 0;
            }

            Span<char> lower = stackalloc char[4];
            return ending.Length is >= 2 and <= 4 && char.IsUpper(ending[0]) && char.IsUpper(ending[^1])
                && ending.ToLowerInvariant(lower) == ending.Length && Extensions.Contains(lower[..ending.Length]);
        }

        private readonly bool IsPrefix(int start, int hyphen)
        {
            Span<char> lower = stackalloc char[LongestAffix];
            int length = _text[start..hyphen].ToLowerInvariant(lower);
            return length > 0 && Prefixes.Contains(lower[..length]);
        }

        /// <summary>U.S., a.m., J., Ph.D.: letters with a full stop after each.</summary>
        private bool TryDottedLetters(int start, out int end)
        {
            end = start + 1;
            if (At(end) != '.')
            {
                if (At(end) == 'h' && At(end + 1) == '.' && At(end + 2) == 'D' && _text[start] == 'P')
                {
                    end = Add(start, At(end + 3) == '.' ? end + 4 : end + 3);
                    return true;
                }

                return false;
            }

            int letters = 1;
            end++;
            while (IsLetter(end) && letters < 8)
            {
                if (At(end + 1) == '.')
                {
                    letters++;
                    end += 2;
                }
                else if (!IsWordPart(end + 1) && letters > 0 && char.IsUpper(_text[end]) == char.IsUpper(_text[start]))
                {
                    letters++;
                    end++; // U.S without its last stop
                    break;
                }
                else
                {
                    break;
                }
            }

            if (letters == 1)
            {
                if (At(end) == '.' || !IsInitial(start, end))
                {
                    return false;
                }
            }
            else if (_text[end - 1] == '.' && At(end) == '.')
            {
                end--; // "in the U.S..." keeps its dots for the ellipsis
            }
            else if (_text[end - 1] == '.' && Abbreviations.YieldsAtEnd(_text[start..(end - 1)]) && EndsSentence(end))
            {
                end--;
            }

            Add(start, end);
            return true;
        }

        /// <summary>Whether a single letter with a full stop is part of a name ("J. K. Rowling"), not the end of a sentence ("Plan B.").</summary>
        private readonly bool IsInitial(int start, int end)
        {
            char letter = _text[start];
            if (IsLetter(end))
            {
                return char.IsUpper(letter) && char.IsUpper(_text[end]); // J.Smith
            }

            if (end < _end)
            {
                return char.IsUpper(letter) && letter != 'I' && _text[end] is ',' or '-' or ')';
            }

            int next = NextWord(end, out bool sameParagraph);
            if (next < 0 || !sameParagraph)
            {
                return false;
            }

            if (!char.IsUpper(letter))
            {
                return letter is 'c' or 'p' or 'd' or 'b' && CharKinds.Of(_text[next]) == CharKind.Digit; // c. 1890, p. 5
            }

            if (!char.IsUpper(_text[next]))
            {
                return letter != 'I' && CharKinds.Of(_text[next]) == CharKind.Letter;
            }

            if (_tokens.Count == 0 || start != _start)
            {
                return true;
            }

            // "George W. Bush" and "India's S. Jaishankar"; a word that mostly opens sentences shows that one ended: "plan B. The".
            return letter != 'I' && !IsCommonOpening(next);
        }

        /// <summary>Whether a word that mostly opens sentences starts here.</summary>
        private readonly bool IsCommonOpening(int at)
        {
            int end = at;
            while (end < _text.Length && CharKinds.Of(_text[end]) == CharKind.Letter)
            {
                end++;
            }

            return Abbreviations.OpensSentence(_text[at..end]);
        }

        private readonly int NextWord(int from, out bool sameParagraph)
        {
            int lines = 0;
            int limit = Math.Min(_text.Length, from + 40);
            while (from < limit && CharKinds.Of(_text[from]) == CharKind.Gap)
            {
                lines += _text[from] == '\n' ? 1 : 0;
                from++;
            }

            sameParagraph = lines < 2;
            return from < limit ? from : -1;
        }

        private readonly bool EndsSentence(int end)
        {
            if (end < _end)
            {
                return _text[end] is '"' or '”' or '’' or '\'' && end + 1 == _end && EndsSentence(end + 1);
            }

            int next = NextWord(end, out bool sameParagraph);
            return next < 0 || !sameParagraph || (char.IsUpper(_text[next]) && IsCommonOpening(next));
        }

        /// <summary>Adds a word without hyphens: parts a contraction, keeps the full stop of an abbreviation.</summary>
        private readonly int Finish(int start, int end)
        {
            if (At(end) == '.' && At(end + 1) != '.' && !IsLetter(end + 1) && end - start <= LongestAffix)
            {
                ReadOnlySpan<char> word = _text[start..end];
                if (Abbreviations.IsTitle(word) || Abbreviations.IsOther(word)
                    || (Abbreviations.YieldsAtEnd(word) && !EndsSentence(end + 1))
                    || (word is "No" or "Nos" or "no" or "nos" or "Sat" or "Sun" or "para" && DigitFollows(end + 1)))
                {
                    return Add(start, end + 1);
                }
            }

            Part(start, end);
            if (end - start > 1 && _text[end - 1] is 's' or 'S' && At(end) is '\'' or '’' && !_quoted && !IsWordPart(end + 1) && IsLetter(end - 1))
            {
                _tokens.Add(end, end + 1, continues: true); // the workers' party
                return end + 1;
            }

            return end;
        }

        private readonly bool DigitFollows(int from)
        {
            int next = NextWord(from, out _);
            return next >= 0 && (CharKinds.Of(_text[next]) == CharKind.Digit);
        }

        /// <summary>Adds the words of one surface token without blanks or punctuation around it.</summary>
        private readonly void Part(int start, int end)
        {
            int cut = Cut(start, end);
            if (cut > start)
            {
                // "wouldn't've" has two.
                int inner = Cut(start, cut);
                if (inner > start && IsApostrophe(_text[inner]) | IsApostrophe(_text[cut - 2]))
                {
                    _tokens.Add(start, inner, continues: false);
                    _tokens.Add(inner, cut, continues: true);
                }
                else
                {
                    _tokens.Add(start, cut, continues: false);
                }

                _tokens.Add(cut, end, continues: true);
            }
            else
            {
                _tokens.Add(start, end, continues: false);
            }
        }

        /// <summary>Where the last word of a contraction starts; -1 where the token is one word.</summary>
        private readonly int Cut(int start, int end)
        {
            int length = end - start;
            if (length < 2)
            {
                return -1;
            }

            char last = _text[end - 1];
            if (IsApostrophe(_text[end - 2]) && length > 2)
            {
                if (last is 't' or 'T')
                {
                    return length > 3 && _text[end - 3] is 'n' or 'N' ? end - 3 : -1;
                }

                bool decade = last == 's' && _text[end - 3] == '0' && IsDigit(end - 4); // the 1960's
                return last is 's' or 'S' or 'm' or 'M' or 'd' or 'D' && !decade ? end - 2 : -1;
            }

            if (length > 3 && IsApostrophe(_text[end - 3]) && _text[(end - 2)..end] is "ll" or "re" or "ve" or "LL" or "RE" or "VE")
            {
                return end - 3;
            }

            if (length <= 8 && last is 't' or 'a' or 'm' or 'e' or 's' or 'l' or 'T' or 'A' or 'M' or 'E' or 'S' or 'L' && Contractions.TryGetValue(_text[start..end], out int second)
                && !(length <= 4 && char.IsUpper(_text[end - 1]) && second == 1))
            {
                return end - second;
            }

            return -1;
        }

        private int Number(int start)
        {
            if (TryAddress(start, out int end))
            {
                return end;
            }

            end = Digits(start);
            if (At(end) is '-' or '/' or '\u2011' && IsDigit(end + 1) && TryGroups(start, out int groups))
            {
                return Add(start, groups);
            }

            while (end < _end)
            {
                char c = _text[end];
                if (c == ',' && IsDigit(end + 1) && Digits(end + 1) == end + 4 && end - start <= 20)
                {
                    end += 4;
                }
                else if (c is '.' or ':' && IsDigit(end + 1))
                {
                    end = Digits(end + 1);
                }
                else
                {
                    break;
                }
            }

            if (IsLetter(end))
            {
                int letters = Letters(end);
                ReadOnlySpan<char> suffix = _text[end..letters];
                if (suffix is "p" or "a" && At(letters) == '.' && At(letters + 1) == 'm')
                {
                    return Add(start, end); // 5p.m.
                }

                if (!IsDigit(letters) && Units.Contains(suffix))
                {
                    return Add(start, end);
                }

                while (IsWordPart(letters))
                {
                    letters++;
                }

                if (IsApostrophe(At(letters)) && At(letters + 1) == 's' && !IsWordPart(letters + 2))
                {
                    letters += 2;
                }

                Part(start, letters);
                return letters;
            }

            if (IsApostrophe(At(end)) && At(end + 1) is 's' && !IsWordPart(end + 2))
            {
                Part(start, end + 2);
                return end + 2;
            }

            return Add(start, end);
        }

        /// <summary>Telephone numbers and dates: groups of digits with strokes between them. Spans of years or pages are three words.</summary>
        private readonly bool TryGroups(int start, out int end)
        {
            Span<int> lengths = stackalloc int[6];
            int count = 0;
            end = start;
            bool hyphens = false, slashes = false;
            while (count < lengths.Length)
            {
                int next = Digits(end);
                if (next == end)
                {
                    return false;
                }

                lengths[count++] = next - end;
                end = next;
                if (!(At(end) is '-' or '/' or '\u2011' && IsDigit(end + 1)))
                {
                    break;
                }

                hyphens |= IsHyphen(_text[end]);
                slashes |= _text[end] == '/';
                end++;
            }

            if (IsLetter(end) || (IsHyphen(At(end)) && IsWordPart(end + 1)))
            {
                return false;
            }

            return count > 2 || (slashes && !hyphens && lengths[0] <= 2 && lengths[1] <= 2) || (hyphens && (lengths[0], lengths[1]) is (3, 4) or (5, 4));
        }

        private int Sign(int start)
        {
            char c = _text[start];
            int end = start + 1;
            if (c is '\'' or '’' && TryApostropheWord(start, out end))
            {
                return end;
            }

            if (c is ':' or ';' or '=' && TryEmoticon(start, out end))
            {
                return end;
            }

            end = start + 1;
            switch (c)
            {
                case '\'' or '’' or '`' or '‘':
                    if (At(end) == c)
                    {
                        return Add(start, end + 1); // ''
                    }

                    _quoted = c switch
                    {
                        '‘' => true,
                        '’' => false,
                        _ => IsWordPart(end),
                    };
                    return Add(start, end);
                case '.' or '?' or '!' or '…':
                    if (c == '.' && IsDigit(end) && (start == _start || CharKinds.Of(_text[start - 1]) == CharKind.Mark))
                    {
                        return Add(start, Digits(end)); // .265
                    }

                    while (At(end) is '.' or '?' or '!' or '…')
                    {
                        end++;
                    }

                    return Add(start, end);
                case '-' or '=' or '*' or '~' or '<' or '>' or '#' or '+' or '—' or '–':
                    while (At(end) == c)
                    {
                        end++;
                    }

                    if (end == start + 1 && c == '+' && IsDigit(end) && start == _start)
                    {
                        return Add(start, Digits(end)); // +44
                    }

                    if (end == start + 1 && c == '#' && IsLetter(end))
                    {
                        while (IsWordPart(end))
                        {
                            end++;
                        }
                    }
                    else if (c == '-' && end == start + 1 && At(end) == '>')
                    {
                        end++;
                    }

                    return Add(start, end);
                case '@' when start == _start && IsLetter(end):
                    while (IsWordPart(end))
                    {
                        end++;
                    }

                    return Add(start, end); // @name
                case '$':
                    while (At(end) == c)
                    {
                        end++;
                    }

                    return Add(start, end);
                default:
                    return Add(start, Cluster(start));
            }
        }

        /// <summary>The end of one character that the reader sees: a surrogate pair with what joins it (variation selectors, joiners, skin tones).</summary>
        private readonly int Cluster(int start)
        {
            int end = start + 1;
            if (char.IsHighSurrogate(_text[start]) && char.IsLowSurrogate(At(end)))
            {
                end++;
                if (char.IsLetterOrDigit(source, start))
                {
                    while (char.IsHighSurrogate(At(end)) && char.IsLowSurrogate(At(end + 1)) && char.IsLetterOrDigit(source, end))
                    {
                        end += 2;
                    }

                    return end;
                }
            }

            while (true)
            {
                if (At(end) is '\uFE0F' or '\uFE0E' or '\u20E3')
                {
                    end++;
                }
                else if (At(end) == '\u200D' && char.IsHighSurrogate(At(end + 1)) && char.IsLowSurrogate(At(end + 2)))
                {
                    end += 3;
                }
                else if (At(end) == '\uD83C' && At(end + 1) is >= '\uDFFB' and <= '\uDFFF')
                {
                    end += 2;
                }
                else
                {
                    return end;
                }
            }
        }

        /// <summary>Words that start with an apostrophe: 's set apart from its host, 'em, '90s.</summary>
        private readonly bool TryApostropheWord(int start, out int end)
        {
            end = start + 1;
            while (end - start < 6 && IsWordPart(end))
            {
                end++;
            }

            ReadOnlySpan<char> word = _text[(start + 1)..end];
            bool after = start > _start && CharKinds.Of(_text[start - 1]) != CharKind.Mark;
            bool known = word is "s" or "m" or "re" or "ve" or "ll" or "d" ? start == _start || after || _text[start - 1] is ')' or '.' or '"' or '”' or '%'
                : word is "em" or "til" or "cause" or "bout" or "n" or "cos" || (word.Length == 3 && char.IsAsciiDigit(word[0]) && word[2] == 's');
            if (!known || IsWordPart(end))
            {
                return false;
            }

            bool continues = word.Length <= 2 && start > _start && word is not "em" and not "n" && _tokens.Count > 0 && _tokens.Ends[_tokens.Count - 1] == start;
            _tokens.Add(start, end, continues);
            return true;
        }

        private readonly bool TryEmoticon(int start, out int end)
        {
            end = start + 1;
            if (start > _start && CharKinds.Of(_text[start - 1]) != CharKind.Mark && !(_text[start] == ':' && At(end) is ')' or '-'))
            {
                return false;
            }

            if (At(end) is '-' or '\'' or '^')
            {
                end++;
            }

            if (At(end) is not (')' or '(' or 'D' or 'P' or 'p' or 'O' or '|' or '/'))
            {
                return false;
            }

            char mouth = At(end);
            while (At(end) == mouth)
            {
                end++;
            }

            if (end < _end || start > _start && mouth is not (')' or '('))
            {
                return false;
            }

            Add(start, end);
            return true;
        }

        /// <summary>Web and mail addresses, up to punctuation at their end.</summary>
        private bool TryAddress(int start, out int end)
        {
            end = start;
            if (_address < start)
            {
                _address = NextAddress(start);
            }

            if (_address >= _end)
            {
                return false;
            }

            if (_text[_address] == '@')
            {
                return _address - start <= LongestLocalPart && TryMail(start, out end);
            }

            if (_address != start && !(_text[_address] == ':' && _address - start <= LongestAffix && Letters(start) == _address))
            {
                return false;
            }

            end = _address;
            while (end < _end && _text[end] is not ('<' or '>' or '"' or '“' or '”'))
            {
                end++;
            }

            while (end > start + 1 && _text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’' or '*')
            {
                end--;
            }

            Add(start, end);
            return true;
        }

        private readonly int NextAddress(int from)
        {
            ReadOnlySpan<char> rest = _text[from.._end];
            for (int i = 0; i < rest.Length; i++)
            {
                int next = rest[i..].IndexOfAny(':', '@', 'w');
                if (next < 0)
                {
                    break;
                }

                i += next;
                if (rest[i] == '@' || rest[i..].StartsWith("://", StringComparison.Ordinal)
                    || (rest[i..].StartsWith("www.", StringComparison.Ordinal) && (from + i == _start || !IsWordPart(from + i - 1))))
                {
                    return from + i;
                }
            }

            return _end;
        }

        private readonly bool TryMail(int start, out int end)
        {
            end = start;
            for (int i = start; i < _address; i++)
            {
                if (!IsWordPart(i) && _text[i] is not ('.' or '-' or '+' or '%' or ':'))
                {
                    return false;
                }
            }

            end = _address + 1;
            while (end < _end && (IsWordPart(end) || _text[end] is '.' or '-'))
            {
                end++;
            }

            while (_text[end - 1] is '.' or '-')
            {
                end--;
            }

            if (end <= _address + 1)
            {
                return false;
            }

            Add(start, end);
            return true;
        }
    }
}
