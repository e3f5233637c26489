using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Propose.Words;

/// <summary>What wording looks at: an article's text, its words in their trees, and what was found in it.</summary>
internal sealed class Prose(Article article, DependencyTrees trees, Findings findings)
{
    private Dictionary<string, Statement>? _statements;

    public Article Article { get; } = article;

    public string Text => Article.Text;

    public DependencyTrees Trees { get; } = trees;

    public Findings Findings { get; } = findings;

    public ProposalWords Words { get; } = ProposalWords.Of(trees.Reading.Language);

    /// <summary>
    /// The stretches of one sentence each that spans cover, in text order. Spans of one sentence are one stretch with a gap.
    /// </summary>
    public IEnumerable<Stretch> Stretches(ImmutableArray<TextSpan> spans)
    {
        Stretch? open = null;
        foreach (var part in spans.SelectMany(Parts))
        {
            if (open is { } before && Trees.SentenceOf(before.First) == Trees.SentenceOf(part.First) && part.First > before.Last)
            {
                open = before with { Last = part.Last };
                continue;
            }

            if (open is { } whole) yield return whole;
            open = part;
        }

        if (open is { } last) yield return last;
    }

    /// <summary>Whether a token holds a letter or a digit.</summary>
    public bool IsWord(int word) => Trees[word].Form.Any(char.IsLetterOrDigit);

    /// <summary>A word's form in small letters, with a straight apostrophe.</summary>
    public string Form(int word) => Plain(Trees[word].Form);

    /// <summary>A word's lemma in small letters, with a straight apostrophe.</summary>
    public string Lemma(int word) => Plain(Trees[word].Lemma);

    /// <summary>Whether a word's form stands in a list of the language.</summary>
    public bool Is(int word, string list) => Words.Has(list, Trees[word].Form);

    /// <summary>The mention that a word is of; <see langword="null"/> where it is of none.</summary>
    public Mention? MentionAt(int word)
    {
        var mentions = Findings.Mentions;
        var at = BinarySearch.First(mentions.Length, i => mentions[i].Span.End > Trees[word].Span.Start);
        return at < mentions.Length && mentions[at].Span.Overlaps(Trees[word].Span) ? mentions[at] : null;
    }

    /// <summary>The mentions that lie in a span, in text order.</summary>
    public IEnumerable<Mention> MentionsIn(TextSpan span) => In(Findings.Mentions, m => m.Span, span);

    /// <summary>The times that lie in a span, in text order.</summary>
    public IEnumerable<TimeExpression> TimesIn(TextSpan span) => In(Findings.Times, t => t.Span, span);

    /// <summary>The figures that lie in a span, in text order.</summary>
    public IEnumerable<Figure> FiguresIn(TextSpan span) => In(Findings.Figures, f => f.Span, span);

    /// <summary>The statement of an id; <see langword="null"/> where there is none.</summary>
    public Statement? StatementOf(string? id) => id is null ? null : (_statements ??= ById()).GetValueOrDefault(id);

    /// <summary>Whether a telling's cue has a word of a list, by its lemma.</summary>
    public bool CueIs(Statement? telling, string list) => CueWords(telling).Any(word => Words.Has(list, Trees[word].Lemma));

    /// <summary>The words of a telling's cue, in text order.</summary>
    public IEnumerable<int> CueWords(Statement? telling)
    {
        if (telling?.Cue is not { } cue) yield break;
        for (var word = Trees.WordAt(cue.Start); word < Trees.Count && Trees[word].Span.Start < cue.End; word++) yield return word;
    }

    /// <summary>Whether a word is of a time expression.</summary>
    public bool IsTimeAt(int word)
    {
        var times = Findings.Times;
        var at = BinarySearch.First(times.Length, i => times[i].Span.End > Trees[word].Span.Start);
        return at < times.Length && times[at].Span.Overlaps(Trees[word].Span);
    }

    /// <summary>Whether a word and the one before it are written as one (<c>du</c>).</summary>
    public bool IsContracted(int word) => word > 0 && Trees[word].Span == Trees[word - 1].Span && Trees[word - 1].Tag != PartOfSpeech.Det;

    /// <summary>A form in small letters, with straight apostrophes.</summary>
    public static string Plain(string form) => form.Replace('’', '\'').ToLowerInvariant();

    private Dictionary<string, Statement> ById() =>
        Findings.Statements.DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, StringComparer.Ordinal);

    // In text order, so that what lies in a span is found without looking at the rest.
    private static IEnumerable<T> In<T>(ImmutableArray<T> items, Func<T, TextSpan> spanOf, TextSpan span)
    {
        for (var at = BinarySearch.First(items.Length, i => spanOf(items[i]).Start >= span.Start); at < items.Length
            && spanOf(items[at]).Start < span.End; at++)
        {
            if (span.Contains(spanOf(items[at]))) yield return items[at];
        }
    }

    private IEnumerable<Stretch> Parts(TextSpan span)
    {
        var word = Trees.WordAt(span.Start);
        while (word < Trees.Count && Trees[word].Span.Start < span.End)
        {
            var first = word;
            while (word < Trees.Count && Trees[word].Span.Start < span.End && Trees.SentenceOf(word) == Trees.SentenceOf(first)) word++;
            yield return new(first, word - 1);
        }
    }
}

/// <summary>Words of one sentence, both ends included.</summary>
internal readonly record struct Stretch(int First, int Last)
{
    public bool IsEmpty => Last < First;

    public bool Contains(int word) => First <= word && word <= Last;
}
