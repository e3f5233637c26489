using System.Collections.Immutable;
using System.Text;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Judge;

/// <summary>Tellings beside what is told against them (<c>set-against.md</c>), each in an article of its own, from texts to claims.</summary>
public sealed class SetAgainstTests(ITestOutputHelper output)
{
    // Of 59: rises silently, falls only with a reason in the commit.
    private const int LeastShown = 36;

    private static ImmutableArray<Pair> Pairs { get; } = [.. Read(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Judge", "set-against.md")))];

    [Fact]
    public void What_is_told_against_a_telling_is_set_against_it()
    {
        var pairs = Pairs.Where(p => p.Kind != "apart").ToList();
        var missed = pairs.Where(p => !p.IsShown(output)).ToList();
        output.WriteLine($"{pairs.Count - missed.Count} of {pairs.Count}");
        (pairs.Count - missed.Count).ShouldBeGreaterThanOrEqualTo(LeastShown);
    }

    [Fact]
    public void What_only_looks_like_it_is_not() =>
        Pairs.Where(p => p.Kind == "apart" && p.IsShown(output)).Select(p => p.Other).ShouldBeEmpty();

    private static IEnumerable<Pair> Read(IEnumerable<string> lines)
    {
        var stories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var fields = line.Split(" | ");
            if (line.StartsWith("story ", StringComparison.Ordinal)) stories[line[6..8]] = line[10..];
            else if (fields is [var kind, var languages, var one, var other]) yield return new(kind, stories[languages[..2]], stories[languages[3..]], one, other);
        }
    }

    private sealed record Pair(string Kind, string OneStory, string OtherStory, string One, string Other)
    {
        public bool IsShown(ITestOutputHelper output)
        {
            var (page, otherPage) = (Page(OneStory, One), Page(OtherStory, Other));
            using var folder = new TemporaryFolder();
            using var pipeline = Pipeline.Open(folder.Path("l.recoupe"), threads: 1);
            pipeline.Add(new[] { page, otherPage }.Select(p => (Outcome<Page>)p), null, default);
            var told = pipeline.Ledger().Claims.SelectMany(c => c.Positions, (claim, position) => new Told(claim, position)).ToList();
            var ones = told.FindAll(t => t.Position.Article == page.Id && t.Position.Spans[0].Start > OneStory.Length);
            var others = told.FindAll(t => t.Position.Article == otherPage.Id && t.Position.Spans[0].Start > OtherStory.Length);
            var isShown = ones.Exists(a => others.Exists(b => a.IsAgainst(b)));
            if (isShown == (Kind == "apart")) Show(output, ones, others);
            return isShown;
        }

        private void Show(ITestOutputHelper output, List<Told> ones, List<Told> others)
        {
            output.WriteLine($"{Kind} | {One} | {Other}");
            foreach (var one in ones) output.WriteLine($"      one   {one}");
            foreach (var other in others) output.WriteLine($"      other {other}");
        }

        private static Page Page(string story, string told) =>
            new("", "page", PageKind.Text, [.. Encoding.UTF8.GetBytes($"{story}\n\n{told}\n")], PageFacts.None with { Published = "2025-03-12" });
    }

    private sealed record Told(Claim Claim, Position Position)
    {
        public bool IsAgainst(Told other) => Claim.Id == other.Claim.Id
            ? (Position.Side, other.Position.Side) is (Side.For, Side.Against) or (Side.Against, Side.For)
            : Claim.Contradicts.Any(c => c.Claim == other.Claim.Id);

        public override string ToString() => $"{Position.Side} {Claim.Id[..4]} {Claim.Text}";
    }
}
