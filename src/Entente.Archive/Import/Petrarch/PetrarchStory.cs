using Entente.Records;

namespace Entente.Archive.Import.Petrarch;

/// <summary>Joins sentences of one story that stand together.</summary>
internal sealed class PetrarchStory
{
    private readonly List<PetrarchSentence> _sentences = [];

    /// <summary>Takes a sentence; gives the story before where this one starts another.</summary>
    public Document? TryAdd(PetrarchSentence sentence)
    {
        Document? finished = _sentences.Count > 0 && (_sentences[0].Story != sentence.Story || _sentences[0].Day != sentence.Day) ? Finish() : null;
        _sentences.Add(sentence);
        return finished;
    }

    /// <summary>The story so far; null where there is none.</summary>
    public Document? Finish()
    {
        if (_sentences.Count == 0)
        {
            return null;
        }

        PetrarchSentence first = _sentences[0];
        var story = new Document(_sentences.Count == 1 ? first.Id : first.Story, first.Day, string.Join("\n\n", _sentences.Select(sentence => sentence.Text))) { Publisher = first.Source };
        _sentences.Clear();
        return story;
    }
}
