using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Run;

/// <summary>
/// Gives articles of one name different ones: the first keeps it, the next get <c>-2</c>, <c>-3</c>. Case does not tell names apart.
/// </summary>
internal sealed class ArticleNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    // Where to go on looking, so that a thousand articles of one name cost a thousand looks.
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The headers in ordinal order of id, their names apart: the same whatever the order of arrival.</summary>
    public static ImmutableArray<ArticleHeader> Apart(IEnumerable<ArticleHeader> headers)
    {
        var names = new ArticleNames();
        return [.. headers.OrderBy(h => h.Id).Select(names.Named)];
    }

    /// <summary>The header with a name that none before it took.</summary>
    public ArticleHeader Named(ArticleHeader header)
    {
        var free = header.Name;
        var n = _next.GetValueOrDefault(header.Name, 2);
        while (!_taken.Add(free))
            free = string.Create(CultureInfo.InvariantCulture, $"{header.Name}-{n++}");
        _next[header.Name] = n;
        return string.Equals(free, header.Name, StringComparison.Ordinal) ? header : header with { Name = free };
    }
}
