using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Recoupe.Ingest.Files;

namespace Recoupe.Tests.Clean;

public sealed class CleanerTests
{
    // Long for a loaded machine, and short for anything that grows as the square: that takes hours.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string French = "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit, et la préfecture a promis un bac gratuit pour tous les riverains qui travaillent sur l'autre rive de la Velda.";

    [Fact]
    public void Blocks_never_overlap_and_cover_every_character_but_white_space()
    {
        var line = Gen.Elements("Publicité", French, "Lire aussi", "Poutine", "12 mars 2024", "---", "", " ", "\r", "# T", "…", "\u00A0", "Par Jeanne Ormel", "a: b", "\u2028");
        var text = Gen.OneOf(Gen.ListOf(line).Select(l => string.Join('\n', l)), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get));
        Prop.ForAll(text.ToArbitrary(), t => IsCovered(t)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("A\r\nB\n\n\n C\u2028D \t\rE", 5)]
    [InlineData("---\ntitle: T\n---\nProse.", 2)]
    public void Every_line_is_a_block(string text, int blocks)
    {
        IsCovered(text).ShouldBeTrue();
        Cleaned.Text(text).Blocks.Length.ShouldBe(blocks);
    }

    private static bool IsCovered(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Contains('\0') || Cleaned.Page(PageKind.Text, Encoding.UTF8.GetBytes(text)).Value is not { } article) return true;
        var covered = new bool[article.Text.Length];
        var last = 0;
        foreach (var block in article.Blocks)
        {
            if (block.Span.Start < last || block.Span.End <= block.Span.Start || block.Span.End > article.Text.Length) return false;
            for (var i = block.Span.Start; i < block.Span.End; i++) covered[i] = true;
            last = block.Span.End;
        }

        return article.Text.Select((c, i) => covered[i] || char.IsWhiteSpace(c)).All(holds => holds);
    }

    [Fact]
    public void The_text_is_the_input_less_its_mark_with_its_line_ends() =>
        Cleaned.Text("\uFEFFA\r\nB\rC\n").Text.ShouldBe("A\r\nB\rC\n");

    [Fact]
    public void Ill_formed_bytes_become_replacement_characters_and_UTF_16_is_read()
    {
        Cleaned.Page(PageKind.Text, [0x61, 0xE9, 0x62]).Value!.Text.ShouldBe("a\uFFFDb");
        Cleaned.Page(PageKind.Text, [0xFF, 0xFE, 0xE9, 0x00]).Value!.Text.ShouldBe("é");
        Cleaned.Page(PageKind.Text, [0xFE, 0xFF, 0x00, 0xE9]).Value!.Text.ShouldBe("é");
    }

    [Fact]
    public void White_space_alone_is_refused() => Cleaned.Page(PageKind.Text, " \n\u00A0"u8.ToArray()).Rejection!.Code.ShouldBe("CLEAN-1");

    [Fact]
    public void Front_matter_stays_in_the_text_as_furniture()
    {
        var article = Cleaned.Text($"---\ntitle: Le pont\n---\n\n# Le pont fermé\n\n{French}\n\n## La suite\n\n> {French}\n");
        article.Text.ShouldStartWith("---");
        article.Blocks.Select(b => b.Kind).ShouldBe([BlockKind.Furniture, BlockKind.Title, BlockKind.Body, BlockKind.Heading, BlockKind.Quote]);
        article.Header.Title.ShouldBe("Le pont fermé");
    }

    [Fact]
    public void A_text_wrapped_by_hand_is_read_by_paragraphs() =>
        Cleaned.Text("Le maire d'Orvec a annoncé lundi la fermeture du pont,\ndont une pile s'est affaissée pendant la nuit entière,\nsans que personne ne sache encore dire pour quelle\nraison.\n\nLa préfecture a promis un bac gratuit à tous ceux qui\ntravaillent sur l'autre rive de la Velda, et elle en\nattend deux.")
            .Blocks.Length.ShouldBe(2);

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("en", "fr")]
    [InlineData(null, "fr")]
    public void The_texts_own_language_outweighs_what_is_said_of_it(string? given, string language) =>
        Cleaned.Text(French, PageFacts.None with { Language = given }).Header.Language.ShouldBe(language);

    [Fact]
    public void A_text_too_short_to_judge_has_the_language_given() =>
        Cleaned.Text("Orvec, Tarsk", PageFacts.None with { Language = "fr" }).Header.Language.ShouldBe("fr");

    [Fact]
    public void A_notice_in_another_language_does_not_tell_the_articles() =>
        Cleaned.Text($"{string.Concat(Enumerable.Repeat("This website uses cookies to improve your experience and to show you what you like.\n", 9))}\n{French}").Header.Language.ShouldBe("fr");

    [Theory]
    [InlineData("https://e.org/2022/04/07/679911/general", "2022-04-07")]
    [InlineData("https://e.org/Detail/2022/4/7/x", "2022-04-07")]
    [InlineData("https://e.org/?p=20220407", null)]
    [InlineData("https://e.org/2022/13/07/x", null)]
    public void A_url_may_show_the_day(string url, string? day)
    {
        var published = Cleaned.Text(French, PageFacts.None with { Url = url }).Header.Published;
        published?.Value.ShouldBe(day);
        published?.From.ShouldBe(PublicationSource.Url);
        (published is null).ShouldBe(day is null);
    }

    [Theory]
    [InlineData("Publié le 12 mars 2024 à 11h02", "2024-03-12")]
    [InlineData("Friday, July 21, 2017", "2017-07-21")]
    [InlineData("12/03/2024", "2024-03-12")]
    [InlineData("1er mars", "XXXX-03-01")]
    public void A_date_line_under_the_headline_tells_the_day(string line, string day)
    {
        var published = Cleaned.Text($"Le pont d'Orvec est fermé\n\n{line}\n\n{French}").Header.Published!;
        published.Value.ShouldBe(day);
        published.From.ShouldBe(PublicationSource.Byline);
        published.Doubted.ShouldBeNull();
        published.Span.ShouldNotBeNull();
    }

    [Fact]
    public void A_day_over_the_sites_name_is_kept_but_doubted()
    {
        var article = Cleaned.Text($"mai 2, 2024\n\nNouvelles24\n\nLe pont d'Orvec est fermé\n\n{French}");
        article.Header.Published!.Value.ShouldBe("2024-05-02");
        article.Header.Published.Doubted!.Code.ShouldBe("RENDER-DATE");
        article.Header.Published.Doubted.Passages.Single().Span.ShouldBe(new(0, 11));
        article.Of(BlockKind.Furniture).ShouldBe(["mai 2, 2024", "Nouvelles24"]);
    }

    [Fact]
    public void A_day_that_the_prose_calls_todays_tells_the_day_and_no_year()
    {
        Cleaned.Text($"{French}\n\nLe pont a rouvert, a rapporté Ormel ce 7 avril.").Header.Published!.Value.ShouldBe("XXXX-04-07");
        Cleaned.Text($"{French}\n\nLe pont a rouvert le 7 avril.").Header.Published.ShouldBeNull();
        Cleaned.Text($"{French}\n\nLe pont a rouvert, a rapporté Ormel ce 7 avril.\n\nIl a fermé de nouveau, a rapporté Ormel ce 9 avril.").Header.Published.ShouldBeNull();
    }

    [Fact]
    public void One_line_of_twenty_megabytes_is_cleaned_in_time()
    {
        var clock = Stopwatch.StartNew();
        var article = Cleaned.Text(new string('a', PageLimits.LargestPage - 1));
        article.Blocks.Length.ShouldBe(1);
        var words = string.Concat(Enumerable.Repeat("mot ", (PageLimits.LargestPage / 4) - 1));
        Cleaned.Text(words).Blocks.Length.ShouldBe(1);
        clock.Elapsed.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void A_million_short_lines_are_cleaned_in_time()
    {
        var clock = Stopwatch.StartNew();
        Cleaned.Text(string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a {i % 1000}\n"))).Blocks.Length.ShouldBe(1_000_000);
        clock.Elapsed.ShouldBeLessThan(Patience);
    }
}
