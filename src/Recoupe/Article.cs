using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>An article: its text, unchanged, and what each part of it is.</summary>
/// <param name="Header">What identifies it.</param>
/// <param name="Text">The page's text less a byte-order mark, ill-formed bytes as U+FFFD; for HTML, its prose.</param>
/// <param name="Blocks">Paragraphs and lines in text order; they never overlap, and every character but white space lies in one.</param>
public sealed record Article(ArticleHeader Header, string Text, ImmutableArray<Block> Blocks)
{
    private const int DeepestHeading = 6; // marks of Markdown

    /// <summary>Its id.</summary>
    public ArticleId Id => Header.Id;

    /// <summary>
    /// The words of some of its spans and what lies between two on one line, which may be a hedge or a denial
    /// («<c>aurait</c> été capturé»); what lies between two lines is <c>[…]</c>. A heading is without its mark.
    /// </summary>
    public string Quote(IEnumerable<TextSpan> spans) => string.Join(" […] ", Lines(spans).Select(span => Quote(span)));

    private string Quote(TextSpan span)
    {
        var words = span.In(Text).Trim();
        var unmarked = words.TrimStart('#');
        return new string(words.Length - unmarked.Length <= DeepestHeading && unmarked.StartsWith(' ') ? unmarked.TrimStart() : words);
    }

    // Spans of one line are one.
    private IEnumerable<TextSpan> Lines(IEnumerable<TextSpan> spans)
    {
        TextSpan? whole = null;
        foreach (var span in spans)
        {
            if (whole is { } before && IsOnOneLine(before, span)) whole = new TextSpan(before.Start, Math.Max(before.End, span.End));
            else
            {
                if (whole is { } line) yield return line;
                whole = span;
            }
        }

        if (whole is { } last) yield return last;
    }

    private bool IsOnOneLine(TextSpan before, TextSpan after) =>
        after.Start >= before.Start && (after.Start <= before.End || !Text.AsSpan(before.End, after.Start - before.End).Contains('\n'));

    /// <summary>Its headings, paragraphs and quotations, parted by one blank line.</summary>
    public string Prose() =>
        string.Join("\n\n", Blocks.Where(b => b.Kind is BlockKind.Heading or BlockKind.Body or BlockKind.Quote)
            .Select(b => b.Span.In(Text).ToString()));
}

/// <summary>What identifies an article, without its text.</summary>
/// <param name="Id">The id of its page.</param>
/// <param name="TextHash">SHA-256 of its text, 64 hex digits: what pins every span.</param>
/// <param name="Name">Safe for a file system.</param>
/// <param name="Path">Where it was read from.</param>
/// <param name="Url">Where it was published, or <see langword="null"/>.</param>
/// <param name="Site">The outlet or host, or <see langword="null"/>.</param>
/// <param name="Title">The headline, or <see langword="null"/>.</param>
/// <param name="Authors">The by-line's names.</param>
/// <param name="Language">ISO 639-1; <c>und</c> where it cannot be told.</param>
/// <param name="Published">When it came out, or <see langword="null"/>.</param>
public sealed record ArticleHeader(
    ArticleId Id,
    string TextHash,
    string Name,
    string Path,
    string? Url,
    string? Site,
    string? Title,
    ImmutableArray<string> Authors,
    string Language,
    Publication? Published)
{
    /// <summary>
    /// What a reader should know of how it was read: where what is said of it disagrees, or its letters had to be mended.
    /// </summary>
    public ImmutableArray<Reason> Notes { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The day it came out; <see langword="null"/> where that is unknown or not believed.</summary>
    internal string? BelievedDay() => Published is { Doubted: null } published ? published.Value : null;
}

/// <summary>When an article came out.</summary>
/// <param name="Value">ISO 8601: <c>2022-04-07</c>; <c>XXXX-04-07</c> where the year is unknown.</param>
/// <param name="From">What says so.</param>
/// <param name="Doubted">Why it is not believed; <see langword="null"/> where it is.</param>
/// <param name="Span">Where the text says so; <see langword="null"/> where something else does.</param>
public sealed record Publication(string Value, PublicationSource From, Reason? Doubted, TextSpan? Span);

/// <summary>What a publication date was taken from.</summary>
public enum PublicationSource
{
    /// <summary>A sidecar, front matter or markup.</summary>
    Metadata,

    /// <summary>The URL.</summary>
    Url,

    /// <summary>A by-line or date line of the page.</summary>
    Byline,

    /// <summary>The prose.</summary>
    Text,

    /// <summary>The user.</summary>
    Given,
}

/// <summary>A part of an article's text.</summary>
public readonly record struct Block(TextSpan Span, BlockKind Kind)
{
    /// <summary>
    /// Where it stands among the characters of its page of HTML, tags and all, between its first letter and its last;
    /// <see langword="null"/> where it was not found there again, or where the page is text, whose places are the article's.
    /// </summary>
    public TextSpan? OnPage { get; init; }
}

/// <summary>What a part of an article is.</summary>
public enum BlockKind
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>When it came out, or was rendered.</summary>
    Date,

    /// <summary>A heading inside the article.</summary>
    Heading,

    /// <summary>Prose.</summary>
    Body,

    /// <summary>A pull quote or block quotation.</summary>
    Quote,

    /// <summary>A picture's legend.</summary>
    Caption,

    /// <summary>Who contributed, which agency.</summary>
    Credit,

    /// <summary>The site's own: menus, notices, links, forms.</summary>
    Furniture,
}
