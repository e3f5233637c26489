using System.Collections.Immutable;
using Recoupe.Clean.Lines;
using Recoupe.Formats;
using Recoupe.Language;

namespace Recoupe.Clean.Metadata;

/// <summary>Finds when an article came out. A year that nothing shows is not made up.</summary>
internal static class PublicationDate
{
    private const int LongestDay = 60;

    /// <summary>What is said of the page, else what its address shows; <see langword="null"/> where neither does.</summary>
    public static Publication? Given(PageFacts facts) =>
        Said(facts) ?? (DayIn(facts.Url) is { } inUrl ? new(inUrl, PublicationSource.Url, null, null) : null);

    /// <summary>What is said of the page; <see langword="null"/> where nothing is.</summary>
    public static Publication? Said(PageFacts facts) =>
        facts.Published is { } day ? new(day, PublicationSource.Metadata, null, null) : null;

    /// <summary>
    /// The day on which the page's file, or a capture of it, was made: kept, since it is seldom earlier than the article's, but not
    /// believed.
    /// </summary>
    public static Publication? OfFile(string? made) =>
        made is { } day ? new(day, PublicationSource.Metadata, Reason.Of("FILE-DATE"), null) : null;

    /// <summary>
    /// What the text shows: a date line or by-line, a day that the prose calls today's. Failing these, a day above the site's name: when
    /// the page was rendered, kept but not believed. An agency's dateline is not taken: it is the wire's day, and the page may be a copy.
    /// </summary>
    public static Publication? InText(ArticleId article, string text, ImmutableArray<Block> blocks, int title, SiteWords words) =>
        InHead(text, blocks, words) ?? InProse(text, blocks, words) ?? Rendered(article, text, blocks, title, words);

    private static Publication? InHead(string text, ImmutableArray<Block> blocks, SiteWords words)
    {
        foreach (var block in blocks.Where(b => b.Kind is BlockKind.Date or BlockKind.Byline))
        {
            if (WrittenDay.In(LineWords.Of(block.Span.In(text))) is { } day)
                return new(day.Value, PublicationSource.Byline, null, block.Span);
        }

        return null;
    }

    private static Publication? InProse(string text, ImmutableArray<Block> blocks, SiteWords words)
    {
        Publication? found = null;
        foreach (var block in blocks.Where(b => b.Kind is BlockKind.Body or BlockKind.Title && b.Span.Length <= 10_000))
        {
            if (Today(text, block.Span, words) is not { } day) continue;
            if (found is not null && !string.Equals(found.Value, day.Value, StringComparison.Ordinal)) return null;
            found ??= new(day.Value, PublicationSource.Text, null, block.Span);
        }

        return found;
    }

    private static WrittenDay? Today(string text, TextSpan span, SiteWords words)
    {
        var line = LineWords.Of(span.In(text));
        for (var from = 0; WrittenDay.In(line, from) is { } day; from = day.First + day.Words)
        {
            // «ce 7 avril» is today; «ce mardi 22 octobre» may be next Tuesday.
            if (words.SaysToday(line, day.First)) return day;
        }

        return null;
    }

    private static Publication? Rendered(ArticleId article, string text, ImmutableArray<Block> blocks, int title, SiteWords words)
    {
        if (title < 1 || blocks[0].Kind is not BlockKind.Furniture) return null;
        return WrittenDay.In(LineWords.Of(blocks[0].Span.In(text)[..Math.Min(blocks[0].Span.Length, LongestDay)])) is { } day
            ? new(day.Value, PublicationSource.Byline, Reason.Of("RENDER-DATE", new Passage(article, blocks[0].Span)), blocks[0].Span)
            : null;
    }

    /// <summary>The day in an address: …/2022/04/07/…, …/2022-04-07…, …/20220407/…, the ways in which the press files its pages.</summary>
    public static string? DayIn(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        var parts = uri.AbsolutePath.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i + 2 < parts.Length
                && parts[i].Length == 4
                && Day(parts[i], parts[i + 1].PadLeft(2, '0'), parts[i + 2].PadLeft(2, '0')) is { } filed)
                return filed;
            if (parts[i].Length >= 10 && parts[i][4] == '-' && char.IsAsciiDigit(parts[i][0]) && IsoDay.Read(parts[i][..10]) is { } dashed)
                return dashed;
            if (parts[i].Length == 8 && Day(parts[i][..4], parts[i][4..6], parts[i][6..]) is { } run) return run;
        }

        return null;
    }

    private static string? Day(string year, string month, string day) =>
        year.StartsWith("19", StringComparison.Ordinal) || year.StartsWith("20", StringComparison.Ordinal)
            ? IsoDay.Read($"{year}-{month}-{day}")
            : null;
}
