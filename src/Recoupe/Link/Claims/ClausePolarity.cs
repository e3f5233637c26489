using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>What some words tell, cut into clauses: a negation turns what its own clause tells, and nothing else that is told beside it.</summary>
internal sealed class ClausePolarity
{
    private const string Marks = ".;:!?…–—\n";

    private readonly List<(TermSet Terms, bool IsNegated)> _clauses;
    private readonly TermSet _turned, _straight;

    private ClausePolarity(List<(TermSet Terms, bool IsNegated)> clauses)
    {
        _clauses = clauses;
        (_turned, _straight) = (Joined(isNegated: true), Joined(isNegated: false));
        Terms = new(_turned.Terms.Concat(_straight.Terms));
    }

    /// <summary>Of all clauses.</summary>
    public TermSet Terms { get; }

    public static ClausePolarity Of(string text, IEnumerable<TextSpan> spans, Vocabulary vocabulary, NameDetector names)
    {
        var clauses = spans.SelectMany(s => Cut(text, WordScanner.Scan(text, s), vocabulary));
        return new([.. clauses.Select(c => (new TermSet(vocabulary.Terms(c, names.IsName).Select(t => t.Term)), Polarity.IsNegated(c, vocabulary)))]);
    }

    /// <summary>Whether what is told of a matter is turned into its contrary: by clauses that tell more than half as much of what is done in it as the others do.</summary>
    public bool IsTurnedOn(TermSet matter)
    {
        if (_clauses.TrueForAll(c => c.IsNegated) || !_clauses.Exists(c => c.IsNegated)) return _clauses.Exists(c => c.IsNegated);
        int turned = Deeds(_turned, matter), straight = Deeds(_straight, matter);
        return turned + straight == 0 || 2 * turned > straight;
    }

    // Whom a matter is about is named in every clause; what is done or not done is told in its own.
    private static int Deeds(TermSet told, TermSet matter) => told.Shared(matter).Where(t => t.Kind is TermKind.Word or TermKind.Rare).Sum(t => t.Weight);

    private TermSet Joined(bool isNegated) => new(_clauses.Where(c => c.IsNegated == isNegated).SelectMany(c => c.Terms.Terms));

    private static IEnumerable<List<ScannedWord>> Cut(string text, List<ScannedWord> words, Vocabulary vocabulary)
    {
        var start = 0;
        for (var i = 1; i < words.Count; i++)
        {
            if (!Begins(text, words, i, vocabulary)) continue;
            yield return words[start..i];
            start = i;
        }

        if (start < words.Count) yield return words[start..];
    }

    private static bool Begins(string text, List<ScannedWord> words, int at, Vocabulary vocabulary)
    {
        var between = text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End);
        return between.IndexOfAny(Marks) >= 0 || vocabulary.Opposing.BeginsAt(words, at) || (between.Contains(',') && vocabulary.Adding.BeginsAt(words, at));
    }
}
