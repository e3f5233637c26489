using System.Text;
using Recoupe.Clean;
using Recoupe.Extract;
using Recoupe.Link;
using Recoupe.Read;

namespace Recoupe.Tests.Hostile;

/// <summary>
/// What a page costs grows with its length, whatever it repeats. Measured is what one thread allocates, which is the same on a busy machine:
/// work that grows with the square allocates so too.
/// </summary>
public sealed class GrowthOfWorkTests
{
    private const int Small = 12_000, Times = 8;
    private const double MostExponent = 1.15;

    public static TheoryData<string, string, PageKind> Monsters => new()
    {
        { "one statement", "The mayor said on Monday that 12 bridges had been closed near Belmarche, according to the prefecture. ", PageKind.Text },
        { "one word", "pont ", PageKind.Text },
        { "a sentence without end", "he said she said ", PageKind.Text },
        { "nested marks", "« Il a dit (", PageKind.Text },
        { "names", "Pavel Ormel, ", PageKind.Text },
        { "figures", "12 morts et 40 blessés, ", PageKind.Text },
        { "br", "<br>Le pont est fermé", PageKind.Html },
        { "list entries", "<li>Le pont est fermé, a dit la mairie.</li>", PageKind.Html },
        { "attributes", "<p title=\"a\" id=\"b\">Le pont est fermé.</p>", PageKind.Html },
    };

    [Theory]
    [MemberData(nameof(Monsters))]
    public void A_page_costs_what_its_length_costs(string form, string part, PageKind kind)
    {
        Cost(part, Small, kind); // the models are loaded now
        var (small, large) = (Cost(part, Small, kind), Cost(part, Small * Times, kind));
        var exponent = Math.Log((double)large / small) / Math.Log(Times);
        exponent.ShouldBeLessThanOrEqualTo(MostExponent, form);
    }

    private static long Cost(string part, int size, PageKind kind)
    {
        var text = string.Concat(Enumerable.Repeat(part, size / part.Length)) + "\n\nThe mayor said that the bridge was closed.";
        var page = new Page("p", "p", kind, [.. Encoding.UTF8.GetBytes(text)], PageFacts.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        if (Cleaner.Clean(page).Value is { } article)
        {
            var reading = ArticleReader.Read(article);
            var print = Linker.Fingerprint(article, reading, reading is null ? Findings.None : Extractor.Extract(article, reading));
            Linker.Compare(print, print);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
