using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Denying;

/// <summary>
/// Verdicts: <c>c'est faux</c>, <c>cette affirmation est infondée</c>, <c>this is misleading</c>. Where an anaphor stands for what is denied, the verdict takes its side on
/// the proposition that was told before it.
/// </summary>
internal static class Verdicts
{
    private static readonly char[] Marks = [' ', '\'', '’', '[', ']', '«', '»', '"', ',', '.'];

    private const int MostDenied = 100; // of one article
    private const int Tail = 7; // words: more after a verdict is a clause of its own

    /// <summary>The propositions that a stretch denies, worded by what it points to; none where the stretch is no verdict or points to nothing.</summary>
    public static ImmutableArray<Proposition> Of(Prose prose, Stretch stretch, Standpoint teller, Told told)
    {
        if (prose.Words.Verdicts.Find(prose, stretch, 3) is not { } verdict) return [];
        var isBefore = verdict.Words.Last < stretch.Last && prose.Trees[verdict.Words.Last + 1].Form is ":";
        if (!isBefore && !EndsThere(prose, verdict.Words.Last + 1, stretch.Last)) return [];
        // «C'est faux : la chanteuse est en tournée»: where nothing is told after it, it is of what was told before.
        var pointed = Anaphors.In(prose, verdict.Words);
        var targets = isBefore && told.In(stretch) is { } target ? [target] : told.Meant(stretch.First, pointed, teller.Statement);
        return [.. targets.Select(t => Denied(prose, stretch, t, verdict.Effect, teller))];
    }

    /// <summary>Whether a stretch is a verdict on what was told before and on nothing else.</summary>
    public static bool IsOne(Prose prose, Stretch stretch) =>
        prose.Words.Verdicts.Find(prose, stretch, 3) is { } verdict
        && EndsThere(prose, verdict.Words.Last + 1, stretch.Last)
        && (verdict.Words.Last >= stretch.Last || prose.Trees[verdict.Words.Last + 1].Form is not ":");

    /// <summary>The statements, those that only say of another that it is not so with what they deny.</summary>
    public static ImmutableArray<Statement> Settled(Prose prose, ImmutableArray<Statement> statements, Told told) =>
        [.. statements.Select(s => Denied(prose, s, told) is { IsEmpty: false } denied ? s with { Propositions = denied } : s)];

    /// <summary>The statements, with what a public tells and the article denies marked.</summary>
    public static ImmutableArray<Statement> Marked(ImmutableArray<Statement> statements, ImmutableArray<Proposition> own, Told told)
    {
        var denied = own.Where(p => p.Side == Side.Against).Select(p => Terms(p.Text)).Take(MostDenied).ToList();
        if (denied.Count == 0) return statements;
        return [.. statements.Select(s => told.IsPublic(s.Source) ? s with { Propositions = [.. s.Propositions.Select(p => Refuted(p, denied))] } : s)];
    }

    private static Proposition Refuted(Proposition told, List<HashSet<string>> denied) =>
        told.Side == Side.For && denied.Exists(d => IsSame(d, Terms(told.Text))) ? told with { Refuted = true } : told;

    private static readonly FrameEffect Denial = new(Side.Against, null, null, Own: false, Verdict: false);

    // What a statement that tells nothing else denies: «ces chiffres» of a denial, «c'est faux» of anybody.
    private static ImmutableArray<Proposition> Denied(Prose prose, Statement statement, Told told)
    {
        if (prose.Stretches(statement.Content).Take(2).ToList() is not [var stretch, ..] stretches) return [];
        var teller = new Standpoint(null, null, statement, Side.Against, statement.Certainty, null, stretch.First);
        if (statement.Propositions.IsEmpty || (stretches.Count == 1 && IsOne(prose, stretch)))
        {
            if (Of(prose, stretch, teller, told) is { IsEmpty: false } verdicts) return verdicts;
        }

        var isDenial = statement.Propositions.IsEmpty && stretches.Count == 1 && Sides.Of(statement) == Side.Against;
        if (!isDenial || Meaning(prose, statement, stretch) is not { } anaphor) return [];
        return [.. told.Meant(stretch.First, anaphor, statement).Select(t => Denied(prose, stretch, t, Denial with { Certainty = statement.Certainty }, teller))];
    }

    // «le maire dément»: who denies without a word more denies what was told.
    private static Anaphor? Meaning(Prose prose, Statement statement, Stretch stretch) =>
        statement.Cue == statement.Content[0] ? new(OfFigures: false, Plural: false) : Anaphors.Of(prose, stretch);

    private static Proposition Denied(Prose prose, Stretch stretch, Proposition target, FrameEffect effect, Standpoint teller)
    {
        var from = new TextSpan(target.Spans[0].Start, target.Spans[^1].End);
        var words = target.Text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var spans = prose.Trees.Span(stretch.First, stretch.Last);
        return target with
        {
            Id = ContentHash.Id(target.Id, spans.Start.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Text = $"[{words}]",
            Spans = [spans],
            Supplied = [new(1, 1 + words.Length, from)],
            Side = effect.Side,
            Certainty = effect.Certainty ?? Certainty.CertainlyNot,
            Evidence = effect.Evidence,
            Place = teller.Place,
            Refuted = false,
            Bears = null,
        };
    }

    // Few words more, and no clause that the verdict would be of.
    private static bool EndsThere(Prose prose, int first, int last)
    {
        var rest = Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(prose.IsWord).ToList();
        return rest.Count <= Tail && !rest.Exists(word => prose.Is(word, "thats"));
    }

    private static HashSet<string> Terms(string text) =>
        [.. text.ToLowerInvariant().Split(Marks, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).Select(w => w[..Math.Min(6, w.Length)])];

    // Three words of four.
    private static bool IsSame(HashSet<string> a, HashSet<string> b) =>
        a.Count > 0 && b.Count > 0 && 4 * a.Count(b.Contains) >= 3 * Math.Max(a.Count, b.Count);
}
