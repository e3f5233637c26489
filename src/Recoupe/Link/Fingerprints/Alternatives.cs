using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Fingerprints;

/// <summary>
/// Takes apart a statement that lays out two explanations of one thing («s'il est possible que cette lettre soit authentique, il y a aussi une autre
/// possibilité. Elle pourrait être mise en scène»): each is a proposition of its own, and its source stands for neither.
/// </summary>
internal static class Alternatives
{
    // Fewer words explain nothing: an opening ("but", "it may be that").
    private const int LeastWords = 4;

    // A phrase that announces an explanation, and the explanation.
    private const int LeastAnnounced = 7;

    /// <summary>All that an article states, statements with two explanations taken apart, in the order of statements.</summary>
    public static IEnumerable<Statement> Of(Article article, Findings findings) => findings.Statements.SelectMany(s => Of(article, s));

    /// <summary>The statement itself; or what it tells besides, if anything, and the two explanations.</summary>
    public static ImmutableArray<Statement> Of(Article article, Statement statement)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        if (vocabulary.Alternatives.IsEmpty) return [statement];
        var sentences = statement.Content.SelectMany(c => SentenceSplitter.Trimmed(article.Text, c)).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            var words = WordScanner.Scan(article.Text, sentences[i]);
            foreach (var at in vocabulary.Alternatives.In(words).Take(1))
                if (Apart(article.Text, statement, vocabulary, sentences, i, words, at) is { IsDefault: false } parts) return parts;
        }

        return [statement];
    }

    private static ImmutableArray<Statement> Apart(string text, Statement statement, Vocabulary vocabulary, List<TextSpan> sentences, int i, List<ScannedWord> words, int at)
    {
        var isHere = words.Count - at >= LeastAnnounced;
        var before = Before(text, sentences[i].Start, words[at].Span.Start);
        var isBefore = WordScanner.Scan(text, before).Count >= LeastWords;
        int first = isBefore ? i : i - 1, second = isHere ? i : i + 1;
        if (first < 0 || second >= sentences.Count) return default;
        ImmutableArray<TextSpan> rest = [.. Joined(text, sentences[..first]), .. Joined(text, sentences[(second + 1)..])];
        var one = isBefore ? before : sentences[first];
        var other = isHere ? new(words[at].Span.Start, sentences[second].End) : sentences[second];
        return
        [
            .. rest.IsEmpty ? [] : new[] { Rest(text, statement, rest, vocabulary) },
            StatementPart.Of(statement, 1, [one]),
            StatementPart.Of(statement, 2, [other]),
        ];
    }

    // Whoever lays out two explanations does not vouch for what he hedges besides.
    private static Statement Rest(string text, Statement statement, ImmutableArray<TextSpan> content, Vocabulary vocabulary)
    {
        var rest = StatementPart.Of(statement, 0, content);
        var isHedged = rest.Certainty == Certainty.Certain && vocabulary.Hedges.In(WordScanner.Scan(text, content[0])).Any();
        return isHedged ? rest with { Certainty = Certainty.Possible } : rest;
    }

    // Sentences that follow each other read as one.
    private static List<TextSpan> Joined(string text, List<TextSpan> sentences)
    {
        var joined = new List<TextSpan>();
        foreach (var sentence in sentences)
        {
            if (joined is [.., var last] && string.IsNullOrWhiteSpace(text[last.End..sentence.Start])) joined[^1] = new(last.Start, sentence.End);
            else joined.Add(sentence);
        }

        return joined;
    }

    // To the last comma before the phrase: what follows it only leads over to it.
    private static TextSpan Before(string text, int start, int end)
    {
        var comma = text.LastIndexOf(',', end - 1, end - start);
        return SentenceSplitter.WithoutSpace(text, new(start, comma < 0 ? end : comma));
    }
}
