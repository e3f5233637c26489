using System.Collections.Immutable;
using Recoupe.Formats;

namespace Recoupe.Clean.Metadata;

/// <summary>Notes where the places that tell a fact of an article disagree: what is followed, and what another says.</summary>
internal static class MetadataConflicts
{
    private const string Given = "given";
    private const string Feed = "feed";

    // A by-line of more is no by-line, and names are compared each with each.
    private const int MostNames = 20;

    /// <summary>
    /// The disputes over a page of HTML; <paramref name="given"/> is what was said of it beside it, its feed's word among that.
    /// </summary>
    public static ImmutableArray<Reason> Of(PageFacts given, HtmlFacts page, IEnumerable<Metadatum> days)
    {
        var feed = given.Feed ?? PageFacts.None;
        return
        [
            .. Metadatum.Notes("OTHER-TITLE", [.. Metadatum.Of(given.Title, Given), .. page.Titles, .. Metadatum.Of(feed.Title, Feed)], Metadatum.AreAlike),
            .. Metadatum.Notes(
                "OTHER-DAY", [.. Metadatum.Of(given.Published, Given), .. days, .. Metadatum.Of(feed.Published, Feed)], AreOneDay),
            .. Metadatum.Notes("OTHER-AUTHORS", [.. Joined(given.Authors, Given), .. page.Authors.SelectMany(a => Joined(a.Names, a.Where)), .. Joined(feed.Authors, Feed)], AreOneByline),
            .. Metadatum.Notes(
                "OTHER-SITE", [.. Metadatum.Of(given.Site, Given), .. page.Sites, .. Metadatum.Of(feed.Site, Feed)], Metadatum.AreAlike),
            .. Metadatum.Notes(
                "OTHER-ADDRESS", [.. Metadatum.Of(given.Url, Given), .. page.Urls, .. Metadatum.Of(feed.Url, Feed)], AreOneAddress),
        ];
    }

    /// <summary>The disputes over a page of text: what was given of it, and what its lines say.</summary>
    public static ImmutableArray<Reason> Of(PageFacts given, string? title, string? day, ImmutableArray<string> authors)
    {
        var feed = given.Feed ?? PageFacts.None;
        return
        [
            .. Metadatum.Notes("OTHER-TITLE", [.. Metadatum.Of(given.Title, Given), .. Metadatum.Of(title, "text"), .. Metadatum.Of(feed.Title, Feed)], Metadatum.AreAlike),
            .. Metadatum.Notes("OTHER-DAY", [.. Metadatum.Of(given.Published, Given), .. Metadatum.Of(PublicationDate.DayIn(given.Url), "address"), .. Metadatum.Of(day, "text"), .. Metadatum.Of(feed.Published, Feed)], AreOneDay),
            .. Metadatum.Notes("OTHER-AUTHORS", [.. Joined(given.Authors, Given), .. Joined(authors, "text"), .. Joined(feed.Authors, Feed)], AreOneByline),
        ];
    }

    /// <summary>The dispute over an article's language.</summary>
    public static IEnumerable<Reason> OfLanguage(string language, IEnumerable<Metadatum> said) => Metadatum.Notes(
        "OTHER-LANGUAGE",
        [.. Metadatum.Of(language, said.FirstOrDefault(s => string.Equals(LanguageTag.Read(s.Value), language, StringComparison.Ordinal)).Where ?? "text"), .. said.Where(s => LanguageTag.Read(s.Value) is not null)],
        (a, b) => string.Equals(LanguageTag.Read(a), LanguageTag.Read(b), StringComparison.Ordinal));

    private static ImmutableArray<Metadatum> Joined(ImmutableArray<string> names, string where) =>
        Metadatum.Of(string.Join(", ", names.Take(MostNames)), where);

    private static bool AreOneByline(string a, string b)
    {
        var (one, other) = (a.Split(", ", MostNames + 1), b.Split(", ", MostNames + 1));
        return one.All(name => other.Any(o => Metadatum.AreAlike(name, o))) || other.All(name => one.Any(o => Metadatum.AreAlike(name, o)));
    }

    // A month is told by each of its days, and 01/06 is two days, one in Europe and one in America.
    private static bool AreOneDay(string a, string b) =>
        a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)
        || (a.Length == 10
            && b.Length == 10
            && (IsUnknownYear(a) || IsUnknownYear(b))
            && string.Equals(a[4..], b[4..], StringComparison.Ordinal))
        || string.Equals(HtmlPublicationDate.Swapped(a), b, StringComparison.Ordinal);

    private static bool IsUnknownYear(string day) => day[0] == 'X';

    private static bool AreOneAddress(string a, string b) => string.Equals(Bare(a), Bare(b), StringComparison.OrdinalIgnoreCase);

    // Whatever is asked for beside the page itself, and for whatever screen.
    private static string Bare(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? WebAddress.HostOf(uri) is var host && host.Split('.') is ["www" or "m" or "amp", .. var rest]
                ? string.Join('.', rest) + Path(uri)
                : host + Path(uri)
            : url;

    private static string Path(Uri uri) =>
        uri.AbsolutePath.TrimEnd('/') is var path && path.EndsWith("/amp", StringComparison.Ordinal) ? path[..^4] : path;
}
