using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Makes what is told in an article ready for comparison.</summary>
internal sealed class StatementFingerprinter
{
    // Characters between two numbers that are told together.
    private const int Reach = 120;

    // Characters before a predicate in which its auxiliary or copula stands.
    private const int NearVerb = 24;

    // Fewer words before a comma are an opening.
    private const int LeastMain = 4;

    // Fewer quoted words in common can be chance.
    private const int TellingWords = 6;

    private readonly Article _article;
    private readonly Findings _findings;
    private readonly NameDetector _names;
    private readonly Reading? _reading;
    private readonly Vocabulary _vocabulary;
    private readonly ILookup<string, Statement> _within;
    private readonly ImmutableArray<Statement> _tellings;
    private readonly Dictionary<TextSpan, Figure> _figures;
    private readonly Dictionary<TextSpan, Figure?> _before;

    private StatementFingerprinter(Article article, Reading? reading, Findings findings, NameDetector names)
    {
        (_article, _reading, _findings, _names) = (article, reading, findings, names);
        _vocabulary = Vocabulary.Of(article.Header.Language);
        _within = findings.Statements.Where(s => s.Inside is not null).ToLookup(s => s.Inside!, StringComparer.Ordinal);
        _tellings = [.. findings.Statements.Where(s => !s.Propositions.IsEmpty)];
        _figures = findings.Figures.DistinctBy(f => f.Span).ToDictionary(f => f.Span);
        var inOrder = _figures.Values.OrderBy(f => f.Span).ToList();
        _before = inOrder.Select((figure, at) => (figure.Span, Before: at == 0 ? null : Near(inOrder[at - 1], figure))).ToDictionary(f => f.Span, f => f.Before);
    }

    public static ImmutableArray<StatementFingerprint> Of(Article article, Reading? reading, Findings findings, NameDetector names)
    {
        var prints = new StatementFingerprinter(article, reading, findings, names);
        return [.. Tellings.Of(article, findings).Select(prints.Print)];
    }

    /// <summary>The terms of a proposition's wording, supplied words too.</summary>
    public static TermSet Terms(Proposition proposition, Vocabulary vocabulary, NameDetector names)
    {
        var words = WordScanner.Scan(proposition.Text, new(0, EndOfMain(proposition.Text, vocabulary)));
        return new(vocabulary.Terms(words, w => names.IsNameIn(proposition.Text, w)).Select(t => t.Term));
    }

    // "There was light damage, with no crater": what is said not to be so behind a comma is no part of what is said to be so.
    private static int EndOfMain(string text, Vocabulary vocabulary)
    {
        for (var comma = text.IndexOf(','); comma >= 0; comma = text.IndexOf(',', comma + 1))
        {
            if (comma + 1 == text.Length || char.IsDigit(text[comma + 1])) continue;
            var main = WordScanner.Scan(text, new(0, comma));
            if (Polarity.IsNegated(main, vocabulary)) break;
            var tail = WordScanner.Scan(text, new(comma + 1, text.Length));
            if (main.Count >= LeastMain && Polarity.IsNegated(tail, vocabulary)) return comma;
        }

        return text.Length;
    }

    private StatementFingerprint Print(ToldProposition told)
    {
        var proposition = told.Proposition;
        var deed = Deeds.In(_article.Text, proposition, _vocabulary);
        var terms = Deeds.Positive(Terms(proposition, _vocabulary, _names), deed);
        return new(
            told.Id,
            told.Statement?.Id,
            told.Spans,
            terms,
            RolesOf(proposition, Deeds.Positive(deed, deed), IsOfEarlierDay(told) ? Outlook.Before : OutlookOf(proposition)),
            told.Sign,
            Wording(told),
            IsFrame(told),
            told.IsOwn,
            told.Alternative,
            OutletKeys.OfName(told.Source.Name),
            DayOf(proposition),
            [.. Figures(proposition), .. FigureFingerprinter.Clocks(_findings.Times, told.Spans)])
        {
            Bears = proposition.Bears,
            Cause = Deeds.Positive(CauseIn(proposition), deed),
            IsPartial = _vocabulary.Partial.In(WordScanner.Scan(proposition.Text, new(0, proposition.Text.Length))).Any(),
        };
    }

    // What stands behind «à cause de», up to the next mark.
    private TermSet CauseIn(Proposition proposition)
    {
        var words = WordScanner.Scan(proposition.Text, new(0, proposition.Text.Length));
        for (var at = 0; at < words.Count; at++)
        {
            if (_vocabulary.Causes.FirstOrDefault(c => StandsAt(words, at, c)) is not { IsDefault: false } marker) continue;
            var first = at + marker.Length;
            if (first >= words.Count) return TermSet.Empty;
            var start = words[first].Span.Start;
            var mark = proposition.Text.AsSpan(start).IndexOfAny(',', ';', ':');
            var end = mark < 0 ? proposition.Text.Length : start + mark;
            var cause = words.Skip(first).TakeWhile(w => w.Span.Start < end).ToList();
            return new(_vocabulary.Terms(cause, w => _names.IsNameIn(proposition.Text, w)).Select(t => t.Term));
        }

        return TermSet.Empty;
    }

    private static bool StandsAt(List<ScannedWord> words, int at, ImmutableArray<string> phrase)
    {
        if (at + phrase.Length > words.Count) return false;
        for (var i = 0; i < phrase.Length; i++)
            if (!string.Equals(words[at + i].Folded, phrase[i], StringComparison.Ordinal)) return false;
        return true;
    }

    private Roles RolesOf(Proposition proposition, TermSet deed, Outlook outlook) => new(
        deed,
        Part(proposition, ArgumentRole.Subject),
        Part(proposition, ArgumentRole.Object),
        new(proposition.Arguments.Where(IsOther).SelectMany(ArgumentTerms)),
        PlaceTerms(proposition),
        proposition.Kind,
        proposition.Predicate.Tense,
        outlook);

    // «Les autorités avaient auparavant annoncé 40 morts».
    private bool IsOfEarlierDay(ToldProposition told)
    {
        if (told.Statement?.Cue is not { } cue || told.Proposition.Figures.IsEmpty) return false;
        var from = Math.Max(0, cue.Start - Reach);
        var stop = _article.Text.AsSpan(from, cue.Start - from).LastIndexOfAny('.', '\n');
        var near = new TextSpan(from + stop + 1, Math.Min(_article.Text.Length, cue.End + NearVerb));
        return WordsOutside(near, told.Spans).Any(words => _vocabulary.Earlier.In(words).Any());
    }

    // Within one sentence, and no word of what is told.
    private IEnumerable<List<ScannedWord>> WordsOutside(TextSpan near, ImmutableArray<TextSpan> told)
    {
        var start = near.Start;
        foreach (var span in told.Where(near.Overlaps).OrderBy(s => s.Start))
        {
            if (span.Start > start) yield return WordScanner.Scan(_article.Text, new(start, span.Start));
            start = Math.Max(start, span.End);
        }

        if (start < near.End) yield return WordScanner.Scan(_article.Text, new(start, near.End));
    }

    private Outlook OutlookOf(Proposition proposition)
    {
        var tense = proposition.Predicate.Tense;
        if (proposition.Predicate.Modal is not null) return tense == Tense.Past ? Outlook.Open : Outlook.Supposed;
        if (tense != Tense.Past && IsConditional(proposition)) return Outlook.Open;
        // An estimate is no count.
        if (!proposition.Figures.IsEmpty && proposition.Certainty is Certainty.Probable or Certainty.Possible) return Outlook.Open;
        return proposition.Kind == PropositionKind.Forecast || tense == Tense.Future ? Outlook.Ahead : Outlook.Record;
    }

    // The verb, or what stands just before it.
    private bool IsConditional(Proposition proposition)
    {
        if (_reading is null || proposition.Predicate.Span is not { } verb) return false;
        var near = new TextSpan(Math.Max(0, verb.Start - NearVerb), verb.End);
        var first = BinarySearch.First(_reading.Words.Length, i => _reading.Words[i].Span.End > near.Start);
        return _reading.Words.Skip(first).TakeWhile(w => w.Span.Start < near.End).Any(w => w.Features.Has("Mood", "Cnd") && proposition.Spans.Any(s => s.Contains(w.Span)));
    }

    private bool IsOther(Argument argument) =>
        argument.Role == ArgumentRole.Oblique && !(argument.Preposition is { } preposition && Has(_vocabulary.Whence, preposition));

    private static bool Has(PhraseList list, string words) => WordScanner.Scan(words, new(0, words.Length)) is { Count: > 0 } scanned && list.BeginsAt(scanned, 0);

    // A day that the tense speaks against was not understood.
    private string? DayOf(Proposition proposition)
    {
        if (!PartialDates.IsFull(proposition.When)) return null;
        var day = proposition.When![..10];
        if (PartialDates.Believed(_article.Header.Published) is not { } told) return day;
        var order = string.CompareOrdinal(day, told);
        var isAgainst = proposition.Predicate.Tense == Tense.Future ? order < 0 : proposition.Predicate.Tense == Tense.Past && order > 0;
        return isAgainst ? null : day;
    }

    private IEnumerable<FigureFingerprint> Figures(Proposition proposition)
    {
        var told = proposition.Figures.Where(_figures.ContainsKey).Select(s => _figures[s]).ToList();
        var measure = told.Count > 0 && told[0] is { Measure: null, Unit: null } ? MeasureOf(proposition, told[0].Span) : null;
        return told.Select((figure, at) => FigureFingerprinter.Of(_article, at == 0 ? figure with { Measure = figure.Measure ?? measure } : figure, _before[figure.Span], proposition));
    }

    private static Figure? Near(Figure before, Figure figure) => figure.Span.Start - before.Span.End <= Reach ? before : null;

    /// <summary>What a number counts by what is done to what it counts, or by what its tally is of.</summary>
    private string? MeasureOf(Proposition proposition, TextSpan figure)
    {
        var holder = proposition.Arguments.FirstOrDefault(a => a.Span is { } span && span.Overlaps(figure));
        var isSuffered = holder?.Role == ArgumentRole.Object || (holder?.Role == ArgumentRole.Subject && proposition.Arguments.All(a => a.Role != ArgumentRole.Object));
        var subject = Part(proposition, ArgumentRole.Subject);
        var told = isSuffered ? LemmaTerms(proposition.Predicate.Lemma) : BilingualLexicon.Shipped.IsTally(subject) ? subject : null;
        return told?.Terms.Select(BilingualLexicon.Shipped.MeasureOf).FirstOrDefault(m => m is not null);
    }

    private TermSet Part(Proposition proposition, ArgumentRole role) => new(proposition.Arguments.Where(a => a.Role == role).SelectMany(ArgumentTerms));

    private IEnumerable<Term> ArgumentTerms(Argument argument)
    {
        var named = argument.Name is { } name ? _vocabulary.NameTerms(name) : [];
        IEnumerable<Term> told = argument.Span is { } span ? TermsIn(span) : LemmaTerms(argument.Head).Terms;
        return named.Concat(told);
    }

    // «two dams»: where a number alone is the argument, what it counts stands behind it.
    private List<Term> TermsIn(TextSpan span)
    {
        var terms = Read(span);
        if (terms.Count == 0 || !terms.TrueForAll(TermDifference.IsNumber)) return terms;
        var after = new TextSpan(span.End, Math.Min(_article.Text.Length, span.End + NearVerb));
        terms.AddRange(Read(after).Where(t => t.Kind != TermKind.Weak).Take(1));
        return terms;
    }

    private List<Term> Read(TextSpan span) =>
        _vocabulary.Terms(WordScanner.Scan(_article.Text, span), _names.IsName).ConvertAll(t => t.Term);

    private TermSet PlaceTerms(Proposition proposition) => new(proposition.Where is { } place ? _vocabulary.NameTerms(place) : []);

    private TermSet LemmaTerms(string lemma) => Deeds.LemmaTerms(lemma, _vocabulary);

    // What is told is that somebody tells, and what he tells, most of it, is kept beside it.
    private bool IsFrame(ToldProposition told)
    {
        var tellings = told.Statement is { } statement ? _within[statement.Id] : _tellings;
        return tellings.Any(inner => IsFrameOf(told, inner));
    }

    private static bool IsFrameOf(ToldProposition told, Statement inner)
    {
        var within = inner.Content.Where(c => told.Spans.Any(s => s.Overlaps(c))).ToList();
        if (within.Count == 0) return false;
        if (told.Proposition.Predicate.Span is not { } verb) return told.Statement is not null;
        if (inner.Cue is { } cue && cue.Overlaps(verb)) return true;
        return !within.Exists(c => c.Overlaps(verb)) && 2 * within.Sum(c => c.Length) >= told.Spans.Sum(s => s.Length);
    }

    private ulong Wording(ToldProposition told)
    {
        if (told.Statement is { Manner: Manner.Indirect }) return 0;
        var words = told.Spans.SelectMany(s => WordScanner.Scan(_article.Text, s)).ToList();
        return words.Count < TellingWords ? 0 : words.Aggregate(1ul, (hash, word) => StableHash.Of(hash, StableHash.Of(word.Folded)));
    }
}
