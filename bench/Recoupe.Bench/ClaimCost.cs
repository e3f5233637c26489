using System.Diagnostics;
using System.Globalization;
using Recoupe.Link;
using Recoupe.Link.Claims;
using Recoupe.Link.Fingerprints;

namespace Recoupe.Bench;

/// <summary>What claims cost on stored readings: statements linked a second, and the time of adding one article's statements to as many.</summary>
internal static class ClaimCost
{
    private const int AddedAfter = 50;

    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var articles = new DerivedStatements().Articles(count / DerivedStatements.PerArticle + AddedAfter).ToList();
        var heap = articles[..^AddedAfter];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{heap.Sum(a => a.Findings.Statements.Length)} statements of {heap.Count} articles"));
        var (candidates, claims) = (new Candidates(), new ClaimBuilder(Rulings.None));
        var clock = Stopwatch.StartNew();
        var ties = heap.SelectMany(candidates.Ties).ToList();
        var tied = clock.Elapsed.TotalSeconds;
        claims.Add(heap, ties);
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ties.Count} ties, {claims.All.Length} claims, of which {claims.All.Count(c => c.Positions.Length > 1)} of several statements, {claims.All.Count(c => !c.Contradicts.IsEmpty)} contradicted, the largest of {claims.All.Max(c => c.Positions.Length)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / seconds:F0} statements a second: {tied:F1} s tying, {seconds - tied:F1} s gathering; peak {Environment.WorkingSet >> 20} MB"));
        var each = articles[^AddedAfter..].Select(a => Added(a, candidates, claims)).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"adding one article: median {each[each.Count / 2]:F1} ms, longest {each[^1]:F1} ms"));
        Console.WriteLine($"growing equals starting over: {Told(claims.All).SequenceEqual(Told(ClaimBuilder.Of(articles, Candidates.All(articles), Rulings.None)), StringComparer.Ordinal)}");
        return 0;
    }

    private static double Added(FiledArticle article, Candidates candidates, ClaimBuilder claims)
    {
        var clock = Stopwatch.StartNew();
        var found = candidates.Ties(article);
        claims.Add([article], found);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static IEnumerable<string> Told(IEnumerable<Claim> claims) => claims.Select(c =>
        $"{c.Id} {c.Text} {string.Join(',', c.Positions.Select(p => (p.Key, p.Side)))} {string.Join(',', c.Contradicts.Select(x => (x.Claim, string.Join(' ', x.Reasons.Select(r => r.Code)))))}");

    /// <summary>The ledger's rule for which articles are compared, over their keys, in memory.</summary>
    private sealed class Candidates
    {
        private readonly Dictionary<BlockingKey, List<Fingerprint>> _buckets = [];

        public static List<StatementTie> All(IEnumerable<FiledArticle> articles)
        {
            var candidates = new Candidates();
            return [.. articles.SelectMany(candidates.Ties)];
        }

        public List<StatementTie> Ties(FiledArticle article)
        {
            var print = Linker.Fingerprint(article.Article, null, article.Findings);
            var met = new Dictionary<ArticleId, Fingerprint>();
            foreach (var key in Linker.Keys(print))
            {
                if (!_buckets.TryGetValue(key, out var bucket)) _buckets.Add(key, bucket = []);
                if (bucket.Count < key.Limit)
                    foreach (var other in bucket) met.TryAdd(other.Article, other);
                bucket.Add(print);
            }

            return [.. met.Values.SelectMany(other => StatementComparer.Compare(Lesser(print, other), Greater(print, other))), .. StatementComparer.Compare(print, print)];
        }

        private static Fingerprint Lesser(Fingerprint a, Fingerprint b) => a.Article.CompareTo(b.Article) < 0 ? a : b;

        private static Fingerprint Greater(Fingerprint a, Fingerprint b) => a.Article.CompareTo(b.Article) < 0 ? b : a;
    }
}
