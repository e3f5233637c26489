using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tests.Tell.Pages;

public sealed class DossierTests
{
    private static readonly TimeProvider Day = new StoppedClock();

    private static readonly ConcurrentDictionary<string, Lazy<Dictionary<string, IDocument>>> StoryPages = new(StringComparer.Ordinal);

    public static TheoryData<string> Languages => [.. Locale.Available];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_way_within_a_dossier_leads_somewhere(string language)
    {
        Lost(Story(language)).ShouldBeEmpty();
    }

    [Fact]
    public void A_shared_dossier_keeps_its_ways_and_leaves_whole_texts_at_home()
    {
        var files = Files(StoryLedger.Whole.Ledger, StoryLedger.Whole.Filed, "fr", share: true);
        var pages = Parsed(files);
        Lost(pages).ShouldBeEmpty();
        var article = StoryLedger.Whole.Filed(StoryLedger.Id("01-ormel-barrage")).Article;
        var shown = pages[$"article-{article.Id}.html"].Body!.TextContent;
        shown.ShouldContain("L'explosion s'est produite vers 3 h 40");
        shown.ShouldNotContain("L'eau a atteint une heure plus tard");
        foreach (var excerpt in pages.Values.SelectMany(p => p.QuerySelectorAll("mark, q")))
            excerpt.TextContent.Length.ShouldBeLessThanOrEqualTo(210);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Tied_articles_stand_side_by_side_with_their_differences_marked(string language)
    {
        var pairs = Story(language).Where(p => p.Key.StartsWith("article-", StringComparison.Ordinal)).SelectMany(p => p.Value.QuerySelectorAll(".beside .pair")).ToList();
        pairs.ShouldNotBeEmpty();
        foreach (var pair in pairs)
        {
            pair.QuerySelectorAll("blockquote").Length.ShouldBe(2);
            pair.QuerySelectorAll("blockquote:first-of-type ins, blockquote:last-of-type del").ShouldBeEmpty();
        }

        pairs.SelectMany(p => p.QuerySelectorAll("del")).ShouldNotBeEmpty();
        pairs.SelectMany(p => p.QuerySelectorAll("ins")).ShouldNotBeEmpty();
        pairs.SelectMany(p => p.QuerySelectorAll(".changes .label")).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_family_is_drawn_with_each_of_its_articles_once(string language)
    {
        foreach (var family in Story(language)["families.html"].QuerySelectorAll("section.family"))
        {
            var listed = family.QuerySelectorAll(".members cite a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal);
            family.QuerySelectorAll(".graph svg a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal).ShouldBe(listed);
        }
    }

    [Fact]
    public void Every_telling_of_a_claim_leads_to_its_words_marked_in_the_article()
    {
        var pages = Story("en");
        foreach (var position in StoryLedger.Whole.Ledger.Claims.SelectMany(c => c.Positions))
        {
            var page = pages[$"article-{position.Article}.html"];
            page.GetElementById("s-" + position.Statement).ShouldNotBeNull();
            page.QuerySelector($"mark + sup a[href='#s-{position.Statement}'], mark ~ sup a[href='#s-{position.Statement}'], sup a[href='#s-{position.Statement}']").ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_text_of_an_article_is_shown_whole_with_its_marks()
    {
        var article = StoryLedger.Whole.Filed(StoryLedger.Id("01-ormel-barrage")).Article;
        var page = Parsed(Files(StoryLedger.Whole.Ledger, StoryLedger.Whole.Filed, "fr", share: false))[$"article-{article.Id}.html"];
        foreach (var number in page.QuerySelectorAll("sup").ToList()) number.Remove();
        var shown = string.Join('\n', page.QuerySelectorAll(".text > p").Select(p => p.TextContent));
        shown.ShouldBe(string.Join('\n', article.Blocks.Where(b => b.Kind != BlockKind.Furniture).Select(b => new string(b.Span.In(article.Text)))));
    }

    [Fact]
    public void Contradicting_voices_stand_beside_each_other_with_their_counts()
    {
        var claim = StoryLedger.Whole.Ledger.Claims.Single(c => c.Text.Contains("aurait été capturé"));
        var page = Story("fr")[$"claim-{claim.Id}.html"];
        page.QuerySelector(".side.for h2")!.TextContent.ShouldContain($"{claim.Independent.For} voix indépendantes");
        page.QuerySelector(".side.against h2")!.TextContent.ShouldContain($"{claim.Independent.Against} voix indépendantes");
        page.QuerySelector(".side.against")!.TextContent.ShouldContain("Aucun militaire norvanien n'a été capturé");
        page.QuerySelector(".side.uncommitted")!.TextContent.ShouldContain("it had no information");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_hostile_article_stays_text(string language)
    {
        foreach (var (name, page) in Parsed(Files(HostileLedger.Ledger, _ => HostileLedger.Filed, language, share: false)))
        {
            page.QuerySelectorAll("script, img, iframe, object, embed, form, style").ShouldBeEmpty(name);
            page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name == "style").ShouldBeEmpty(name);
            page.QuerySelectorAll("a[href^=javascript]").ShouldBeEmpty(name);
            page.Source.Text.ShouldNotContain('\u202E');
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_page_says_what_it_rates_and_forbids_what_it_does_not_need(string language)
    {
        foreach (var (name, page) in Story(language))
        {
            page.QuerySelector("footer")!.TextContent.ShouldContain(Locale.For(language)["fair.rates"], customMessage: name);
            page.QuerySelector("footer")!.TextContent.ShouldContain("2026");
            page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!.ShouldStartWith("default-src 'none'");
            page.QuerySelectorAll("h1").Length.ShouldBe(1, name);
            page.DocumentElement.GetAttribute("lang").ShouldBe(language);
            page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique(StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "perhaps the same as", "One is the other’s surname.")]
    [InlineData("fr", "peut-être le même que", "L’un est le nom de famille de l’autre.")]
    public void Names_that_may_be_one_are_shown_on_both_with_why(string language, string perhaps, string why)
    {
        var story = StoryLedger.Whole.Ledger;
        var (a, b) = (story.Entities[0], story.Entities[1]);
        var doubt = new Suggestion(a.Id, b.Id, 0.6m, [Reason.Of("NAME-SURNAME-ALONE", a.Mentions[0], b.Mentions[0])]);
        var page = Parsed(Files(story with { Suggestions = [doubt] }, StoryLedger.Whole.Filed, language, share: false))["names.html"];
        foreach (var (one, other) in new[] { (a, b), (b, a) })
        {
            var said = page.QuerySelector($"#e-{one.Id} .perhaps")!;
            said.TextContent.ShouldContain($"{perhaps} {other.Name}. ");
            said.TextContent.ShouldContain(why);
            said.QuerySelector($"a[href$='#e-{other.Id}']").ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_role_is_shown_with_the_article_and_the_day_that_say_it()
    {
        var story = StoryLedger.Whole.Ledger;
        var entity = story.Entities.First(e => StoryLedger.Whole.Filed(e.Mentions[0].Article).Article.Header.BelievedDay() is not null);
        var named = entity with { Roles = [new Role("guardian of the dam", [entity.Mentions[0]])] };
        var page = Parsed(Files(story with { Entities = story.Entities.Replace(entity, named) }, StoryLedger.Whole.Filed, "en", share: false))["names.html"];
        var header = StoryLedger.Whole.Filed(entity.Mentions[0].Article).Article.Header;
        var role = page.QuerySelector($"#e-{entity.Id} .roles li")!.TextContent;
        role.ShouldStartWith("guardian of the dam");
        role.ShouldContain(header.Headline());
        role.ShouldContain(Locale.For("en").Day(header.BelievedDay()!));
    }

    [Fact]
    public void Equal_ledgers_give_equal_pages() =>
        Files(HostileLedger.Ledger, _ => HostileLedger.Filed, "fr", share: false).ShouldBe(Files(HostileLedger.Ledger, _ => HostileLedger.Filed, "fr", share: false));

    [Fact]
    public void Links_off_the_dossier_go_to_the_web_alone_and_tell_it_nothing()
    {
        foreach (var link in Story("fr").Values.SelectMany(p => p.QuerySelectorAll("a[href*=':']")))
        {
            link.GetAttribute("href")!.ShouldMatch("^https?://");
            link.GetAttribute("rel").ShouldBe("noopener noreferrer nofollow");
        }
    }

    [Fact]
    public void An_empty_ledger_still_makes_a_dossier() =>
        Parsed(Files(new Ledger([], [], [], [], [], [], []), _ => throw new InvalidOperationException(), "en", share: false)).Count.ShouldBeGreaterThan(5);

    private static Dictionary<string, IDocument> Story(string language) => StoryPages.GetOrAdd(
        language, l => new Lazy<Dictionary<string, IDocument>>(() => Parsed(Files(StoryLedger.Whole.Ledger, StoryLedger.Whole.Filed, l, share: false)))).Value;

    private static List<DossierFile> Files(Ledger ledger, Func<ArticleId, FiledArticle> filed, string language, bool share) =>
        [.. Dossier.Files(ledger, filed, new DossierOptions { Words = Locale.For(language), Share = share, Clock = Day })];

    private static Dictionary<string, IDocument> Parsed(List<DossierFile> files) =>
        files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => (IDocument)new HtmlParser().ParseDocument(f.Text), StringComparer.Ordinal);

    /// <summary>The ways within a dossier that lead nowhere.</summary>
    internal static IEnumerable<string> Lost(Dictionary<string, IDocument> pages) =>
        from page in pages
        from link in page.Value.QuerySelectorAll("a[href]")
        let href = link.GetAttribute("href")!
        where !href.StartsWith("http", StringComparison.Ordinal) && !Leads(pages, page.Key, href)
        select $"{page.Key}: {href}";

    private static bool Leads(Dictionary<string, IDocument> pages, string page, string href)
    {
        var parts = href.Split('#');
        return pages.TryGetValue(parts[0].Length == 0 ? page : parts[0], out var target) && (parts.Length == 1 || target.GetElementById(parts[1]) is not null);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
