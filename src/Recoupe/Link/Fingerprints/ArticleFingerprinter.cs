using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Makes an article's fingerprint.</summary>
internal static class ArticleFingerprinter
{
    private const int LongQuotation = 8;

    // A correction is announced at the head.
    private const int OpeningBlocks = 2;

    public static Fingerprint Of(Article article, Reading? reading, Findings findings)
    {
        var names = NameDetector.Of(article, findings);
        return new(
            article.Id,
            article.Header.Language,
            OutletKeys.Address(article.Header.Url),
            OutletKeys.Of(article.Header),
            PartialDates.Believed(article.Header.Published),
            IsCorrected(article),
            LineFingerprinter.Lines(article, reading, names),
            Quotations(article),
            CreditFinder.Find(article),
            StatementFingerprinter.Of(article, reading, findings, names))
        {
            Cited = CitedOutlets.Find(article),
        };
    }

    private static bool IsCorrected(Article article)
    {
        var title = article.Header.Title ?? "";
        var corrections = Vocabulary.Of(article.Header.Language).Corrections;
        return corrections.In(WordScanner.Scan(title, new(0, title.Length))).Any() ||
            article.Blocks.Where(b => b.Kind != BlockKind.Furniture).Take(OpeningBlocks).Any(b => corrections.In(WordScanner.Scan(article.Text, b.Span)).Any());
    }

    private static ImmutableArray<FingerprintQuotation> Quotations(Article article) =>
    [
        .. from block in article.Blocks
           where LineFingerprinter.IsProse(block.Kind)
           from span in QuotationSpans.Find(article.Text, block.Span)
           let words = WordScanner.Scan(article.Text, span)
           where words.Count >= LongQuotation
           select new FingerprintQuotation(span, words.Aggregate(1ul, (hash, word) => StableHash.Of(hash, StableHash.Of(word.Folded)))),
    ];
}
