using System.Collections.Immutable;

namespace Recoupe;

/// <summary>What was ingested, kept verbatim.</summary>
/// <param name="Path">The path as given, with <c>#line</c> for a record of a JSON-lines file.</param>
/// <param name="Name">A name safe for a file system: the file's without its last ending, or the record's <c>id</c>.</param>
/// <param name="Kind">How <paramref name="Bytes"/> are to be read.</param>
/// <param name="Bytes">The original bytes; for a JSON record, the UTF-8 of its text.</param>
/// <param name="Given">What a sidecar, front matter or the record's fields say of it.</param>
public sealed record Page(string Path, string Name, PageKind Kind, ImmutableArray<byte> Bytes, PageFacts Given)
{
    /// <summary>
    /// The id of the article on it: reckoned when asked, since a copy of the page with another address is another article.
    /// </summary>
    public ArticleId Id => ArticleId.Of(Given.Url, Bytes.AsSpan());
}

/// <summary>What a page came as.</summary>
public enum PageKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,
}

/// <summary>What is said of a page beside its bytes; <see langword="null"/> is unknown.</summary>
/// <param name="Url">Where it was published.</param>
/// <param name="Site">The outlet or host.</param>
/// <param name="Title">The headline.</param>
/// <param name="Authors">The by-line.</param>
/// <param name="Published">The day it came out, as ISO 8601: <c>2022-04-07</c>, with <c>XXXX</c> for an unknown year.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record PageFacts(
    string? Url, string? Site, string? Title, ImmutableArray<string> Authors, string? Published, string? Language)
{
    /// <summary>Nothing is known.</summary>
    public static PageFacts None { get; } = new(null, null, null, [], null, null);

    /// <summary>The encoding that whoever sent the page declared beside it, or <see langword="null"/>.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// What a feed that led to the page says of it: believed less than the page itself. <see langword="null"/> where no feed did.
    /// </summary>
    public PageFacts? Feed { get; init; }

    /// <summary>
    /// The day on which its file was made, which need not be that of publication; <see langword="null"/> where nothing tells.
    /// </summary>
    public string? Made { get; init; }

    /// <summary>These facts; where one is unknown, the other's.</summary>
    public PageFacts Or(PageFacts other) => new(
        Url ?? other.Url,
        Site ?? other.Site,
        Title ?? other.Title,
        Authors.IsEmpty ? other.Authors : Authors,
        Published ?? other.Published,
        Language ?? other.Language)
    {
        Encoding = Encoding ?? other.Encoding,
        Made = Made ?? other.Made,
        Feed = other.Feed is null ? Feed : Feed?.Or(other.Feed) ?? other.Feed,
    };
}
