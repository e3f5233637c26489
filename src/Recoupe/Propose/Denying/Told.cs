using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Denying;

/// <summary>What others tell in an article, in text order: what a denial or a verdict may be of.</summary>
internal sealed class Told
{
    private const int Back = 4; // sentences
    private const int BackOfBare = 1; // «les accusations», that no «ces» ties to what was told: what stands next to it
    private const int Ahead = 2;
    private const int HeadOfPage = 2; // sentences: the headline and what opens the lead
    private const int MostFigures = 4; // that one word points at

    private readonly Prose _prose;
    private readonly List<Telling> _told;
    private readonly List<Telling> _own;

    public Told(Prose prose, IEnumerable<Statement> statements, IEnumerable<Proposition> own)
    {
        _prose = prose;
        _told = InOrder(statements.SelectMany(s => s.Propositions.Select(p => new Telling(p, s))));
        _own = InOrder(own.Where(IsOpen).Select(p => new Telling(p, null)));
    }

    /// <summary>
    /// The propositions that an anaphor at a word stands for: the nearest before it that its kind and its denier admit, or else the next within two sentences; none
    /// where none is near. Several numbers that one telling gives are denied together.
    /// </summary>
    /// <param name="word">The first word of the anaphor.</param>
    /// <param name="anaphor">What it points at.</param>
    /// <param name="by">The telling that denies; <see langword="null"/> for the article's own verdict.</param>
    public ImmutableArray<Proposition> Meant(int word, Anaphor anaphor, Statement? by)
    {
        var asked = new Asked(word, anaphor, by);
        var meant = Meant(asked);
        // A toll of which nobody counted the dead may be of whatever was counted.
        return meant.IsEmpty && anaphor.OfDeaths ? Meant(asked with { Anaphor = anaphor with { OfDeaths = false } }) : meant;
    }

    private ImmutableArray<Proposition> Meant(Asked asked)
    {
        if (Before(_told, asked) is { IsEmpty: false } told) return told;
        if (Before(_own, asked) is { IsEmpty: false } own) return own;
        return !asked.Anaphor.IsBeside && After(asked) is { } next ? [next] : [];
    }

    /// <summary>The words of all statements of others that put something forward.</summary>
    public IEnumerable<TextSpan> OfOthers() =>
        _told.Select(t => t.By!).Where(s => s.Source.Kind != SourceKind.Article).DistinctBy(s => s.Id, StringComparer.Ordinal).SelectMany(s => s.Content);

    /// <summary>What one source told before, and now takes back: the nearest that is its own.</summary>
    /// <param name="word">The word that points at it.</param>
    /// <param name="anaphor">What it points at.</param>
    /// <param name="names">The names of who takes it back.</param>
    public ImmutableArray<Proposition> Given(int word, Anaphor anaphor, IReadOnlyList<string> names)
    {
        var asked = new Asked(word, anaphor, null);
        var place = _prose.Trees[word].Span.Start;
        for (var at = Utility.BinarySearch.First(_told.Count, i => _told[i].At >= place) - 1; at >= 0; at--)
        {
            var isTheirs = Named(_told[at].By!.Source).Any(n => names.Any(m => AreOne(n, m)));
            if (isTheirs && MayBe(_told[at], asked)) return [First(_told, at, asked)];
        }

        return [];
    }

    /// <summary>What a public tells in a stretch; <see langword="null"/> where none does.</summary>
    public Proposition? In(Stretch stretch)
    {
        var span = _prose.Trees.Span(stretch.First, stretch.Last);
        var first = Utility.BinarySearch.First(_told.Count, i => _told[i].At >= span.Start);
        return _told.Skip(first).TakeWhile(t => t.At < span.End)
            .Where(t => IsPublic(t.By!.Source))
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

    private ImmutableArray<Proposition> Before(List<Telling> told, Asked asked)
    {
        var place = _prose.Trees[asked.Word].Span.Start;
        for (var at = Utility.BinarySearch.First(told.Count, i => told[i].At >= place) - 1; at >= 0; at--)
        {
            if (Distance(asked.Word, told[at].At) > BackOf(asked.Anaphor)) return [];
            if (!MayBe(told[at], asked)) continue;
            return asked.Anaphor is { OfFigures: true, Plural: true } ? Counted(told, at, asked) : [First(told, at, asked)];
        }

        return [];
    }

    private static int BackOf(Anaphor anaphor) => anaphor.IsBeside ? 0 : anaphor.IsBare ? BackOfBare : Back;

    private Proposition? After(Asked asked)
    {
        var place = _prose.Trees[asked.Word].Span.Start;
        var at = Utility.BinarySearch.First(_told.Count, i => _told[i].At >= place);
        while (at < _told.Count && Distance(asked.Word, _told[at].At) <= Ahead)
        {
            if (MayBe(_told[at], asked) && (IsPublic(_told[at].By!.Source) || IsAtHead(asked))) return _told[at].Proposition;
            at++;
        }

        return null;
    }

    // What a headline or lead denies, before all that is told, is told below.
    private bool IsAtHead(Asked asked) =>
        asked.By is not null
        && _prose.Trees.SentenceOf(asked.Word) < HeadOfPage
        && _told[0].At > _prose.Trees[asked.Word].Span.Start;

    private bool MayBe(Telling told, Asked asked)
    {
        if (asked.Anaphor.OfFigures && !Counts(told.Proposition, asked.Anaphor)) return false;
        if (told.By is null) return asked.By is not { } denier || !IsToldBy(denier, told.Proposition);
        if (told.Proposition.Side == Side.Against) return false;
        var isWithin = told.Proposition.Spans.Any(s => s.Contains(_prose.Trees[asked.Word].Span));
        if (asked.By is not { } by) return true;
        if (asked.Anaphor.IsBare && IsOfAnother(told.By)) return false;
        return !isWithin && !IsOne(told.By, by);
    }

    // «a dit son épouse», "his lawyer said": what somebody's own people tell is nothing that he is reported to have done.
    private bool IsOfAnother(Statement told)
    {
        if (told.Source.Span is not { } span) return false;
        var owner = Pronouns.Of(_prose.Trees.Reading.Language).Possessive(_prose.Trees[_prose.Trees.WordAt(span.Start)].Form);
        return owner is { Person: 3 };
    }

    private bool Counts(Proposition proposition, Anaphor anaphor) =>
        proposition.Figures.SelectMany(_prose.FiguresIn).Any(f => !anaphor.OfDeaths || f.Measure is "killed");

    // Nobody denies what he tells himself.
    private bool IsOne(Statement told, Statement by) =>
        string.Equals(told.Id, by.Id, StringComparison.Ordinal)
        || (told.Source.Name is { } name && string.Equals(name, by.Source.Name, StringComparison.OrdinalIgnoreCase))
        || Named(told.Source).Intersect(Named(by.Source), StringComparer.Ordinal).Any();

    // What the article words as its own may be what a source of its tells.
    private bool IsToldBy(Statement by, Proposition own) =>
        _told.Exists(t => IsOne(t.By!, by) && t.Proposition.Spans.Any(s => own.Spans.Any(s.Overlaps)));

    private IEnumerable<string> Named(Source source) => source.Span is { } span ? NamesIn(span) : [];

    // «l'Office», «l'Office des secours».
    private static bool AreOne(string a, string b) =>
        (a + " ").StartsWith(b + " ", StringComparison.Ordinal) || (b + " ").StartsWith(a + " ", StringComparison.Ordinal);

    /// <summary>The names in a phrase, and the phrase itself without the article that opens it.</summary>
    public IEnumerable<string> NamesIn(TextSpan span)
    {
        var first = _prose.Trees.WordAt(span.Start);
        var isOpened = _prose.Is(first, "definite pointers") && _prose.Trees[first].Span.End < span.End;
        var words = isOpened ? span with { Start = _prose.Trees[first + 1].Span.Start } : span;
        var within = _prose.MentionsIn(span);
        var named = _prose.MentionAt(first) is { } mention ? within.Prepend(mention) : within;
        return named.Select(m => m.Name).Append(Phrases.Flat(words.In(_prose.Text)));
    }

    // What is told together is denied by its first clause.
    private Proposition First(List<Telling> told, int at, Asked asked)
    {
        while (at > 0 && told[at].By is { } by && ReferenceEquals(told[at - 1].By, by) && MayBe(told[at - 1], asked)) at--;
        return told[at].Proposition;
    }

    // Of what one source counts in a row, what it counts first: the rest («170 elsewhere») is beside it.
    private ImmutableArray<Proposition> Counted(List<Telling> told, int last, Asked asked)
    {
        var first = last;
        while (first > 0 && AreOfOne(told[first - 1], told[last]) && Distance(asked.Word, told[first - 1].At) <= Back)
            first--;
        var counted = told.Skip(first).Take(last - first + 1).Where(t => MayBe(t, asked)).ToList();
        return [.. counted.TakeWhile(t => ReferenceEquals(t.By, counted[0].By)).Take(MostFigures).Select(t => t.Proposition)];
    }

    private bool AreOfOne(Telling a, Telling b) => a.By is { } one && b.By is { } other && IsOne(one, other);

    // What an article leaves open itself, or counts, others may deny.
    private static bool IsOpen(Proposition own) =>
        own.Side == Side.For && (own.Certainty is Certainty.Possible or Certainty.Probable || own.Kind == PropositionKind.Figure);

    private static List<Telling> InOrder(IEnumerable<Telling> told) =>
        [.. told.Where(t => t.Proposition.Side != Side.Against).OrderBy(t => t.At)];

    private int Distance(int word, int place) =>
        Math.Abs(_prose.Trees.SentenceOf(word) - _prose.Trees.SentenceOf(Math.Min(_prose.Trees.WordAt(place), _prose.Trees.Count - 1)));

    private sealed record Telling(Proposition Proposition, Statement? By)
    {
        public int At => Proposition.Spans[0].Start;
    }

    private readonly record struct Asked(int Word, Anaphor Anaphor, Statement? By);
}
