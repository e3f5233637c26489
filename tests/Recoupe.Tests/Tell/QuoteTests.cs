using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Extract;

namespace Recoupe.Tests.Tell;

public sealed class QuoteTests
{
    [Theory]
    [InlineData("{Le colonel} aurait {été capturé}.", "Le colonel aurait été capturé")]
    [InlineData("{Le colonel} n'aurait, selon l'armée, pas {été capturé}.", "Le colonel n'aurait, selon l'armée, pas été capturé")]
    [InlineData("{The colonel} is said to {have been captured}.", "The colonel is said to have been captured")]
    [InlineData("{The colonel} would allegedly {have fled} {at dawn}.", "The colonel would allegedly have fled at dawn")]
    [InlineData("{Le colonel a fui.\n\nIl} serait {à Tarsk}.", "Le colonel a fui. Il serait à Tarsk")]
    [InlineData("{Le colonel}\n\n{été capturé}", "Le colonel […] été capturé")]
    [InlineData("{## Le colonel capturé}", "Le colonel capturé")]
    [InlineData("{#colonel capturé}", "#colonel capturé")]
    public void What_lies_between_two_words_of_a_line_is_shown_with_them(string marked, string shown)
    {
        var (text, spans) = Read(marked);
        var quoted = TestArticle.Of(text, "fr").Quote(spans);
        quoted.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal).ShouldBe(shown);
    }

    [Theory]
    [InlineData("Le colonel Zarovitch aurait été capturé à Tarsk, a affirmé la mairie.", "aurait été capturé")]
    [InlineData("Le colonel Zarovitch aurait été capturé à Tarsk.", "aurait été capturé")]
    [InlineData("Colonel Zarovich is said to have been captured at Tarsk.", "is said to have been captured")]
    [InlineData("Colonel Zarovich has reportedly been captured at Tarsk.", "has reportedly been captured")]
    public async Task A_page_shows_the_hedge_in_its_passage(string told, string shown)
    {
        using var folder = new Folder();
        (await Asked.Of("run", folder.File("a.txt", told), "--out", folder["out"], "--quiet")).Status.ShouldBe(0);
        var pages = Directory.EnumerateFiles(Path.Combine(folder["out"], "dossier"), "*.html").Select(File.ReadAllText).ToList();
        pages.ShouldContain(page => page.Contains($"{shown} ", StringComparison.Ordinal));
        pages.ShouldNotContain(page => page.Contains("[…]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Le colonel Zarovitch aurait été capturé à Tarsk. Il aurait été blessé et emmené.",
        "Le colonel Zarovitch a été blessé.", "aurait été blessé et")]
    [InlineData("Colonel Zarovich is said to have been captured at Tarsk. He was reportedly wounded and taken to Haldis.",
        "Colonel Zarovich was wounded.", "was reportedly wounded and taken")]
    public async Task A_hedge_just_before_a_passage_is_shown_with_it(string told, string asked, string shown)
    {
        using var folder = new Folder();
        var page = folder.File("a.txt", told);
        (await Asked.Of("run", page, "--out", folder["out"], "--quiet")).Status.ShouldBe(0);
        (await Asked.Of("report", folder["out/ledger.recoupe"], "--format", "html", "--out", folder["r.html"])).Status.ShouldBe(0);
        File.ReadAllText(folder["r.html"]).ShouldContain(shown);
        (await Asked.Of("check", asked, page)).Output.ShouldContain(shown);
    }

    private static (string Text, ImmutableArray<TextSpan> Spans) Read(string marked)
    {
        var (text, spans, start) = ("", ImmutableArray.CreateBuilder<TextSpan>(), 0);
        foreach (var letter in marked)
        {
            if (letter == '{') start = text.Length;
            else if (letter == '}') spans.Add(new(start, text.Length));
            else text += letter;
        }

        return (text, spans.ToImmutable());
    }
}
