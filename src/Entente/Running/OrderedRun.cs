using System.Buffers;
using System.Runtime.ExceptionServices;

namespace Entente.Running;

/// <summary>Does the same work to each item of a stream on several threads, and gives the results out in the items' order.</summary>
/// <remarks>
/// Each thread takes a few items at a time from the one stream, under a lock, and works on them with a state of its own. Results wait until
/// all before them are written; so many may wait, and no more: memory stays the same however long the stream is. What is
/// written depends on the items alone, not on the number of threads.
/// </remarks>
/// <typeparam name="TItem">What is worked on.</typeparam>
/// <typeparam name="TState">What a thread needs for itself: buffers, a coder.</typeparam>
internal sealed class OrderedRun<TItem, TState>
{
    private const int MostItems = 64;
    private const int MostWeight = 48 * 1024;

    private readonly Func<TState> _newState;
    private readonly Action<TState, TItem, IBufferWriter<byte>> _work;
    private readonly Func<TItem, int> _weight;
    private readonly int _threads;

    private readonly Lock _reading = new();
    private readonly object _results = new();
    private readonly Dictionary<long, ArrayBufferWriter<byte>> _done = [];
    private readonly Stack<ArrayBufferWriter<byte>> _free = [];
    private long _taken;
    private long _written;
    private long _last = long.MaxValue;
    private ExceptionDispatchInfo? _failure;

    /// <param name="threads">How many work; at least 1.</param>
    /// <param name="newState">Makes a thread's own state, on that thread.</param>
    /// <param name="work">Works on one item and appends what is to be written.</param>
    /// <param name="weight">How large an item is, in UTF-16 code units.</param>
    public OrderedRun(int threads, Func<TState> newState, Action<TState, TItem, IBufferWriter<byte>> work, Func<TItem, int> weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        (_threads, _newState, _work, _weight) = (threads, newState, work, weight);
    }

    /// <summary>Runs to the end of the stream, or until <paramref name="stop"/>.</summary>
    /// <param name="items">Read from several threads, never from two at once.</param>
    /// <param name="write">Called on this thread, in order; what one call gives is the whole output of a few items.</param>
    /// <param name="stop">Ends the run after what is ready; threads that wait for input are left behind.</param>
    /// <returns>False where <paramref name="stop"/> ended it.</returns>
    public bool Run(IEnumerator<TItem> items, Action<ReadOnlyMemory<byte>> write, CancellationToken stop)
    {
        using CancellationTokenRegistration waking = stop.Register(() =>
        {
            lock (_results)
            {
                Monitor.PulseAll(_results);
            }
        });
        for (int i = 0; i < _threads; i++)
        {
            new Thread(() => Work(items, stop), maxStackSize: 16 * 1024 * 1024) { IsBackground = true, Name = "entente worker" }.Start();
        }

        while (Next(stop) is { } output)
        {
            if (output.WrittenCount > 0)
            {
                write(output.WrittenMemory);
            }

            lock (_results)
            {
                // A giant result is not kept around for reuse.
                if (output.Capacity <= 4 * 1024 * 1024)
                {
                    output.ResetWrittenCount();
                    _free.Push(output);
                }

                _written++;
                Monitor.PulseAll(_results);
            }
        }

        return !stop.IsCancellationRequested;
    }

    private ArrayBufferWriter<byte>? Next(CancellationToken stop)
    {
        lock (_results)
        {
            while (true)
            {
                if (_done.Remove(_written, out ArrayBufferWriter<byte>? output))
                {
                    return output;
                }

                if (_failure is not null && _written >= _last)
                {
                    _failure.Throw();
                }

                if (stop.IsCancellationRequested || _written >= _last)
                {
                    return null;
                }

                Monitor.Wait(_results);
            }
        }
    }

    private void Work(IEnumerator<TItem> items, CancellationToken stop)
    {
        long number = -1;
        try
        {
            TState state = _newState();
            var batch = new List<TItem>(MostItems);
            while (Take(items, batch, stop, ref number) is { } output)
            {
                foreach (TItem item in batch)
                {
                    _work(state, item, output);
                }

                lock (_results)
                {
                    _done.Add(number, output);
                    Monitor.PulseAll(_results);
                }
            }
        }
        catch (Exception problem)
        {
            // Nobody catches on a thread of its own: it flies on the thread that writes.
            Keep(problem, Math.Max(number, 0));
        }
    }

    /// <summary>The next few items; null at the end of the stream or of the run.</summary>
    private ArrayBufferWriter<byte>? Take(IEnumerator<TItem> items, List<TItem> batch, CancellationToken stop, ref long number)
    {
        batch.Clear();
        lock (_reading)
        {
            lock (_results)
            {
                while (_taken - _written >= _threads * 4L && _last == long.MaxValue && !stop.IsCancellationRequested)
                {
                    Monitor.Wait(_results);
                }

                if (_last != long.MaxValue || stop.IsCancellationRequested)
                {
                    return null;
                }

                number = _taken;
            }

            for (long weight = 0; batch.Count < MostItems && weight < MostWeight && items.MoveNext();)
            {
                batch.Add(items.Current);
                weight += _weight(items.Current);
            }

            lock (_results)
            {
                if (batch.Count == 0)
                {
                    _last = Math.Min(_last, _taken);
                    Monitor.PulseAll(_results);
                    return null;
                }

                _taken++;
                return _free.TryPop(out ArrayBufferWriter<byte>? free) ? free : new(1 << 16);
            }
        }
    }

    /// <summary>Keeps the earliest exception; what comes before it is written still.</summary>
    private void Keep(Exception problem, long number)
    {
        lock (_results)
        {
            if (_failure is null || number < _last)
            {
                _failure = ExceptionDispatchInfo.Capture(problem);
                _last = Math.Min(_last, number);
            }

            Monitor.PulseAll(_results);
        }
    }
}
