using System.Text;
using Entente.Language.Conllu;
using Entente.Records;

namespace Entente.Parsing;

/// <summary>The sentences of a CoNLL-U stream, each read by itself, so that a broken one costs no other.</summary>
/// <param name="file">The file's name, for the reports.</param>
/// <param name="report">Receives each sentence that was passed over.</param>
internal sealed class ConlluBlocks(string file, Action<Diagnostic> report)
{
    /// <summary>Sentences passed over so far.</summary>
    public long Refused { get; private set; }

    public IEnumerable<ConlluSentence> Read(TextReader input)
    {
        var block = new StringBuilder();
        long number = 0, first = 1;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                block.Append(line).Append('\n');
                continue;
            }

            foreach (ConlluSentence sentence in Close(block, first))
            {
                yield return sentence;
            }

            first = number + 1;
        }

        foreach (ConlluSentence sentence in Close(block, first))
        {
            yield return sentence;
        }
    }

    private ConlluSentence[] Close(StringBuilder block, long first)
    {
        string text = block.Append('\n').ToString();
        block.Clear();
        try
        {
            return [.. ConlluReader.Read(new StringReader(text), file)];
        }
        catch (ConlluException broken)
        {
            Refused++;
            report(broken.Diagnostic with { Line = broken.Diagnostic.Line + first - 1 });
            return [];
        }
    }
}
