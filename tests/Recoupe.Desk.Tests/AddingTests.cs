using System.Net;

namespace Recoupe.Desk.Tests;

/// <summary>How articles come in and go out at the desk.</summary>
public sealed class AddingTests(Desks desks)
{
    private const string Text = "Le maire de Valmorel a annoncé que le pont serait fermé lundi.\n\nSelon la préfecture, la fermeture durera deux semaines. Le préfet a démenti toute fissure dans les piles du pont de Valmorel.";

    [Fact]
    public async Task A_text_that_is_pasted_is_filed_under_its_first_words()
    {
        await using var desk = await DeskServer.StartAsync(desks.Options(Path.Combine(desks.Folder(), "new", "ledger.recoupe")));
        using var visitor = await Visitor.Of(desk);
        (await visitor.Page("/")).ShouldContain("action=\"/sample\"");
        using var answer = await visitor.Post("/add", ("text", Text));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Settled(visitor, "/articles.html", "Le-maire-de-Valmorel")).ShouldContain("article-");
        (await visitor.Page("/found?q=valmorel")).ShouldContain("<mark>");
        (await visitor.Page("/add.html")).ShouldContain("1 article");
    }

    [Fact]
    public async Task The_sample_story_fills_an_empty_desk()
    {
        await using var desk = await DeskServer.StartAsync(desks.Options(Path.Combine(desks.Folder(), "ledger.recoupe")));
        using var visitor = await Visitor.Of(desk);
        using var answer = await visitor.Post("/sample");
        await Settled(visitor, "/disputes.html", "dispute-");
        (await visitor.Page("/articles.html")).Split("article-").Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Files_are_taken_by_their_last_name_and_what_cannot_be_used_is_refused_with_its_code()
    {
        var folder = desks.Folder();
        await using var desk = await DeskServer.StartAsync(desks.Options(Path.Combine(folder, "ledger.recoupe")));
        using var visitor = await Visitor.Of(desk);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Text), "files", "../../../escape.txt" },
            { new ByteArrayContent([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]), "files", "a.pdf" },
        };
        using var answer = await visitor.Send("/add", form, visitor.Root);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await Settled(visitor, "/articles.html", "escape");
        (await Settled(visitor, "/add.html", "refusals")).ShouldContain("INGEST-");
        Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetDirectoryName(folder))!, "escape*").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_is_forgotten_only_when_its_name_is_written_again()
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        var page = await visitor.Page("/add.html");
        var option = page[(page.IndexOf("<option value=\"", StringComparison.Ordinal) + 15)..];
        var (id, name) = (option[..16], option[18..option.IndexOf('<', StringComparison.Ordinal)]);
        using var refused = await visitor.Post("/forget", ("article", id), ("again", "another"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var done = await visitor.Post("/forget", ("article", id), ("again", name));
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await visitor.Page("/articles.html")).ShouldNotContain($"article-{id}");
    }

    [Fact]
    public async Task A_grade_is_kept_beside_the_ledger_and_shown_beside_the_name()
    {
        var options = desks.Options();
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(options.Ledger)!, "sources.yaml"), "- source: Somebody\n  grade: B", TestContext.Current.CancellationToken);
        await using var desk = await DeskServer.StartAsync(options);
        using var visitor = await Visitor.Of(desk);
        using var answer = await visitor.Post("/grade", ("source", "Hydro\"karv: #1"), ("grade", "C"), ("note", "Was late: twice"));
        var page = await visitor.Page("/grade.html");
        page.ShouldContain("Hydro&quot;karv: #1");
        page.ShouldContain("Was late: twice");
        page.ShouldContain("Somebody");
    }

    [Fact]
    public async Task A_masked_name_is_on_no_screen()
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        (await visitor.Page("/found?q=dostra")).ShouldContain("<mark>");
        using var answer = await visitor.Post("/mask", ("name", "Milena Dostra"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var path in new[] { "/", "/claims.html", "/names.html", "/new.html", "/decisions.html" }) (await visitor.Page(path)).ShouldNotContain("Milena Dostra", Case.Insensitive, path);
    }

    // Until the page has it.
    private static async Task<string> Settled(Visitor visitor, string path, string text)
    {
        for (var i = 0; i < 200; i++)
        {
            var page = await visitor.Page(path);
            if (page.Contains(text, StringComparison.Ordinal)) return page;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return await visitor.Page(path);
    }
}
