using Recoupe.Link;

namespace Recoupe.Tests.Link.TextReuse;

public sealed class LineageComparerTests
{
    private const string Wire = """
        Une explosion a endommagé le pont de Kaltrova, dans le sud de la Lorvanie, tuant au moins sept ouvriers, a annoncé lundi le ministère des Transports.

        La déflagration s'est produite à 6 h 15, alors qu'une équipe réparait les rails. Les pompiers ont mis trois heures à éteindre l'incendie qui s'est déclaré dans un entrepôt voisin.

        Le maire de Kaltrova, Ilan Brescu, a demandé l'ouverture d'une enquête indépendante. Il accuse la société Ferrolor d'avoir négligé l'entretien du pont depuis dix ans.

        Ferrolor rejette ces accusations. Dans un communiqué, l'entreprise affirme que le pont avait été inspecté en janvier et que ses ingénieurs n'avaient relevé aucune fissure.

        Le trafic ferroviaire vers la capitale restera interrompu jusqu'à vendredi, selon le gouvernement, qui promet d'indemniser les familles des victimes.
        """;

    private const string Translation = """
        An explosion damaged the Kaltrova bridge in southern Lorvania, killing at least seven workers, the transport ministry announced on Monday.

        The blast occurred at 6:15 while a team was repairing the rails. Firefighters took three hours to put out the fire that started in a neighbouring warehouse.

        The mayor of Kaltrova, Ilan Brescu, called for an independent inquiry. He accuses the company Ferrolor of having neglected the maintenance of the bridge for ten years.

        Ferrolor rejects the accusations. In a statement, the company says that the bridge had been inspected in January and that its engineers had found no crack.

        Rail traffic to the capital will remain interrupted until Friday, according to the government, which promises to compensate the families of the victims.
        """;

    private const string Rewrite = """
        Sept ouvriers au moins ont perdu la vie lundi dans le sud de la Lorvanie, où le pont de Kaltrova a été endommagé par une explosion, indique le ministère des Transports.

        Une équipe réparait les rails quand la déflagration a retenti, à 6 h 15. Un incendie s'est ensuite déclaré dans un entrepôt du voisinage ; il a fallu trois heures aux pompiers pour l'éteindre.

        Ilan Brescu, le maire de Kaltrova, réclame une enquête indépendante : selon lui, la société Ferrolor a négligé pendant dix ans l'entretien du pont. L'entreprise rejette l'accusation et affirme dans un communiqué que ses ingénieurs avaient inspecté le pont en janvier sans relever de fissure.

        Jusqu'à vendredi, le trafic ferroviaire restera interrompu vers la capitale. Le gouvernement a promis d'indemniser les familles des victimes.
        """;

    private const string OtherReport = """
        Le deuil et la colère dominent à Kaltrova, deux jours après l'explosion du pont. Sur la place centrale, des dizaines d'habitants ont déposé des bougies au pied de l'hôtel de ville.

        « La société Ferrolor savait, et elle n'a rien fait », crie une femme dont le frère travaillait sur le chantier. Autour d'elle, la foule applaudit.

        Le maire, Ilan Brescu, reçoit les proches un par un dans son bureau. Il a annulé la fête du printemps, qui devait attirer vingt mille visiteurs.
        """;

    [Fact]
    public void A_text_taken_over_word_for_word_is_a_copy() => Only(Wire, "Notre site : la suite en images.\n\n" + Wire).Kind.ShouldBe(LineageKind.Copy);

    [Fact]
    public void A_part_of_a_text_is_an_excerpt_made_from_the_whole()
    {
        var part = Wire[..Wire.IndexOf("Ferrolor rejette", StringComparison.Ordinal)];
        var (whole, excerpt) = (Stories.File(Wire), Stories.File(part));
        var tie = Only(whole, excerpt);
        tie.Kind.ShouldBe(LineageKind.Excerpt);
        tie.From.ShouldBe(whole.Article.Id.Value);
        tie.Direction.ShouldBe(LineageDirection.Presumed);
    }

    [Fact]
    public void A_reworded_text_is_a_rewrite() => Only(Wire, Rewrite).Kind.ShouldBe(LineageKind.Rewrite);

    [Fact]
    public void A_translation_is_known_across_languages() =>
        Only(Stories.File(Wire), Stories.File(Translation, "en")).Kind.ShouldBe(LineageKind.Translation);

    [Fact]
    public void A_translation_of_a_rewrite_is_a_translation_too() =>
        Only(Stories.File(Rewrite), Stories.File(Translation, "en")).Kind.ShouldBe(LineageKind.Translation);

    [Fact]
    public void Two_reports_of_one_story_are_not_tied() =>
        Ties(Stories.File(Wire), Stories.File(OtherReport)).ShouldBeEmpty();

    [Fact]
    public void Two_reports_that_quote_one_speech_are_not_tied()
    {
        const string speech = "« Nous ne céderons jamais devant ceux qui ont détruit ce pont, parce que ce pont est celui de tous les Lorvaniens et que nous le rebâtirons avant l'hiver »";
        Ties(
            Stories.File($"Le président s'est rendu à Kaltrova mardi matin. {speech}, a-t-il lancé devant les ouvriers réunis près des rails."),
            Stories.File($"Visite éclair du chef de l'Etat sur les lieux du drame. {speech}, a promis Darel Voss avant de regagner son hélicoptère."))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_same_words_turned_into_their_contrary_are_a_rewrite_with_a_changed_polarity()
    {
        var turned = Wire.Replace("avait été inspecté en janvier", "n'avait pas été inspecté en janvier", StringComparison.Ordinal)
            .Replace("n'avaient relevé aucune fissure", "avaient relevé une fissure", StringComparison.Ordinal);
        turned = turned.Replace("La déflagration s'est produite", "La déflagration ne s'est pas produite", StringComparison.Ordinal);
        var tie = Only(Wire, turned);
        tie.Kind.ShouldBe(LineageKind.Rewrite);
        tie.Reasons.ShouldContain(r => r.Code == "CHANGED-POLARITY");
    }

    [Fact]
    public void One_address_with_changed_text_is_a_version()
    {
        const string url = "https://courrier.example/monde/pont";
        var tie = Only(Stories.File(Wire, url: url), Stories.File("(Corrigé) " + Wire.Replace("sept", "huit", StringComparison.Ordinal), url: url + "?utm_source=x"));
        tie.Kind.ShouldBe(LineageKind.Version);
        tie.Direction.ShouldBe(LineageDirection.Known);
    }

    [Fact]
    public void The_earlier_of_two_believed_days_is_the_original()
    {
        var (later, earlier) = (Stories.File(Wire, day: "2031-05-07"), Stories.File(Wire + "\n\nFin.", day: "2031-05-06"));
        Only(later, earlier).From.ShouldBe(earlier.Article.Id.Value);
    }

    [Fact]
    public void Whoever_credits_the_other_took_it_from_there()
    {
        var original = Stories.File(Wire, site: "Agence Lorva");
        var copy = Stories.File(Wire + "\n\n(Agence Lorva)", site: "Le Quotidien");
        var tie = Only(copy, original);
        (tie.From, tie.Direction).ShouldBe((original.Article.Id.Value, LineageDirection.Known));
        tie.Reasons.ShouldContain(r => r.Code == "CREDITS");
    }

    [Fact]
    public void Where_nothing_shows_it_the_direction_is_unknown()
    {
        var tie = Only(Wire, Rewrite);
        tie.Direction.ShouldBe(LineageDirection.Unknown);
        string.CompareOrdinal(tie.From, tie.To.Value).ShouldBeLessThan(0);
    }

    [Fact]
    public void Reasons_show_aligned_passages_of_both()
    {
        var (a, b) = (Stories.File(Wire), Stories.File(Translation, "en"));
        var passages = Only(a, b).Reasons.Single(r => r.Code == "SENTENCES-TRANSLATED").Passages;
        passages.Length.ShouldBeGreaterThanOrEqualTo(6);
        passages.Select(p => p.Article).Distinct().Count().ShouldBe(2);
        foreach (var passage in passages)
            passage.Span.End.ShouldBeLessThanOrEqualTo((passage.Article == a.Article.Id ? a : b).Article.Text.Length);
    }

    [Fact]
    public void Datelines_hours_and_notices_of_rights_tie_nothing()
    {
        string Dispatch(string hour, string told) => $"03/02/2031 {hour} -\n\nKaltrova (AFP) -\n\n© 2031 AFP\n\n{told}";
        Ties(
            Stories.File(Dispatch("14:31:48", "Le maire de Kaltrova reçoit mardi les familles des ouvriers.")),
            Stories.File(Dispatch("16:02:43", "Le club de football de la ville a perdu son entraîneur, parti à l'étranger."))).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_page_repeats_it_tells_once()
    {
        const string author = "Ilan Brescu est professeur d'histoire à l'université de Kaltrova, où il enseigne depuis dix ans.";
        Stories.File($"{author}\n\nLe pont fut bâti par des ouvriers venus du nord.\n\n{author}").Print().Lines.Length.ShouldBe(2);
    }

    [Fact]
    public void A_hedge_that_the_copy_lost_is_told()
    {
        var (original, copy) = (Stories.File(Wire, day: "2031-05-06"), Stories.File(Wire + "\n\nFin.", day: "2031-05-07"));
        var hedged = Stories.File(Wire.Replace("La déflagration s'est produite", "La déflagration se serait produite, peut-être,", StringComparison.Ordinal), day: "2031-05-06");
        Only(original, copy).Reasons.ShouldNotContain(r => r.Code.EndsWith("HEDGE"));
        Only(hedged, copy).Reasons.ShouldContain(r => r.Code == "LOST-HEDGE");
        Only(Stories.File(Wire, day: "2031-05-05"), hedged).Reasons.ShouldContain(r => r.Code == "CHANGED-HEDGE");
    }

    [Fact]
    public void A_name_that_was_changed_is_told() =>
        Only(Wire, Wire.Replace("Brescu", "Vandarel", StringComparison.Ordinal)).Reasons.ShouldContain(r => r.Code == "CHANGED-NAME");

    [Fact]
    public void Comparing_either_way_round_gives_the_same()
    {
        var prints = new[] { Stories.File(Wire), Stories.File(Rewrite), Stories.File(Translation, "en"), Stories.File(OtherReport) }.Select(f => f.Print()).ToList();
        foreach (var a in prints)
            foreach (var b in prints)
                Told(Linker.Compare(a, b)).ShouldBe(Told(Linker.Compare(b, a)));
    }

    [Fact]
    public void Tied_articles_share_a_key()
    {
        var keys = new[] { Stories.File(Wire), Stories.File(Rewrite), Stories.File(Translation, "en") }.Select(f => Linker.Keys(f.Print()).ToHashSet()).ToList();
        keys[0].Overlaps(keys[1]).ShouldBeTrue();
        keys[0].Overlaps(keys[2]).ShouldBeTrue();
        keys[1].Overlaps(keys[2]).ShouldBeTrue();
    }

    private static string Told(Ties ties) => string.Join('\n', ties.Lineage.Select(l => $"{l.From} {l.To} {l.Kind} {l.Direction} {l.Score}"));

    private static Lineage Only(string a, string b) => Only(Stories.File(a), Stories.File(b));

    private static Lineage Only(FiledArticle a, FiledArticle b) => Ties(a, b).ShouldHaveSingleItem();

    private static List<Lineage> Ties(params FiledArticle[] filed) => filed.Ties().Lineage;
}
