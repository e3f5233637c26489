using Recoupe.Train.Trees;

namespace Recoupe.Language.Tests;

public sealed class WithheldTests
{
    [Fact]
    public void A_test_sentence_is_left_out_of_training_wherever_the_treebanks_lie()
    {
        var data = Environment.GetEnvironmentVariable("RECOUPE_DATA");
        Assert.SkipWhen(data is null, "RECOUPE_DATA names no folder");
        foreach (var file in new[] { "fr_sequoia-ud-test.conllu", "en_ewt-ud-test.conllu" })
            TextsIn(Path.Combine(data, "ud", file)).Where(t => t.Split(' ').Length > 12 && !Withheld.Holds(t)).ShouldBeEmpty();
    }

    [Fact]
    public void An_ordinary_sentence_is_not_withheld() =>
        Withheld.Holds("Le maire de la commune a inauguré hier matin la nouvelle salle des fêtes.").ShouldBeFalse();

    private static IEnumerable<string> TextsIn(string file) =>
        File.ReadLines(file).Where(l => l.StartsWith("# text = ", StringComparison.Ordinal)).Select(l => l[9..]);
}
