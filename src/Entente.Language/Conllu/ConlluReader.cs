using System.Globalization;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Language.Conllu;

/// <summary>Reads CoNLL-U (universaldependencies.org/format.html), sentence by sentence.</summary>
public static class ConlluReader
{
    /// <summary>The sentences of a file, in file order.</summary>
    /// <remarks>Lazy: one sentence is in memory at a time. A last sentence without a blank line after it counts too.</remarks>
    /// <param name="input">The file's text; the caller owns and disposes it.</param>
    /// <param name="fileName">The file as the user named it, for messages.</param>
    /// <exception cref="ConlluException">While enumerating: a line breaks the format.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader input, string fileName)
    {
        var builder = new Builder(fileName);
        int number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (builder.Close() is { } sentence)
                {
                    yield return sentence;
                }
            }
            else
            {
                builder.Add(line, number);
            }
        }

        if (builder.Close() is { } last)
        {
            yield return last;
        }
    }

    private sealed class Builder(string file)
    {
        private readonly List<ConlluWord> _words = [];
        private readonly List<int> _lines = [];
        private readonly List<ConlluMultiword> _multiwords = [];
        private readonly List<string> _comments = [];
        private string? _id;
        private string? _docId;
        private string? _text;
        private bool _startsDocument;
        private int _firstLine;
        private int _lastLine;

        public void Add(string line, int number)
        {
            _firstLine = _firstLine == 0 ? number : _firstLine;
            _lastLine = number;
            if (line[0] == '#' && _words.Count == 0)
            {
                AddComment(line);
                return;
            }

            string[] columns = line.Split('\t');
            if (columns.Length != 10)
            {
                throw Bad($"the line has {columns.Length} columns, not 10", "separate ten columns by single tabs and sentences by an empty line", number);
            }

            if (columns[0].Contains('.', StringComparison.Ordinal))
            {
                return; // an empty node of the enhanced graph
            }

            int dash = columns[0].IndexOf('-', StringComparison.Ordinal);
            if (dash >= 0)
            {
                AddMultiword(columns, dash, number);
            }
            else
            {
                AddWord(columns, number);
            }
        }

        public ConlluSentence? Close()
        {
            if (_words.Count == 0)
            {
                if (_multiwords.Count > 0)
                {
                    throw Bad("a multiword token without its words", "give each word of the range a line of its own", _lastLine);
                }

                // Comments alone, such as a "# newdoc" with an empty line after it, belong to the sentence that follows.
                return null;
            }

            if (_multiwords.Count > 0 && _multiwords[^1].End > _words.Count)
            {
                throw Bad(
                    $"the multiword token '{_multiwords[^1].Form}' ends at word {_multiwords[^1].End}, the sentence at {_words.Count}",
                    "end the range at a word of its sentence", _lastLine);
            }

            for (int i = 0; i < _words.Count; i++)
            {
                if (_words[i].Head >= _words.Count)
                {
                    throw Bad($"HEAD {_words[i].Head + 1} of '{_words[i].Form}' lies outside its sentence", $"give a number from 0 to {_words.Count}", _lines[i]);
                }
            }

            foreach (ConlluMultiword token in _multiwords)
            {
                for (int i = token.First; i < token.End; i++)
                {
                    _words[i] = _words[i] with { SpaceAfter = i == token.End - 1 && SpaceFollows(token.Misc) };
                }
            }

            var sentence = new ConlluSentence
            {
                Id = _id,
                DocId = _docId,
                StartsDocument = _startsDocument,
                Text = _text,
                Line = _firstLine,
                Words = [.. _words],
                Multiwords = [.. _multiwords],
                Comments = [.. _comments],
            };
            _words.Clear();
            _lines.Clear();
            _multiwords.Clear();
            _comments.Clear();
            (_id, _text, _startsDocument, _firstLine) = (null, null, false, 0);
            return sentence;
        }

        private void AddComment(string line)
        {
            _comments.Add(line);
            ReadOnlySpan<char> body = line.AsSpan(1).Trim();
            int equals = body.IndexOf('=');
            ReadOnlySpan<char> key = (equals < 0 ? body : body[..equals]).TrimEnd();
            string? value = equals < 0 ? null : body[(equals + 1)..].Trim().ToString();
            switch (key)
            {
                case "sent_id":
                    _id = value;
                    break;
                case "text":
                    _text = value;
                    break;
                case "newdoc" or "newdoc id":
                    _docId = value;
                    _startsDocument = true;
                    break;
            }
        }

        private void AddMultiword(string[] columns, int dash, int number)
        {
            if (!TryNumber(columns[0].AsSpan(0, dash), out int first) || !TryNumber(columns[0].AsSpan(dash + 1), out int last)
                || first != _words.Count + 1 || last < first || (_multiwords.Count > 0 && _multiwords[^1].End >= first))
            {
                throw Bad($"'{columns[0]}' is no range of words here", $"start at {_words.Count + 1}, after the end of the range before", number);
            }

            _multiwords.Add(new(first - 1, last, columns[1], columns[9]));
        }

        private void AddWord(string[] columns, int number)
        {
            if (!TryNumber(columns[0], out int id) || id != _words.Count + 1)
            {
                throw Bad($"ID '{columns[0]}' is out of order", $"number the words of a sentence from 1 without gaps: {_words.Count + 1} is next", number);
            }

            if (columns[1].Length == 0)
            {
                throw Bad("FORM is empty", "write the word, or _ for an underscore", number);
            }

            Upos upos = default;
            if (columns[3] != "_" && !UposNames.TryParse(columns[3], out upos))
            {
                throw Bad($"UPOS '{columns[3]}' is no universal tag", "use one of the 17 tags of UD v2, or _", number);
            }

            _ = XposNames.TryParse(columns[4], out Xpos xpos); // tag sets differ between treebanks: another set's tags are none of ours
            int head = 0;
            if (columns[6] != "_" && !TryNumber(columns[6], out head))
            {
                throw Bad($"HEAD '{columns[6]}' is no number", "give the number of the head, 0 for the root, or _", number);
            }

            Deprel relation = Deprel.Dep;
            if (columns[7] != "_" && !DeprelNames.TryParse(columns[7], out relation))
            {
                throw Bad($"DEPREL '{columns[7]}' is unknown", "use a relation of UD v2, or _", number);
            }

            _words.Add(new(columns[1], columns[2], upos, xpos, columns[5], head - 1, relation, SpaceFollows(columns[9]), columns[9]));
            _lines.Add(number);
        }

        private static bool SpaceFollows(string misc)
        {
            foreach (Range part in misc.AsSpan().Split('|'))
            {
                if (misc.AsSpan()[part].SequenceEqual("SpaceAfter=No"))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

        private ConlluException Bad(string message, string help, int line) => new(file, line, message, help);
    }
}
