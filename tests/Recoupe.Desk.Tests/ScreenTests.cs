using System.Net;
using System.Text.RegularExpressions;

namespace Recoupe.Desk.Tests;

/// <summary>Every screen answers, and every link on it leads somewhere.</summary>
public sealed partial class ScreenTests(Desks desks)
{
    private const int MostOfAKind = 6; // pages of one kind are made alike

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_page_that_a_page_leads_to_is_there_and_runs_nothing_of_its_own(string language)
    {
        await using var desk = await desks.Open(language);
        using var visitor = await Visitor.Of(desk);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var ahead = new Queue<string>(["/"]);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var path))
        {
            var page = await visitor.Page(path);
            Inline().Matches(page.Replace("<script src=\"/keys.js\" defer>", "", StringComparison.Ordinal)).Select(m => m.Value).ShouldBeEmpty(path);
            page.ShouldContain($"<html lang=\"{language}\">");
            foreach (var link in Links().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value).Split('#')[0]).Where(l => l.Length > 0 && !l.StartsWith("http", StringComparison.Ordinal) && !l.EndsWith("css", StringComparison.Ordinal) && !l.EndsWith("svg", StringComparison.Ordinal)))
            {
                var to = link.StartsWith('/') ? link : "/" + link;
                var kind = Ids().Replace(to, "");
                if (!seen.Add(to) || (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > MostOfAKind) continue;
                ahead.Enqueue(to);
            }
        }

        kinds.Keys.ShouldContain(k => k.StartsWith("/claim-", StringComparison.Ordinal));
        kinds.Keys.ShouldContain(k => k.StartsWith("/name-", StringComparison.Ordinal));
        kinds.Keys.ShouldContain(k => k.StartsWith("/question-", StringComparison.Ordinal));
        seen.Count.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task What_is_not_there_says_what_to_do()
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        using var answer = await visitor.Get("/claim-0000000000000000.html");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("/claims.html");
    }

    [Theory]
    [InlineData("contested=1")]
    [InlineData("unseen=1")]
    [InlineData("rating=6")]
    [InlineData("side=against")]
    [InlineData("lang=fr")]
    [InlineData("since=2024-03-15")]
    public async Task A_filter_in_the_address_lets_some_through(string query)
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        if (query == "unseen=1") await visitor.Page("/" + ClaimLinks().Match(await visitor.Page("/claims.html")).Value);
        var (whole, part) = (Rows(await visitor.Page("/claims.html?lang=en")) + Rows(await visitor.Page("/claims.html?lang=fr")), Rows(await visitor.Page("/claims.html?" + query)));
        part.ShouldBeGreaterThan(0);
        part.ShouldBeLessThan(whole);
    }

    [Fact]
    public async Task What_was_looked_at_is_new_no_more_and_counts_in_the_title()
    {
        var options = desks.Options();
        string first;
        await using (var desk = await DeskServer.StartAsync(options))
        {
            using var visitor = await Visitor.Of(desk);
            first = Title().Match(await visitor.Page("/")).Groups["n"].Value;
            await visitor.Page("/" + ClaimLinks().Match(await visitor.Page("/claims.html")).Value);
        }

        await using var again = await DeskServer.StartAsync(options);
        using var back = await Visitor.Of(again);
        int.Parse(Title().Match(await back.Page("/")).Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) - 1);
        using var all = await back.Post("/looked");
        Title().IsMatch(await back.Page("/")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_passage_is_shown_in_its_article_without_script()
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        var claim = ClaimLinks().Match(await visitor.Page("/claims.html?contested=1")).Value;
        var way = WebUtility.HtmlDecode(Passages().Match(await visitor.Page("/" + claim)).Groups["to"].Value);
        var page = await visitor.Page("/" + way);
        page.ShouldContain("id=\"passage\"");
        page[page.IndexOf("id=\"passage\"", StringComparison.Ordinal)..].ShouldContain("<mark>");
    }

    [Theory]
    [InlineData("text", "text/plain", "sha256")]
    [InlineData("json", "application/json", "\"ratingRule\"")]
    [InlineData("csv", "application/zip", "PK")]
    public async Task What_is_chosen_is_handed_over(string format, string type, string has)
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        var ids = ClaimLinks().Matches(await visitor.Page("/claims.html")).Select(m => m.Value[6..22]).Distinct(StringComparer.Ordinal).Take(2).ToList();
        using var answer = await visitor.Get($"/hand-over?format={format}&claim={ids[0]}&claim={ids[1]}");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(has);
    }

    private static int Rows(string page) => page.Split("<li><span class=\"rating\">").Length - 1;

    [GeneratedRegex("<script|\\son[a-z]+=\"|\\sstyle=\"|<style|javascript:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex("claim-[0-9a-f]{16}\\.html", RegexOptions.NonBacktracking)]
    private static partial Regex ClaimLinks();

    [GeneratedRegex("data-key=\"p\" href=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Passages();

    [GeneratedRegex("[0-9a-f]{16}|[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    [GeneratedRegex("<title>\\((?<n>[0-9]+)\\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
