using System.Text;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Judge;

/// <summary>Which counts of two bodies stand against each other, from texts to contradictions.</summary>
public sealed class RivalCountTests
{
    private const string Day = "Publié le 12 mars 2026\n\n";

    private const string Ministry = Day +
        "Le séisme de Kaltrova a fait 5 200 morts à Kaltrova, a déclaré jeudi le ministère de la Santé. Les secours poursuivent leurs recherches.";

    public static TheoryData<string> Rivals => new()
    {
        { "Le séisme de Kaltrova a fait 2 300 morts à Kaltrova, a déclaré jeudi la Croix-Rouge." },
        { "Le séisme de Kaltrova a fait plus de 2 300 morts à Kaltrova, a déclaré jeudi la Croix-Rouge." },
        { "Le séisme de Kaltrova a fait au moins 2 300 morts à Kaltrova, a déclaré jeudi la Croix-Rouge." },
    };

    public static TheoryData<string> Others => new()
    {
        // A bound that the other may stand behind.
        { "Le séisme de Kaltrova a fait plus de 4 900 morts à Kaltrova, a déclaré jeudi la Croix-Rouge." },
        // So far apart, two populations are counted.
        { "Le séisme de Kaltrova a fait plus de 12 morts à Kaltrova, a déclaré jeudi la Croix-Rouge." },
        // Of an earlier day.
        { "La Croix-Rouge avait auparavant déclaré que le séisme de Kaltrova avait fait 2 300 morts à Kaltrova." },
    };

    [Theory]
    [MemberData(nameof(Rivals))]
    public void Counts_that_exclude_each_other_stand_against_each_other(string other) => Contradictions(other).ShouldBeGreaterThan(0);

    [Theory]
    [MemberData(nameof(Others))]
    public void Counts_that_may_both_be_right_do_not(string other) => Contradictions(other).ShouldBe(0);

    private static Outcome<Page> Told(string text, int at) =>
        new Page("", "page" + at, PageKind.Text, [.. Encoding.UTF8.GetBytes(text)], PageFacts.None);

    private static int Contradictions(string other)
    {
        using var folder = new TemporaryFolder();
        using var pipeline = Pipeline.Open(folder.Path("l.recoupe"), threads: 1);
        string[] pages = [Ministry, Day + "Des tentes ont été montées dans le stade de Morvec. Les écoles restent fermées.\n\n" + other];
        pipeline.Add(pages.Select(Told), null, default);
        return pipeline.Ledger().Claims.Sum(c => c.Contradicts.Length);
    }
}
