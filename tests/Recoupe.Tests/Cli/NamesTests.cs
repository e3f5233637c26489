namespace Recoupe.Tests.Cli;

public sealed class NamesTests
{
    [Fact]
    public async Task Two_spellings_of_one_man_are_one_and_it_says_why()
    {
        var asked = await Asked.Of("names", "Alexandre Loukachenko", "Alexander Lukashenko", "--type", "person", "--json");
        asked.Status.ShouldBe(0);
        asked.Output.ShouldStartWith("{\"same\":true,\"score\":");
        asked.Output.ShouldContain("\"code\":\"NAME-");
        (await Asked.Of("names", "Pavel Hadrik", "Irena Hadrik", "--lang", "en")).Output.ShouldStartWith("Nothing shows that they name one.");
    }

    [Fact]
    public async Task Pairs_come_back_in_their_order_with_score_and_answer()
    {
        using var folder = new Folder();
        var file = folder.File("pairs.csv", "case,schema,name1,name2\r\na,Person,\"Hadrik, Pavel\",Pavel Hadrik\r\nb,Company,\"He said \"\"Acme\"\"\",Hydrokarv");
        var lines = (await Asked.Of("names", "--pairs", file)).Output.TrimEnd('\n').Split('\n');
        lines[0].ShouldBe("schema,name1,name2,score,same");
        lines[1].ShouldStartWith("Person,\"Hadrik, Pavel\",Pavel Hadrik,");
        lines[2].ShouldStartWith("Company,\"He said \"\"Acme\"\"\",Hydrokarv,");
        lines[2].ShouldEndWith(",false");
    }

    [Fact]
    public async Task A_file_without_the_columns_is_refused()
    {
        using var folder = new Folder();
        (await Asked.Of("names", "--pairs", folder.File("a.csv", "x,y\n1,2\n"))).Status.ShouldBe(2);
        (await Asked.Of("names", "only one")).Status.ShouldBe(2);
    }
}
