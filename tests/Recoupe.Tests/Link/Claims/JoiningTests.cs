using Recoupe.Extract;
using Recoupe.Link;
using Recoupe.Propose;
using Recoupe.Read;
using Recoupe.Tests.Extract;

namespace Recoupe.Tests.Link.Claims;

/// <summary>Sentences of two reports on one story, read as they stand: which tell one thing, and which look alike and tell two.</summary>
public sealed class JoiningTests
{
    [Theory]
    // A light verb and its noun, and the verb of that noun.
    [InlineData("fr", "Le préfet affirme que les crues ont entraîné la rupture du barrage de Sarnac.", "fr", "Le préfet affirme que le barrage de Sarnac s'est rompu.")]
    [InlineData("fr", "La maire assure que l'armée a mené une attaque contre le dépôt de Sarnac.", "en", "The mayor said the army attacked the Sarnac depot.")]
    [InlineData("en", "The mayor said the rains caused the collapse of the Sarnac bridge.", "en", "The mayor said the Sarnac bridge collapsed.")]
    // Active and passive, noun and verb, French and English.
    [InlineData("en", "The governor said the floating barrier broke during the storm.", "fr", "Le gouverneur affirme que la barrière flottante s'est rompue pendant la tempête.")]
    [InlineData("fr", "Le syndicat affirme que la grève paralyse le port.", "en", "The union said the port was paralysed by the strike.")]
    [InlineData("en", "The agency said tap water is safe in every district.", "fr", "L'agence assure que l'eau du robinet est saine dans tous les quartiers.")]
    // A negated wording and a denial are a side of the same claim.
    [InlineData("fr", "La capitaine affirme que le radar était en panne.", "fr", "Le ministère affirme que le radar n'était pas en panne.")]
    [InlineData("en", "The union said fishermen will be compensated.", "en", "The union said no fisherman will be compensated.")]
    // What a conditional leaves open is what another tells outright.
    [InlineData("fr", "Selon une source portuaire, une panne de moteur serait à l'origine de l'accident.", "fr", "L'armateur affirme qu'une panne de moteur a causé l'accident.")]
    // Numbers in words and in digits.
    [InlineData("fr", "La capitaine affirme que quatre cents tonnes de fioul se sont échappées des cuves.", "en", "The captain said 400 tonnes of fuel leaked from the tanks.")]
    // Two of a thing, under a light verb and under its own.
    // What stood still did not move; whoever was given no warning was not warned.
    [InlineData("fr", "Le préfet affirme que le chalutier est resté immobile.", "en", "The prefect said the trawler was not moving.")]
    [InlineData("en", "The prefect said residents had been warned.", "en", "The mayor said residents had received no warning.")]
    [InlineData("fr", "La maire affirme que la tempête a entraîné la rupture de deux barrages en amont de Sarnac.", "en", "The mayor said two dams above Sarnac burst.")]
    // Whoever is seized is captured.
    [InlineData("en", "The governor said Colonel Andrei Tarov was seized on Tuesday near Sarnac.", "fr", "Le préfet affirme que le colonel Andreï Tarov a été capturé mardi près de Sarnac.")]
    // Of a correction, the part that is so.
    [InlineData("en", "The ministry said the fire in Sarnac was not caused by a missile but by a gas leak.", "fr", "La mairie affirme que l'incendie de Sarnac a été causé par une fuite de gaz.")]
    public void Wordings_of_one_thing_are_one_claim(string first, string one, string second, string other) => AreJoined(first, one, second, other).ShouldBeTrue();

    [Theory]
    // The same words in other roles.
    [InlineData("fr", "Le ministère affirme que l'attaque contre Minsk a fait des dégâts.", "fr", "Le ministère affirme que l'attaque depuis la Biélorussie a fait cinq morts.")]
    [InlineData("en", "The minister said Norland attacked Vessa.", "en", "The minister said Vessa attacked Norland.")]
    // One doer and deed, two things it is done to.
    [InlineData("fr", "La maire affirme que l'armée a attaqué un hôpital.", "fr", "La maire affirme que l'armée a attaqué un convoi.")]
    [InlineData("en", "The mayor said rescuers found the driver.", "en", "The mayor said rescuers found the truck.")]
    // What a tail rules out is no part of what is so.
    [InlineData("en", "The minister said there was light damage at the Sarnac hospital, with no visible damage to the main building and no crater.", "en", "The mayor said there was no visible damage to the main building of the hospital and no crater.")]
    // Other days and other places.
    [InlineData("fr", "La maire affirme que le pont a été fermé le 3 mars 2024.", "fr", "La maire affirme que le pont a été fermé le 9 mars 2024.")]
    [InlineData("en", "The mayor said five people were killed in Sarnac.", "en", "The mayor said five people were killed in Drevol.")]
    // What is to come and what was.
    [InlineData("en", "The minister said the army will attack the depot.", "en", "The minister said the army attacked the depot.")]
    [InlineData("fr", "Le préfet affirme que le bilan pourrait atteindre 2 300 morts.", "fr", "Le préfet affirme que le bilan atteint 2 300 morts.")]
    // Rescuers and inhabitants, the dead and the wounded, a number and another.
    [InlineData("fr", "Le préfet affirme que quatre secouristes sont morts.", "fr", "Le préfet affirme que quatre mille habitants sont morts.")]
    [InlineData("en", "The prefect said 2,300 people were killed.", "en", "The prefect said 2,300 people were wounded.")]
    [InlineData("fr", "Le préfet affirme que 11 300 personnes sont mortes.", "fr", "Le préfet affirme que plus de 11 000 personnes sont mortes.")]
    // Some of them and all of them; two causes; two deeds of one place.
    [InlineData("en", "The minister said 3,000 victims had been buried by Thursday.", "en", "The minister said the victims are being buried in mass graves.")]
    [InlineData("en", "The mayor said the dam broke because of record rain.", "en", "The prefect said the dam broke because of poor maintenance.")]
    [InlineData("fr", "Le préfet affirme que l'hôpital Al Sadr de Kaltrova a été évacué.", "fr", "La maire affirme qu'une explosion a frappé l'hôpital Al Sadr de Kaltrova.")]
    public void What_looks_alike_and_is_two_stays_two(string first, string one, string second, string other) => AreJoined(first, one, second, other).ShouldBeFalse();

    public static TheoryData<string, string, string, string> Strikes()
    {
        (string Language, string Text)[] told =
        [
            ("en", "The mayor said a strike hit the Sarnac market."), ("en", "The mayor said a blast hit the Sarnac market."),
            ("en", "The mayor said an explosion hit the Sarnac market."),
            ("en", "The mayor said the Sarnac market was bombed."), ("en", "The mayor said the Sarnac market was attacked."),
            ("en", "The mayor said the Sarnac market was shelled."),
            ("fr", "La maire affirme qu'un tir a frappé le marché de Sarnac."),
            ("fr", "La maire affirme qu'une explosion a frappé le marché de Sarnac."),
            ("fr", "La maire affirme que le marché de Sarnac a été bombardé."), ("fr", "La maire affirme que le marché de Sarnac a été attaqué."),
        ];
        var pairs = new TheoryData<string, string, string, string>();
        foreach (var one in told)
            foreach (var other in told.Where(other => other != one)) pairs.Add(one.Language, one.Text, other.Language, other.Text);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Strikes))]
    public void However_a_strike_is_called_it_is_one_event(string first, string one, string second, string other) =>
        AreJoined(first, one, second, other).ShouldBeTrue();

    // Whoever says that none was denies it of any number.
    [Theory]
    [InlineData("fr", "Le préfet affirme qu'aucun habitant n'a été blessé.", "en", "The mayor said three residents were injured.", true)]
    [InlineData("en", "The prefect said no resident was injured.", "fr", "La maire affirme que trois habitants ont été blessés.", true)]
    [InlineData("en", "The prefect said no soldier was arrested.", "en", "The mayor said ten soldiers were arrested.", true)]
    [InlineData("fr", "Le préfet affirme qu'aucun soldat n'a été blessé.", "fr", "La maire affirme que trois habitants ont été blessés.", false)]
    [InlineData("en", "The prefect said no soldier was arrested.", "en", "The mayor said ten soldiers were killed.", false)]
    [InlineData("en", "The prefect said residents were injured.", "en", "The mayor said three residents were injured.", false)]
    public void None_is_no_number(string first, string one, string second, string other, bool areOne) =>
        AreJoined(first, one, second, other).ShouldBe(areOne);

    // A deed denied in a noun, and the deed in its verb.
    [Theory]
    [InlineData("fr", "Le ministre a démenti le sabotage du gazoduc.", "en", "The mayor said the pipeline was sabotaged.")]
    [InlineData("en", "The minister denied the bombing of the Sarnac hospital.", "fr", "La maire affirme que l'hôpital de Sarnac a été bombardé.")]
    [InlineData("en", "The minister denied the destruction of the bridge.", "fr", "La maire affirme que le pont a été détruit.")]
    [InlineData("en", "The rebels said the army carried out the bombing of the market.", "en", "The minister denied that the army bombed the market.")]
    public void A_denial_in_a_noun_meets_its_verb(string first, string one, string second, string other) =>
        AreJoined(first, one, second, other).ShouldBeTrue();

    // The form of the verb and the words of the count, each with each.
    [Fact]
    public void However_a_toll_is_worded_it_is_one_claim()
    {
        string[] french =
        [
            "Au moins 2 300 personnes sont mortes à Sarnac.", "Au moins 2 300 personnes étaient mortes à Sarnac.", "2 300 habitants de Sarnac ont péri.", "Les crues ont fait 2 300 morts à Sarnac.",
            "Les crues ont coûté la vie à 2 300 personnes à Sarnac.", "Le bilan des crues s'élève à 2 300 morts à Sarnac.", "Le nombre de victimes atteint 2 300 à Sarnac.",
        ];
        string[] english =
        [
            "At least 2,300 people died in Sarnac.", "The floods claimed the lives of 2,300 people in Sarnac.", "The death toll in Sarnac has risen to 2,300.", "The floods left 2,300 people dead in Sarnac.",
            "The floods resulted in 2,300 deaths in Sarnac.", "The number of victims in Sarnac has reached 2,300.",
        ];
        var told = french.Select(t => (Language: "fr", Text: "Le préfet affirme : « " + t + " »")).Concat(english.Select(t => (Language: "en", Text: "The prefect said: \"" + t + "\""))).ToList();
        var apart = (from a in told from b in told where !AreJoined(a.Language, a.Text, b.Language, b.Text) select $"{a.Text} ~ {b.Text}").ToList();
        apart.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("La tempête a fait 40 morts et 300 autres personnes sont portées disparues.", "300 personnes sont portées disparues.", false)] // it tells of the dead too
    [InlineData("On compte également 300 personnes portées disparues.", "300 personnes sont portées disparues.", true)]
    [InlineData("La tempête a fait 400 morts, et 300 ailleurs dans la région.", "La tempête a fait 300 morts.", false)]
    public void What_stands_beside_another_measure_is_no_part(string one, string other, bool areOne) =>
        AreJoined("fr", "Le préfet affirme : « " + one + " »", "fr", "Le préfet affirme : « " + other + " »").ShouldBe(areOne);

    private static bool AreJoined(string first, string one, string second, string other)
    {
        var (a, b) = (Print(first, one, "1"), Print(second, other, "2"));
        return Linker.Compare(a, b).Statements.Any(t => t.Kind == StatementTieKind.Same);
    }

    // Two reports of one week that share the names of their story.
    private static Recoupe.Link.Fingerprints.Fingerprint Print(string language, string sentence, string id)
    {
        const string Names = "Kaltrova, Orsenna, Ilan Brescu, Morva.\n";
        var article = TestArticle.Of(Names + sentence, language, "2024-03-12");
        article = article with { Header = article.Header with { Id = ArticleId.Of(id, []) } };
        var reading = ArticleReader.Read(article)!;
        var found = Extractor.Extract(article, reading, out var trees);
        var findings = Proposer.Propose(article, trees, found);
        return Linker.Fingerprint(article, reading, findings);
    }
}
