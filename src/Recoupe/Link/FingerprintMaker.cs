using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Link;

/// <summary>Makes an article's fingerprint.</summary>
internal static class FingerprintMaker
{
    private const int LongQuotation = 8;

    // A correction is announced at the head.
    private const int OpeningBlocks = 2;

    public static Fingerprint Of(Article article, Reading? reading, Findings findings)
    {
        var names = NameTest.Of(article, findings);
        return new(
            article.Id,
            article.Header.Language,
            OutletKeys.Address(article.Header.Url),
            OutletKeys.Of(article.Header),
            Days.Believed(article.Header.Published),
            IsCorrected(article),
            LineMaker.Lines(article, reading, names),
            Quotations(article),
            CreditFinder.Find(article),
            StatementPrinter.Of(article, findings, names));
    }

    private static bool IsCorrected(Article article)
    {
        var title = article.Header.Title ?? "";
        var corrections = Vocabulary.Of(article.Header.Language).Corrections;
        return corrections.In(WordScanner.Scan(title, new(0, title.Length))).Any() ||
            article.Blocks.Where(b => b.Kind != BlockKind.Furniture).Take(OpeningBlocks).Any(b => corrections.In(WordScanner.Scan(article.Text, b.Span)).Any());
    }

    private static ImmutableArray<Quotation> Quotations(Article article) =>
    [
        .. from block in article.Blocks
           where LineMaker.IsProse(block.Kind)
           from span in QuotationFinder.Find(article.Text, block.Span)
           let words = WordScanner.Scan(article.Text, span)
           where words.Count >= LongQuotation
           select new Quotation(span, words.Aggregate(1ul, (hash, word) => StableHash.Of(hash, StableHash.Of(word.Folded)))),
    ];
}
