using Recoupe.Judge;
using Recoupe.Language;
using Recoupe.Tests.Link;

namespace Recoupe.Tests.Judge;

public sealed class VoiceTests
{
    private const string Proposition = "le pont de Kaltrova a été détruit par une explosion lundi";

    /// <summary>Wordings that come down to one voice: the first, and the second as it may stand beside it.</summary>
    public static TheoryData<string, SourceKind, string, SourceKind> OneVoice
    {
        get
        {
            var data = new TheoryData<string, SourceKind, string, SourceKind>();
            string[][] bodies =
            [
                ["la police norvégienne", "Norway's police", "the Norwegian police", "un porte-parole de la police norvégienne", "le chef de la police norvégienne", "une source de la police norvégienne"],
                ["le ministère britannique de la Défense", "the British defence ministry", "le ministre de la Défense du Royaume-Uni", "a spokesman for the UK Ministry of Defence", "le ministère de la Défense"],
                ["le maire de la ville", "the mayor", "la mairie", "le porte-parole de la mairie"],
                ["Moscou", "la Russie", "le gouvernement russe", "les autorités russes", "Russian officials", "des responsables russes"],
                ["le parquet", "le procureur", "the prosecutor", "une source du parquet"],
                ["le Croissant-Rouge karvélien", "the Karvelian Red Crescent", "un porte-parole du Croissant-Rouge karvélien"],
            ];
            foreach (var body in bodies)
            {
                foreach (var other in body.Skip(1)) data.Add(body[0], SourceKind.Organisation, other, SourceKind.Organisation);
                data.Add(body[0], SourceKind.Organisation, body[^1], SourceKind.Anonymous);
            }

            return data;
        }
    }

    [Theory]
    [InlineData("l'Organisation mondiale de la santé", "les chiffres de l'Organisation mondiale de la santé faisant état de 40 morts", SourceKind.Document)]
    [InlineData("l'Organisation mondiale de la santé", "the World Health Organization", SourceKind.Organisation)]
    [InlineData("les Nations unies", "le Bureau de coordination des affaires humanitaires", SourceKind.Organisation)]
    [InlineData("the United Nations", "un rapport du Bureau de la coordination des affaires humanitaires", SourceKind.Document)]
    public void A_well_known_body_is_one_voice_in_any_language(string one, string other, SourceKind kind) =>
        Only([Article("A", one, SourceKind.Organisation), Article("B", other, kind)]).Voices.ShouldHaveSingleItem().IsNamed.ShouldBeTrue();

    public static TheoryData<string, string> TwoVoices => new()
    {
        { "la police norvégienne", "la police suédoise" },
        { "le ministère de la Santé", "le ministère de la Défense" },
        { "le maire de Derva", "le préfet" },
        { "Moscou", "Kiev" },
        { "la maire de Kaltrova", "le maire de Morvec" },
        { "l'hôpital de Kaltrova", "l'hôpital de Morvec" },
        { "la mairie de Kaltrova", "Médecins sans frontières" },
        { "le président russe", "le président de la Fédération russe de boxe" },
        { "Human Rights Watch", "Amnesty International" },
        { "la Croix-Rouge", "la préfecture" },
        { "l'Organisation mondiale de la santé", "les Nations unies" },
        { "le ministère de la Défense britannique", "le ministère de la Défense norvégien" },
        { "la Croix-Rouge karvélienne", "le Croissant-Rouge karvélien" },
        { "Veille des fleuves", "Maison des eaux" },
    };

    [Theory]
    [MemberData(nameof(OneVoice))]
    public void A_body_and_whoever_speaks_for_it_are_one_voice(string one, SourceKind kind, string other, SourceKind otherKind)
    {
        var claim = Only([Article("A", one, kind), Article("B", other, otherKind)]);
        claim.Independent.For.ShouldBe(1);
        claim.Voices.ShouldHaveSingleItem().IsNamed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(TwoVoices))]
    public void Bodies_that_are_told_apart_are_two_voices(string one, string other) =>
        Only([Article("A", one, SourceKind.Organisation), Article("B", other, SourceKind.Organisation)]).Independent.For.ShouldBe(2);

    [Theory]
    [InlineData("Veille des fleuves", true)]
    [InlineData("Avia-pro", true)]
    [InlineData("Results from several tests", false)]
    [InlineData("une équipe venue de Sarle", false)]
    [InlineData("the engineers who built Orvel", false)]
    [InlineData("10,100 people", false)]
    [InlineData("20 Minutes", true)]
    public void A_name_within_a_description_names_nobody(string source, bool isNamed) =>
        Only([Article("A", source, SourceKind.Organisation)]).Voices.Any(v => v.IsNamed).ShouldBe(isNamed);

    [Theory]
    [InlineData("les autorités", SourceKind.Organisation)]
    [InlineData("Les autorités locales", SourceKind.Organisation)]
    [InlineData("des officiels", SourceKind.Anonymous)]
    [InlineData("officials", SourceKind.Anonymous)]
    [InlineData("Authorities", SourceKind.Organisation)]
    [InlineData("local authorities", SourceKind.Organisation)]
    [InlineData("A UN official", SourceKind.Person)]
    public void Authorities_of_nowhere_are_nobody_who_is_named(string source, SourceKind kind)
    {
        Only([Article("A", source, kind)]).Voices.ShouldHaveSingleItem().IsNamed.ShouldBeFalse();
        Only([Article("A", source, kind), Article("B", "une source policière", SourceKind.Anonymous)]).Voices.ShouldHaveSingleItem().IsNamed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("les autorités russes")]
    [InlineData("Russia's authorities")]
    public void Authorities_of_a_state_are_named(string source) =>
        Only([Article("A", source, SourceKind.Organisation)]).Voices.ShouldHaveSingleItem().IsNamed.ShouldBeTrue();

    [Theory]
    [InlineData("une source policière", "des enquêteurs")]
    [InlineData("un responsable", "plusieurs témoins")]
    [InlineData("a senior official", "two people briefed on the matter")]
    public void All_who_are_not_named_are_one_voice(string one, string other)
    {
        var voice = Only([Article("A", one, SourceKind.Anonymous), Article("B", other, SourceKind.Anonymous)]).Voices.ShouldHaveSingleItem();
        voice.IsNamed.ShouldBeFalse();
        voice.Name.ShouldBeNull();
        voice.Members.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("un bilan")]
    [InlineData("l'expertise")]
    [InlineData("ces chiffres")]
    public void A_paper_of_nobody_adds_no_voice_to_another(string paper)
    {
        var claim = Only([Article("A", paper, SourceKind.Document), Article("B", "Milo Dorn")]);
        claim.Independent.For.ShouldBe(1);
        claim.Voices.ShouldHaveSingleItem().Folded.ShouldHaveSingleItem().Why.Code.ShouldBe("FOLDED-LEANING");
        Only([Article("A", paper, SourceKind.Document)]).Voices.ShouldHaveSingleItem().IsNamed.ShouldBeFalse();
    }

    [Fact]
    public void A_paper_speaks_for_whoever_issued_it() =>
        Only([Article("A", "un rapport de la police norvégienne", SourceKind.Document), Article("B", "la police norvégienne", SourceKind.Organisation)]).Independent.For.ShouldBe(1);

    [Theory]
    [InlineData("des internautes")]
    [InlineData("les réseaux sociaux")]
    [InlineData("social media users")]
    [InlineData("viral posts")]
    public void Talk_of_nobody_in_particular_is_no_voice(string public_)
    {
        var claim = Only([Article("A", public_, SourceKind.Anonymous)]);
        claim.Independent.For.ShouldBe(0);
        claim.Voices.ShouldBeEmpty();
        claim.Credibility.Reasons.ShouldContain(r => r.Passages.Length > 0);
        Only([Article("A", public_, SourceKind.Anonymous), Article("B", "Milo Dorn")]).Independent.For.ShouldBe(1);
    }

    [Fact]
    public void A_medium_adds_no_voice_to_whoever_is_heard_and_is_one_where_it_stands_alone()
    {
        var claim = Only([Article("A", "CNN", SourceKind.Media), Article("B", "Milo Dorn")]);
        claim.Independent.For.ShouldBe(1);
        claim.Voices[0].Folded.ShouldHaveSingleItem().Why.Code.ShouldBe("FOLDED-PASSING");
        Only([Article("A", "CNN", SourceKind.Media), Article("B", "CNN", SourceKind.Media)]).Independent.For.ShouldBe(1);
        Only([Article("A", "CNN", SourceKind.Media), Article("B", "Politico", SourceKind.Media)]).Independent.For.ShouldBe(2);
    }

    [Fact]
    public void A_hedge_leans_on_whoever_is_heard_and_is_unnamed_where_nobody_is()
    {
        Only([Article("A", null, SourceKind.Article, Certainty.Possible), Article("B", "Milo Dorn")]).Independent.For.ShouldBe(1);
        Only([Article("A", null, SourceKind.Article, Certainty.Possible), Article("B", null, SourceKind.Article, Certainty.Possible)]).Independent.For.ShouldBe(1);
    }

    [Theory]
    [InlineData("une semaine", 1)]
    [InlineData("ce qui précède", 1)]
    [InlineData("des riverains", 2)]
    [InlineData("people briefed on the matter", 2)]
    public void Words_that_name_nobody_add_no_voice_to_another(string words, int voices) =>
        Only([Article("A", words, SourceKind.Anonymous), Article("B", "Milo Dorn")]).Independent.For.ShouldBe(voices);

    [Theory]
    [InlineData("Milo Varn, journaliste à La Gazette", SourceKind.Person)]
    [InlineData("columnist Milo Varn", SourceKind.Person)]
    [InlineData("un correspondant sur place", SourceKind.Anonymous)]
    public void Whoever_reports_adds_no_voice_to_whoever_is_heard(string reporter, SourceKind kind) =>
        Only([Article("A", reporter, kind), Article("B", "Ana Keller")]).Voices.ShouldHaveSingleItem().Name.ShouldBe("Ana Keller");

    [Fact]
    public void Words_that_lean_on_another_sentence_name_nobody() =>
        Only([Article("A", "its Marine Commandos", SourceKind.Organisation)]).Voices.ShouldHaveSingleItem().IsNamed.ShouldBeFalse();

    [Theory]
    [InlineData("«\u00a0", "\u00a0»", "“", "”", 1)]
    [InlineData("\"", "\"", "« ", " »", 1)]
    [InlineData("", "", "“", "”", 2)]
    [InlineData("", "", "", "", 2)]
    public void Words_that_two_are_quoted_with_alike_were_said_once(string open, string close, string otherOpen, string otherClose, int voices)
    {
        var claim = Only([Quoted("la préfecture", open, close), Quoted("Médecins sans frontières", otherOpen, otherClose)]);
        claim.Independent.For.ShouldBe(voices);
        claim.Voices.Sum(v => v.Folded.Count(f => f.Why.Code == "FOLDED-SAME-WORDS")).ShouldBe(2 - voices);

        static FiledArticle Quoted(string source, string open, string close) =>
            Stories.File($"{source}. On dit que {open}{Proposition}{close}.", tellings: new Telling(Proposition, source, SourceKind.Organisation));
    }

    [Theory]
    [InlineData("a été détruit par", 2)]
    [InlineData("a été détruit par une", 1)]
    public void Fewer_than_five_quoted_words_may_be_anybodys(string quoted, int voices) =>
        Only([.. new[] { "la préfecture", "Médecins sans frontières" }.Select(source =>
            Stories.File($"{source}. On dit que {Proposition}.".Replace(quoted, $"«{quoted}»", StringComparison.Ordinal), tellings: new Telling(Proposition.Replace(quoted, $"«{quoted}»", StringComparison.Ordinal), source, SourceKind.Organisation)))])
            .Independent.For.ShouldBe(voices);

    [Theory]
    [InlineData("les forces de défense", "l'armée")]
    [InlineData("the Karvelian defense forces", "the Karvelian military")]
    [InlineData("les forces de sécurité karvéliennes", "Karvelian security forces")]
    public void Forces_of_a_state_are_an_organ_of_it(string one, string other) =>
        Only([Article("A", one, SourceKind.Organisation), Article("B", other, SourceKind.Organisation)]).Independent.For.ShouldBe(1);

    [Fact]
    public void Every_telling_stands_in_a_voice_once()
    {
        FiledArticle[] filed =
        [
            Article("A", "CNN", SourceKind.Media), Article("B", "Milo Dorn"), Article("C", "un bilan", SourceKind.Document), Article("D", "des responsables", SourceKind.Anonymous),
            Article("E", null, SourceKind.Article, Certainty.Possible), Article("F", "la police norvégienne", SourceKind.Organisation),
        ];
        var claim = Only(filed);
        claim.Voices.Sum(v => v.Members.Length + v.Folded.Length).ShouldBe(filed.Length);
        claim.Independent.For.ShouldBe(claim.Voices.Length);
    }

    private static FiledArticle Article(string opening, string? source, SourceKind kind = SourceKind.Person, Certainty certainty = Certainty.Certain) =>
        Stories.File($"{opening}. On dit que {Proposition}.", tellings: new Telling(Proposition, source, kind, certainty));

    private static Claim Only(FiledArticle[] filed)
    {
        var place = new Entity("0123456789abcdef", NameType.Place, "Karvélie", ["Karvélie", "Karvelia"], [], []);
        return Rater.Rate(filed.Claims(), filed, [], [place], Rulings.None).ShouldHaveSingleItem();
    }
}
