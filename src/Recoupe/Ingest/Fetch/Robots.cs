using System.Globalization;
using System.Text;

namespace Recoupe.Ingest.Fetch;

/// <summary>What a site's robots.txt allows (RFC 9309), and how long it asks to be left alone.</summary>
internal sealed class Robots
{
    private const int MostRules = 5000; // RFC 9309 asks for 500 KiB, which is about as many
    private const int LongestRule = 2048; // characters: longer than addresses that are fetched
    private const double LongestDelay = 30; // seconds: more would keep a run waiting for a mistake

    private readonly List<(string Path, bool Allowed)> _rules = [];

    private Robots()
    {
    }

    /// <summary>No rule at all.</summary>
    public static Robots AllowAll { get; } = new();

    /// <summary>How long to wait between two requests; zero where nothing is asked.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>The rules for the robot of that name; where it has none of its own, those for all.</summary>
    public static Robots Of(string text, string robot)
    {
        var (own, all) = (new Robots(), new Robots());
        var (isOwn, isAll, inHead) = (false, false, false);
        var named = false;
        foreach (var (field, value) in Lines(text))
        {
            if (field is "user-agent")
            {
                if (!inHead) (isOwn, isAll) = (false, false);
                inHead = true;
                isOwn |= robot.Length > 0 && Product(value).Equals(robot, StringComparison.OrdinalIgnoreCase);
                isAll |= value is "*";
                named |= isOwn;
                continue;
            }

            if (field is "allow" or "disallow" or "crawl-delay") inHead = false;
            if (isOwn) own.Add(field, value);
            if (isAll) all.Add(field, value);
        }

        return named ? own : all;
    }

    /// <summary>
    /// Whether the path, with its query, may be fetched: the longest rule that fits it decides, and of two as long the one that allows.
    /// </summary>
    public bool Allows(string path)
    {
        if (path is "/robots.txt") return true;
        var (longest, allowed) = (-1, true);
        var plain = Plain(path);
        foreach (var rule in _rules)
        {
            if (rule.Path.Length < longest || (rule.Path.Length == longest && allowed) || !Fits(rule.Path, plain)) continue;
            (longest, allowed) = (rule.Path.Length, rule.Allowed);
        }

        return allowed;
    }

    private static IEnumerable<(string Field, string Value)> Lines(string text)
    {
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var said = line.Split('#')[0];
            var colon = said.IndexOf(':');
            if (colon > 0) yield return (said[..colon].Trim().ToLowerInvariant(), said[(colon + 1)..].Trim());
        }
    }

    private static string Product(string agent) => agent.Split('/', ' ')[0];

    private void Add(string field, string value)
    {
        if (field is "allow" or "disallow" && value.Length is > 0 and < LongestRule && _rules.Count < MostRules)
            _rules.Add((Plain(value), field is "allow"));
        else if (field is "crawl-delay"
            && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds))
            Delay = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestDelay));
    }

    // %C3%A9 and é are one; %2F stays what it is.
    private static string Plain(string path)
    {
        var plain = new StringBuilder(path.Length);
        foreach (var letter in Encoding.UTF8.GetBytes(path))
        {
            if (letter is > 0x20 and < 0x7F) plain.Append((char)letter);
            else plain.Append('%').Append(letter.ToString("X2", CultureInfo.InvariantCulture));
        }

        for (var i = 0; i + 2 < plain.Length; i++)
        {
            if (plain[i] == '%') (plain[i + 1], plain[i + 2]) = (char.ToUpperInvariant(plain[i + 1]), char.ToUpperInvariant(plain[i + 2]));
        }

        return plain.ToString();
    }

    // Greedy from star to star: in time as the product of the two lengths at most.
    private static bool Fits(string rule, string path)
    {
        var isWhole = rule.EndsWith('$');
        var parts = (isWhole ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var isLast = isWhole && i == parts.Length - 1;
            var found = isLast ? path.Length - parts[i].Length : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at || !path.AsSpan(found).StartsWith(parts[i])) return false;
            at = found + parts[i].Length;
        }

        return !isWhole || at == path.Length;
    }
}
