using System.Buffers;
using System.Text;
using Entente.Running;

namespace Entente.Tests.Running;

public class OrderedRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Output_stands_in_the_order_of_the_input_whatever_the_number_of_threads(int threads)
    {
        int[] items = [.. Enumerable.Range(0, 5000)];
        string expected = string.Concat(items.Select(i => i + "\n"));

        string output = Run(items, threads, (i, into) =>
        {
            // Early items take longer, so that late ones are ready first.
            Thread.SpinWait(i % 640 < 64 ? 20_000 : 10);
            into.Write(Encoding.UTF8.GetBytes(i + "\n"));
        });

        Assert.Equal(expected, output);
    }

    [Fact]
    public void An_empty_stream_writes_nothing() => Assert.Equal("", Run([], 3, (_, _) => { }));

    [Fact]
    public void No_more_of_the_stream_is_read_than_is_worked_on()
    {
        int read = 0, written = 0, furthest = 0;
        IEnumerable<int> Items()
        {
            for (int i = 0; i < 20_000; i++)
            {
                Interlocked.Increment(ref read);
                furthest = Math.Max(furthest, read - Volatile.Read(ref written));
                yield return i;
            }
        }

        var run = new OrderedRun<int, int>(2, () => 0, (_, _, into) => into.Write("x"u8), _ => 1);
        using IEnumerator<int> items = Items().GetEnumerator();
        run.Run(items, bytes => Interlocked.Add(ref written, bytes.Length), CancellationToken.None);

        Assert.Equal(20_000, written);
        Assert.True(furthest <= 64 * ((2 * 4) + 2), $"{furthest} items were in flight");
    }

    [Fact]
    public void What_a_thread_throws_flies_where_the_output_is_written_after_what_came_before_it()
    {
        var output = new StringBuilder();
        var run = new OrderedRun<int, int>(3, () => 0, (_, i, into) => into.Write(i == 700 ? throw new FormatException("item 700") : Encoding.UTF8.GetBytes(i + " ")), _ => 1);
        using IEnumerator<int> items = Enumerable.Range(0, 100_000).GetEnumerator();

        FormatException thrown = Assert.Throws<FormatException>(() => run.Run(items, bytes => output.Append(Encoding.UTF8.GetString(bytes.Span)), CancellationToken.None));

        Assert.Equal("item 700", thrown.Message);
        Assert.StartsWith("0 1 2 ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(" 639 ", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(" 700 ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_stopped_ends_though_its_input_gives_nothing_more()
    {
        using var stop = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        IEnumerable<int> Items()
        {
            for (int i = 0; i < 64; i++)
            {
                yield return i;
            }

            stop.CancelAfter(50);
            never.Wait();
            yield return -1;
        }

        var output = new StringBuilder();
        var run = new OrderedRun<int, int>(2, () => 0, (_, i, into) => into.Write(Encoding.UTF8.GetBytes(i + "\n")), _ => 1);
        using IEnumerator<int> items = Items().GetEnumerator();

        bool complete = run.Run(items, bytes => output.Append(Encoding.UTF8.GetString(bytes.Span)), stop.Token);
        never.Set();

        Assert.False(complete);
        Assert.Equal(string.Concat(Enumerable.Range(0, 64).Select(i => i + "\n")), output.ToString());
    }

    private static string Run(int[] items, int threads, Action<int, IBufferWriter<byte>> work)
    {
        var output = new StringBuilder();
        var run = new OrderedRun<int, int>(threads, () => 0, (_, item, into) => work(item, into), _ => 1);
        using IEnumerator<int> all = items.AsEnumerable().GetEnumerator();
        Assert.True(run.Run(all, bytes => output.Append(Encoding.UTF8.GetString(bytes.Span)), CancellationToken.None));
        return output.ToString();
    }
}
