using System.Globalization;

namespace Entente.Watching;

/// <summary>What a server's robots.txt allows, after RFC 9309: the longest rule that fits decides, and of two as long the one that allows.</summary>
public sealed class RobotRules
{
    private readonly List<(string Path, bool Allow)> _rules = [];

    private RobotRules()
    {
    }

    /// <summary>All is allowed: where there is no robots.txt.</summary>
    public static RobotRules AllowAll { get; } = new();

    /// <summary>Nothing is allowed: where the server cannot say.</summary>
    public static RobotRules RefuseAll { get; } = Parse("User-agent: *\nDisallow: /", "");

    /// <summary>How long the server asks to wait between two requests; null where it does not ask.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="text">The file.</param>
    /// <param name="agent">The name of the program, in lower case; the groups of that name, else those of <c>*</c>, hold.</param>
    public static RobotRules Parse(string text, string agent)
    {
        ArgumentNullException.ThrowIfNull(text);
        RobotRules own = new(), all = new();
        bool anyOwn = false, isOwn = false, isAll = false, inAgents = false;
        foreach (string line in text.Split('\n'))
        {
            string content = line.Split('#')[0];
            int colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            string key = content[..colon].Trim().ToLowerInvariant(), value = content[(colon + 1)..].Trim();
            if (key == "user-agent")
            {
                (isOwn, isAll) = inAgents ? (isOwn, isAll) : (false, false);
                isOwn |= agent.Length > 0 && value.Equals(agent, StringComparison.OrdinalIgnoreCase);
                isAll |= value == "*";
                anyOwn |= isOwn;
                inAgents = true;
                continue;
            }

            inAgents = false;
            foreach (RobotRules rules in (RobotRules[])[.. isOwn ? [own] : Array.Empty<RobotRules>(), .. isAll ? [all] : Array.Empty<RobotRules>()])
            {
                rules.Add(key, value);
            }
        }

        return anyOwn ? own : all;
    }

    /// <summary>Whether an address may be asked for.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        string path = address.PathAndQuery;
        (int length, bool allow) = (-1, true);
        foreach ((string rule, bool allows) in _rules)
        {
            if (Fits(rule, path) && (rule.Length > length || (rule.Length == length && allows)))
            {
                (length, allow) = (rule.Length, allows);
            }
        }

        return allow;
    }

    private void Add(string key, string value)
    {
        if (key is "allow" or "disallow" && value.Length > 0)
        {
            _rules.Add((value, key == "allow"));
        }
        else if (key == "crawl-delay" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= 3600)
        {
            Delay = TimeSpan.FromSeconds(seconds);
        }
    }

    /// <summary>Whether a rule fits the start of a path: <c>*</c> is any run of characters, <c>$</c> at its end is the end.</summary>
    private static bool Fits(string rule, string path)
    {
        bool whole = rule.EndsWith('$');
        string[] parts = (whole ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            bool last = whole && i == parts.Length - 1;
            int found = last ? path.Length - parts[i].Length : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at || (last && !path.EndsWith(parts[i], StringComparison.Ordinal)))
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !whole || at == path.Length;
    }
}
