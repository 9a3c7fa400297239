using Entente.Language.Tokens;

namespace Entente.Language.Sentences;

/// <summary>Groups the words of a text into sentences, as newswire and the treebanks EWT and GUM have them.</summary>
/// <remarks>
/// An empty line ends a sentence always; a single line end does so after a full paragraph, after a heading and before a bullet, not inside
/// wrapped text. Else a sentence ends at a full stop, question or exclamation mark, with the closing quotation marks and brackets after it,
/// where what follows can begin one.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>Most words of a sentence; a longer one is cut at the best place before that.</summary>
    public const int MaxWords = 250;

    private const int FullLine = 110;

    /// <summary>Finds the sentences of a text.</summary>
    /// <param name="text">The text that <paramref name="tokens"/> was made of.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="into">Is emptied and filled: no sentence for no word, else every word is in one of at most <see cref="MaxWords"/> words.</param>
    public static void Split(string text, TokenLayer tokens, SentenceLayer into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        new Scan(text, tokens, into).Run();
    }

    private enum Gap : byte
    {
        None,
        Blank,
        Line,
        Paragraph,
    }

    private ref struct Scan(string source, TokenLayer tokens, SentenceLayer sentences)
    {
        private readonly ReadOnlySpan<char> _text = source;
        private readonly TokenLayer _tokens = tokens;
        private readonly SentenceLayer _sentences = sentences;
        private int _first; // word of the sentence under way
        private int _blockEnd = -1; // code unit where the block of lines around the last line end stops
        private int _longestLine; // of that block

        public void Run()
        {
            int count = _tokens.Count;
            for (int i = 0; i < count; i++)
            {
                int end = i + 1;
                if (end == count)
                {
                    Close(end);
                    break;
                }

                if (_tokens.Continues[end])
                {
                    continue;
                }

                Gap gap = GapAfter(i);
                if (gap == Gap.Paragraph || (gap == Gap.Line && LineEnds(i)))
                {
                    Close(end);
                }
                else if (IsTerminator(i))
                {
                    end = WithClosers(i, out bool quoted);
                    if (end < count && _tokens.Continues[end])
                    {
                        continue;
                    }

                    if (end < count && GapAfter(end - 1) < Gap.Paragraph && Ends(i, end, quoted, GapAfter(end - 1)))
                    {
                        Close(end);
                    }

                    i = end - 1;
                    if (end < count && _first < end && GapAfter(i) is Gap.Line or Gap.Paragraph && (GapAfter(i) == Gap.Paragraph || LineEnds(i)))
                    {
                        Close(end);
                    }
                    else if (end == count)
                    {
                        Close(end);
                    }
                }
            }
        }

        private readonly ReadOnlySpan<char> Word(int index) => _text[_tokens.Starts[index].._tokens.Ends[index]];

        private readonly char FirstOf(int index) => _tokens.Starts[index] < _tokens.Ends[index] ? _text[_tokens.Starts[index]] : ' ';

        private readonly char LastOf(int index) => _tokens.Starts[index] < _tokens.Ends[index] ? _text[_tokens.Ends[index] - 1] : ' ';

        private readonly Gap GapAfter(int index)
        {
            int from = _tokens.Ends[index], to = _tokens.Starts[index + 1];
            if (from == to)
            {
                return Gap.None;
            }

            int lines = 0;
            foreach (char c in _text[from..to])
            {
                if (c is '\n' or '\u2028' or '\u0085')
                {
                    lines++;
                }
                else if (c == '\u2029')
                {
                    lines += 2;
                }
            }

            return lines switch { 0 => Gap.Blank, 1 => Gap.Line, _ => Gap.Paragraph };
        }

        /// <summary>Whether the single line end after a word ends its sentence too.</summary>
        private bool LineEnds(int index)
        {
            char next = FirstOf(index + 1);
            if (IsBullet(index + 1) || IsByline(index + 1))
            {
                return true;
            }

            if (char.IsLower(next) || LastOf(index) is ',' or '-' or ';' or '–' or '—' or '(')
            {
                return false;
            }

            int breakAt = _tokens.Ends[index] + _text[_tokens.Ends[index]..].IndexOfAny('\n', '\u2028', '\u0085');
            int length = breakAt - (_text[..breakAt].LastIndexOfAny('\n', '\u2028', '\u2029') + 1);
            MeasureBlock(breakAt);
            if (_longestLine > FullLine)
            {
                return true; // lines are paragraphs here
            }

            if (LastOf(index) is '.' or '?' or '!' or '…' or ':' or '”' or '"')
            {
                return true;
            }

            // A line that is much shorter than its neighbours was ended by hand: a heading, a signature, an item of a list.
            return length * 10 < _longestLine * 7 || _longestLine < 40;
        }

        /// <summary>The longest line of the lines around a line end, up to empty lines.</summary>
        private void MeasureBlock(int breakAt)
        {
            if (breakAt < _blockEnd)
            {
                return;
            }

            int start = breakAt;
            while (start > 0 && !(_text[start - 1] == '\n' && start >= 2 && _text[start - 2] is '\n' or '\r' && IsEmptyLine(start - 1)))
            {
                start--;
                if (breakAt - start > 4 * FullLine)
                {
                    break;
                }
            }

            _longestLine = 0;
            int line = start, at = start;
            for (; at < _text.Length; at++)
            {
                if (_text[at] == '\n')
                {
                    if (at - line == 0 || (at - line == 1 && _text[line] == '\r'))
                    {
                        if (at > breakAt)
                        {
                            break;
                        }
                    }

                    _longestLine = Math.Max(_longestLine, at - line);
                    line = at + 1;
                }
            }

            _longestLine = Math.Max(_longestLine, at - line);
            _blockEnd = at;
        }

        private readonly bool IsEmptyLine(int lineFeed)
        {
            int at = lineFeed - 1;
            if (at >= 0 && _text[at] == '\r')
            {
                at--;
            }

            return at >= 0 && _text[at] == '\n';
        }

        private readonly bool IsBullet(int index)
        {
            ReadOnlySpan<char> word = Word(index);
            if (word.Length == 0)
            {
                return false;
            }

            if (word[0] is '•' or '·' or '▪' or '●' or '◦' or '■' or '►' or '*' or '§')
            {
                return true;
            }

            if (index + 1 >= _tokens.Count)
            {
                return false;
            }

            // "1. ", "(a) ", "- Item"
            bool gap = _tokens.Starts[index + 1] > _tokens.Ends[index];
            return word is "-" or "–" or "—" && gap && char.IsUpper(FirstOf(index + 1))
                || (word.Length <= 2 && char.IsAsciiDigit(word[0]) && Word(index + 1) is "." or ")" && !gap)
                || (word is "(" && index + 2 < _tokens.Count && Word(index + 2) is ")" && _tokens.Ends[index + 1] - _tokens.Starts[index + 1] <= 3);
        }

        /// <summary>"By Ann Smith", "By our correspondent" on a line of its own: whoever wrote the article is no part of its headline.</summary>
        private readonly bool IsByline(int index) => Word(index) is "By" or "BY" && index + 1 < _tokens.Count;

        private readonly bool IsTerminator(int index) => LastOf(index) is '.' or '?' or '!' or '…' or '。' or '؟' or '۔' or '।';

        /// <summary>The word after the terminators and closing marks that follow word <paramref name="index"/>.</summary>
        private readonly int WithClosers(int index, out bool quoted)
        {
            quoted = false;
            int end = index + 1;
            while (end < _tokens.Count && end - index < 12)
            {
                ReadOnlySpan<char> word = Word(end);
                if (word.Length == 0)
                {
                    break;
                }

                Gap gap = GapAfter(end - 1);
                bool closes = word is "”" or "’" or ")" or "]" or "}" or "»" or "''" or "’’" && gap < Gap.Line
                    || (word is "\"" or "'" && (gap == Gap.None || (gap == Gap.Blank && IsOpen(end) && (end + 1 == _tokens.Count || GapAfter(end) != Gap.None))));
                if (closes)
                {
                    quoted |= word is not (")" or "]" or "}");
                }
                else if (gap < Gap.Line && IsNoteMark(end, gap, out int after))
                {
                    end = after - 1;
                }
                else if (!(gap < Gap.Line && word[0] is '.' or '?' or '!' or '…' && IsOnlyTerminators(word)))
                {
                    break;
                }

                end++;
            }

            return end;
        }

        /// <summary>The number of a note set against the end of a sentence: "so. [6]", "so.4".</summary>
        private readonly bool IsNoteMark(int index, Gap gap, out int after)
        {
            bool bracket = Word(index) is "[";
            int number = bracket ? index + 1 : index;
            after = bracket ? index + 3 : index + 1;
            return (bracket || gap == Gap.None) && number < _tokens.Count && Word(number).Length <= 3 && Word(number).IndexOfAnyExceptInRange('0', '9') < 0
                && (!bracket || (after <= _tokens.Count && Word(index + 2) is "]")) && (after == _tokens.Count || GapAfter(after - 1) != Gap.None || Word(after) is "[");
        }

        private static bool IsOnlyTerminators(ReadOnlySpan<char> word) => word.IndexOfAnyExcept(".?!…") < 0;

        /// <summary>Whether a straight quotation mark is open in this sentence before word <paramref name="index"/>.</summary>
        private readonly bool IsOpen(int index)
        {
            bool open = false;
            ReadOnlySpan<char> mark = Word(index);
            for (int i = Math.Max(_first, index - MaxWords); i < index; i++)
            {
                open ^= Word(i).SequenceEqual(mark);
            }

            return open;
        }

        /// <summary>Whether the sentence ends before word <paramref name="end"/>, after terminator <paramref name="at"/> and its closing marks.</summary>
        private readonly bool Ends(int at, int end, bool quoted, Gap gap)
        {
            ReadOnlySpan<char> mark = Word(at);
            int next = end;
            char first = FirstOf(next);
            if (first is '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or '`' && next + 1 < _tokens.Count)
            {
                first = FirstOf(next + 1);
                if (first is '"' or '“' or '‘' or '\'' or '(' or '[' && next + 2 < _tokens.Count)
                {
                    first = FirstOf(next + 2);
                }
            }

            if (IsListNumber(at))
            {
                return false;
            }

            bool only = IsOnlyTerminators(mark);
            if (!only)
            {
                return EndsAbbreviation(at, next, quoted, first);
            }

            if (FirstOf(next) is ',' or ';' or ':' or ')' or ']' or '-' or '–' or '—' && !(FirstOf(next) is '-' or '–' or '—' && gap != Gap.None && next + 1 < _tokens.Count && char.IsUpper(FirstOf(next + 1)) && !quoted && end == at + 1 && mark is "."))
            {
                return false;
            }

            if (char.IsLower(first))
            {
                // Web text may start sentences in lower case; after a quotation they belong to it: "No!" he said.
                return !quoted && gap != Gap.None && mark is not ("..." or "…" or "..") && end == at + 1 && !InBrackets(at);
            }

            if (gap == Gap.None && !quoted && end == at + 1)
            {
                return mark is not "." || char.IsUpper(first);
            }

            if (mark is "..." or "…" or ".." or "....")
            {
                return char.IsUpper(first) && Word(next) is not ("I") || quoted || mark is "....";
            }

            return !InBrackets(at) || end > at + 1;
        }

        /// <summary>Whether an abbreviation ends its sentence: only before a word that mostly opens one.</summary>
        private readonly bool EndsAbbreviation(int at, int next, bool quoted, char first)
        {
            ReadOnlySpan<char> word = Word(at)[..^1];
            if (word.IsEmpty || CharKinds.Of(word[0]) == CharKind.Mark || LastOf(at) != '.')
            {
                return LastOf(at) != '.' && char.IsUpper(first);
            }

            if (quoted && char.IsUpper(first))
            {
                return true;
            }

            if (Abbreviations.IsTitle(word) || word.Length == 1)
            {
                return false;
            }

            return Abbreviations.OpensSentence(Word(next)) || (FirstOf(next) is '"' or '“' && char.IsUpper(first) && Word(next).Length == 1 && next + 1 < _tokens.Count && Abbreviations.OpensSentence(Word(next + 1)));
        }

        /// <summary>"1." or "a." at the beginning of a sentence.</summary>
        private readonly bool IsListNumber(int at)
        {
            if (at != _first + 1 || Word(at) is not "." || _tokens.Starts[at] != _tokens.Ends[_first])
            {
                return false;
            }

            ReadOnlySpan<char> word = Word(_first);
            return word.Length <= 3 && (char.IsAsciiDigit(word[0]) || word.Length == 1 || word is "II" or "III" or "IV" or "VI" or "VII" or "IX");
        }

        /// <summary>Whether a bracket opened in this sentence is still open at a word.</summary>
        private readonly bool InBrackets(int at)
        {
            int depth = 0;
            for (int i = Math.Max(_first, at - 60); i < at; i++)
            {
                char c = FirstOf(i);
                depth += c is '(' or '[' ? 1 : c is ')' or ']' && depth > 0 ? -1 : 0;
            }

            return depth > 0;
        }

        /// <summary>Ends the sentence under way before word <paramref name="end"/>, and cuts it where it is too long.</summary>
        private void Close(int end)
        {
            while (end - _first > MaxWords)
            {
                int cut = BestCut(_first, _first + MaxWords);
                _sentences.Add(cut);
                _first = cut;
            }

            if (end > _first)
            {
                _sentences.Add(end);
                _first = end;
            }
        }

        /// <summary>The last of the best places to cut: after a semicolon or colon or dash, after a comma, else between two tokens.</summary>
        private readonly int BestCut(int first, int limit)
        {
            int best = -1, bestRank = -1;
            for (int cut = limit; cut > first + (MaxWords / 2); cut--)
            {
                if (_tokens.Continues[cut])
                {
                    continue;
                }

                int rank = Word(cut - 1) switch
                {
                    "." or "?" or "!" => 4,
                    ";" or "—" or "--" or "|" or "•" => 3,
                    ":" or ")" => 2,
                    "," => 1,
                    _ => 0,
                };
                if (rank > bestRank)
                {
                    (best, bestRank) = (cut, rank);
                }
            }

            return best > 0 ? best : limit;
        }
    }
}
