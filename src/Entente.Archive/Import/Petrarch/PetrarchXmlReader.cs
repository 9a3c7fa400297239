using System.Text;
using Entente.Records;

namespace Entente.Archive.Import.Petrarch;

/// <summary>Reads the XML that PETRARCH, PETRARCH-2 and UniversalPetrarch take in: sentences or articles to be coded, as documents.</summary>
/// <remarks>
/// Sentences of one story that stand together (ids that differ in their last number: <c>story_1</c>, <c>story_2</c>) become one document, a paragraph each. Parses are not read: Entente makes its own.
/// The reader bears what the strict one does not: a bare <c>&amp;</c> (noted as repaired), <c>#</c> lines between elements, and the validation files' self-closed <c>Sentence</c> whose text follows.
/// A sentence without a date is refused.
/// </remarks>
public sealed class PetrarchXmlReader : IImportReader<Document>
{
    private const int LongestElement = 8 * 1024 * 1024;

    /// <inheritdoc/>
    public IEnumerable<Document> Read(Stream input, ImportLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var reader = new StreamReader(input, new UTF8Encoding(false, throwOnInvalidBytes: false), true, 1 << 16, leaveOpen: true);
        var story = new PetrarchStory();
        bool any = false;
        foreach (PetrarchSentence sentence in Sentences(reader, log))
        {
            any = true;
            log.Rows++;
            if (sentence.Complaint is { } complaint)
            {
                if (!log.Refuse(sentence.Line, complaint.Code, complaint.Message, complaint.Help))
                {
                    yield break;
                }

                continue;
            }

            log.Kept++;
            if (story.TryAdd(sentence) is { } finished)
            {
                yield return finished;
            }
        }

        if (story.Finish() is { } last)
        {
            yield return last;
        }

        if (!any && !log.Refused)
        {
            log.RefuseFile("IMP012", "no element <Sentence> or <Article> was found", "PETRARCH's input: <Sentence date=\"20180601\" id=\"story_1\"><Text>...</Text></Sentence>");
        }
    }

    /// <summary>Each sentence or article of the file, sound or not.</summary>
    private static IEnumerable<PetrarchSentence> Sentences(StreamReader reader, ImportLog log)
    {
        PetrarchSentence? open = null;
        StringBuilder? text = null;
        long number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string rest = line;
            while (true)
            {
                if (text is not null)
                {
                    int end = rest.IndexOf("</Text>", StringComparison.OrdinalIgnoreCase);
                    text.Append(end < 0 ? rest : rest[..end]).Append(' ');
                    if (end < 0 && text.Length > LongestElement)
                    {
                        log.RefuseFile("IMP012", $"the text that starts before line {number} does not end", "close it with </Text>");
                        yield break;
                    }

                    if (end < 0)
                    {
                        break;
                    }

                    yield return open!.WithText(text.ToString(), log);
                    (open, text) = (null, null);
                    rest = rest[(end + 7)..];
                }
                else if (PetrarchTags.TryStart(rest, number, out PetrarchSentence? next, out int after))
                {
                    if (open is not null)
                    {
                        yield return open with { Complaint = ("IMP012", "the sentence has no <Text>", null) };
                    }

                    open = next;
                    rest = rest[after..];
                }
                else if (open is not null && rest.IndexOf("<Text>", StringComparison.OrdinalIgnoreCase) is >= 0 and int start)
                {
                    text = new();
                    rest = rest[(start + 6)..];
                }
                else
                {
                    break;
                }
            }
        }

        if (open is not null)
        {
            yield return open with { Complaint = ("IMP012", text is null ? "the sentence has no <Text>" : "the file ends within the sentence", "fetch the file again") };
        }
    }
}
