using System.Collections.Immutable;

namespace Recoupe;

/// <summary>Gives articles of one name different ones, the same whatever the order of arrival.</summary>
internal static class ArticleNames
{
    /// <summary>The headers in ordinal order of id. The first of a name keeps it, the next get <c>-2</c>, <c>-3</c>; case does not tell names apart.</summary>
    public static ImmutableArray<ArticleHeader> Apart(IEnumerable<ArticleHeader> headers)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. headers.OrderBy(h => h.Id).Select(h => h with { Name = Free(h.Name, taken) })];
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var n = 2; !taken.Add(free); n++)
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{n}");
        return free;
    }
}
