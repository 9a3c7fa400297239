using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Language.Arcs;
using Entente.Language.Lemmas;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Language.Tokens;

namespace Entente.Language.Entities;

/// <summary>Finds mentions of persons, organisations, places and groups: names, and noun phrases such as "the rebels" or "they".</summary>
/// <remarks>
/// A linear chain over words (begin, inside, last, unit) whose features look at forms, tags, the noun phrases of the tree and known names.
/// Weights are integers, so the same analysis gives the same mentions on every processor. Read-only; one serves all threads.
/// </remarks>
public sealed class EntityRecognizer
{
    [ThreadStatic]
    private static Scratch? _scratch;

    private readonly EntityModel _model;

    internal EntityRecognizer(EntityModel model) => _model = model;

    /// <summary>Loads what <see cref="Train"/> wrote.</summary>
    /// <param name="input">At the beginning of the model; the caller owns it.</param>
    /// <exception cref="InvalidDataException">The stream holds something else, or is cut short.</exception>
    public static EntityRecognizer Load(Stream input) => new(EntityModel.Read(input));

    /// <summary>Writes the uncompressed twin of a model file, which loads faster.</summary>
    /// <exception cref="InvalidDataException">The file is no model of mentions.</exception>
    public static void Unpack(string path, string target)
    {
        using FileStream input = File.OpenRead(path);
        EntityModel model = EntityModel.Read(input);
        using FileStream output = File.Create(target);
        model.WriteRaw(output);
    }

    /// <summary>Learns from marked texts and writes the model.</summary>
    /// <param name="examples">At least one that is not background.</param>
    /// <param name="names">The known names that the recogniser will be given too; null for none.</param>
    /// <param name="output">Receives the model; the caller owns it.</param>
    /// <param name="seed">The same seed, examples and machine give the same bytes.</param>
    /// <param name="talk">Receives a line for each pass over the examples.</param>
    public static void Train(IEnumerable<EntityExample> examples, INameList? names, Stream output, int seed, TextWriter talk) =>
        EntityTraining.Learn([.. examples], names, new EntityTrainingOptions { Seed = seed }, talk).Write(output);

    /// <summary>The mentions of an analysed text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="sentences">Its sentences; no mention crosses their borders.</param>
    /// <param name="tags">Parts of speech.</param>
    /// <param name="lemmas">Dictionary forms.</param>
    /// <param name="arcs">Dependency trees.</param>
    /// <param name="names">Known names, as in training; they also tell states and cities from other places. Null for none.</param>
    /// <returns>Mentions in text order, none overlapping.</returns>
    public EntityLayer Recognize(string text, TokenLayer tokens, SentenceLayer sentences, TagLayer tags, LemmaLayer lemmas, ArcLayer arcs, INameList? names)
    {
        Scratch scratch = _scratch ??= new Scratch();
        var mentions = new List<EntityMention>();
        for (int sentence = 0; sentence < sentences.Count; sentence++)
        {
            int count = scratch.Features.Describe(text, tokens, sentences, sentence, tags, lemmas, arcs, names);
            Decode(scratch, count);
            int offset = sentences.First(sentence);
            for (int i = 0; i < count; i++)
            {
                int label = scratch.Labels[i];
                if (EntityLabels.Starts(label))
                {
                    int first = i;
                    while (!EntityLabels.Ends(scratch.Labels[i]))
                    {
                        i++;
                    }

                    EntityType type = EntityLabels.Type(label);
                    if (type == EntityType.Loc && IsState(text, tokens, offset + first, offset + i + 1, names))
                    {
                        type = EntityType.Gpe;
                    }

                    mentions.Add(new(offset + first, offset + i + 1, type));
                }
            }
        }

        return new(mentions);
    }

    /// <summary>Whether a place ends in the name of a state, province or city: "the city of Mosul", not "a London hospital".</summary>
    private static bool IsState(string text, TokenLayer tokens, int first, int end, INameList? names)
    {
        if (names is null)
        {
            return false;
        }

        for (int i = first; i < end;)
        {
            bool known = names.TryMatch(text, tokens, i, end, out NameMatch match) && match.Length > 0;
            if (known && match.Type == EntityType.Gpe && i + match.Length == end)
            {
                return true;
            }

            i += known ? match.Length : 1;
        }

        return false;
    }

    private void Decode(Scratch scratch, int count)
    {
        scratch.Reserve(count);
        ReadOnlySpan<int> rows = scratch.Features.Indices;
        ReadOnlySpan<int> transitions = _model.Transitions;
        ref short weights = ref MemoryMarshal.GetArrayDataReference(_model.Weights);
        Span<int> scores = stackalloc int[EntityLabels.Count];
        Span<int> before = stackalloc int[EntityLabels.Count];
        Span<int> now = stackalloc int[EntityLabels.Count];
        before.Fill(EntityModel.Never);
        before[EntityLabels.Outside] = 0;
        for (int i = 0; i < count; i++)
        {
            Vector256<int> low = Vector256<int>.Zero, high = Vector256<int>.Zero;
            foreach (int row in rows.Slice(i * EntityFeatures.Slots, EntityFeatures.Slots))
            {
                var weight = Vector256.LoadUnsafe(ref weights, (nuint)(row * EntityLabels.Inside));
                low += Vector256.WidenLower(weight);
                high += Vector256.WidenUpper(weight);
            }

            low.CopyTo(scores);
            high.CopyTo(scores[8..]);
            scores[EntityLabels.Outside] = 0;
            Span<byte> from = scratch.From.AsSpan(i * EntityLabels.Count, EntityLabels.Count);
            for (int to = 0; to < EntityLabels.Count; to++)
            {
                int best = int.MinValue, bestFrom = 0;
                for (int label = 0; label < EntityLabels.Count; label++)
                {
                    int score = before[label] + transitions[(label * EntityLabels.Count) + to];
                    if (score > best)
                    {
                        (best, bestFrom) = (score, label);
                    }
                }

                now[to] = Math.Max(best + scores[to], EntityModel.Never);
                from[to] = (byte)bestFrom;
            }

            now.CopyTo(before);
        }

        int last = EntityLabels.Outside;
        for (int label = 0; label < EntityLabels.Count; label++)
        {
            if (EntityLabels.Ends(label) && before[label] > before[last])
            {
                last = label;
            }
        }

        for (int i = count - 1; i >= 0; i--)
        {
            scratch.Labels[i] = (byte)last;
            last = scratch.From[(i * EntityLabels.Count) + last];
        }
    }

    /// <summary>One thread's room.</summary>
    private sealed class Scratch
    {
        public EntityFeatures Features { get; } = new();

        public byte[] Labels { get; private set; } = [];

        public byte[] From { get; private set; } = [];

        public void Reserve(int count)
        {
            if (Labels.Length < count)
            {
                Labels = new byte[count * 2];
                From = new byte[count * 2 * EntityLabels.Count];
            }
        }
    }
}
