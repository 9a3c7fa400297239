using System.Text;
using Entente.Reading.JsonLines;

namespace Entente.Reading.Tests;

public class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "1:a")]
    [InlineData("a\n", "1:a")]
    [InlineData("a\r\nb\r\n", "1:a 2:b")]
    [InlineData("\n\na", "1: 2: 3:a")]
    [InlineData("\uFEFFa\n\uFEFFb", "1:a 2:\uFEFFb")]
    [InlineData("\r\n", "1:")]
    public void Lines_end_at_LF_CRLF_or_the_end_and_a_byte_order_mark_is_skipped(string text, string expected)
    {
        Assert.Equal(expected, Read(text, limit: 100, chunk: 1000));
        Assert.Equal(expected, Read(text, limit: 100, chunk: 1));
    }

    [Theory]
    [InlineData("12345\n", "1:12345")]
    [InlineData("123456\n1\n", "1:! 2:1")]
    [InlineData("1\n1234567890123456789012345678901234567890\n2", "1:1 2:! 3:2")]
    [InlineData("1\n1234567890123456789012345678901234567890", "1:1 2:!")]
    public void A_line_beyond_the_limit_is_left_out_and_counted(string text, string expected)
    {
        Assert.Equal(expected, Read(text, limit: 5, chunk: 1000));
        Assert.Equal(expected, Read(text, limit: 5, chunk: 3));
    }

    [Fact]
    public void Random_lines_come_back_whatever_the_chunks()
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            string[] lines = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => new string('x', random.Next(0, 40)))];

            string read = Read(string.Join('\n', lines) + "\n", limit: 30, chunk: random.Next(1, 50));

            string expected = string.Join(' ', lines.Select((line, i) => $"{i + 1}:{(line.Length > 30 ? "!" : line)}"));
            Assert.True(expected == read, $"seed 11, round {round}: {expected} / {read}");
        }
    }

    private static string Read(string text, int limit, int chunk)
    {
        using var lines = new LineReader(new Trickle(Encoding.UTF8.GetBytes(text), chunk), limit);
        var seen = new List<string>();
        while (lines.TryRead(out ReadOnlySpan<byte> line, out bool tooLong))
        {
            seen.Add($"{lines.Number}:{(tooLong ? "!" : Encoding.UTF8.GetString(line))}");
        }

        return string.Join(' ', seen);
    }

    /// <summary>Hands out a few bytes at a time, as a pipe may.</summary>
    private sealed class Trickle(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
    }
}
