using System.Collections.Immutable;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Denying;

/// <summary>
/// Verdicts: <c>c'est faux</c>, <c>cette affirmation est infondée</c>, <c>this is misleading</c>. Where an anaphor stands for what is
/// denied, the verdict takes its side on
/// the proposition that was told before it.
/// </summary>
internal static class Verdicts
{
    private static readonly char[] Marks = [' ', '\'', '’', '[', ']', '«', '»', '"', ',', '.'];

    private const int MostDenied = 100; // of one article
    private const int Tail = 7; // words: more after a verdict is a clause of its own

    /// <summary>
    /// The proposition that a stretch denies, worded by what it points to; <see langword="null"/> where the stretch is no verdict or points
    /// to nothing.
    /// </summary>
    public static Proposition? Of(Prose prose, Stretch stretch, Standpoint teller, Told told)
    {
        if (prose.Words.Verdicts.Find(prose, stretch, 3) is not { } verdict) return null;
        var isBefore = verdict.Words.Last < stretch.Last && prose.Trees[verdict.Words.Last + 1].Form is ":";
        if (!isBefore && !EndsThere(prose, verdict.Words.Last + 1, stretch.Last)) return null;
        if ((isBefore ? told.In(stretch) : told.Near(stretch.First)) is not { } target) return null;
        var from = target.Spans.Whole();
        var words = target.Text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var spans = prose.Trees.Span(stretch.First, stretch.Last);
        return target with
        {
            Id = ContentHash.Id(target.Id, spans.Start.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Text = $"[{words}]",
            Spans = [spans],
            Supplied = [new(1, 1 + words.Length, from)],
            Side = verdict.Effect.Side,
            Certainty = verdict.Effect.Certainty ?? Certainty.CertainlyNot,
            Evidence = verdict.Effect.Evidence,
            Place = teller.Place,
        };
    }

    /// <summary>Whether a stretch is a verdict on what was told before and on nothing else.</summary>
    public static bool IsOne(Prose prose, Stretch stretch) =>
        prose.Words.Verdicts.Find(prose, stretch, 3) is { } verdict
            && EndsThere(prose, verdict.Words.Last + 1, stretch.Last)
            && (verdict.Words.Last >= stretch.Last || prose.Trees[verdict.Words.Last + 1].Form is not ":");

    /// <summary>The statements, those that only say of another that it is not so with what they deny.</summary>
    public static ImmutableArray<Statement> Settled(Prose prose, ImmutableArray<Statement> statements, Told told) =>
        [.. statements.Select(s => s.Propositions.IsEmpty && Denied(prose, s, told) is { } denied ? s with { Propositions = [denied] } : s)];

    /// <summary>The statements, with what a public tells and the article denies marked.</summary>
    public static ImmutableArray<Statement> Marked(ImmutableArray<Statement> statements, ImmutableArray<Proposition> own, Told told)
    {
        var denied = own.Where(p => p.Side == Side.Against).Select(p => Terms(p.Text)).Take(MostDenied).ToList();
        if (denied.Count == 0) return statements;
        return [.. statements.Select(s => told.IsPublic(s.Source) ? s with { Propositions = [.. s.Propositions.Select(p => Refuted(p, denied))] } : s)];
    }

    private static Proposition Refuted(Proposition told, List<HashSet<string>> denied) =>
        told.Side == Side.For && denied.Exists(d => IsSame(d, Terms(told.Text))) ? told with { Refuted = true } : told;

    private static Proposition? Denied(Prose prose, Statement statement, Told told)
    {
        var stretch = prose.Stretches(statement.Content).FirstOrDefault(new Stretch(0, -1));
        var teller = new Standpoint(null, null, statement, Side.Against, statement.Certainty, null, stretch.First);
        return stretch.IsEmpty ? null : Of(prose, stretch, teller, told);
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
