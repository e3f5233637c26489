using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>What a ledger holds that it did not hold before: articles, and the claims that they make or speak to.</summary>
internal sealed class WatchReport
{
    private const int Most = 20; // of each, told by name

    private readonly List<ArticleHeader> _articles;
    private readonly List<Claim> _made;
    private readonly List<Claim> _touched;

    public WatchReport(Ledger before, Ledger after)
    {
        var known = before.Articles.Select(a => a.Id).ToHashSet();
        _articles = [.. after.Articles.Where(a => !known.Contains(a.Id))];
        _made = [.. after.Claims.Where(c => c.Positions.All(p => !known.Contains(p.Article)))];
        _touched = [.. after.Claims.Where(c => c.Positions.Any(p => known.Contains(p.Article)) && c.Positions.Any(p => !known.Contains(p.Article)))];
    }

    public void Tell(TextWriter output, Locale words)
    {
        if (_articles.Count == 0)
        {
            output.WriteLine(words["watch.nothing"]);
            return;
        }

        Tell(output, words, words.Count("watch.articles", _articles.Count), _articles, a => a.Site is null
            ? a.Title ?? a.Name
            : $"{a.Title ?? a.Name} ({a.Site})");
        Tell(output, words, words.Count("watch.touched", _touched.Count), _touched, Sides);
        Tell(output, words, words.Count("watch.made", _made.Count), _made, Sides);

        string Sides(Claim claim) =>
            words.Say("watch.claim", ("text", claim.Text), ("for", words.Number(claim.Independent.For)), ("against", words.Number(claim.Independent.Against)));
    }

    private static void Tell<T>(TextWriter output, Locale words, string heading, List<T> items, Func<T, string> line)
    {
        if (items.Count == 0) return;
        output.WriteLine(heading);
        foreach (var item in items.Take(Most)) output.WriteLine($"  {Printable.Line(line(item))}");
        if (items.Count > Most) output.WriteLine($"  {words.Count("watch.more", items.Count - Most)}");
    }
}
