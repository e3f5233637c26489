using Recoupe.Propose.Words;

namespace Recoupe.Propose.Denying;

/// <summary>What others tell in an article, in text order: what a verdict may be of.</summary>
internal sealed class Told
{
    private const int Back = 4; // sentences
    private const int Ahead = 2;

    private readonly Prose _prose;
    private readonly List<(int At, Proposition Proposition, Statement Statement)> _told;

    public Told(Prose prose, IEnumerable<Statement> statements)
    {
        _prose = prose;
        _told =
        [
            .. statements.SelectMany(s => s.Propositions.Select(p => (p.Spans[0].Start, p, s)))
                .Where(t => t.p.Side != Side.Against)
                .OrderBy(t => t.Start),
        ];
    }

    /// <summary>
    /// The proposition that an anaphor at a word stands for: the nearest before it, or else the next that a public tells; <see
    /// langword="null"/> where none is near.
    /// </summary>
    public Proposition? Near(int word)
    {
        var place = _prose.Trees[word].Span.Start;
        var after = Utility.BinarySearch.First(_told.Count, i => _told[i].At >= place);
        if (after > 0 && Distance(word, _told[after - 1].At) <= Back) return First(after - 1);
        return after < _told.Count && Distance(word, _told[after].At) <= Ahead && IsPublic(_told[after].Statement.Source)
            ? _told[after].Proposition
            : null;
    }

    /// <summary>What a public tells in a stretch; <see langword="null"/> where none does.</summary>
    public Proposition? In(Stretch stretch)
    {
        var span = _prose.Trees.Span(stretch.First, stretch.Last);
        var first = Utility.BinarySearch.First(_told.Count, i => _told[i].At >= span.Start);
        return _told.Skip(first).TakeWhile(t => t.At < span.End)
            .Where(t => IsPublic(t.Statement.Source))
            .Select(t => t.Proposition)
            .FirstOrDefault();
    }

    /// <summary>Whether a source is a public and no voice: users, posts, a rumour.</summary>
    public bool IsPublic(Source source)
    {
        if (source.Kind is SourceKind.Article || source.Span is not { } span) return source.Name is null;
        for (var word = _prose.Trees.WordAt(span.Start); word < _prose.Trees.Count && _prose.Trees[word].Span.Start < span.End; word++)
        {
            if (_prose.Words.Has("publics", _prose.Trees[word].Lemma)) return true;
        }

        return false;
    }

    // What is told together is denied by its first clause.
    private Proposition First(int at)
    {
        while (at > 0 && ReferenceEquals(_told[at - 1].Statement, _told[at].Statement)) at--;
        return _told[at].Proposition;
    }

    private int Distance(int word, int place) =>
        Math.Abs(_prose.Trees.SentenceOf(word) - _prose.Trees.SentenceOf(Math.Min(_prose.Trees.WordAt(place), _prose.Trees.Count - 1)));
}
