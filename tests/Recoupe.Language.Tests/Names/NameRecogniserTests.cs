using System.Diagnostics;
using System.Globalization;
using Recoupe.Language.Names;

namespace Recoupe.Language.Tests.Names;

public sealed class NameRecogniserTests
{
    private static readonly Dictionary<string, NameRecogniser> Recognisers = new[] { "fr", "en" }.ToDictionary(
        language => language, language => NameRecogniser.Load(language, Lexicon.Load(language))!, StringComparer.Ordinal);

    [Theory]
    [InlineData("fr", "Le président Sergio Mattarella a reçu Anna Kowalska à Rome.", "person:Sergio Mattarella person:Anna Kowalska place:Rome")]
    [InlineData("fr", "Selon le ministère de la Santé, deux cas ont été signalés à Belfort.", "organisation:ministère de la Santé place:Belfort")]
    [InlineData("fr", "Le général Dupuy, porte-parole de l’OTAN, a démenti.", "person:Dupuy organisation:OTAN")]
    [InlineData("fr", "Les Français sont inquiets. Les Ukrainiens aussi, depuis lundi.", "")]
    [InlineData("en", "The Ministry of Defence said General Ivan Petrenko was in Kyiv.", "organisation:Ministry of Defence person:Ivan Petrenko place:Kyiv")]
    [InlineData("en", "Reuters reported on Monday that Boeing would close its plant in Seattle.", "organisation:Reuters organisation:Boeing place:Seattle")]
    public void Names_are_found_without_article_title_or_role(string language, string text, string expected) => Told(language, text).ShouldBe(expected);

    [Theory]
    [InlineData("fr", "Moscou a démenti ces accusations.", "organisation:Moscou")]
    [InlineData("fr", "Le ministre est arrivé à Moscou mardi.", "place:Moscou")]
    [InlineData("fr", "La Pologne a accusé son voisin.", "organisation:Pologne")]
    [InlineData("fr", "Des drones ont survolé la Pologne.", "place:Pologne")]
    [InlineData("en", "Poland has denied the claims.", "organisation:Poland")]
    [InlineData("en", "He was born in Poland.", "place:Poland")]
    public void A_state_that_acts_is_an_organisation_and_the_land_a_place(string language, string text, string expected) =>
        Told(language, text).ShouldBe(expected);

    [Theory]
    [InlineData("en", "Snow fell in Varkelia on Monday. Varkelia has denied that roads were shut.", "place:Varkelia place:Varkelia")]
    [InlineData("fr", "Selon la société publique Hydrokarv, l'eau monte. Hydrokarv a démenti.", "organisation:Hydrokarv organisation:Hydrokarv")]
    [InlineData("en", "Microsoft launched Internet Explorer 9 (IE9). Few use IE9 yet.", "organisation:Microsoft other:Internet Explorer 9 other:IE9 other:IE9")]
    public void An_unknown_name_is_what_its_text_shows_it_to_be(string language, string text, string expected) => Told(language, text).ShouldBe(expected);

    [Theory]
    [InlineData("en", "Valeska Paris, a farmer, left the farm. In 2007, Paris left. They claimed Paris was a volunteer. Her ex-husband and Paris's father agreed.", 4)]
    [InlineData("fr", "Le juge a entendu Julie Paris, agricultrice. En 2007, Paris est partie. Ils disent que Paris était bénévole.", 3)]
    public void The_last_part_of_a_persons_name_is_that_person_all_through(string language, string text, int times) =>
        Told(language, text).Split("person:").Length.ShouldBe(times + 1, Told(language, text));

    [Theory]
    [InlineData("en", "Julie Paris, a farmer, lives in Paris.", "person:Julie Paris place:Paris")]
    [InlineData("fr", "Le juge a entendu Julie Paris à Paris.", "person:Julie Paris place:Paris")]
    public void The_place_of_that_name_stays_one_after_a_preposition(string language, string text, string expected) => Told(language, text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("\ud83d")]
    [InlineData("\0\0M. \udc00\0")]
    [InlineData("ЛУКАШЕНКО заявил")]
    [InlineData("قال الرئيس")]
    public void Any_text_will_do(string text)
    {
        foreach (var name in Recognisers["fr"].Find(text))
            name.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("a")]
    [InlineData("«")]
    [InlineData("e\u0301\u0301")]
    [InlineData("\ud83d\ude00")]
    [InlineData("de la ")]
    [InlineData("Jean-")]
    [InlineData("Saint-")]
    [InlineData("M. ")]
    [InlineData("New York ")]
    public void Time_grows_with_the_text_and_no_faster(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        Recognisers["fr"].Find(text[..1000]);
        var clock = Stopwatch.StartNew();
        Recognisers["fr"].Find(text);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Names_lie_in_order_and_apart_whatever_the_text()
    {
        var random = new Random(5);
        string[] pieces = ["Jean", "de", "la", " ", " ", "-", "'", "’", "\n", "«", "»", ".", "Paris", "M.", "OTAN", "\ud83d", "\u0301", "12", "ministère", "É"];
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 60).Select(_ => pieces[random.Next(pieces.Length)]));
            var end = 0;
            foreach (var name in Recognisers["fr"].Find(text))
            {
                name.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
                name.Span.End.ShouldBeGreaterThan(name.Span.Start);
                end = name.Span.End;
            }

            end.ShouldBeLessThanOrEqualTo(text.Length);
        }
    }

    [Fact]
    public void Neither_culture_nor_threads_change_what_is_found()
    {
        const string text = "Le ministre İsmail Yılmaz a quitté ISTANBUL pour Izmir, selon l'agence Anadolu.";
        var expected = Told("fr", text);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Told("fr", text).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Enumerable.Range(0, 64).AsParallel().Select(_ => Told("fr", text)).ShouldAllBe(told => told == expected);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_line_of_a_list_is_a_phrase_of_a_known_kind(string language)
    {
        using var reader = new StreamReader(Recoupe.Language.Models.ModelFiles.Open($"{language}/names.txt")!);
        var entries = Gazetteer.ReadLists(reader).ToList();
        entries.Count.ShouldBeGreaterThan(300);
        entries.ShouldAllBe(e => e.Kind != NameKinds.None);
    }

    [Fact]
    public void A_reading_holds_the_names_of_its_text() =>
        Reader.Load("fr").Read("Anna Kowalska vit à Rome.").Names.Select(n => n.Type).ShouldBe([NameType.Person, NameType.Place]);

    private static string Told(string language, string text) =>
        string.Join(' ', Recognisers[language].Find(text).Select(n => $"{n.Type.ToString().ToLowerInvariant()}:{n.Span.In(text)}"));
}
