using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Tell.Pages.Markup;

/// <summary>Long lists parted over pages.</summary>
internal static class Pager
{
    /// <summary>The items in lots of that many; one empty lot where there are none, so that its page says so.</summary>
    public static ImmutableArray<ImmutableArray<T>> Chunks<T>(ImmutableArray<T> items, int size) =>
        items.IsEmpty ? [[]] : [.. items.Chunk(size).Select(chunk => chunk.ToImmutableArray())];

    /// <summary>The name of a list's page, the first without a number.</summary>
    public static string Page(string list, int index) =>
        index == 0 ? $"{list}.html" : string.Create(CultureInfo.InvariantCulture, $"{list}-{index + 1}.html");

    public static Html Links(Locale words, string list, int count, int current) => count < 2 ? Html.None : Html.Of($"""
        <nav class="pager" aria-label="{words["pages"]}"><ol>{Enumerable.Range(0, count).Select(index => Link(list, index, current))}</ol></nav>
        """);

    private static Html Link(string list, int index, int current) => index == current
        ? Html.Of($"""<li><a href="{Page(list, index)}" aria-current="page">{index + 1}</a></li>""")
        : Html.Of($"""<li><a href="{Page(list, index)}">{index + 1}</a></li>""");
}
