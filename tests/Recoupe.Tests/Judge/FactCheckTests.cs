using System.Collections.Immutable;
using System.Text;
using Recoupe.Link.Terms;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Judge;

/// <summary>Rumours beside the checks that refute them (<c>fact-checks.md</c>), from texts to ratings.</summary>
public sealed class FactCheckTests(ITestOutputHelper output)
{
    // Of thirty: rises silently, falls only with a reason in the commit.
    private const int LeastShown = 30;

    private static ImmutableArray<Pair> Pairs { get; } = [.. Read(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Judge", "fact-checks.md")))];

    [Fact]
    public void No_check_raises_the_rumour_that_it_refutes()
    {
        Pairs.Length.ShouldBe(30);
        Pairs.Where(IsRaised).Select(p => p.Name).ShouldBeEmpty();
    }

    [Fact]
    public void A_check_is_seen_against_its_rumour()
    {
        var missed = Pairs.Where(p => !IsShown(p)).Select(p => p.Name).ToList();
        output.WriteLine($"{Pairs.Length - missed.Count} of {Pairs.Length}; not {string.Join(", ", missed)}");
        (Pairs.Length - missed.Count).ShouldBeGreaterThanOrEqualTo(LeastShown);
    }

    private static bool IsRaised(Pair pair)
    {
        var alone = pair.Claims(pair.Rumour).Select(c => Rank(c)).DefaultIfEmpty(Rank(6)).Max();
        var beside = pair.Claims(pair.Rumour, pair.Check).Where(IsWordedAsSo).ToList();
        return beside.Exists(c => Rank(c) > alone || c.Independent.For > 1);
    }

    // What is worded as not so is the check's own.
    private static bool IsWordedAsSo(Claim claim) => !Polarity.IsNegated(WordScanner.Scan(claim.Text, new(0, claim.Text.Length)), Vocabulary.Of(claim.Language));

    private static bool IsShown(Pair pair)
    {
        var rumour = Article(pair.Rumour).Id;
        return pair.Claims(pair.Rumour, pair.Check).Any(c =>
            c.Positions.Any(p => p.Article == rumour) && c.Positions.Any(p => p.Article != rumour && p.Side != c.Positions.First(r => r.Article == rumour).Side));
    }

    private static int Rank(Claim claim) => Rank(claim.Credibility.Value);

    private static int Rank(int value) => value == 6 ? 25 : (6 - value) * 10;

    private static Page Article(string text) => new("", "page", PageKind.Text, [.. Encoding.UTF8.GetBytes(text)], PageFacts.None);

    private static IEnumerable<Pair> Read(IEnumerable<string> lines)
    {
        var (name, rumour, check) = ("", "", "");
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) name = line[3..];
            else if (line.StartsWith("rumour: ", StringComparison.Ordinal)) rumour = line[8..];
            else if (line.StartsWith("check: ", StringComparison.Ordinal)) check = line[7..];
            else if (line.StartsWith("claim: ", StringComparison.Ordinal)) yield return new(name, rumour, check, line[7..].Split(' '));
        }
    }

    private sealed record Pair(string Name, string Rumour, string Check, string[] Words)
    {
        /// <summary>The claims that hold the words of the rumour, of a ledger of these texts.</summary>
        public List<Claim> Claims(params string[] texts)
        {
            using var folder = new TemporaryFolder();
            using var pipeline = Pipeline.Open(folder.Path("l.recoupe"), threads: 1);
            pipeline.Add(texts.Select(t => (Outcome<Page>)Article(t)), null, default);
            return [.. pipeline.Ledger().Claims.Where(Holds)];
        }

        private bool Holds(Claim claim)
        {
            var words = WordScanner.Scan(claim.Text, new(0, claim.Text.Length)).ConvertAll(w => w.Folded);
            return Words.All(wanted => words.Exists(w => wanted.EndsWith('*') ? w.StartsWith(Fold.Of(wanted.TrimEnd('*')), StringComparison.Ordinal) : w == Fold.Of(wanted)));
        }
    }
}
