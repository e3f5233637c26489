using System.Collections.Immutable;
using Recoupe.Extract;
using Recoupe.Language;
using Recoupe.Link.Entities;
using Recoupe.Tests.Extract;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Link.Entities;

public sealed class EntityResolverTests
{
    private static readonly ImmutableArray<FiledArticle> Story = [.. StoryGold.RawTexts().Select(t => File(t.Key, t.Value, Wordings(t.Value)))];

    [Fact]
    public void The_storys_names_are_gathered_as_a_careful_reader_gathers_them()
    {
        var entities = EntityResolver.Of(Story);
        foreach (var group in StoryGold.Table("entities").GroupBy(e => e["entity"], StringComparer.Ordinal))
            foreach (var row in group)
                Bearers(entities, row["wording"]).ShouldAllBe(e => e.Variants.Intersect(group.Select(g => g["wording"]), StringComparer.Ordinal).Any());
        AreOne(entities, "Andreï Zarovitch", "Andrei Zarovich").ShouldBeTrue();
        AreOne(entities, "OTV", "Organisation du traité de la Velda").ShouldBeTrue();
        AreOne(entities, "Pavel Hadrik", "Irena Hadrik").ShouldBeFalse();
    }

    [Fact]
    public void No_order_of_arrival_changes_an_entity()
    {
        var expected = Print(EntityResolver.Of(Story));
        foreach (var seed in Enumerable.Range(0, 20))
            Print(EntityResolver.Of(Story.OrderBy(f => ContentHash.Id($"{seed}", f.Article.Header.Name), StringComparer.Ordinal))).ShouldBe(expected);
    }

    [Fact]
    public void A_surname_that_two_bear_in_the_ledger_stays_alone()
    {
        var entities = EntityResolver.Of(
        [
            File("a", "Pavel Hadrik a parlé.", ["Pavel Hadrik"]), File("b", "Irena Hadrik a parlé.", ["Irena Hadrik"]), File("c", "Hadrik a parlé.", ["Hadrik"]),
        ]);
        entities.Select(e => e.Name).ShouldBe(["Pavel Hadrik", "Irena Hadrik", "Hadrik"], ignoreOrder: true);
    }

    [Fact]
    public void A_surname_that_two_bear_is_suggested_for_both_and_merged_with_neither()
    {
        var (entities, suggestions) = EntityResolver.Gather(
        [
            File("a", "Pavel Hadrik a parlé.", ["Pavel Hadrik"]), File("b", "Irena Hadrik a parlé.", ["Irena Hadrik"]), File("c", "Hadrik a parlé.", ["Hadrik"]),
        ]);
        Suggested(entities, suggestions).ShouldBe(["Hadrik ~ Irena Hadrik: NAME-SURNAME-ALONE", "Hadrik ~ Pavel Hadrik: NAME-SURNAME-ALONE"]);
        suggestions.ShouldAllBe(s => string.CompareOrdinal(s.First, s.Second) < 0 && s.Reasons[0].Passages.Length == 2);
    }

    [Fact]
    public void Initials_that_two_bear_are_suggested()
    {
        var (entities, suggestions) = EntityResolver.Gather(
        [
            File("a", "Pavel Hadrik a parlé.", ["Pavel Hadrik"]), File("b", "Piotr Hadrik a parlé.", ["Piotr Hadrik"], people: People("Piotr Hadrik")), File("c", "P. Hadrik a parlé.", ["P. Hadrik"], people: People("P. Hadrik")),
        ]);
        Suggested(entities, suggestions).ShouldBe(["P. Hadrik ~ Pavel Hadrik: NAME-INITIAL", "P. Hadrik ~ Piotr Hadrik: NAME-INITIAL"]);
    }

    [Fact]
    public void An_acronym_of_two_long_forms_is_suggested_for_both()
    {
        var none = People();
        string[] forms = ["Union des syndicats libres", "Union des sports lacustres"];
        var (entities, suggestions) = EntityResolver.Gather(
            [File("a", forms[0] + " : oui.", [forms[0]], people: none), File("b", forms[1] + " : non.", [forms[1]], people: none), File("c", "L'USL a parlé.", ["USL"], people: none)]);
        Suggested(entities, suggestions).ShouldBe([$"USL ~ {forms[1]}: NAME-ACRONYM", $"USL ~ {forms[0]}: NAME-ACRONYM"]);
    }

    [Fact]
    public void What_is_surely_one_or_surely_two_is_not_suggested()
    {
        EntityResolver.Gather([File("a", "Milena Dostra a parlé.", ["Milena Dostra"]), File("b", "Dostra a parlé.", ["Dostra"])]).Suggestions.ShouldBeEmpty();
        EntityResolver.Gather([File("a", "Pavel Hadrik a parlé.", ["Pavel Hadrik"]), File("b", "Irena Hadrik a parlé.", ["Irena Hadrik"])]).Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public void No_order_of_arrival_changes_a_suggestion()
    {
        var expected = Print(EntityResolver.Gather(Story).Suggestions);
        foreach (var seed in Enumerable.Range(0, 5))
            Print(EntityResolver.Gather(Story.OrderBy(f => ContentHash.Id($"{seed}", f.Article.Header.Name), StringComparer.Ordinal)).Suggestions).ShouldBe(expected);

        static string Print(IEnumerable<Suggestion> suggestions) => string.Join('\n', suggestions.Select(s => $"{s.First} {s.Second} {s.Score} {string.Join('|', s.Reasons[0].Passages)}"));
    }

    [Fact]
    public void A_surname_goes_to_the_ledgers_only_bearer() =>
        EntityResolver.Of([File("a", "Milena Dostra a parlé.", ["Milena Dostra"]), File("b", "Dostra a parlé.", ["Dostra"])])
            .ShouldHaveSingleItem().Name.ShouldBe("Milena Dostra");

    [Fact]
    public void A_capital_that_acts_is_its_state_and_not_the_place()
    {
        var article = TestArticle.Of("Moscou a averti. La Russie a menacé. Il vit à Moscou.", "fr");
        Name[] names = [new(new(0, 6), NameType.Organisation), new(new(20, 26), NameType.Organisation), new(new(46, 52), NameType.Place)];
        var reading = TestArticle.Read(article, names);
        var entities = EntityResolver.Of([new FiledArticle(article, new(MentionFinder.Find(article, reading), [], [], []))]);
        entities.Select(e => (e.Type, e.Name, e.Mentions.Length)).ShouldBe([(NameType.Organisation, "Russie", 2), (NameType.Place, "Moscou", 1)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("fr", "Le président biélorusse Pavel Hadrik a parlé.", "président biélorusse")]
    [InlineData("fr", "La maire de Pavel Hadrik a parlé.", null)]
    [InlineData("fr", "Que sait-on du colonel Pavel Hadrik ?", "colonel")]
    [InlineData("en", "Nobody asked the ministry's spokesman Pavel Hadrik.", "spokesman")]
    [InlineData("en", "It was not known whether Colonel Pavel Hadrik had left.", "Colonel")]
    [InlineData("en", "Pavel Hadrik, urged the prime minister, must go.", null)]
    [InlineData("fr", "Pavel Hadrik, ministre de la Sécurité d'État de la RPD.", "ministre de la Sécurité d'État de la RPD")]
    [InlineData("fr", "Il a vu Pavel Hadrik, hier, au marché.", null)]
    [InlineData("en", "Prime Minister Pavel Hadrik said so.", "Prime Minister")]
    [InlineData("en", "Colonel Pavel Hadrik, deputy commander of the army engineers, was seized.", "deputy commander of the army engineers")]
    public void A_role_is_what_stands_beside_the_name(string language, string text, string? role)
    {
        var entity = EntityResolver.Of([File("a", text, ["Pavel Hadrik"], language)]).ShouldHaveSingleItem();
        entity.Roles.Select(r => r.Text).ShouldBe(role is null ? [] : [role]);
    }

    [Fact]
    public void The_pages_of_the_design_name_one_Loukachenko_one_Belarus_and_one_treaty()
    {
        var folder = Environment.GetEnvironmentVariable("RECOUPE_SEEDS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "RECOUPE_SEEDS names no folder");
        string[] people = ["Alexander Lukashenko", "Alexandre Loukachenko", "Loukachenko", "Lukashenko", "Lukashenka", "Vladimir Poutine", "Poutine"];
        string[] others = ["Biélorussie", "Belarus", "Bélarus", "Organisation du traité de sécurité collective", "OTSC"];
        var filed = Directory.EnumerateFiles(folder!, "*.txt").Select(p => File(p, System.IO.File.ReadAllText(p), [.. people, .. others], "fr", people.ToHashSet(StringComparer.Ordinal))).ToList();
        var entities = EntityResolver.Of(filed);
        people[..5].ShouldAllBe(p => AreOne(entities, p, people[0]));
        AreOne(entities, people[5], people[6]).ShouldBeTrue();
        AreOne(entities, people[0], people[5]).ShouldBeFalse();
        others[..3].ShouldAllBe(o => AreOne(entities, o, others[0]));
        AreOne(entities, others[3], others[4]).ShouldBeTrue();
    }

    private static string[] Wordings(string text) =>
        [.. StoryGold.Table("entities").Select(e => e["wording"]).Where(w => text.Contains(w, StringComparison.Ordinal))];

    private static FiledArticle File(string name, string text, string[] wordings, string language = "fr", IReadOnlySet<string>? people = null)
    {
        var article = TestArticle.Of(text, language);
        article = article with { Header = article.Header with { Id = ArticleId.Of(name, []), Name = name } };
        var types = StoryGold.Table("entities").ToLookup(e => e["wording"], e => Enum.Parse<NameType>(e["type"], ignoreCase: true), StringComparer.Ordinal);
        var names = new List<Name>();
        foreach (var wording in wordings.Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length))
            for (var at = text.IndexOf(wording, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wording, at + 1, StringComparison.Ordinal))
            {
                var span = new TextSpan(at, at + wording.Length);
                var type = people is not null ? (people.Contains(wording) ? NameType.Person : NameType.Organisation) : types[wording].FirstOrDefault(NameType.Person);
                if (!names.Exists(n => n.Span.Overlaps(span))) names.Add(new(span, type));
            }

        var reading = new Reading(text, language, [], [], [], [.. names.OrderBy(n => n.Span)]);
        return new(article, new(MentionFinder.Find(article, reading), [], [], []));
    }

    private static IEnumerable<Entity> Bearers(IEnumerable<Entity> entities, string wording) =>
        entities.Where(e => e.Variants.Contains(wording, StringComparer.Ordinal));

    private static HashSet<string> People(params string[] names) => [.. names];

    private static List<string> Suggested(ImmutableArray<Entity> entities, ImmutableArray<Suggestion> suggestions)
    {
        var names = entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);
        return [.. suggestions.Select(s => (A: names[s.First], B: names[s.Second], s.Reasons[0].Code))
            .Select(s => s.A.Length <= s.B.Length ? $"{s.A} ~ {s.B}: {s.Code}" : $"{s.B} ~ {s.A}: {s.Code}").Order(StringComparer.Ordinal)];
    }

    private static bool AreOne(IEnumerable<Entity> entities, string a, string b) =>
        ReferenceEquals(Bearers(entities, a).ShouldHaveSingleItem(), Bearers(entities, b).ShouldHaveSingleItem());

    private static string Print(IEnumerable<Entity> entities) =>
        string.Join('\n', entities.Select(e => $"{e.Id} {e.Type} {e.Name} {string.Join('|', e.Variants)} {string.Join('|', e.Mentions)} {string.Join('|', e.Roles.Select(r => r.Text))}"));
}
