using Microsoft.Playwright;

namespace Recoupe.Browser.Tests;

public sealed class DossierTests(Dossiers dossiers) : IClassFixture<Dossiers>
{
    private const int Phone = 360;

    [Theory]
    [InlineData("story-en")]
    [InlineData("story-fr")]
    [InlineData("shared-fr")]
    public async Task Every_page_opens_without_an_error_and_without_the_network(string which)
    {
        var page = await dossiers.Window();
        var (complaints, requests) = Watched(page);
        foreach (var name in Dossiers.Pages) await page.GotoAsync(dossiers.Address(which, name));
        complaints.ShouldBeEmpty();
        requests.ShouldAllBe(url => url.StartsWith("file://", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("story-en")]
    [InlineData("story-fr")]
    [InlineData("shared-fr")]
    [InlineData("hostile-en")]
    public async Task No_page_is_wider_than_a_phone(string which)
    {
        var page = await dossiers.Window(Phone);
        foreach (var name in which == "hostile-en" ? ["index.html", "claims.html", "articles.html", "families.html", "names.html", "figures.html", "article-00000000000000aa.html"] : Dossiers.Pages)
        {
            await page.GotoAsync(dossiers.Address(which, name));
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Phone, name);
        }
    }

    [Fact]
    public async Task Its_style_is_let_in_by_its_own_policy()
    {
        var page = await dossiers.Window();
        await page.GotoAsync(dossiers.Address("story-en", "index.html"));
        (await Background(page)).ShouldBe("rgb(252, 251, 248)");
    }

    [Fact]
    public async Task It_is_dark_where_the_reader_wants_it_dark()
    {
        var page = await dossiers.Window(colours: ColorScheme.Dark);
        await page.GotoAsync(dossiers.Address("story-en", "index.html"));
        (await Background(page)).ShouldBe("rgb(22, 21, 19)");
    }

    [Fact]
    public async Task On_paper_it_is_black_on_white_without_navigation()
    {
        var page = await dossiers.Window(colours: ColorScheme.Dark);
        await page.GotoAsync(dossiers.Address("story-en", "index.html"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await Background(page)).ShouldBe("rgb(255, 255, 255)");
        (await page.Locator("header nav").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_script_a_reader_gets_from_the_question_to_the_words_of_a_source()
    {
        var page = await dossiers.Window(script: false);
        await page.GotoAsync(dossiers.Address("story-fr", "index.html"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Le colonel Zarovitch a-t-il été capturé ?" }).ClickAsync();
        var telling = page.Locator(".side.against blockquote a", new() { HasText = "Aucun militaire norvanien" });
        // The same voice's other tellings are folded; a reader opens them.
        await page.Locator(".side.against details.others", new() { HasText = "Aucun militaire norvanien" }).Locator("> summary").ClickAsync();
        await telling.ClickAsync();
        page.Url.ShouldContain("article-");
        var note = page.Locator("li:target");
        (await note.InnerTextAsync()).ShouldContain("Aucun militaire norvanien n'a été capturé");
        (await page.Locator($".text sup a[href='{page.Url[page.Url.IndexOf('#')..]}']").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_article_that_attacks_its_reader_does_nothing()
    {
        var page = await dossiers.Window();
        var (complaints, requests) = Watched(page);
        page.Dialog += (_, dialog) => complaints.Add(dialog.Message);
        foreach (var name in new[] { "index.html", "claims.html", "article-00000000000000aa.html", "names.html", "figures.html", "families.html", "question-0000000000000011.html" })
            await page.GotoAsync(dossiers.Address("hostile-en", name));
        complaints.ShouldBeEmpty();
        requests.ShouldAllBe(url => url.StartsWith("file://", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_without_a_mouse_reaches_the_main_part_first()
    {
        var page = await dossiers.Window();
        await page.GotoAsync(dossiers.Address("story-en", "claims.html"));
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')")).ShouldBe("#main");
        await page.Keyboard.PressAsync("Enter");
        page.Url.ShouldEndWith("#main");
    }

    private static (List<string> Complaints, List<string> Requests) Watched(IPage page)
    {
        var (complaints, requests) = (new List<string>(), new List<string>());
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        return (complaints, requests);
    }

    private static Task<string> Background(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
