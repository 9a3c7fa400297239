using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Entente.Language.Entities;

/// <summary>Integer weights of the recogniser: a row of <see cref="EntityLabels.Inside"/> for each hashed feature, and the scores of transitions.</summary>
/// <param name="Weights"><see cref="EntityFeatures.Rows"/> rows.</param>
/// <param name="Transitions">From label times <see cref="EntityLabels.Count"/> plus to label; what is not allowed is <see cref="Never"/>.</param>
internal sealed record EntityModel(short[] Weights, int[] Transitions)
{
    /// <summary>The score of a transition that is not allowed; sums of it do not overflow in any sentence.</summary>
    public const int Never = -1 << 28;

    private const string Magic = "ENTENT01";

    public void Write(Stream output)
    {
        using var packed = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(EntityFeatures.Rows);
        writer.Write(EntityFeatures.Slots);
        foreach (int transition in Transitions)
        {
            writer.Write(transition);
        }

        // Masks first, then the weights that are not 0: both compress better apart.
        for (int row = 0; row < EntityFeatures.Rows; row++)
        {
            writer.Write(Mask(row));
        }

        foreach (short weight in Weights)
        {
            if (weight != 0)
            {
                writer.Write7BitEncodedInt((weight << 1) ^ (weight >> 31));
            }
        }
    }

    /// <summary>Writes the uncompressed twin, which loads faster: weights as they lie in memory.</summary>
    public void WriteRaw(Stream output)
    {
        output.Write(RawMagic);
        output.Write(MemoryMarshal.AsBytes(Transitions.AsSpan()));
        output.Write(MemoryMarshal.AsBytes(Weights.AsSpan()));
    }

    /// <summary>Reads either form of a model.</summary>
    public static EntityModel Read(Stream input)
    {
        Span<byte> head = stackalloc byte[RawMagic.Length];
        if (!input.CanSeek || input.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual(RawMagic))
        {
            if (input.CanSeek)
            {
                input.Position = 0;
            }

            return ReadPacked(input);
        }

        var model = new EntityModel(new short[EntityFeatures.Rows * EntityLabels.Inside], new int[EntityLabels.Count * EntityLabels.Count]);
        int expected = RawMagic.Length + (model.Transitions.Length * sizeof(int)) + (model.Weights.Length * sizeof(short));
        if (input.Length != expected)
        {
            throw new InvalidDataException($"the unpacked model of mentions has {input.Length} bytes where {expected} were expected; build the program again");
        }

        input.ReadExactly(MemoryMarshal.AsBytes(model.Transitions.AsSpan()));
        input.ReadExactly(MemoryMarshal.AsBytes(model.Weights.AsSpan()));
        return model;
    }

    private static ReadOnlySpan<byte> RawMagic => "ENTRAW01"u8;

    private static EntityModel ReadPacked(Stream input)
    {
        try
        {
            using var packed = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new BinaryReader(new BufferedStream(packed, 1 << 16), Encoding.UTF8);
            if (reader.ReadString() != Magic || reader.ReadInt32() != EntityFeatures.Rows || reader.ReadInt32() != EntityFeatures.Slots)
            {
                throw new InvalidDataException("not a model of mentions of this version; train one with 'entente train entities'");
            }

            int[] transitions = new int[EntityLabels.Count * EntityLabels.Count];
            for (int i = 0; i < transitions.Length; i++)
            {
                transitions[i] = reader.ReadInt32();
                if (transitions[i] is < Never or > 1 << 20)
                {
                    throw new InvalidDataException("a transition in the model of mentions is out of bounds");
                }
            }

            ushort[] masks = new ushort[EntityFeatures.Rows];
            for (int row = 0; row < masks.Length; row++)
            {
                masks[row] = reader.ReadUInt16();
            }

            short[] weights = new short[EntityFeatures.Rows * EntityLabels.Inside];
            for (int row = 0; row < masks.Length; row++)
            {
                for (int label = 0; label < EntityLabels.Inside; label++)
                {
                    if ((masks[row] >> label & 1) != 0)
                    {
                        int code = reader.Read7BitEncodedInt();
                        weights[(row * EntityLabels.Inside) + label] = checked((short)((code >>> 1) ^ -(code & 1)));
                    }
                }
            }

            return new(weights, transitions);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or InvalidOperationException or OverflowException or DecoderFallbackException)
        {
            throw new InvalidDataException("the model of mentions is damaged; train it again with 'entente train entities'", error);
        }
    }

    private ushort Mask(int row)
    {
        int mask = 0;
        for (int label = 0; label < EntityLabels.Inside; label++)
        {
            mask |= Weights[(row * EntityLabels.Inside) + label] != 0 ? 1 << label : 0;
        }

        return (ushort)mask;
    }
}
