using System.Collections;

namespace Entente.Lexicon.Compiling;

/// <summary>Records that are read from the image when first asked for, and kept.</summary>
/// <remarks>Two threads may both read one record; the first to finish wins, so that all see one object.</remarks>
internal sealed class RecordList<T> : IReadOnlyList<T>
    where T : class
{
    private readonly LexiconImage _image;
    private readonly Section _section;
    private readonly Func<ImageReader, int, T> _read;
    private readonly T?[] _kept;

    internal RecordList(LexiconImage image, Section section, Func<ImageReader, int, T> read)
    {
        _image = image;
        _section = section;
        _read = read;
        _kept = new T?[image.Count(section)];
    }

    public int Count => _kept.Length;

    public T this[int index] => Volatile.Read(ref _kept[index]) ?? Read(index);

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T Read(int index)
    {
        T read = _read(_image.Reader(_section, index), index);
        return Interlocked.CompareExchange(ref _kept[index], read, null) ?? read;
    }
}
