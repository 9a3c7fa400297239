using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>How all of Entente's JSON looks: UTF-8 as it is, no blanks, numbers with a decimal point where they are measures.</summary>
public static class JsonText
{
    /// <summary>For <see cref="Utf8JsonWriter"/>: one record a line.</summary>
    public static JsonWriterOptions OneLine { get; } = new() { Encoder = new LiteralEncoder(), SkipValidation = true };

    /// <summary>For <see cref="Utf8JsonWriter"/>: files that people read.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Encoder = new LiteralEncoder(), Indented = true, NewLine = "\n" };

    /// <summary>Writes a measure with one to three decimals: <c>5.0</c>, <c>0.125</c>.</summary>
    public static void WriteMeasure(this Utf8JsonWriter json, ReadOnlySpan<byte> name, double value)
    {
        json.WritePropertyName(name);
        WriteDecimal(json, value, "0.0##");
    }

    /// <summary>Writes degrees to a metre's exactness.</summary>
    internal static void WriteDegrees(this Utf8JsonWriter json, ReadOnlySpan<byte> name, double value)
    {
        json.WritePropertyName(name);
        WriteDecimal(json, value, "0.0####");
    }

    /// <summary>Writes <c>"text","start","end"</c> of a quote into the object that is open.</summary>
    internal static void WriteSpan(this Utf8JsonWriter json, Quote quote, CodepointMap? offsets)
    {
        json.WriteString("text"u8, quote.Text);
        json.WriteNumber("start"u8, offsets?.ToCodepoints(quote.Span.Start) ?? quote.Span.Start);
        json.WriteNumber("end"u8, offsets?.ToCodepoints(quote.Span.End) ?? quote.Span.End);
    }

    internal static void WriteOptional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    internal static void WriteList(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A day as records write it.</summary>
    internal static void WriteDay(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly day)
    {
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out _, "O", System.Globalization.CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    private static void WriteDecimal(Utf8JsonWriter json, double value, string format)
    {
        Span<byte> text = stackalloc byte[32];
        if (!double.IsFinite(value) || !value.TryFormat(text, out int length, format, System.Globalization.CultureInfo.InvariantCulture))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "expected a finite measure");
        }

        json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    /// <summary>Escapes what JSON must have escaped, and the line and paragraph separators that some readers take for line ends; nothing else.</summary>
    private sealed class LiteralEncoder : JavaScriptEncoder
    {
        private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters());

        public override int MaxOutputCharactersPerInputCharacter => 6;

        public override bool WillEncode(int unicodeScalar) => unicodeScalar <= char.MaxValue && Special.Contains((char)unicodeScalar);

        public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
        {
            var rest = new ReadOnlySpan<char>(text, textLength);
            for (int at = 0; at < textLength;)
            {
                int next = rest[at..].IndexOfAny(Special);
                if (next < 0)
                {
                    return -1;
                }

                at += next;
                if (char.IsHighSurrogate(rest[at]) && at + 1 < textLength && char.IsLowSurrogate(rest[at + 1]))
                {
                    at += 2;
                    continue;
                }

                return at;
            }

            return -1;
        }

        public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
            UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

        private static string SpecialCharacters()
        {
            var special = new StringBuilder("\"\\\u007f\u0085\u2028\u2029");
            for (char c = '\0'; c < ' '; c++)
            {
                special.Append(c);
            }

            // Pairs are let through; a lone half is replaced, since no UTF-8 can hold it.
            for (char c = '\uD800'; c <= '\uDFFF'; c++)
            {
                special.Append(c);
            }

            return special.ToString();
        }
    }
}
