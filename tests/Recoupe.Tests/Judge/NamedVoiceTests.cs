using System.Collections.Immutable;
using System.Text;
using Recoupe.Link.Terms;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Judge;

/// <summary>Heaps that deserve a 2, and heaps that only look like it (<c>named-voices.md</c>), from texts to ratings.</summary>
public sealed class NamedVoiceTests(ITestOutputHelper output)
{
    // Of twenty: rises silently, falls only with a reason in the commit.
    private const int LeastGranted = 13;

    private const int Probable = 2;

    private static ImmutableArray<Heap> Heaps { get; } =
        [.. Read(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Judge", "named-voices.md")))];

    [Fact]
    public void Two_named_voices_of_different_camps_and_families_make_a_claim_probable()
    {
        var two = Heaps.Where(h => h.Name.StartsWith("two:", StringComparison.Ordinal)).ToList();
        two.Count.ShouldBe(20);
        var missed = two.Where(h => h.Best() != Probable).Select(h => h.Name).ToList();
        output.WriteLine($"{two.Count - missed.Count} of {two.Count}; not {string.Join(", ", missed)}");
        (two.Count - missed.Count).ShouldBeGreaterThanOrEqualTo(LeastGranted);
    }

    [Fact]
    public void One_voice_or_camp_or_text_never_does() =>
        Heaps.Where(h => h.Name.StartsWith("one:", StringComparison.Ordinal) && h.Best() <= Probable).Select(h => h.Name).ShouldBeEmpty();

    private static IEnumerable<Heap> Read(IEnumerable<string> lines)
    {
        var (name, pages) = ("", new List<string>());
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) (name, pages) = (line[3..], []);
            else if (line.StartsWith("page: ", StringComparison.Ordinal)) pages.Add(line[6..]);
            else if (line.StartsWith("claim: ", StringComparison.Ordinal)) yield return new(name, [.. pages], line[7..].Split(' '));
        }
    }

    private sealed record Heap(string Name, ImmutableArray<string> Pages, string[] Words)
    {
        /// <summary>The best rating of a claim that holds the words.</summary>
        public int Best()
        {
            using var folder = new TemporaryFolder();
            using var pipeline = Pipeline.Open(folder.Path("l.recoupe"), threads: 1);
            pipeline.Add(Pages.Select(Told), null, default);
            return pipeline.Ledger().Claims.Where(Holds).Select(c => c.Credibility.Value).DefaultIfEmpty(int.MaxValue).Min();
        }

        private static Outcome<Page> Told(string text, int at) =>
            new Page("", "page" + at, PageKind.Text, [.. Encoding.UTF8.GetBytes(text)], PageFacts.None);

        private bool Holds(Claim claim)
        {
            var words = WordScanner.Scan(claim.Text, new(0, claim.Text.Length)).ConvertAll(w => w.Folded);
            return Words.All(wanted => words.Exists(word => Is(word, wanted)));
        }

        private static bool Is(string word, string wanted)
        {
            var folded = Fold.Of(wanted.TrimEnd('*'));
            return wanted.EndsWith('*') ? word.StartsWith(folded, StringComparison.Ordinal) : string.Equals(word, folded, StringComparison.Ordinal);
        }
    }
}
