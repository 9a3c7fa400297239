namespace Entente.Records;

/// <summary>A country (ISO 3166-1 alpha-3) or, in its place, a body (IGO, UNO, EUR, NGO, MNC, ISM, IMG), then PLOVER sectors: <c>RUS GOV MIL</c>.</summary>
/// <remarks>Country may be empty where only what somebody is, not whose, is known: <c>--- REB</c> is written <c>REB</c> with an empty country.</remarks>
public readonly record struct ActorCode
{
    private static readonly string[] KnownSectors =
    [
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
        "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
    ];

    private readonly Parts? _parts;

    private ActorCode(string text) => _parts = new(text);

    /// <summary>The code as written, parts apart by one blank; empty for none.</summary>
    public string Text => _parts?.Text ?? "";

    /// <summary>The country or body; null where only sectors are known.</summary>
    public string? Country => _parts?.Country;

    /// <summary>The sectors, in the order written.</summary>
    public IReadOnlyList<string> Sectors => _parts?.Sectors ?? [];

    /// <summary>Whether <paramref name="part"/> is one of PLOVER's 25 sectors.</summary>
    public static bool IsSector(ReadOnlySpan<char> part)
    {
        foreach (string sector in KnownSectors)
        {
            if (part.SequenceEqual(sector))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Parses <c>RUS GOV MIL</c>: three upper-case letters each; only the first may be a country or body.</summary>
    public static bool TryParse(string text, out ActorCode code)
    {
        code = default;
        string[] parts = text.Split(' ');
        for (int i = 0; i < parts.Length; i++)
        {
            bool letters = parts[i].Length == 3 && parts[i].All(char.IsAsciiLetterUpper);
            if (!letters || (i > 0 && !IsSector(parts[i])))
            {
                return false;
            }
        }

        code = new(text);
        return true;
    }

    /// <summary>Parses a code that is known to be sound; throws <see cref="FormatException"/> otherwise.</summary>
    public static ActorCode Parse(string text) =>
        TryParse(text, out ActorCode code)
            ? code
            : throw new FormatException($"'{text}' is no actor code; expected a country or body and PLOVER sectors, such as 'RUS GOV'.");

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>A code taken apart once; equal where the texts are.</summary>
    private sealed class Parts : IEquatable<Parts>
    {
        public Parts(string text)
        {
            Text = text;
            Country = IsSector(text.AsSpan(0, 3)) ? null : text[..3];
        }

        public string Text { get; }

        public string? Country { get; }

        public string[] Sectors => field ??= Country is null ? Text.Split(' ') : Text.Length == 3 ? [] : Text[4..].Split(' ');

        public bool Equals(Parts? other) => other is not null && Text == other.Text;

        public override bool Equals(object? obj) => Equals(obj as Parts);

        public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
    }
}
