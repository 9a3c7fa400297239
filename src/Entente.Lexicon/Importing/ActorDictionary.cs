using System.Globalization;
using Entente.Records;

namespace Entente.Lexicon.Importing;

/// <summary>One actor of a dictionary: names and dated codes.</summary>
/// <param name="Names">The first is the head line's; no underscores, words with capitals.</param>
/// <param name="Roles">What it is and when; days half-open, without overlap, in order.</param>
/// <param name="Line">The head line.</param>
internal sealed record DictionaryActor(IReadOnlyList<string> Names, IReadOnlyList<DictionaryRole> Roles, int Line);

/// <summary>A code and when it holds.</summary>
/// <param name="From">First day; null for since ever.</param>
/// <param name="To">Day after the last; null for still.</param>
internal sealed record DictionaryRole(ActorCode Code, DateOnly? From, DateOnly? To);

/// <summary>Reads actor dictionaries of TABARI and PETRARCH.</summary>
/// <remarks>
/// A head line names the actor, lines with <c>+</c> add names, codes stand in brackets on the head line or on lines of their own, with <c>YYMMDD-YYMMDD</c>, <c>&lt;YYMMDD</c> (before) or
/// <c>&gt;YYMMDD</c> (after), in TABARI's files in parentheses. A code without days holds where no dated one does.
/// </remarks>
/// <param name="file">As faults name it.</param>
/// <param name="isState">Whether three letters are a state's.</param>
/// <param name="pivot">Years of two digits above it are of the 20th century: 30 makes 31 1931 and 30 2030.</param>
/// <param name="problems">Receives an entry for each line or code that is passed over.</param>
internal sealed class ActorDictionary(string file, Func<string, bool> isState, int pivot, ICollection<Diagnostic> problems)
{
    /// <summary>Actors with at least one code, in file order.</summary>
    public IEnumerable<DictionaryActor> Read(TextReader reader)
    {
        var names = new List<string>();
        var codes = new List<DictionaryRole>();
        int head = 0;
        foreach (DictionaryLine line in DictionaryLine.Of(reader))
        {
            (string before, IReadOnlyList<string> bracketed) = line.Parts();
            bool isSynonym = before.StartsWith('+');
            if (before.Length > 0 && !isSynonym)
            {
                if (Actor(names, codes, head) is { } actor)
                {
                    yield return actor;
                }

                names.Clear();
                codes.Clear();
                head = line.Number;
            }

            if (before.Length > 0)
            {
                names.Add(DictionaryLine.Name(before.TrimStart('+')));
            }

            foreach (string code in bracketed)
            {
                if (Role(line, code) is { } role)
                {
                    codes.Add(role);
                }
            }
        }

        if (Actor(names, codes, head) is { } last)
        {
            yield return last;
        }
    }

    private DictionaryActor? Actor(List<string> names, List<DictionaryRole> codes, int line)
    {
        if (names.Count == 0 || codes.Count == 0)
        {
            if (names.Count > 0)
            {
                problems.Add(new(file, line, "LEX040", $"'{names[0]}' has no code that can be read", "give it one in brackets, such as [AFGGOV]"));
            }

            return null;
        }

        return new([.. names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)], InOrder(codes), line);
    }

    /// <summary>Dated roles by their first day, cut where they overlap the one before; the undated one in the gaps.</summary>
    private static List<DictionaryRole> InOrder(List<DictionaryRole> codes)
    {
        var roles = new List<DictionaryRole>();
        DictionaryRole? always = codes.Find(role => role.From is null && role.To is null);
        DateOnly? end = null;
        bool open = true; // whether anything before the first role is left for the undated code
        foreach (DictionaryRole role in codes.Where(role => role.From is not null || role.To is not null).OrderBy(role => role.From ?? DateOnly.MinValue))
        {
            DateOnly? from = end is not null && (role.From is null || role.From < end) ? end : role.From;
            if ((role.To is not null && from is not null && role.To <= from) || (roles.Count > 0 && end is null))
            {
                continue;
            }

            if (always is not null && from is not null && (roles.Count == 0 ? open : from > end))
            {
                roles.Add(always with { From = end, To = from });
            }

            roles.Add(role with { From = from });
            end = role.To;
            open = false;
        }

        if (always is not null && (roles.Count == 0 || end is not null))
        {
            roles.Add(always with { From = end });
        }

        return roles;
    }

    private DictionaryRole? Role(DictionaryLine line, string bracketed)
    {
        string[] parts = bracketed.Replace("(", " ", StringComparison.Ordinal).Replace(")", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lost = new List<string>();
        if (parts.Length is 0 or > 2 || CameoActorCode.Translate(parts[0], isState, lost) is not { } code)
        {
            problems.Add(line.Problem(file, $"'[{bracketed}]' is no code that has a counterpart", "write a state or body and roles, three letters each, such as AFGGOV"));
            return null;
        }

        if (parts.Length == 1)
        {
            return new(code, null, null);
        }

        string when = parts[1];
        string[] days = when.Split('-');
        DateOnly? first = Day(days[0].TrimStart('<', '>')), second = days.Length == 2 ? Day(days[1]) : null;
        if (first is null || days.Length > 2 || (days.Length == 2 && second is null) || (days.Length == 2 && second < first))
        {
            problems.Add(line.Problem(file, $"'{when}' are no days", "write YYMMDD-YYMMDD, <YYMMDD or >YYMMDD"));
            return null;
        }

        return when[0] switch
        {
            '<' => new(code, null, first),
            '>' => new(code, first.Value.AddDays(1), null),
            _ => days.Length == 2 ? new(code, first, second!.Value.AddDays(1)) : new(code, first, first.Value.AddDays(1)),
        };
    }

    private DateOnly? Day(string digits)
    {
        string full = digits.Length == 6 && int.TryParse(digits.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? (year > pivot ? "19" : "20") + digits : digits;
        return DateOnly.TryParseExact(full, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
    }
}
