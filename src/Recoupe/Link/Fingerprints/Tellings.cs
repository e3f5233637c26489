using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Fingerprints;

/// <summary>
/// What an article and its sources put forward, the explanations that one source sets beside each other told apart («s'il est possible que cette lettre soit
/// authentique, il y a aussi une autre possibilité. Elle pourrait être mise en scène»): the source stands for neither.
/// </summary>
internal static class Tellings
{
    // Fewer words explain nothing: an opening ("but", "it may be that").
    private const int LeastWords = 4;

    // A phrase that announces an explanation, and the explanation.
    private const int LeastAnnounced = 7;

    /// <summary>In the order of statements, the article's own last.</summary>
    public static IEnumerable<ToldProposition> Of(Article article, Findings findings)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        var explained = new Dictionary<string, (TextSpan One, TextSpan Other)?>(StringComparer.Ordinal);
        foreach (var found in ToldProposition.In(findings))
        {
            var told = found with
            {
                IsTurned = IsTurned(found, vocabulary),
                IsComplement = Deeds.IsComplement(Deeds.In(article.Text, found.Proposition, vocabulary)),
                IsUnknown = vocabulary.Ignorance.In(WordScanner.Scan(found.Proposition.Text, new(0, found.Proposition.Text.Length))).Any(),
            };
            if (told.Statement is not { } statement) yield return told;
            else
            {
                if (!explained.TryGetValue(statement.Id, out var both)) explained.Add(statement.Id, both = Explanations(article, statement));
                yield return told with { Alternative = Which(told, both) };
            }
        }
    }

    private static bool IsTurned(ToldProposition found, Vocabulary vocabulary) =>
        found.IsTurned || IsTurned(found.Proposition, vocabulary) || (found.IsOwn && IsDenial(found.Proposition, vocabulary));

    // «Nobody», «no sign of» and «aucun» turn what no verb of theirs does; what follows another clause's opening is that clause's.
    private static bool IsTurned(Proposition proposition, Vocabulary vocabulary)
    {
        var end = proposition.Text.AsSpan().IndexOfAny(',', ';', ':');
        var words = WordScanner.Scan(proposition.Text, new(0, end < 0 ? proposition.Text.Length : end));
        var other = vocabulary.Opposing.In(words).Where(i => i > 0).Select(i => (int?)i).FirstOrDefault();
        return Polarity.IsNegated(other is { } at ? words[..at] : words, vocabulary);
    }

    // An article that reports a denial tells of what is denied, from the other side.
    private static bool IsDenial(Proposition proposition, Vocabulary vocabulary) =>
        WordScanner.Scan(proposition.Predicate.Lemma, new(0, proposition.Predicate.Lemma.Length)) is { Count: > 0 } lemma && vocabulary.DenyingVerbs.BeginsAt(lemma, 0);

    private static int Which(ToldProposition told, (TextSpan One, TextSpan Other)? both)
    {
        if (both is not var (one, other)) return 0;
        return told.Spans.Any(one.Overlaps) ? 1 : told.Spans.Any(other.Overlaps) ? 2 : 0;
    }

    /// <summary>Where the two explanations stand that a statement lays out; <see langword="null"/> where it lays out none.</summary>
    private static (TextSpan One, TextSpan Other)? Explanations(Article article, Statement statement)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        if (vocabulary.Alternatives.IsEmpty) return null;
        var sentences = statement.Content.SelectMany(c => SentenceSplitter.Trimmed(article.Text, c)).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            var words = WordScanner.Scan(article.Text, sentences[i]);
            foreach (var at in vocabulary.Alternatives.In(words).Take(1))
                if (Apart(article.Text, sentences, i, words, at) is { } both) return both;
        }

        return null;
    }

    private static (TextSpan One, TextSpan Other)? Apart(string text, List<TextSpan> sentences, int i, List<ScannedWord> words, int at)
    {
        var isHere = words.Count - at >= LeastAnnounced;
        var before = Before(text, sentences[i].Start, words[at].Span.Start);
        var isBefore = WordScanner.Scan(text, before).Count >= LeastWords;
        int first = isBefore ? i : i - 1, second = isHere ? i : i + 1;
        if (first < 0 || second >= sentences.Count) return null;
        var one = isBefore ? before : sentences[first];
        return (one, isHere ? new(words[at].Span.Start, sentences[second].End) : sentences[second]);
    }

    // To the last comma before the phrase: what follows it only leads over to it.
    private static TextSpan Before(string text, int start, int end)
    {
        if (end <= start) return new(start, start);
        var comma = text.LastIndexOf(',', end - 1, end - start);
        return SentenceSplitter.WithoutSpace(text, new(start, comma < 0 ? end : comma));
    }
}
