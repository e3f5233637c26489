using System.Collections.Immutable;
using Recoupe.Link.Claims;
using Recoupe.Link.Questions;

namespace Recoupe.Tests.Link.Claims;

public sealed class ClaimBuilderTests
{
    private static readonly FiledArticle Rumour = Stories.File(
        "Le colonel lorvanien Ilan Brescu aurait été capturé près du pont de Kaltrova.",
        tellings: new Telling("Le colonel lorvanien Ilan Brescu aurait été capturé près du pont de Kaltrova", Kind: SourceKind.Article, Certainty: Certainty.Possible));

    private static readonly FiledArticle Report = Stories.File(
        "A Lorvanian colonel, Ilan Brescu, was captured near the Kaltrova bridge, the site Morva Today said.",
        "en",
        tellings: new Telling("A Lorvanian colonel, Ilan Brescu, was captured near the Kaltrova bridge", "Morva Today", SourceKind.Media));

    private static readonly FiledArticle OwnDenial = Stories.File(
        "Colonel Ilan Brescu was not captured near the Kaltrova bridge.",
        "en",
        tellings: new Telling("Colonel Ilan Brescu was not captured near the Kaltrova bridge") { Negated = true, Place = OwnPlace.Lead });

    private static readonly FiledArticle Denial = Stories.File(
        "L'armée a démenti la capture du colonel lorvanien Ilan Brescu près du pont de Kaltrova.",
        tellings: new Telling(
            "la capture du colonel lorvanien Ilan Brescu près du pont de Kaltrova", "L'armée", SourceKind.Organisation, Certainty.CertainlyNot, Stance.Denies));

    private static readonly FiledArticle NoInformation = Stories.File(
        "Le ministère a dit qu'il n'avait aucune information sur la capture du colonel Ilan Brescu près du pont de Kaltrova.",
        tellings: new Telling(
            "la capture du colonel Ilan Brescu près du pont de Kaltrova", "Le ministère", SourceKind.Organisation, Certainty.Uncommitted));

    [Fact]
    public void One_proposition_in_two_languages_is_one_claim() => Only(Rumour, Report).Positions.Length.ShouldBe(2);

    [Fact]
    public void A_denial_stands_against_what_it_denies() => Sides(Rumour, Report, Denial).ShouldBe([Side.For, Side.For, Side.Against], ignoreOrder: true);

    [Fact]
    public void Whoever_has_no_information_takes_no_side() => Sides(Report, NoInformation).ShouldBe([Side.For, Side.Uncommitted], ignoreOrder: true);

    [Fact]
    public void A_claim_is_worded_as_its_clearest_statement_says_it()
    {
        var claim = Only(Rumour, Report, Denial);
        claim.Text.ShouldBe("A Lorvanian colonel, Ilan Brescu, was captured near the Kaltrova bridge");
        claim.Wording.ShouldHaveSingleItem().Article.ShouldBe(Report.Article.Id);
    }

    [Fact]
    public void Counts_that_cannot_both_be_contradict()
    {
        var claims = Claims(Tolls("15 morts", 15, 15), Tolls("au moins 40 morts", 40, null, "Ana Lisk"));
        claims.Length.ShouldBe(2);
        claims[0].Contradicts.ShouldHaveSingleItem().Claim.ShouldBe(claims[1].Id);
        claims[0].Contradicts[0].Reasons.ShouldHaveSingleItem().Code.ShouldBe("FIGURES-APART");
    }

    [Fact]
    public void A_bound_that_a_later_count_respects_is_no_contradiction() =>
        Claims(Tolls("au moins 12 morts", 12, null), Tolls("15 morts", 15, 15, "Ana Lisk")).ShouldAllBe(c => c.Contradicts.IsEmpty);

    [Fact]
    public void One_sources_later_count_is_no_contradiction() =>
        Claims(Tolls("15 morts", 15, 15), Tolls("au moins 40 morts", 40, null)).ShouldAllBe(c => c.Contradicts.IsEmpty);

    [Theory]
    [InlineData("2024-03-12", 1)]
    [InlineData("2024-03-13", 0)]
    [InlineData(null, 0)]
    public void Counts_contradict_on_one_day_only(string? day, int contrary) =>
        Claims(Tolls("15 morts", 15, 15), Tolls("au moins 40 morts", 40, null, "Ana Lisk", day)).ShouldAllBe(c => c.Contradicts.Length == contrary);

    [Fact]
    public void A_part_is_no_rival_of_the_whole() =>
        Claims(Tolls("40 morts", 40, 40), Tolls("15 morts ailleurs", 15, 15, "Ana Lisk")).ShouldAllBe(c => c.Contradicts.IsEmpty);

    [Theory]
    [InlineData("10 100 disparus", 10_100, 0)]
    [InlineData("11 300 disparus", 11_300, 1)]
    public void What_is_round_is_rounded(string toll, int number, int contrary) =>
        Claims(Tolls("10 000 disparus", 10_000, 10_000), Tolls(toll, number, number, "Ana Lisk")).ShouldAllBe(c => c.Contradicts.Length == contrary);

    [Fact]
    public void A_forecast_is_no_rival_of_a_count()
    {
        const string Text = "À Kaltrova, en Lorvanie, où attendaient Ilan Brescu et Radu Morin, il y aura 40 morts.";
        var forecast = Stories.File(Text, day: "2024-03-12", tellings: new Telling("40 morts", "Ana Lisk", Measure: "killed", Min: 40, Max: 40) { Sort = PropositionKind.Forecast, Tense = Tense.Future });
        Claims(Tolls("15 morts", 15, 15), forecast).ShouldAllBe(c => c.Contradicts.IsEmpty);
    }

    [Fact]
    public void Opposed_words_contradict()
    {
        var claims = Claims(
            Stories.File("Selon le ministère, Ilan Brescu a été capturé à Kaltrova mardi.", tellings: new Telling("Ilan Brescu a été capturé à Kaltrova mardi", "le ministère") { Predicate = "capturer", Object = "Ilan Brescu" }),
            Stories.File("Selon l'armée, Ilan Brescu est libre à Kaltrova mardi.", tellings: new Telling("Ilan Brescu est libre à Kaltrova mardi", "l'armée") { Predicate = "être libre", Object = "Ilan Brescu" }));
        claims.ShouldAllBe(c => c.Contradicts.Length == 1 && c.Contradicts[0].Reasons[0].Code == "OPPOSED-WORDS");
    }

    [Fact]
    public void What_is_worded_as_not_so_stands_against_what_is_worded_as_so() =>
        Sides(Rumour, Report, OwnDenial).ShouldBe([Side.For, Side.For, Side.Against], ignoreOrder: true);

    [Fact]
    public void Two_who_word_it_as_not_so_are_for_it()
    {
        var claim = Only(OwnDenial, Stories.File(
            "Le colonel lorvanien Ilan Brescu n'a pas été capturé près du pont de Kaltrova, dit l'armée.",
            tellings: new Telling("Le colonel lorvanien Ilan Brescu n'a pas été capturé près du pont de Kaltrova", "l'armée", SourceKind.Organisation) { Negated = true }));
        claim.Positions.ShouldAllBe(p => p.Side == Side.For);
    }

    [Fact]
    public void Whoever_says_that_he_doubts_a_thing_is_not_for_it()
    {
        const string Inner = "le récit donné par les soldats";
        var claims = Claims(Stories.File(
            $"Jeanne Duval a déclaré qu'elle doutait {Inner}.",
            tellings: [new Telling($"elle doutait {Inner}", "Jeanne Duval"), new Telling(Inner, "Jeanne Duval", Certainty: Certainty.ProbablyNot, Stance: Stance.Doubts)]));
        claims.ShouldNotContain(c => c.Positions.Any(p => p.Side == Side.For) && c.Positions.Any(p => p.Side == Side.Against));
    }

    [Fact]
    public void Two_things_said_by_one_mayor_are_two_claims() =>
        Claims(
            Said("La maire de Kaltrova, Jeanne Duval, a dit qu'elle redoutait un bilan plus lourd.", "elle redoutait un bilan plus lourd", "La maire de Kaltrova, Jeanne Duval"),
            Said("La maire de Kaltrova, Jeanne Duval, affirme n'avoir reçu aucun ordre.", "n'avoir reçu aucun ordre", "La maire de Kaltrova, Jeanne Duval")).Length.ShouldBe(2);

    [Fact]
    public void Two_who_know_nothing_of_a_deed_are_not_two_who_did_it()
    {
        const string Setting = "À Kaltrova, Radu Morin et Ilan Brescu attendaient.";
        Claims(
            Said($"{Setting} Radu Morin a dit qu'il n'avait aucune information sur la capture d'un officier.", "il n'avait aucune information sur la capture d'un officier", "Radu Morin"),
            Said($"{Setting} « Je n'ai aucune information sur la capture d'un officier », a dit Ilan Brescu.", "Je n'ai aucune information sur la capture d'un officier", "Ilan Brescu"))
            .ShouldAllBe(c => c.Contradicts.IsEmpty);
    }

    [Fact]
    public void One_act_has_one_hour()
    {
        FiledArticle four = At("4 heures", "T04", "Radu Morin"), five = At("5 h 10", "T05:10", "Ilan Brescu");
        Claims(four, five).ShouldAllBe(c => c.Contradicts.Length == 1 && c.Contradicts[0].Reasons[0].Code == "HOURS-APART");
        Claims(five, At("5 h 10", "T05:10", "Radu Morin")).ShouldHaveSingleItem().Contradicts.ShouldBeEmpty();
        Claims(four, At("5 h 10", "T05:10", "Radu Morin")).ShouldAllBe(c => c.Contradicts.IsEmpty);
    }

    [Fact]
    public void One_deed_has_one_doer()
    {
        FiledArticle one = Blown("l'armée de Norvanie", "Radu Morin"), other = Blown("la Karvélie", "Ilan Brescu");
        Claims(one, other).ShouldAllBe(c => c.Contradicts.Length == 1 && c.Contradicts[0].Reasons[0].Code == "DOERS-APART");
        Claims(one, Blown("la Norvanie", "Ilan Brescu")).ShouldAllBe(c => c.Contradicts.IsEmpty);
    }

    [Fact]
    public void What_many_can_do_contradicts_nobody() =>
        Claims(
            Said("Radu Morin et Ilan Brescu attendaient à Kaltrova. Selon Radu Morin, la Russie enverra mardi des vivres à Kaltrova.", "la Russie enverra mardi des vivres à Kaltrova", "Radu Morin"),
            Said("Radu Morin et Ilan Brescu attendaient à Kaltrova. Selon Ilan Brescu, la Pologne enverra mardi des vivres à Kaltrova.", "la Pologne enverra mardi des vivres à Kaltrova", "Ilan Brescu"))
            .ShouldAllBe(c => c.Contradicts.IsEmpty);

    [Fact]
    public void Whoever_denies_what_is_alleged_stands_against_it()
    {
        const string Inner = "les troupes lorvaniennes auraient attaqué Kaltrova depuis la forêt";
        var claim = Only(Stories.File(
            $"Ilan Brescu a nié les allégations selon lesquelles {Inner}.",
            tellings: [new Telling($"les allégations selon lesquelles {Inner}", "Ilan Brescu", Certainty: Certainty.CertainlyNot, Stance: Stance.Denies), new Telling(Inner, Kind: SourceKind.Anonymous, Certainty: Certainty.Possible)]));
        claim.Positions.Select(p => p.Side).ShouldBe([Side.Against, Side.For], ignoreOrder: true);
    }

    [Fact]
    public void Whoever_warns_against_a_thing_does_not_say_that_it_is_so() =>
        Only(Stories.File(
            "Radu Morin a mis en garde contre l'usage de l'eau du barrage.",
            tellings: new Telling("l'usage de l'eau du barrage", "Radu Morin", Certainty: Certainty.Uncommitted, Stance: Stance.Warns))).Positions.ShouldHaveSingleItem().Side.ShouldBe(Side.Uncommitted);

    [Fact]
    public void Who_denies_his_own_capture_answers_the_question_of_it()
    {
        var own = Stories.File("\"Nobody has captured me,\" Colonel Ilan Brescu said.", "en", tellings: new Telling("Nobody has captured me", "Colonel Ilan Brescu") { Worded = "Nobody has captured [Colonel Ilan Brescu]", Negated = true, Predicate = "capture", Object = "Colonel Ilan Brescu" });
        var claims = Claims(Rumour, own);
        var question = QuestionMatcher.Of(["Le colonel Brescu a-t-il été capturé ?"], [Rumour, own], claims).ShouldHaveSingleItem();
        question.Claims.Length.ShouldBe(claims.Length);
        question.Answers.Select(a => a.Claim).ShouldBe(question.Claims);
        claims.SelectMany(c => c.Positions).Single(p => p.Article == own.Article.Id).Side.ShouldBe(Side.Against);
    }

    [Fact]
    public void What_is_told_of_other_people_is_another_claim() =>
        Claims(
            Said("Le ministre a dit que Paul Martin avait quitté Kaltrova.", "Paul Martin avait quitté Kaltrova", "Le ministre"),
            Said("Le ministre a dit que Jeanne Duval avait quitté Montrel.", "Jeanne Duval avait quitté Montrel", "Le ministre")).Length.ShouldBe(2);

    [Fact]
    public void The_same_plain_words_said_of_two_stories_are_two_claims()
    {
        const string Words = "les pompiers n'avaient reçu aucun ordre avant le matin";
        Claims(
            Said($"Le préfet de Kaltrova a dit que {Words}.", Words, "Le préfet"),
            Said($"Le maire de Montrel a dit que {Words}.", Words, "Le maire")).Length.ShouldBe(2);
    }

    [Fact]
    public void The_same_plain_words_said_in_one_story_are_one_claim()
    {
        const string Words = "les pompiers n'avaient reçu aucun ordre avant le matin", Story = "À Kaltrova, Radu Morin et Ilan Brescu attendaient.";
        Claims(
            Said($"{Story} Le préfet a dit que {Words}.", Words, "Le préfet"),
            Said($"{Story} Le maire, lui, a dit que {Words}.", Words, "Le maire")).Length.ShouldBe(1);
    }

    [Fact]
    public void Every_statement_stands_in_one_claim()
    {
        FiledArticle[] filed = [Rumour, Report, Denial, NoInformation, Tolls("15 morts", 15, 15)];
        Claims(filed).SelectMany(c => c.Positions).Select(p => p.Statement)
            .ShouldBe(filed.SelectMany(f => f.Findings.Statements).Select(s => s.Id), ignoreOrder: true);
    }

    [Fact]
    public void Claims_do_not_depend_on_the_order_of_articles_and_ties()
    {
        FiledArticle[] filed = [Rumour, Report, Denial, NoInformation, Tolls("15 morts", 15, 15), Tolls("au moins 40 morts", 40, null, "Ana Lisk")];
        var expected = Told(Claims(filed));
        var random = new Random(7);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(filed);
            var ties = filed.Ties().Statements.ToArray();
            random.Shuffle(ties);
            Told(Recoupe.Link.Claims.ClaimBuilder.Of(filed, ties, Rulings.None)).ShouldBe(expected);
        }
    }

    [Fact]
    public void Claims_that_grow_come_to_the_same_as_claims_made_at_once()
    {
        FiledArticle[] filed = [Rumour, Report, Denial, NoInformation, Tolls("15 morts", 15, 15), Tolls("au moins 40 morts", 40, null, "Ana Lisk"), Blown("l'armée de Norvanie", "Radu Morin"), Blown("la Karvélie", "Ilan Brescu")];
        var random = new Random(11);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(filed);
            var (growing, cut) = (new ClaimBuilder(Rulings.None), random.Next(filed.Length));
            var ties = filed.Ties().Statements;
            var (early, late) = (filed[..cut], filed[cut..]);
            var first = ties.FindAll(t => Array.Exists(early, f => f.Article.Id == t.A.Article) && Array.Exists(early, f => f.Article.Id == t.B.Article));
            growing.Add(early, first);
            Told(growing.All).ShouldBe(Told(early.Claims()));
            growing.Add(late, ties.Except(first));
            Told(growing.All).ShouldBe(Told(filed.Claims()));
        }
    }

    [Fact]
    public void Whatever_is_decided_added_and_parted_in_whatever_order_comes_to_the_same_as_claims_made_at_once()
    {
        FiledArticle[] all =
        [
            Rumour, Report, Denial, OwnDenial, NoInformation, Tolls("15 morts", 15, 15), Tolls("au moins 40 morts", 40, null, "Ana Lisk"),
            Blown("l'armée de Norvanie", "Radu Morin"), Blown("la Karvélie", "Ilan Brescu"), Aside("fr"), Aside("en"),
        ];
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            random.Shuffle(all);
            var (filed, rulings) = (new List<FiledArticle>(), Rulings.None);
            var (held, silent) = (all.Ties().Statements, new List<StatementTie>());
            var growing = new ClaimBuilder(rulings);
            for (var step = 0; step < 25; step++)
            {
                if (filed.Count < all.Length && random.Next(3) == 0)
                {
                    var next = all[filed.Count];
                    filed.Add(next);
                    growing.Change([next], Live(next.Article.Id), [], rulings);
                }
                else if (random.Next(8) == 0 && Live(null).ToList() is { Count: > 0 } live)
                {
                    silent.Add(live[random.Next(live.Count)]);
                    growing.Change([], [], [silent[^1]], rulings);
                }
                else if (filed.Count > 0)
                {
                    rulings = Decided(rulings, filed, random);
                    growing.Change([], [], [], rulings);
                }

                Facing(growing.All).ShouldBe(Facing(ClaimBuilder.Of(filed, Live(null), rulings)), $"seed {seed}, step {step}");
            }

            IEnumerable<StatementTie> Live(ArticleId? of) => held.Where(t =>
                !silent.Contains(t) && filed.Exists(f => f.Article.Id == t.A.Article) && filed.Exists(f => f.Article.Id == t.B.Article)
                && (of is null || t.A.Article == of || t.B.Article == of));
        }
    }

    // Another decision, or one taken back, wherever in the log it stands.
    private static Rulings Decided(Rulings rulings, List<FiledArticle> filed, Random random)
    {
        var keys = filed.SelectMany(f => ToldProposition.In(f.Findings).Select(t => new TellingKey(f.Article.Id, t.Id))).ToArray();
        var (one, other) = (keys[random.Next(keys.Length)], keys[random.Next(keys.Length)]);
        var decision = new Decision($"d{random.Next(4)}", DateTimeOffset.UnixEpoch, "A", DecisionAct.Reword, [], $"wording {random.Next(4)}", null);
        var step = new ClaimStep(random.Next(2) == 0, [new(one, 0, random.Next(2) == 0), new(other, 1, random.Next(2) == 0)]);
        return random.Next(8) switch
        {
            0 or 1 => rulings with { Steps = rulings.Steps.Add(step) },
            2 when !rulings.Steps.IsEmpty => rulings with { Steps = rulings.Steps.RemoveAt(random.Next(rulings.Steps.Length)) },
            3 => rulings with { Dismissed = rulings.Dismissed.Union([one, other]) },
            4 => rulings with { Dismissed = rulings.Dismissed.Remove(one) },
            5 => rulings with { Sides = rulings.Sides.SetItem(one, (Side)random.Next(3)) },
            6 => rulings with { Wordings = rulings.Wordings.SetItem(one, (random.Next(4), decision)) },
            _ => rulings with { Dismissed = [], Sides = rulings.Sides.Remove(one) },
        };
    }

    private static string Facing(ImmutableArray<Claim> claims) => Told(claims) + string.Join('\n', claims.Select(c =>
        string.Join(';', c.Contradicts.Concat(c.Bearing).Select(x => x.Claim + string.Join(',', x.Reasons.Select(r => r.Code + string.Join('/', r.Passages)))))));

    private static FiledArticle Aside(string language) => Stories.File(
        language is "fr" ? "La brume tombait. Le colonel lorvanien Ilan Brescu a été capturé près du pont de Kaltrova." : "Fog fell. Colonel Ilan Brescu was not captured near the Kaltrova bridge, they say.",
        language,
        tellings: language is "fr"
            ? new Telling("Le colonel lorvanien Ilan Brescu a été capturé près du pont de Kaltrova") { Place = OwnPlace.Body }
            : new Telling("Colonel Ilan Brescu was not captured near the Kaltrova bridge") { Negated = true, Place = OwnPlace.Body });

    [Fact]
    public void A_question_finds_its_answers_in_either_language()
    {
        FiledArticle[] filed =
        [
            Said("Un responsable a dit que la Biélorussie pourrait rejoindre la guerre contre l'Ukraine.", "la Biélorussie pourrait rejoindre la guerre contre l'Ukraine", "Un responsable"),
            Stories.File(
                "An official said there was no sign that Belarus would take part in the fighting in Ukraine.",
                "en",
                tellings: new Telling("there was no sign that Belarus would take part in the fighting in Ukraine", "An official", SourceKind.Anonymous)),
            Said("Le ministre a dit que les écoles de Minsk fermeront lundi.", "les écoles de Minsk fermeront lundi", "Le ministre"),
        ];
        var claims = Claims(filed);
        foreach (var asked in new[] { "La Biélorussie va-t-elle entrer en guerre contre l'Ukraine ?", "Will Belarus join the war against Ukraine?" })
        {
            var answers = QuestionMatcher.Of([asked], filed, claims).ShouldHaveSingleItem().Claims;
            claims.Where(c => answers.Contains(c.Id, StringComparer.Ordinal)).SelectMany(c => c.Positions).Select(p => p.Article)
                .ShouldBe([filed[0].Article.Id, filed[1].Article.Id], ignoreOrder: true);
        }
    }

    private static FiledArticle Blown(string doer, string source) => Stories.File(
        $"À Kaltrova, Radu Morin et Ilan Brescu attendaient. {source} a dit que le barrage de Kaltrova avait été détruit mardi par {doer}.",
        tellings: new Telling($"le barrage de Kaltrova avait été détruit mardi par {doer}", source) { Subject = doer, Predicate = "détruire", Object = "le barrage de Kaltrova" });

    private static FiledArticle At(string words, string hour, string source)
    {
        var text = $"À Kaltrova, Radu Morin et Ilan Brescu attendaient. {source} a dit que l'ordre d'évacuer la vallée avait été donné à {words}.";
        var filed = Said(text, $"l'ordre d'évacuer la vallée avait été donné à {words}", source);
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return filed with { Findings = filed.Findings with { Times = [new(new(start, start + words.Length), TimeType.Time, hour, null, null)] } };
    }

    private static FiledArticle Tolls(string toll, decimal min, decimal? max, string source = "Radu Morin", string? day = "2024-03-12") => Stories.File(
        $"À Kaltrova, en Lorvanie, où attendaient Ilan Brescu et Radu Morin, on a fait état de {toll}.", day: day, tellings: new Telling(toll, source, Measure: "killed", Min: min, Max: max));

    private static FiledArticle Said(string text, string content, string source, string? measure = null, decimal? min = null, decimal? max = null) =>
        Stories.File(text, tellings: new Telling(content, source, Measure: measure, Min: min, Max: max));

    private static Claim Only(params FiledArticle[] filed) => Claims(filed).ShouldHaveSingleItem();

    private static IEnumerable<Side> Sides(params FiledArticle[] filed) => Only(filed).Positions.Select(p => p.Side);

    private static ImmutableArray<Claim> Claims(params FiledArticle[] filed) => filed.Claims();

    private static string Told(ImmutableArray<Claim> claims) => string.Join('\n', claims.Select(c =>
        $"{c.Id} {c.Text} {string.Join(',', c.Positions)} {string.Join(',', c.Contradicts.Select(x => x.Claim))}"));

    [Fact]
    public void A_log_that_is_read_again_decides_the_same()
    {
        var key = new TellingKey(new ArticleId("0123456789abcdef"), "s");
        Rulings Read(string value) => Rulings.None with
        {
            Wordings = Rulings.None.Wordings.SetItem(key, (0, new Decision("d", DateTimeOffset.UnixEpoch, "A", DecisionAct.Reword, [new Anchor(key.Article, "h", new(0, 1), "q", "", "")], value, null))),
        };
        Read("one").OtherWords(Read("one")).ShouldBeEmpty();
        Read("one").OtherWords(Read("other")).ShouldBe([key]);
    }

    [Fact]
    public void A_step_that_is_taken_back_is_what_two_logs_differ_in()
    {
        TellingKey Key(string id) => new(new ArticleId("0123456789abcdef"), id);
        ClaimStep Merge(string a, string b) => new(true, [new(Key(a), 0, false), new(Key(b), 1, false)]);
        var (one, two) = (Rulings.None with { Steps = [Merge("a", "b"), Merge("c", "d"), Merge("e", "f")] }, Rulings.None with { Steps = [Merge("a", "b"), Merge("e", "f")] });
        one.OtherSteps(two).ShouldBe([Key("c"), Key("d")]);
        two.OtherSteps(one).ShouldBe([Key("c"), Key("d")]);
        one.OtherSteps(one with { Steps = [.. one.Steps] }).ShouldBeEmpty();
        (one with { Steps = [.. one.Steps, Merge("a", "b")] }).OtherSteps(one).ShouldBe([Key("a"), Key("b")]);
    }
}
