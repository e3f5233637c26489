using System.Diagnostics;
using Recoupe.Clean.Html;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Tests.Clean.Html;

/// <summary>A paragraph leads back to where it stands on its page.</summary>
public sealed class SourceMapTests
{
    private const string First = "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit.";
    private const string Second = "Les travaux dureront au moins trois mois, selon la préfecture, qui a promis un bac gratuit aux riverains.";

    [Fact]
    public void Each_block_leads_to_its_words_on_the_page()
    {
        const string Html = $"<html><head><meta name=description content=\"{First}\"><script>var teaser = \"<p>{Second}</p>\";</script></head><body><!-- {First} --><h1>Le pont</h1><p class=\"a > b\">{First}</p>\n<h2>Trois  <em>mois</em></h2><p>{Second}</p></body></html>";
        var article = Cleaned.Html(Html).Value!;
        article.Blocks.Select(b => Html[b.OnPage!.Value.Start..b.OnPage.Value.End]).ShouldBe([First, "Trois  <em>mois", Second]);
    }

    [Fact]
    public void Entities_and_tags_inside_a_paragraph_are_part_of_its_place()
    {
        const string Written = "L&#8217;<b>&eacute;t&eacute;</b> fut long &amp; sec&nbsp;";
        const string Html = $"<p>{Written}</p>";
        var place = SourceMap.Of(Html, ["L’été fut long & sec"])[0]!.Value;
        Html[place.Start..place.End].ShouldBe(Written[..^"&nbsp;".Length]);
    }

    [Fact]
    public void A_short_line_is_found_beside_its_neighbours_and_not_in_the_menu()
    {
        const string Html = $"<nav><a>Orvec</a></nav><p>{First}</p><h2>Orvec</h2><p>{Second}</p><footer>Orvec</footer>";
        SourceMap.Of(Html, [First, "Orvec", Second])[1]!.Value.Start.ShouldBe(Html.IndexOf("<h2>Orvec", StringComparison.Ordinal) + 4);
        SourceMap.Of(Html, ["Orvec", First])[0]!.Value.Start.ShouldBe(Html.IndexOf("Orvec", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_there_leads_nowhere() => SourceMap.Of($"<p>{First}</p>", [First, "Rien de tel."]).Select(p => p is null).ShouldBe([false, true]);

    [Theory]
    [InlineData("<script>")]
    [InlineData("<a b='")]
    [InlineData("&amp")]
    [InlineData("<!--")]
    [InlineData("a")]
    public void A_hostile_page_takes_no_longer_than_it_is_long(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length)) + "b";
        var clock = Stopwatch.StartNew();
        SourceMap.Of(html, [.. Enumerable.Range(0, 1000).Select(i => new string('a', 60) + i)]);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Places_stand_on_pages_of_other_encodings_too()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes($"<html><head><meta charset=iso-8859-1></head><body><p>{First}</p><p>{Second}</p></body></html>");
        var article = Cleaned.Page(PageKind.Html, bytes).Value!;
        var read = PageText.OfHtml(bytes);
        article.Blocks.Select(b => read[b.OnPage!.Value.Start..b.OnPage.Value.End]).ShouldBe([First, Second]);
    }

    [Fact]
    public void A_page_too_large_to_map_is_read_all_the_same() =>
        Cleaned.Html($"<p>{First}</p><!--{new string('x', PageLimits.LargestPage / 4)}-->").Value!.Blocks.Single().OnPage.ShouldBeNull();
}
