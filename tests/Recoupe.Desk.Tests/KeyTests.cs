using Microsoft.Playwright;
using Recoupe.Tests.Ingest.Fetch;
using static Microsoft.Playwright.Assertions;

namespace Recoupe.Desk.Tests;

/// <summary>The tasks that look, find and bring in, by keyboard alone, each in no more keys than it may take, in both languages and on both keyboards.</summary>
public sealed class KeyTests(Desks desks)
{
    public static TheoryData<string> Languages => ["en", "fr"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Next_item_open_it_and_its_passage_in_the_article(string language)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html");
        await at.Press("j");
        await at.Press("j");
        await Expect(at.Page.Locator(".rows > li.current")).ToHaveCountAsync(1);
        await at.Press("k");
        await at.Press("Enter");
        await at.Reach("**/claim-*");
        var keys = at.Keys;
        await at.Press("p");
        await Expect(at.Page.Locator("#passage mark")).Not.ToHaveCountAsync(0);
        var first = await at.Page.Locator("#passage").GetAttributeAsync("data-told");
        (at.Keys - keys).ShouldBe(1);
        await at.Press("p");
        await Expect(at.Page.Locator("#passage")).Not.ToHaveAttributeAsync("data-told", first!);
    }

    [Theory]
    [InlineData("en", "barrage")]
    [InlineData("fr", "prefet")]
    public async Task Search_as_one_types(string language, string words)
    {
        await using var at = await Analyst.At(desks, language, "/");
        await at.Press("/");
        await at.Write(words);
        await Expect(at.Page.Locator("#found mark")).Not.ToHaveCountAsync(0);
        at.Keys.ShouldBe(1);
        await at.Press("Enter");
        await at.Reach("**/search.html?q=" + words);
        (await at.Page.Locator("main .results mark").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Copy_a_citation_and_one_with_both_sides(string language)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html?contested=1");
        await at.Follow(".rows a");
        var keys = at.Keys;
        await at.Press("c");
        var one = await at.Copied();
        (at.Keys - keys).ShouldBe(1);
        one.ShouldContain("sha256 ");
        one.ShouldContain("2024");
        await at.Press("C");
        var both = await at.Copied();
        both.ShouldContain(language == "fr" ? "disent que non" : "say it is not so");
        both.Length.ShouldBeGreaterThan(one.Length);
    }

    [Theory]
    [InlineData("en", "o", "same-entity")]
    [InlineData("fr", "n", "different-entity")]
    public async Task Answer_a_suggestion_and_move_on(string language, string key, string act)
    {
        await using var at = await Analyst.At(desks, language, "/");
        var open = await at.Page.Locator(".suggestions > li").CountAsync();
        open.ShouldBeGreaterThan(1);
        await at.Press("l");
        await Expect(at.Page.Locator(".flash[role=status]:not([hidden])")).ToHaveCountAsync(1);
        await Expect(at.Page.Locator(".suggestions > li")).ToHaveCountAsync(open);
        await at.Press(key);
        await Expect(at.Page.Locator(".suggestions > li")).ToHaveCountAsync(open - 1);
        at.Keys.ShouldBe(2);
        at.Log().Single().Act.ShouldBe(DecisionJson.Act(act));
    }

    [Theory]
    [InlineData("en", "c", "contested=1")]
    [InlineData("fr", "n", "unseen=1")]
    [InlineData("en", "p", "who=")]
    [InlineData("en", "o", "outlet=")]
    [InlineData("fr", "l", "lang=")]
    [InlineData("en", "y", "since=")]
    [InlineData("en", "Digit5", "rating=5")]
    [InlineData("fr", "Digit5", "rating=5")]
    [InlineData("fr", "-", "side=against")]
    public async Task Filter_by_two_keys_and_find_it_in_the_address(string language, string key, string query)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html");
        await at.Press("f");
        await at.Press(key);
        await at.Reach("**/claims.html?*" + query + "*");
        at.Keys.ShouldBe(2);
        await at.Page.GoBackAsync();
        await Expect(at.Page.Locator("main h1")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_is_new_in_two_keys_with_its_count_in_the_title(string language)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html");
        (await at.Page.TitleAsync()).ShouldMatch(@"^\([0-9]+\) ");
        await at.Press("g");
        await at.Press("n");
        await at.Reach("**/new.html");
        at.Keys.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Add_a_text_in_three_keys(string language)
    {
        await using var at = await Analyst.At(desks, language, "/");
        await at.Page.EvaluateAsync("navigator.clipboard.writeText('Le maire de Valmorel a annoncé que le pont serait fermé lundi. Selon le préfet, la fermeture durera deux semaines, le temps de vérifier les piles.')");
        await at.Press("a");
        await Expect(at.Page.Locator("textarea:focus")).ToHaveCountAsync(1);
        await at.Press("Control+V");
        await at.Press("Enter");
        at.Keys.ShouldBe(3);
        await Expect(at.Page.Locator("#work .flash")).ToContainTextAsync("1 article");
        var articles = await at.Beside("/articles.html");
        await Expect(articles.Locator("main")).ToContainTextAsync("Valmorel");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_link_that_is_being_followed_is_not_given_up_for_news_of_others(bool isFollowing)
    {
        await using var at = await Analyst.At(desks, "en", "/articles.html");
        await at.Page.WaitForLoadStateAsync(LoadState.Load);
        var following = isFollowing ? "dispatchEvent(new Event('beforeunload')); " : "";
        await at.Page.EvaluateAsync("document.body.dataset.old = ''; " + following + "events.dispatchEvent(new MessageEvent('ledger', { data: '999999' }))");
        if (isFollowing) await Expect(at.Page.Locator("#changed")).ToBeVisibleAsync();
        await Expect(at.Page.Locator("body[data-old]")).ToHaveCountAsync(isFollowing ? 1 : 0);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Watch_a_feed(string language)
    {
        using var site = new SmallServer();
        site.On("/feed", $"""
            <rss version="2.0"><channel><title>Orvec</title><link>{site.Root}/</link><description>x</description>
            <item><title>Valmorel</title><link>{site.Root}/valmorel</link><description>Le pont.</description></item></channel></rss>
            """, "application/rss+xml");
        site.On("/valmorel", "<html lang='fr'><body><article><h1>Le pont</h1><p>Le maire de Valmorel a annoncé que le pont serait fermé lundi. Selon le préfet, la fermeture durera deux semaines, le temps de vérifier les piles.</p></article></body></html>");
        await using var at = await Analyst.At(desks, language, "/", options => options with { Fetching = stop => desks.Fetcher(stop) });
        await at.Page.EvaluateAsync("address => navigator.clipboard.writeText(address)", site.Root + "/feed");
        await at.Press("g");
        await at.Press("w");
        await Expect(at.Page.Locator("input[name=feed]:focus")).ToHaveCountAsync(1);
        await at.Press("Control+V");
        await at.Press("Enter");
        at.Keys.ShouldBe(4);
        await Expect(at.Page.Locator("#work .flash")).ToContainTextAsync("1 article");
        await Expect(at.Page.Locator(".feeds li")).ToContainTextAsync(site.Root + "/feed");
        await at.Page.Locator(".feeds button[data-key=x]").ClickAsync();
        await Expect(at.Page.Locator(".feeds li")).ToHaveCountAsync(0);
        var articles = await at.Beside("/articles.html");
        await Expect(articles.Locator("main")).ToContainTextAsync("Le pont");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Ask_a_question(string language)
    {
        await using var at = await Analyst.At(desks, language, "/");
        await at.Press("q");
        await at.Write("Les sirènes ont-elles fonctionné ?");
        await at.Press("Enter");
        await at.Reach("**/question-*");
        at.Keys.ShouldBe(2);
        await Expect(at.Page.Locator("h1")).ToContainTextAsync("sirènes");
    }

    [Theory]
    [InlineData("en", "Digit1", "claims.txt")]
    [InlineData("fr", "Digit2", "claims.json")]
    [InlineData("fr", "Digit3", "claims.zip")]
    public async Task Hand_a_selection_over(string language, string digit, string file)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html");
        var download = at.Page.WaitForDownloadAsync();
        await at.Press("v");
        await at.Press("E");
        await at.Press(digit);
        (await download).SuggestedFilename.ShouldBe(file);
        at.Keys.ShouldBe(3);
    }

    [Fact]
    public async Task Keys_are_dead_in_text_fields_and_can_be_switched_off()
    {
        await using var at = await Analyst.At(desks, "en", "/claims.html");
        await at.Press("/");
        await at.Write("xgnzq");
        (await at.Page.Locator("header .search input").InputValueAsync()).ShouldBe("xgnzq");
        await at.Press("Escape");
        await at.Press("?");
        await at.Reach("**/help.html");
        (await at.Page.Locator("main tbody tr").CountAsync()).ShouldBeGreaterThan(25);

        await at.Page.Locator("button[formaction='/keys']").ClickAsync();
        await Expect(at.Page.Locator("body")).ToHaveAttributeAsync("data-keys", "off");
        await at.Press("g");
        await at.Press("c");
        at.Page.Url.ShouldContain("help.html");
        at.Log().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_decides_comes_to_the_page_by_itself()
    {
        await using var at = await Analyst.At(desks, "en", "/decisions.html");
        using (var pipeline = Pipeline.Open(at.Ledger)) pipeline.Decide(DecisionAct.Rate, [pipeline.Ledger().Claims[0].Id], "2", "Seen by another.", "colleague");
        await Expect(at.Page.Locator("main")).ToContainTextAsync("Seen by another.");
    }
}
