using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Entente.Language.Arcs;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Language.Tokens;

namespace Entente.Language.Neural;

/// <summary>The trained network, quantised: words in, tags and trees out. Read-only and shared by all threads.</summary>
/// <remarks>
/// Weights and activations are 16-bit integers, products are summed exactly in 32 bits, and every decision (tag, head, relation) compares
/// integers; what lies between (gates) is IEEE arithmetic in a fixed order. So the same text gives the same tree on every processor.
/// Each thread brings its own <see cref="SyntaxScratch"/>.
/// </remarks>
public sealed unsafe class SyntaxModel : IDisposable
{
    private const int ActivationBits = WeightStore.ActivationBits;
    internal const int ArcBits = 9;
    private const uint Magic = 0x314E5953; // "SYN1"
    private const int MaxSentence = 400;

    private readonly WeightStore _store = new();
    private readonly SyntaxShape _shape;
    private readonly WordFeatures _features;
    private readonly short* _embeddings;
    private readonly RecurrentLayers _layers;
    private readonly WeightStore.Matrix _tags;
    private readonly int[] _tagBiases;
    private readonly WeightStore.Matrix _heads;
    private readonly float* _headBiases;
    private readonly WeightStore.Matrix _biaffine;
    private readonly float* _prior;
    private readonly short* _rootArc;
    private readonly short* _rootRelation;
    private readonly int[] _distances;
    private readonly WeightStore.Matrix _relations;
    private readonly int[] _relationBiases;

    private SyntaxModel(SyntaxShape shape, ulong[] words, ReadOnlySpan<short> embeddings, ReadOnlySpan<float> parameters)
    {
        _shape = shape;
        _features = new WordFeatures(words);
        _embeddings = _store.CopyShorts(embeddings);
        _layers = new(_store, shape.Recurrent, parameters);
        _tags = _store.PackMatrix(parameters, shape.TagWeights, 2 * shape.Width, SyntaxShape.TagWidth);
        _tagBiases = WeightStore.Integers(parameters.Slice(shape.TagBiases, SyntaxShape.TagWidth), ActivationBits + _tags.Bits);
        _heads = _store.PackMatrix(parameters, shape.HeadWeights, 2 * shape.Width, shape.HeadsWidth);
        _headBiases = _store.CopyFloats(parameters, shape.HeadBiases, shape.HeadsWidth);
        _biaffine = _store.PackMatrix(parameters, shape.Biaffine, shape.ArcWidth, shape.ArcWidth);
        _prior = _store.CopyFloats(parameters, shape.HeadPrior, shape.ArcWidth);
        _rootArc = _store.CopyShorts(WeightStore.Shorts(parameters.Slice(shape.RootArc, shape.ArcWidth), ArcBits));
        _rootRelation = _store.CopyShorts(WeightStore.Shorts(parameters.Slice(shape.RootRelation, shape.RelationHidden), ActivationBits));
        _distances = WeightStore.Integers(parameters.Slice(shape.Distances, SyntaxShape.DistanceCount), 2 * ArcBits);
        _relations = _store.PackMatrix(parameters, shape.RelationWeights, shape.RelationHidden, SyntaxShape.RelationWidth);
        _relationBiases = WeightStore.Integers(parameters.Slice(shape.RelationBiases, SyntaxShape.RelationWidth), ActivationBits + _relations.Bits);
    }

    internal SyntaxShape Shape => _shape;

    /// <summary>Quantises trained parameters.</summary>
    internal static SyntaxModel Quantise(SyntaxShape shape, ulong[] words, ReadOnlySpan<float> embeddings, ReadOnlySpan<float> parameters) =>
        new(shape, words, WeightStore.Shorts(embeddings, ActivationBits), parameters);

    /// <summary>Writes a model file: sizes, word hashes, 16-bit embeddings, parameters; compressed with Brotli.</summary>
    internal static void Write(Stream output, SyntaxShape shape, ulong[] words, ReadOnlySpan<float> embeddings, ReadOnlySpan<float> parameters)
    {
        using var packed = new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true);
        WriteRaw(packed, shape, words, embeddings, parameters);
    }

    private static void WriteRaw(Stream packed, SyntaxShape shape, ulong[] words, ReadOnlySpan<float> embeddings, ReadOnlySpan<float> parameters)
    {
        Span<byte> head = stackalloc byte[28];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        int[] sizes = [shape.Width, shape.Recurrent.Layers, shape.ArcWidth, shape.RelationHidden, words.Length, parameters.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(head[(4 + (4 * i))..], sizes[i]);
        }

        packed.Write(head);
        packed.Write(MemoryMarshal.AsBytes(words.AsSpan()));
        packed.Write(MemoryMarshal.AsBytes(WeightStore.Shorts(embeddings, ActivationBits).AsSpan()));
        packed.Write(MemoryMarshal.AsBytes(parameters));
    }

    /// <summary>Reads a model file, compressed or not (<see cref="Unpack"/>).</summary>
    /// <exception cref="InvalidDataException">The file is no model of this kind.</exception>
    public static SyntaxModel Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            using var unpacked = new MemoryStream();
            using (var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress))
            {
                packed.CopyTo(unpacked);
            }

            bytes = unpacked.ToArray();
        }

        return Read(bytes, path);
    }

    /// <summary>Writes the uncompressed twin of a model file, which loads faster.</summary>
    public static void Unpack(string path, string target)
    {
        using FileStream input = File.OpenRead(path);
        using var packed = new BrotliStream(input, CompressionMode.Decompress);
        using FileStream output = File.Create(target);
        packed.CopyTo(output);
    }

    private static SyntaxModel Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < 28 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException($"{name}: not a syntax model; make one with 'entente train parser', or restore the file from the repository.");
        }

        ReadOnlySpan<int> sizes = MemoryMarshal.Cast<byte, int>(bytes[4..28]);
        var shape = new SyntaxShape(sizes[0], sizes[1], sizes[2], sizes[3]);
        ulong[] words = MemoryMarshal.Cast<byte, ulong>(bytes.Slice(28, sizes[4] * 8)).ToArray();
        int at = 28 + (sizes[4] * 8);
        int rows = new WordFeatures(words).RowCount;
        long expected = at + ((long)rows * shape.Width * 2) + ((long)shape.Count * 4);
        if (sizes[5] != shape.Count || bytes.Length != expected)
        {
            throw new InvalidDataException($"{name}: {bytes.Length} bytes where {expected} were expected; make the model anew with 'entente train parser'.");
        }

        ReadOnlySpan<short> embeddings = MemoryMarshal.Cast<byte, short>(bytes.Slice(at, rows * shape.Width * 2));
        ReadOnlySpan<float> parameters = MemoryMarshal.Cast<byte, float>(bytes[(at + (rows * shape.Width * 2))..]);
        return new SyntaxModel(shape, words, embeddings, parameters);
    }

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    /// <summary>Tags and parses every sentence of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="sentences">Its sentences; one of more than 400 words is parsed in pieces joined under the first one's root.</param>
    /// <param name="scratch">This thread's room.</param>
    /// <param name="tags">Receives tags; arrays of at least as many places as words.</param>
    /// <param name="arcs">Receives heads and relations; arrays of at least as many places as words.</param>
    public void Analyze(string text, TokenLayer tokens, SentenceLayer sentences, SyntaxScratch scratch, TagLayer tags, ArcLayer arcs)
    {
        int sentence = 0;
        while (sentence < sentences.Count)
        {
            // As many sentences at once as fit the scratch: long products are faster
            scratch.Pieces.Clear();
            int words = 0;
            int first = sentences.First(sentence);
            while (sentence < sentences.Count)
            {
                int from = sentences.First(sentence);
                int count = sentences.End(sentence) - from;
                if (words > 0 && words + count > SyntaxScratch.BatchWords)
                {
                    break;
                }

                for (int start = 0; start < count; start += MaxSentence)
                {
                    int length = Math.Min(MaxSentence, count - start);
                    if (words + length > SyntaxScratch.MaxWords)
                    {
                        Run(text, tokens, first, words, scratch, tags, arcs);
                        scratch.Pieces.Clear();
                        first += words;
                        words = 0;
                    }

                    scratch.Pieces.Add(new(words, length));
                    words += length;
                }

                sentence++;
                if (words >= SyntaxScratch.BatchWords)
                {
                    break;
                }
            }

            Run(text, tokens, first, words, scratch, tags, arcs);
        }

        JoinPieces(sentences, arcs);
    }

    private static void JoinPieces(SentenceLayer sentences, ArcLayer arcs)
    {
        for (int s = 0; s < sentences.Count; s++)
        {
            int first = sentences.First(s);
            int end = sentences.End(s);
            if (end - first <= MaxSentence)
            {
                continue;
            }

            int root = -1;
            for (int i = first; i < end; i++)
            {
                if (arcs.Heads[i] < 0)
                {
                    if (root < 0)
                    {
                        root = i;
                    }
                    else
                    {
                        arcs.Heads[i] = root;
                        arcs.Relations[i] = Deprel.Parataxis;
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(string text, TokenLayer tokens, int first, int words, SyntaxScratch scratch, TagLayer tags, ArcLayer arcs)
    {
        if (words == 0)
        {
            return;
        }

        scratch.Prepare(_shape);
        short* x = scratch.Input;
        Embed(text, tokens, first, scratch, x);
        for (int layer = 0; layer < _shape.Recurrent.Layers; layer++)
        {
            short* y = x == scratch.Input ? scratch.Output : scratch.Input;
            _layers.Run(layer, x, y, scratch.Gates, scratch.Pieces, words);
            if (layer == _shape.TagLayer)
            {
                Tag(y, words, first, scratch, tags);
            }

            x = y;
        }

        Parse(x, words, first, scratch, arcs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Embed(string text, TokenLayer tokens, int first, SyntaxScratch scratch, short* x)
    {
        int h = _shape.Width;
        Span<int> rows = stackalloc int[WordFeatures.Slots];
        foreach (SyntaxScratch.Piece piece in scratch.Pieces)
        {
            for (int i = 0; i < piece.Count; i++)
            {
                int token = first + piece.First + i;
                _features.Write(text.AsSpan(tokens.Starts[token], tokens.Ends[token] - tokens.Starts[token]), i == 0, rows);
                short* target = x + ((long)(piece.First + i) * h);
                for (int u = 0; u < h; u += 16)
                {
                    Vector256<short> sum = default;
                    for (int slot = 0; slot < WordFeatures.Slots; slot++)
                    {
                        sum += Vector256.Load(_embeddings + ((long)rows[slot] * h) + u);
                    }

                    sum.Store(target + u);
                }
            }
        }
    }

    private void Tag(short* y, int words, int first, SyntaxScratch scratch, TagLayer tags)
    {
        int* logits = scratch.Gates;
        IntegerKernels.Multiply(y, 2 * _shape.Width, _tags.Packed, logits, SyntaxShape.TagWidth, words, 2 * _shape.Width, SyntaxShape.TagWidth);
        for (int t = 0; t < words; t++)
        {
            int* row = logits + ((long)t * SyntaxShape.TagWidth);
            tags.Upos[first + t] = (Upos)Best(row, _tagBiases.AsSpan(0, UposNames.Count));
            tags.Xpos[first + t] = (Xpos)Best(row + UposNames.Count, _tagBiases.AsSpan(UposNames.Count, XposNames.Count));
        }
    }

    private static int Best(int* scores, ReadOnlySpan<int> biases)
    {
        int best = 0;
        int most = int.MinValue;
        for (int i = 0; i < biases.Length; i++)
        {
            int score = scores[i] + biases[i];
            if (score > most)
            {
                most = score;
                best = i;
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Parse(short* x, int words, int first, SyntaxScratch scratch, ArcLayer arcs)
    {
        int d = _shape.ArcWidth;
        int m = _shape.RelationHidden;
        int width = _shape.HeadsWidth;
        int* sums = scratch.Gates;
        short* heads = scratch.Heads;
        IntegerKernels.Multiply(x, 2 * _shape.Width, _heads.Packed, sums, width, words, 2 * _shape.Width, width);
        Vector512<float> scale = Vector512.Create(1f / (1L << (ActivationBits + _heads.Bits)));
        for (int t = 0; t < words; t++)
        {
            int* row = sums + ((long)t * width);
            short* target = heads + ((long)t * width);
            for (int i = 0; i < width; i += 16)
            {
                Vector512<float> value = (Vector512.ConvertToSingle(Vector512.Load(row + i)) * scale) + Vector512.Load(_headBiases + i);
                if (i < 2 * d)
                {
                    value = Vector512.Max(value, default);
                }

                Activations.ToShorts(value, i < d ? 1 << ActivationBits : i < 2 * d ? 1 << ArcBits : 1 << ActivationBits).Store(target + i);
            }
        }

        IntegerKernels.Multiply(heads, width, _biaffine.Packed, sums, d, words, d, d);
        scale = Vector512.Create(1f / (1L << (ActivationBits + _biaffine.Bits)));
        short* queries = scratch.Queries;
        for (int t = 0; t < words; t++)
        {
            for (int i = 0; i < d; i += 16)
            {
                Vector512<float> value = (Vector512.ConvertToSingle(Vector512.Load(sums + ((long)t * d) + i)) * scale) + Vector512.Load(_prior + i);
                Activations.ToShorts(value, 1 << ArcBits).Store(queries + ((long)t * d) + i);
            }
        }

        foreach (SyntaxScratch.Piece piece in scratch.Pieces)
        {
            int n = piece.Count;
            int columns = (n + 1 + 15) / 16 * 16;
            PackKeys(heads + ((long)piece.First * width) + d, width, n, columns, d, scratch.Keys);
            int* scores = scratch.Arcs;
            IntegerKernels.Multiply(queries + ((long)piece.First * d), d, scratch.Keys, scores, columns, n, d, columns);
            for (int i = 0; i < n; i++)
            {
                int* row = scores + ((long)i * columns);
                for (int j = 0; j < n; j++)
                {
                    row[j] += _distances[SyntaxShape.DistanceOf(i, j)];
                }

                row[n] += _distances[SyntaxShape.RootDistance];
            }

            Span<int> found = scratch.Found.AsSpan(0, n);
            scratch.Tree.Find(scores, columns, n, found);
            short* hidden = scratch.Queries2;
            for (int i = 0; i < n; i++)
            {
                short* dependent = heads + ((long)(piece.First + i) * width) + (2 * d);
                short* head = found[i] < 0 ? _rootRelation : heads + ((long)(piece.First + found[i]) * width) + (2 * d) + m;
                for (int k = 0; k < m; k += 16)
                {
                    Vector256<short> sum = Vector256.Max(Vector256.Load(dependent + k) + Vector256.Load(head + k), default);
                    sum.Store(hidden + ((long)i * m) + k);
                }
            }

            IntegerKernels.Multiply(hidden, m, _relations.Packed, scores, SyntaxShape.RelationWidth, n, m, SyntaxShape.RelationWidth);
            int offset = first + piece.First;
            for (int i = 0; i < n; i++)
            {
                int head = found[i];
                arcs.Heads[offset + i] = head < 0 ? -1 : offset + head;
                int* row = scores + ((long)i * SyntaxShape.RelationWidth);
                arcs.Relations[offset + i] = head < 0 ? Deprel.Root : (Deprel)(1 + Best(row + 1, _relationBiases.AsSpan(1, SyntaxShape.RelationCount - 1)));
            }
        }
    }

    /// <summary>Lays the heads of a sentence out as a packed matrix, the root last.</summary>
    private void PackKeys(short* heads, int stride, int n, int columns, int d, short* packed)
    {
        int* target = (int*)packed;
        int pairs = d / 2;
        for (int j = 0; j < columns; j++)
        {
            int* source = j < n ? (int*)(heads + ((long)j * stride)) : j == n ? (int*)_rootArc : null;
            int* column = target + ((long)(j / 16) * pairs * 16) + (j % 16);
            for (int p = 0; p < pairs; p++)
            {
                column[p * 16] = source == null ? 0 : source[p];
            }
        }
    }
}
