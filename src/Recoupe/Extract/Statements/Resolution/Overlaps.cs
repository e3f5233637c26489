using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>Settles what was found twice, and takes out of a content the words that attribute it.</summary>
internal static class Overlaps
{
    /// <param name="prose">The article.</param>
    /// <param name="drafts">What was found; those that are settled are left.</param>
    /// <param name="pointing">Those of them that point at what stands before them.</param>
    public static void Resolve(StatementContext prose, List<StatementDraft> drafts, IEnumerable<StatementDraft> pointing)
    {
        CutBefore(prose, drafts, pointing);
        TrimAttributions(prose, drafts);
        CutAtIncises(drafts);
        drafts.RemoveAll(d => d.Content.TrueForAll(p => p.Length == 0));
        GiveImpersonals(prose, drafts);
        DropCarriers(drafts);
        DropQuotedParts(prose, drafts);
        DropRepeats(drafts);
        drafts.Sort(InTextOrder);
    }

    /// <summary>The outer before the inner, then by cue.</summary>
    private static int InTextOrder(StatementDraft a, StatementDraft b)
    {
        if (a.Start != b.Start) return a.Start.CompareTo(b.Start);
        if (a.End != b.End) return b.End.CompareTo(a.End);
        return a.CueWord.CompareTo(b.CueWord);
    }

    // «…, selon l'agence X» at the end of a clause told by somebody else is not told by him.
    private static void TrimAttributions(StatementContext prose, List<StatementDraft> drafts)
    {
        var tails = drafts.Where(d => d is { Cue: not null, Source: not null, Quoted: false } && d.Start < d.Cue.Value.Start)
            .Select(d => new TextSpan(d.Cue!.Value.Start, prose.Trees[Math.Max(d.Source!.Value.Last, d.CueWord)].Span.End))
            .OrderBy(s => s).ToList();
        foreach (var draft in drafts)
        {
            for (var i = 0; i < draft.Content.Count; i++)
                draft.Content[i] = WithoutTail(prose.Text, draft.Content[i], tails);
        }
    }

    // «…, ce que dément X»: what others tell ends before it.
    private static void CutBefore(StatementContext prose, List<StatementDraft> drafts, IEnumerable<StatementDraft> pointing)
    {
        var cues = pointing.Select(d => d.Cue!.Value.Start).Order().ToList();
        foreach (var draft in drafts)
        {
            for (var i = 0; i < draft.Content.Count; i++)
            {
                var part = draft.Content[i];
                var at = BinarySearch.First(cues.Count, c => cues[c] > part.Start);
                if (at == cues.Count || cues[at] >= part.End) continue;
                var kept = prose.Text.AsSpan(part.Start, cues[at] - part.Start).TrimEnd(" ,–—\n\u00A0");
                draft.Content[i] = part with { End = part.Start + kept.Length };
            }
        }
    }

    private static TextSpan WithoutTail(string text, TextSpan part, List<TextSpan> tails)
    {
        var at = BinarySearch.First(tails.Count, i => tails[i].End >= part.End - 2);
        if (at == tails.Count || tails[at].Start <= part.Start || tails[at].End > part.End + 2) return part;
        var end = tails[at].Start;
        while (end > part.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '(' or '–' or '—')) end--;
        return part with { End = end };
    }

    // What is told inside what an incise tells ends before the incise: «X pense que P, a dit Y, et Q».
    private static void CutAtIncises(List<StatementDraft> drafts)
    {
        var incises = drafts.Where(d => d is { Cue: not null, Quoted: false } && d.Start < d.Cue.Value.Start).OrderBy(d => d.Cue!.Value.Start).ToList();
        foreach (var draft in drafts)
        {
            if (draft.Cue is not { } cue) continue;
            var at = BinarySearch.First(incises.Count, i => incises[i].Cue!.Value.Start >= cue.End);
            if (at == incises.Count || !incises[at].Covers(cue) || incises[at] == draft) continue;
            var end = incises[at].Content.Find(p => p.Contains(cue)).End;
            for (var i = 0; i < draft.Content.Count; i++)
                draft.Content[i] = draft.Content[i] with { End = Math.Max(draft.Content[i].Start, Math.Min(draft.Content[i].End, end)) };
            draft.Content.RemoveAll(p => p.Length == 0);
        }

        drafts.RemoveAll(d => d.Content.Count == 0);
    }

    // "It is now stated that P, according to X": nobody states it but X.
    private static void GiveImpersonals(StatementContext prose, List<StatementDraft> drafts)
    {
        // «la mairie affirme qu'il a été confirmé que P»: a verb before it tells that it was.
        var sourced = drafts.Where(d => d is { Source: not null, Cue: not null, Quoted: false, Content.Count: 1 })
            .Where(d => d.Attributed || d.Cue!.Value.Start > d.End)
            .ToLookup(d => prose.Trees.WordAt(d.Start));
        var given = new HashSet<StatementDraft>();
        foreach (var draft in drafts.Where(d => d is { Source: null, Cue: not null, Quoted: false }))
        {
            if (ImpersonalOf(prose.Trees, draft.CueWord) is not (>= 0 and var opener)) continue;
            if (sourced[opener].FirstOrDefault(d => d.Covers(draft.Cue!.Value) && d.Covers(draft.Content[0])) is not { } outer) continue;
            draft.Source = outer.Source;
            given.Add(outer);
        }

        drafts.RemoveAll(given.Contains);
    }

    private static int ImpersonalOf(DependencyTrees trees, int verb)
    {
        foreach (var child in trees.Children(verb))
        {
            // "He was told that P" has somebody for its subject.
            var isNeuter = trees.Is(child, "nsubj") && trees[child].Features.Has("Gender", "Neut");
            var isNothing = isNeuter || trees.IsAny(child, "expl", "expl:subj");
            if (child < verb && isNothing) return child;
        }

        return -1;
    }

    // «insiste sur l'hypothèse de P»: the noun tells P, the verb only carries it.
    private static void DropCarriers(List<StatementDraft> drafts)
    {
        var nouns = drafts.Where(d => d.Source is not null).Select(d => (d.CueWord, d.Source!.Value.Head, d.End)).ToHashSet();
        drafts.RemoveAll(d => d is { Source: not null, Quoted: false } && d.ContentHead >= 0 && d.ContentHead != d.CueWord && nouns.Contains((d.ContentHead, d.Source.Value.Head, d.End)));
    }

    // Selon lui, il fallait «baisser les tranches»: words in marks that nothing gives to anybody are told with what they stand in.
    private static void DropQuotedParts(StatementContext prose, List<StatementDraft> drafts)
    {
        var tellings = drafts.Where(d => d is { Cue: not null, Quoted: false }).ToList();
        drafts.RemoveAll(d => d is { Cue: null, Source: null, Quoted: true, Content.Count: 1 }
            && tellings.Exists(t => t.Covers(WithoutStop(prose.Text, d.Content[0]))));
    }

    private static TextSpan WithoutStop(string text, TextSpan part)
    {
        var end = part.End;
        while (end - 1 > part.Start && text[end - 1] is '.' or ',' or '!' or '?' or '…') end--;
        return part with { End = end };
    }

    // One content told twice by cues of one place is one telling: the quotation, else the first.
    private static void DropRepeats(List<StatementDraft> drafts)
    {
        var seen = new HashSet<(int, int, int)>();
        drafts.RemoveAll(d => !seen.Add((d.Start, d.End, d.Source?.Head ?? -1)));
        // "said in a statement that P": what somebody tells, the statement does not tell again.
        var told = drafts.Where(d => d.Source is not null).Select(d => (d.Start, d.End)).ToHashSet();
        drafts.RemoveAll(d => d.Source is null && told.Contains((d.Start, d.End)));
    }
}
