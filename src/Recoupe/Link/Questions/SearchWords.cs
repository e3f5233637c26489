using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>
/// What names, claims and passages are found by: their words, folded, and what these stand for, as linking compares them.
/// </summary>
internal static class SearchWords
{
    // Of a pasted sentence the first say enough.
    private const int MostAsked = 12;

    /// <summary>The words that are looked for.</summary>
    public static ImmutableArray<AskedWord> Asked(string query) =>
    [
        .. WordScanner.Scan(query, new(0, query.Length)).Take(MostAsked)
            .Select(w => new AskedWord(Word(w), [.. Meant(w).Distinct(StringComparer.Ordinal)])),
    ];

    /// <summary>The names of a ledger, the most mentioned first, then its claims, the most told first.</summary>
    public static IEnumerable<FoundWords> Items(Ledger ledger) =>
    [
        .. ledger.Entities.OrderByDescending(e => e.Mentions.Length).ThenBy(e => e.Id, StringComparer.Ordinal).Select(e => Worded(
            new(FoundKind.Name, e.Id, "und", string.Join(" · ", e.Variants.Prepend(e.Name).Distinct(StringComparer.Ordinal)), 0))),
        .. ledger.Claims.OrderByDescending(c => c.Positions.Length).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => Worded(new(FoundKind.Claim, c.Id, c.Language, c.Text, 0))),
    ];

    /// <summary>The sentences of an article, as it may be shown.</summary>
    public static FoundArticle In(FiledArticle filed)
    {
        var article = filed.Article;
        var passages =
            from block in article.Blocks
            where block.Kind is not BlockKind.Furniture
            from span in SentenceSplitter.Trimmed(article.Text, block.Span)
            select Worded(new(FoundKind.Passage, article.Id.Value, article.Header.Language, span.In(article.Text).ToString(), span.Start));
        return new([.. passages], EvidenceSearch.TermsOf(article, filed.Findings));
    }

    private static FoundWords Worded(Found found)
    {
        var scanned = WordScanner.Scan(found.Text, new(0, found.Text.Length));
        return new(
            found,
            string.Join(' ', scanned.Select(Word).Distinct(StringComparer.Ordinal)),
            string.Join(
                ' ',
                Vocabulary.Of(found.Language).Terms(scanned, w => w.IsCapital)
                    .Select(t => Token(t.Term)).Distinct(StringComparer.Ordinal)));
    }

    // In which language a word is meant, and whether it is a name, nobody says.
    private static IEnumerable<string> Meant(ScannedWord word) =>
        from language in Reader.Languages
        from isName in (bool[])[true, false]
        from found in Vocabulary.Of(language).Terms([word], _ => isName)
        select Token(found.Term);

    private static string Token(Term term) => "t" + term.Value.ToString("x8", CultureInfo.InvariantCulture);

    // A point would part a number in two.
    private static string Word(ScannedWord word) => word.Folded.Replace('.', 'p');
}
