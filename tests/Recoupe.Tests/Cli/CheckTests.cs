using Recoupe.Tests.Story;

namespace Recoupe.Tests.Cli;

public sealed class CheckTests
{
    [Theory]
    [InlineData("On ignore si le colonel Zarovitch a été capturé à Tarsk.", "uncommitted")]
    [InlineData("Le colonel Zarovitch est attendu à Haldis, et jusqu'à présent, rien n'indique que le colonel Zarovitch a été capturé à Tarsk.", "against")]
    [InlineData("It is not known whether Colonel Zarovich was captured at Tarsk.", "uncommitted")]
    public async Task What_is_not_known_takes_no_side_and_no_sign_of_a_thing_speaks_against_it(string told, string side)
    {
        using var folder = new Folder();
        (await Asked.Of("check", "Le colonel Zarovitch a été capturé à Tarsk", folder.File("a.txt", told), "--json")).Output.ShouldContain($"\"position\":\"{side}\"");
    }


    [Theory]
    [InlineData("Le maire n'a pas fermé le pont.", "uncommitted")]
    [InlineData("Le maire de Kaltrova n'a pas fermé le pont de la rivière mardi.", "against")]
    [InlineData("Le maire de Kaltrova a fermé le pont de la rivière mardi, mais les bateaux ne partent plus.", "for")]
    public async Task Few_words_in_common_take_no_side_and_a_negation_only_its_own(string told, string side)
    {
        using var folder = new Folder();
        (await Asked.Of("check", "Le maire de Kaltrova a fermé mardi le pont de la rivière", folder.File("a.txt", told), "--json")).Output.ShouldContain($"\"position\":\"{side}\"");
    }

    [Theory]
    [InlineData("Le pont de Sarle est intact", "Le pont de Sarle s'est effondré lundi, a annoncé la préfecture.", "against")]
    [InlineData("Le pont de Sarle est intact", "Le pont de Sarle a été détruit, selon un habitant.", "against")]
    [InlineData("Le pont de Sarle est intact", "La mairie de Sarle a démenti la destruction du pont de Sarle.", "for")]
    [InlineData("Le pont de Sarle est détruit", "Le pont de Sarle est intact, a déclaré le maire.", "against")]
    [InlineData("Le pont de Sarle est détruit", "Le pont de Sarle s'est effondré lundi, a annoncé la préfecture.", "for")]
    [InlineData("The Sarle bridge is intact", "The Sarle bridge has collapsed, the mayor said.", "against")]
    [InlineData("The Sarle bridge is intact", "The Sarle bridge was destroyed, a resident said.", "against")]
    [InlineData("The Sarle bridge is destroyed", "The Sarle bridge is intact, the mayor said.", "against")]
    [InlineData("Le pont de Sarle est détruit", "Destruction du pont de Sarle : que sait-on ?", "uncommitted")]
    [InlineData("The Sarle bridge is destroyed", "Is the Sarle bridge destroyed?", "uncommitted")]
    public async Task Who_says_the_contrary_is_against_and_a_question_takes_no_side(string asked, string told, string side)
    {
        using var folder = new Folder();
        var found = await Asked.Of("check", asked, folder.File("a.txt", told), "--json");
        found.Output.ShouldContain("\"position\":");
        found.Output.Split("\"position\":").Skip(1).ShouldAllBe(one => one.StartsWith($"\"{side}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Le colonel Zarovitch aurait été capturé à Tarsk.", "Le colonel Zarovitch aurait été capturé à Tarsk (possible)")]
    [InlineData("Selon l'armée, le colonel Zarovitch aurait été capturé à Tarsk.", "le colonel Zarovitch aurait été capturé à Tarsk (l'armée, possible)")]
    [InlineData("Colonel Zarovitch has reportedly been captured at Tarsk.", "Colonel Zarovitch has reportedly been captured at Tarsk (possible)")]
    public async Task A_passage_is_shown_with_its_hedge_and_how_sure_it_is(string told, string shown)
    {
        using var folder = new Folder();
        (await Asked.Of("check", Claim, folder.File("a.txt", told), "--lang", "fr")).Output.ShouldContain("  a: " + shown + "\n");
    }

    [Fact]
    public async Task A_heading_is_shown_without_its_mark_and_nothing_twice()
    {
        using var folder = new Folder();
        var page = folder.File("a.md", "# Le colonel Zarovitch a été capturé\n\nLe colonel Zarovitch a été capturé\n");
        var lines = (await Asked.Of("check", Claim, page, "--lang", "fr")).Output.Split('\n');
        lines.Count(line => line == "  a: Le colonel Zarovitch a été capturé").ShouldBe(1, string.Join('\n', lines));
        lines.ShouldNotContain(line => line.Contains('#'));
    }

    private const string Claim = "Le colonel Zarovitch a été capturé.";

    [Fact]
    public async Task A_rumour_is_held_against_loose_articles_of_both_languages()
    {
        var asked = await Asked.Of("check", Claim, StoryGold.Articles, "--lang", "en");
        var (says, denies) = (asked.Output.IndexOf("Says so:", StringComparison.Ordinal), asked.Output.IndexOf("Says that it is not so:", StringComparison.Ordinal));
        says.ShouldBeGreaterThanOrEqualTo(0);
        denies.ShouldBeGreaterThan(says);
        asked.Output[says..denies].ShouldContain("09-veilleur-rumeur: ");
        asked.Output[says..denies].ShouldContain("07-chronicle-colonel: ");
        asked.Output[denies..].ShouldContain("11-tribune-denial: nobody has captured");
    }

    [Fact]
    public async Task A_ledger_answers_as_its_articles_do()
    {
        using var folder = new Folder();
        var page = Path.Combine(StoryGold.Articles, "11-tribune-denial.txt");
        var ledger = folder["l.recoupe"];
        (await Asked.Of("add", ledger, page, "--quiet")).Status.ShouldBe(0);
        var asked = await Asked.Of("check", Claim, ledger, "--json");
        asked.Output.ShouldBe((await Asked.Of("check", Claim, page, "--json")).Output);
        asked.Output.ShouldStartWith($"{{\"claim\":\"{Claim}\",\"found\":[{{\"article\":\"");
        asked.Output.ShouldContain("\"position\":\"against\",\"score\":");
    }

    [Fact]
    public async Task Headlines_are_set_beside_bodies()
    {
        using var folder = new Folder();
        var bodies = folder.File("bodies.csv", "Body ID,articleBody\n7,\"The old bridge of Kaltrova was closed on Monday, and the mayor, Ilan Brescu, went to see it.\n\nNobody was hurt.\"\n8,");
        var pairs = folder.File("pairs.csv", "Headline,Body ID\nThe Kaltrova bridge is closed,7\n\"Bees, honey and flowers\",7\nThe Kaltrova bridge is open,7\nKaltrova bridge closed,8\nKaltrova bridge closed,9");
        (await Asked.Of("check", "--pairs", pairs, "--bodies", bodies)).Output.ShouldBe(
            "Headline,Body ID,Stance\nThe Kaltrova bridge is closed,7,agree\n\"Bees, honey and flowers\",7,unrelated\nThe Kaltrova bridge is open,7,disagree\n" +
            "Kaltrova bridge closed,8,unrelated\nKaltrova bridge closed,9,unrelated\n");
    }

    [Fact]
    public async Task What_cannot_be_checked_is_refused()
    {
        using var folder = new Folder();
        (await Asked.Of("check", Claim)).Status.ShouldBe(2);
        (await Asked.Of("check", "--pairs", "a.csv")).Status.ShouldBe(2);
        (await Asked.Of("check", "--pairs", folder["a.csv"], "--bodies", folder["b.csv"])).Error.ShouldStartWith("TABLE-1: ");
        var none = await Asked.Of("check", Claim, folder["none.txt"], "--lang", "fr");
        none.Status.ShouldBe(1);
        none.Error.ShouldStartWith("INGEST-1: ");
        none.Output.ShouldStartWith("Rien n’y a trait.");
    }
}
