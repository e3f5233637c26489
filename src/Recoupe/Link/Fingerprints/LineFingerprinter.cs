using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Makes an article's sentences ready for comparison.</summary>
internal static class LineFingerprinter
{
    // Shorter quotations are titles, nicknames and turns of phrase of the article's own.
    private const int SpeechLength = 24;

    // Beyond it (a book's worth) a text is no article: its beginning tells what it is, and the index stays small.
    private const int MostWords = 50_000;

    public static ImmutableArray<FingerprintLine> Lines(Article article, Reading? reading, NameDetector names)
    {
        var maker = new Maker(article.Text, Vocabulary.Of(article.Header.Language), names);
        var sentences = reading is null ? null : new SpanIndex(reading.Sentences.Select(s => s.Span));
        var lines = ImmutableArray.CreateBuilder<FingerprintLine>();
        var words = 0;
        var told = new HashSet<ulong>();
        foreach (var block in article.Blocks.Where(b => IsProse(b.Kind)))
        {
            var speeches = new SpanIndex(QuotationSpans.Find(article.Text, block.Span).Where(q => q.Length >= SpeechLength));
            foreach (var sentence in sentences?.Within(block.Span) ?? SentenceSplitter.Split(article.Text, block.Span))
            {
                if (words > MostWords) return lines.ToImmutable();
                // What a page repeats (a caption, who its author is) it tells once.
                if (maker.Line(sentence, speeches) is not { } line || !told.Add(Wording(line))) continue;
                lines.Add(line);
                words += line.Words.Length;
            }
        }

        return lines.ToImmutable();
    }

    private static ulong Wording(FingerprintLine line) => line.Words.Aggregate(1ul, (hash, word) => StableHash.Of(hash, word));

    public static bool IsProse(BlockKind kind) => kind is BlockKind.Body or BlockKind.Quote;

    private sealed record Maker(string Text, Vocabulary Vocabulary, NameDetector Names)
    {
        // What is quoted is the speaker's: two reports of one speech share it without either being made from the other.
        public FingerprintLine? Line(TextSpan sentence, SpanIndex speeches)
        {
            var words = WordScanner.Scan(Text, sentence);
            var said = words.RemoveAll(w => speeches.Contains(w.Span));
            if (words.Count == 0) return null;
            // What is left of a sentence that is mostly a quotation tells who spoke, as any report of the speech would.
            var terms = said > words.Count ? [] : Vocabulary.Terms(words, Names.IsName).Select(t => t.Term);
            return new(sentence, [.. words.Select(w => (uint)StableHash.Of(w.Folded))], new TermSet(terms), Traits(words));
        }

        private LineTraits Traits(List<ScannedWord> words) =>
            (Polarity.IsNegated(words, Vocabulary) ? LineTraits.Negated : LineTraits.None) |
            (Vocabulary.Hedges.In(words).Any() ? LineTraits.Hedged : LineTraits.None);
    }
}
