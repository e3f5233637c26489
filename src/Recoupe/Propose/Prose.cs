using Recoupe.Language;

namespace Recoupe.Propose;

/// <summary>What wording looks at: an article's text, its words in their trees, and what was found in it.</summary>
internal sealed class Prose(Article article, DependencyTrees trees, Findings findings)
{
    public Article Article { get; } = article;

    public string Text => Article.Text;

    public DependencyTrees Trees { get; } = trees;

    public Findings Findings { get; } = findings;

    public ProposalWords Words { get; } = ProposalWords.Of(trees.Reading.Language);

    /// <summary>The stretches of one sentence each that a span covers, in text order.</summary>
    public IEnumerable<Stretch> Stretches(TextSpan span)
    {
        var word = Trees.WordAt(span.Start);
        while (word < Trees.Count && Trees[word].Span.Start < span.End)
        {
            var first = word;
            while (word < Trees.Count && Trees[word].Span.Start < span.End && Trees.SentenceOf(word) == Trees.SentenceOf(first)) word++;
            yield return new(first, word - 1);
        }
    }

    /// <summary>Whether a token holds a letter or a digit.</summary>
    public bool IsWord(int word) => Trees[word].Form.Any(char.IsLetterOrDigit);

    /// <summary>Whether a word is written so, whatever its capitals and apostrophe.</summary>
    public bool IsForm(int word, string form) => string.Equals(Plain(Trees[word].Form), form, StringComparison.Ordinal);

    /// <summary>A form in small letters, with straight apostrophes.</summary>
    public static string Plain(string form) => form.Replace('’', '\'').ToLowerInvariant();
}

/// <summary>Words of one sentence, both ends included.</summary>
internal readonly record struct Stretch(int First, int Last)
{
    public bool IsEmpty => Last < First;

    public bool Contains(int word) => First <= word && word <= Last;
}
