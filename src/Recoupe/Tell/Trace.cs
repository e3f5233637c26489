using System.Collections.Immutable;

namespace Recoupe.Tell;

/// <summary>
/// What an article was made from, told in lines: its family, its origin, each tie with why, and sentences set beside each other.
/// </summary>
public static class Trace
{
    private const int PairsShown = 3; // sentences: more hide how the copies hang together

    /// <summary>The lines.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filed">An article with its findings, by id.</param>
    /// <param name="article">The article; one of the ledger's.</param>
    /// <param name="words">The language to tell it in.</param>
    public static IEnumerable<string> Lines(Ledger ledger, Func<ArticleId, FiledArticle> filed, ArticleHeader article, Locale words)
    {
        var names = ledger.Articles.ToDictionary(a => a.Id.Value, a => Named(a, words), StringComparer.Ordinal);
        foreach (var absent in ledger.Absent) names[absent.Id] = $"{absent.Name} ({words["absent"]})";
        yield return names[article.Id.Value];
        var family = ledger.Families.First(f => f.Members.Contains(article.Id));
        yield return family.Members.Length == 1
            ? words["trace.alone"]
            : words.Count("family.members", family.Members.Length) + ". " + Origin(family, names, words);
        names[article.Id.Value] = article.Name;
        var ties = ledger.Lineage.Where(t => t.To == article.Id || string.Equals(t.From, article.Id.Value, StringComparison.Ordinal))
            .OrderBy(t => t.To != article.Id).ThenByDescending(t => t.Score).ThenBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To);
        foreach (var tie in ties)
        {
            yield return "";
            foreach (var line in Told(tie, names, filed, words)) yield return line;
        }
    }

    private static IEnumerable<string> Told(
        Lineage tie, Dictionary<string, string> names, Func<ArticleId, FiledArticle> filed, Locale words)
    {
        yield return $"{names[tie.To.Value]}\n  {words["tie." + EnumNames.Of(tie.Kind)]} {names[tie.From]} ({words["direction." + EnumNames.Of(tie.Direction)]})";
        foreach (var reason in tie.Reasons)
        {
            yield return "  " + words.Reason(reason);
            foreach (var pair in reason.Passages.Chunk(2).Where(p => p.Length == 2 && p[0].Article != p[1].Article).Take(PairsShown))
                foreach (var line in Beside(tie, pair, filed)) yield return line;
        }
    }

    // The original first; word by word, [-dropped-] {+added+}, where both are of one language.
    private static IEnumerable<string> Beside(Lineage tie, Passage[] pair, Func<ArticleId, FiledArticle> filed)
    {
        var ordered = pair[0].Article == tie.To ? (From: pair[1], To: pair[0]) : (From: pair[0], To: pair[1]);
        var (from, to) = (Text(ordered.From, filed), Text(ordered.To, filed));
        if (tie.Kind != LineageKind.Translation && WordDiff.Of(from, to) is { } words) return ["    " + string.Join(' ', Marked(words))];
        return ["    " + from, "    → " + to];
    }

    private static IEnumerable<string> Marked(ImmutableArray<(string Word, Change Change)> words)
    {
        for (var i = 0; i < words.Length;)
        {
            var end = i;
            while (end < words.Length && words[end].Change == words[i].Change) end++;
            var text = string.Join(' ', words[i..end].Select(w => w.Word));
            yield return words[i].Change switch { Change.Dropped => $"[-{text}-]", Change.Added => $"{{+{text}+}}", _ => text };
            i = end;
        }
    }

    private static string Text(Passage passage, Func<ArticleId, FiledArticle> filed) =>
        passage.Span.In(filed(passage.Article).Article.Text).Trim().ToString().ReplaceLineEndings(" ");

    private static string Origin(Family family, Dictionary<string, string> names, Locale words) =>
        family.Origin is { } origin ? words.Say("trace.origin", ("name", names[origin])) : words["family.origin.unknown"];

    private static string Named(ArticleHeader article, Locale words)
    {
        var day = article.Published is { } published
            ? words.Told(published.Value) + (published.Doubted is null ? "" : " " + words["day.doubted"])
            : words["day.undated"];
        return string.Join(" · ", new[] { article.Name, article.Title, article.Site, day }.Where(p => !string.IsNullOrWhiteSpace(p)));
    }
}
