namespace Recoupe.Tests.Cli;

public sealed class CompareTests
{
    [Fact]
    public async Task Why_two_sentences_are_at_odds_is_said_of_sentences_and_not_of_copies()
    {
        (await Asked.Of("compare", "Le barrage n'a pas été détruit", "The dam was destroyed on Tuesday", "--lang", "en")).Output.ShouldContain("One says what the other denies.");
        (await Asked.Of("compare", "Le barrage n'a pas été détruit", "The dam was destroyed on Tuesday", "--lang", "fr")).Output.ShouldContain("L’une dit ce que l’autre nie.");
    }

    [Theory]
    [InlineData("Le préfet Radu Morin a dit mardi soir devant la presse que 15 pompiers étaient morts dans l'effondrement du barrage de Kaltrova, et que les recherches continuaient dans la vallée.", "40 pompiers sont morts dans l'effondrement du barrage.")]
    [InlineData("Prefect Radu Morin told reporters on Tuesday evening that 15 firefighters had died when the Kaltrova dam collapsed, and that the search in the valley went on.", "40 firefighters died when the dam collapsed.")]
    public async Task Two_numbers_of_one_thing_contradict_though_one_tells_more(string told, string other)
    {
        (await Asked.Of("compare", told, other, "--json")).Output.ShouldContain("\"contradicts\"");
        (await Asked.Of("compare", told, other.Replace("40", "15", StringComparison.Ordinal), "--json")).Output.ShouldNotContain("\"contradicts\"");
    }

    [Fact]
    public async Task A_sentence_and_its_contrary_in_another_language_cannot_both_be()
    {
        var asked = await Asked.Of("compare", "Le maire Ilan Brescu a fermé le pont.", "Mayor Ilan Brescu opened the bridge.", "--json");
        asked.Status.ShouldBe(0);
        asked.Output.ShouldStartWith("{\"relation\":\"contradicts\",\"score\":0.");
        asked.Output.ShouldContain("\"code\":\"");
        (await Asked.Of("compare", "Le maire Ilan Brescu a fermé le pont.", "Mayor Ilan Brescu closed the bridge.", "--lang", "fr")).Output.ShouldStartWith("Elles disent la même chose.");
    }

    [Fact]
    public async Task Pairs_come_back_in_their_order_whatever_else_the_file_holds()
    {
        using var folder = new Folder();
        var file = folder.File("pairs.tsv", "\uFEFFlabel\thypothesis\tid\tpremise\r\n1\tThe mayor closed the bridge.\ta1\t\"The mayor\tclosed\nthe \"\"old\"\" bridge.\"\r\n\r\n\tHe said \"no\" twice.\ta2\t\r\n0\tshort");
        var asked = await Asked.Of("compare", "--pairs", file);
        asked.Status.ShouldBe(0);
        var lines = asked.Output.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("{\"id\":\"a1\",\"relation\":\"same\",");
        lines[1].ShouldStartWith("{\"id\":\"a2\",\"relation\":\"unrelated\",\"score\":0.0000,");
        lines[2].ShouldStartWith("{\"id\":\"\",\"relation\":\"unrelated\",");
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused_with_a_code()
    {
        using var folder = new Folder();
        (await Asked.Of("compare", "only one")).Status.ShouldBe(2);
        var missing = await Asked.Of("compare", "--pairs", folder["none.tsv"]);
        missing.Status.ShouldBe(2);
        missing.Error.ShouldStartWith("TABLE-1: ");
        var nameless = await Asked.Of("compare", "--pairs", folder.File("a.tsv", "x\ty\n1\t2\n"));
        nameless.Status.ShouldBe(2);
        nameless.Error.ShouldStartWith("TABLE-2: ");
    }
}
