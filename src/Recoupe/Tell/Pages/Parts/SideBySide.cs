using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages.Parts;

/// <summary>
/// Passages of two tied articles side by side, the original's on the left: what was left out and put in, and what else became of them.
/// </summary>
internal static class SideBySide
{
    // What leaves the house shows changes alone, and few: six passages can be a whole article.
    private const int PairsShown = 6, PairsShared = 2;

    // The names of the changes that a pair of passages can be a reason for, gravest first.
    private static readonly ImmutableArray<string> Changes = ["CHANGED-POLARITY", "LOST-HEDGE", "CHANGED-HEDGE", "CHANGED-NAME", "CHANGED-NUMBER"];

    /// <summary>The passages that the reasons of a tie align; nothing where they align none.</summary>
    public static Html Of(DossierModel shelf, Lineage tie)
    {
        var pairs = tie.Reasons.SelectMany(r => Pairs(tie, r).Select(p => (Pair: p, r.Code))).GroupBy(p => p.Pair, p => p.Code)
            .Select(g => (Pair: g.Key, Changes: Changes.Where(g.Contains).ToImmutableArray()))
            .Where(p => !shelf.Share || !p.Changes.IsEmpty).OrderByDescending(p => !p.Changes.IsEmpty)
                .Take(shelf.Share ? PairsShared : PairsShown).OrderBy(p => p.Pair.From).ToList();
        if (pairs.Count == 0) return Html.None;
        var lead = shelf.Words[tie.Direction == LineageDirection.Unknown ? "beside.lead.unknown" : "beside.lead"];
        return Html.Of($"""
            <details class="beside"><summary>{shelf.Words.Count("beside", pairs.Count)}</summary><p class="meta">{lead}</p>
            {pairs.Select(p => Pair(shelf, tie, p.Pair, p.Changes))}</details>
            """);
    }

    private static IEnumerable<(Passage From, Passage To)> Pairs(Lineage tie, Reason reason) =>
        reason.Passages.Chunk(2).Where(p => p.Length == 2 && p[0].Article != p[1].Article)
            .Select(p => p[0].Article == tie.To ? (p[1], p[0]) : (p[0], p[1]));

    private static Html Pair(DossierModel shelf, Lineage tie, (Passage From, Passage To) pair, ImmutableArray<string> changes)
    {
        var (from, to) = (Text(shelf, pair.From), Text(shelf, pair.To));
        var words = tie.Kind == LineageKind.Translation ? null : WordDiff.Of(from, to);
        Html[] told = [.. changes.Select(c => Html.Text(shelf.Words["change." + c])), .. Attribution(shelf, pair)];
        var labels = told.Length == 0
            ? Html.None
            : Html.Of($"""<p class="changes">{told.Select(t => Html.Of($"""<span class="label">{t}</span>"""))}</p>""");
        return Html.Of($"""
            <div class="pair">{labels}{Side(shelf, pair.From, from, words, Change.Dropped)}{Side(shelf, pair.To, to, words, Change.Added)}</div>

            """);
    }

    private static Html Side(
        DossierModel shelf, Passage passage, string text, ImmutableArray<(string Word, Change Change)>? words, Change own)
    {
        var header = shelf.Header(passage.Article)!;
        var shown = words is { } all ? Marked(all, own) : Html.Text(text);
        return Html.Of($"""<blockquote lang="{header.Language}"><bdi>{shown}</bdi> <a class="see" href="{HtmlParts.Address(passage)}"><bdi>{header.Site ?? header.Name}</bdi></a></blockquote>""");
    }

    private static Html Marked(ImmutableArray<(string Word, Change Change)> words, Change own)
    {
        var parts = new List<Html>();
        var mine = words.Where(w => w.Change == Change.Kept || w.Change == own).ToList();
        for (var i = 0; i < mine.Count;)
        {
            var end = i;
            while (end < mine.Count && mine[end].Change == mine[i].Change) end++;
            var text = string.Join(' ', mine[i..end].Select(w => w.Word));
            parts.Add(mine[i].Change switch { Change.Dropped => Html.Of($"<del>{text}</del>"), Change.Added => Html.Of($"<ins>{text}</ins>"), _ => Html.Text(text) });
            i = end;
        }

        return Html.Joined(" ", parts);
    }

    // Where each passage holds one telling and the two have other sources, the words were given to somebody else.
    private static IEnumerable<Html> Attribution(DossierModel shelf, (Passage From, Passage To) pair)
    {
        if (Only(shelf, pair.From) is { Source: { } from }
            && Only(shelf, pair.To) is { Source: { } to }
            && !string.Equals(from.Id, to.Id, StringComparison.Ordinal))
            yield return Html.Text(shelf.Words.Say("change.source", ("from", from.Name), ("to", to.Name)));
    }

    private static StatementView? Only(DossierModel shelf, Passage passage) =>
        shelf.TellingsOf(passage.Article).Where(t => t.Statement.Inside is null && t.Statement.Content.Any(passage.Span.Overlaps)).Take(2)
            .ToList() is [var only] ? only : null;

    private static string Text(DossierModel shelf, Passage passage) =>
        HtmlParts.Short(shelf, passage.Span.In(shelf.Filed(passage.Article).Article.Text).Trim().ToString().ReplaceLineEndings(" "));
}
