using System.Buffers.Binary;
using System.IO.Compression;
using Entente.Coding.Learning;
using Entente.Coding.Tagging;
using Entente.Language.Neural;

namespace Entente.Coding.Judging;

/// <summary>
/// What the coder learnt from annotated texts: who of a sentence's parties plays which role in an act, whether a possible reading is an act of the
/// text, and how likely the whole record is right. Log-linear models over hashed features,
/// beside a small network that reads the sentence word by word; they hold no words of what they were trained on.
/// </summary>
public sealed class JudgementModel
{
    private const uint Magic = 0x3347444A; // "JDG3"

    internal JudgementModel(LogLinearModel roles, LogLinearModel acts, ActTagger? tagger, double threshold)
    {
        (Roles, Acts, Tagger, Threshold) = (roles, acts, tagger, threshold);
    }

    /// <summary>Readings less likely than this to be an act of the text are not coded.</summary>
    public double Threshold { get; }

    /// <summary>How likely a whole record must be to be made.</summary>
    internal const double LeastConfidence = 0.12;

    /// <summary>How much more is asked of a reading that the frames alone would not code.</summary>
    private const double LooseMore = 0.1;

    /// <summary>How much more is asked in a sentence with so many words of one field of life (sport, markets, weather …).</summary>
    private const double DomainMore = 0.3;
    private const int DomainWords = 2;

    /// <summary>What a reading must reach to be coded.</summary>
    /// <param name="isLoose">Whether the frames alone would not code it.</param>
    /// <param name="domainWords">How many words of one field of life its sentence holds at most.</param>
    internal double Asked(bool isLoose, int domainWords) =>
        Math.Round(Threshold + (isLoose ? LooseMore : 0) + (domainWords >= DomainWords ? DomainMore : 0), 3);

    /// <summary>Number of features that bear a weight.</summary>
    public int FeatureCount => Roles.FeatureCount + Acts.FeatureCount;

    /// <summary>Of a party and a reading: is it the actor, is it the recipient.</summary>
    internal LogLinearModel Roles { get; }

    /// <summary>Of a reading with its parties: is the act in the text, is the record right with its parties.</summary>
    internal LogLinearModel Acts { get; }

    /// <summary>Of each word: which act it tells, from the whole sentence; null where there was nothing to learn it from.</summary>
    internal ActTagger? Tagger { get; }

    /// <summary>Writes the model, compressed.</summary>
    public void Write(Stream output)
    {
        using var packed = new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true);
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteDoubleLittleEndian(head[4..], Threshold);
        packed.Write(head);
        Roles.Write(packed);
        Acts.Write(packed);
        Tagger?.Model.Write(packed);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no such model.</exception>
    public static JudgementModel Load(Stream input)
    {
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true))
        {
            packed.CopyTo(unpacked);
        }

        ReadOnlySpan<byte> bytes = unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length);
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("not a judgement model; make one with 'entente train judgement', or restore models/judgement.bin from the repository.");
        }

        double threshold = BinaryPrimitives.ReadDoubleLittleEndian(bytes[4..]);
        bytes = bytes[12..];
        var roles = LogLinearModel.Read(ref bytes);
        var acts = LogLinearModel.Read(ref bytes);
        return new(roles, acts, bytes.Length == 0 ? null : new(LabelModel.Load(new MemoryStream(bytes.ToArray()))), threshold);
    }
}
