using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Recoupe.Desk.Tests;

/// <summary>The screens as browsers show them: to whoever cannot see them, on a phone, in the dark, under attack.</summary>
public sealed class LookTests(Desks desks)
{
    private const int Phone = 390;

    private static readonly string[] Lists =
    [
        "/", "/new.html", "/disputes.html", "/claims.html", "/claims.html?contested=1", "/articles.html", "/names.html", "/figures.html", "/families.html",
        "/questions.html", "/decisions.html", "/search.html?q=barrage", "/compare.html", "/add.html", "/help.html", "/mask.html", "/grade.html",
    ];

    // The elements are the same in both languages: French, and lists to their end, are tried by name (`-explicit only`).
    [Theory]
    [InlineData("en", false)]
    [InlineData("en", true, Explicit = true)]
    [InlineData("fr", true, Explicit = true)]
    public async Task Axe_finds_nothing_to_mend_on_any_screen(string language, bool whole)
    {
        var page = await desks.Window();
        await using var desk = await desks.Open(language);
        var found = new List<string>();
        foreach (var path in await Screens(page, desk))
        {
            await page.GotoAsync(new Uri(new Uri(desk.Address), path).AbsoluteUri);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            found.AddRange((await Axe.Violations(page, whole)).Select(violation => $"{path}: {violation}"));
        }

        found.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_screen_is_wider_than_a_phone_and_none_complains(ColorScheme colours)
    {
        var page = await desks.Window(Phone, colours: colours);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await using var desk = await desks.Open("fr");
        foreach (var path in await Screens(page, desk))
        {
            await page.GotoAsync(new Uri(new Uri(desk.Address), path).AbsoluteUri);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Phone, path);
        }

        complaints.ShouldBeEmpty();
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe(colours == ColorScheme.Dark ? "rgb(22, 21, 19)" : "rgb(252, 251, 248)");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task An_article_that_attacks_its_reader_does_nothing_on_any_screen(string language)
    {
        var page = await desks.Window();
        var (complaints, requests) = (new List<string>(), new List<string>());
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) => complaints.Add(dialog.Message);
        page.Request += (_, request) => requests.Add(request.Url);
        await using var desk = await desks.Hostile(language);
        var root = new Uri(desk.Address).GetLeftPart(UriPartial.Authority);
        await page.GotoAsync(desk.Address);
        string[] things = ["/claim-00000000000000cc.html?p=00000000000000bb", "/article-00000000000000aa.html", "/name-00000000000000ff.html", "/question-0000000000000011.html", "/search.html?q=%3Cscript%3Ealert(1)%3C/script%3E%22%20onfocus=alert(2)%20autofocus=%22", "/claims.html?who=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "/?did=%3Cscript%3E&said=%22%3E%3Cscript%3E", "/no-such-%3Cscript%3E"];
        foreach (var path in Lists.Concat(things))
        {
            await page.GotoAsync(root + path);
            await Expect(page.Locator("#main h1")).ToHaveCountAsync(1);
            (await page.Locator("main script, main img, main iframe, main [onerror], main [onfocus]").CountAsync()).ShouldBe(0, path);
        }

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("script alert");
        await Expect(page.Locator("#found a")).Not.ToHaveCountAsync(0);
        (await page.Locator("#found script, #found img").CountAsync()).ShouldBe(0);

        complaints.Where(c => !c.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
        requests.ShouldAllBe(url => url.StartsWith(root, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_reader_searches_decides_and_takes_it_back()
    {
        var page = await desks.Window(script: false);
        await using var desk = await desks.Open();
        await page.GotoAsync(desk.Address);
        await page.Locator("header .search input").FillAsync("colonel captured");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main .results a[href^='/claim-']")).Not.ToHaveCountAsync(0);
        await page.GotoAsync(new Uri(new Uri(desk.Address), "/claims.html?contested=1").AbsoluteUri);
        await page.Locator("main .rows a[href^='claim-']").First.ClickAsync();
        await page.Locator(".told .menu > summary:visible").First.ClickAsync();
        await page.Locator(".told button[value=dismiss]:visible").First.ClickAsync();
        await Expect(page.Locator(".flash form button")).ToBeVisibleAsync();
        await page.Locator(".flash form button").ClickAsync();
        await page.GotoAsync(new Uri(new Uri(desk.Address), "/decisions.html").AbsoluteUri);
        await Expect(page.Locator("main article.claim")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
    }

    // Opens one after another.
    private static async Task<IReadOnlyList<string>> All(IPage page, string root)
    {
        var paths = new List<string>(Lists);
        foreach (var (list, kind) in new[] { ("/claims.html?contested=1", "claim-"), ("/articles.html", "article-"), ("/disputes.html", "dispute-"), ("/names.html", "name-"), ("/questions.html", "question-") })
        {
            await page.GotoAsync(root + list);
            paths.Add("/" + (await page.Locator($"main a[href^='{kind}'], main a[href^='/{kind}']").First.GetAttributeAsync("href"))!.TrimStart('/'));
        }

        await page.GotoAsync(root + "/families.html");
        await page.Locator("main .members a").First.ClickAsync();
        paths.Add((await page.Locator("main a[href^='/compare']").First.GetAttributeAsync("href"))!);
        return paths;
    }

    private static async Task<IReadOnlyList<string>> Screens(IPage page, DeskServer desk)
    {
        await page.GotoAsync(desk.Address);
        return await All(page, new Uri(desk.Address).GetLeftPart(UriPartial.Authority));
    }
}
