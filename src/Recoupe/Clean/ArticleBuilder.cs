using System.Collections.Immutable;
using System.Text;
using Recoupe.Clean.Metadata;
using Recoupe.Formats;
using Recoupe.Language;

namespace Recoupe.Clean;

/// <summary>Puts the header on an article.</summary>
internal static class ArticleBuilder
{
    private const int EnoughToJudge = 200; // characters of prose beyond which the text's own language outweighs what is said of it
    private const int MostToJudge = 20_000; // characters: a language is told by far fewer

    /// <summary>The article with its hash, site and language; <paramref name="languages"/> is what is said of the last.</summary>
    public static Article Article(
        Page page, PageFacts facts, Publication? published, string text, ImmutableArray<Block> blocks, ImmutableArray<Reason> notes, ImmutableArray<Metadatum> languages)
    {
        var language = LanguageOf(text, blocks, facts.Language);
        var url = WebAddress.Original(facts.Url);
        var header = new ArticleHeader(
            page.Id,
            ContentHash.OfText(text),
            page.Name,
            page.Path,
            url,
            facts.Site ?? HostOf(url),
            facts.Title,
            facts.Authors,
            language,
            published)
        {
            Notes = [.. notes, .. MetadataConflicts.OfLanguage(language, languages)],
        };
        return new(header, text, blocks);
    }

    private static string LanguageOf(string text, ImmutableArray<Block> blocks, string? given)
    {
        var prose = new StringBuilder();
        foreach (var block in blocks)
        {
            if (prose.Length >= MostToJudge) break;
            if (block.Kind is BlockKind.Furniture or BlockKind.Byline or BlockKind.Date or BlockKind.Credit) continue;
            prose.Append(block.Span.In(text)[..Math.Min(block.Span.Length, MostToJudge)]).Append('\n');
        }

        var guess = LanguageIdentifier.Identify(prose.ToString()).Language;
        var isKnown = guess is not LanguageGuess.Unknown;
        return isKnown && (given is null || prose.Length >= EnoughToJudge) ? guess : given ?? guess;
    }

    private static string? HostOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? WebAddress.HostOf(uri) is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host
            : null;
}
