using Recoupe.Language;
using Recoupe.Link.Names;

namespace Recoupe.Tests.Link.Names;

public sealed class NameComparisonTests
{
    [Theory]
    [InlineData("Alexandre Loukachenko", "Alexander Lukashenko", "NAME-SOUND")]
    [InlineData("Alexandre Loukachenko", "Aliaksandr Lukashenka", "NAME-SOUND")]
    [InlineData("Alexandre Loukachenko", "Александр Лукашенко", "NAME-SOUND")]
    [InlineData("Volodymyr Zelensky", "Володимир Зеленський", "NAME-SOUND")]
    [InlineData("Alexis Tsipras", "Αλέξης Τσίπρας", "NAME-EQUAL")]
    [InlineData("Lavrov, Sergei", "Sergei Lavrov", "NAME-WORDS")]
    [InlineData("JC Juncker", "Jean-Claude Juncker", "NAME-INITIAL")]
    [InlineData("E. Macron", "Emmanuel Macron", "NAME-INITIAL")]
    [InlineData("Poutine", "Vladimir Putin", "NAME-SURNAME-ALONE")]
    [InlineData("FriedrichBuchenberg", "Friedrich Buchenberg", "NAME-SPACING")]
    public void One_person_is_told_in_any_spelling(string a, string b, string code) => Compare(a, b, NameType.Person).ShouldBe((true, code));

    [Theory]
    [InlineData("Karvelia", "Karvélie", NameType.Place, true)]
    [InlineData("Organisation du traité de la Velda", "Velda Treaty Organisation", NameType.Organisation, true)]
    [InlineData("Ministère de la Santé", "Ministry of Health", NameType.Organisation, false)]
    [InlineData("Organisation du traité de la Velda", "Tarsk Treaty Organisation", NameType.Organisation, false)]
    public void A_name_of_its_own_is_known_in_another_language(string a, string b, NameType type, bool same) =>
        NameComparison.Compare(a, b, type).Same.ShouldBe(same);

    [Theory]
    [InlineData("Pavel Hadrik", "Irena Hadrik")]
    [InlineData("Bashar al-Assad", "Hafez al-Assad")]
    [InlineData("Sergueï Ivanov", "Sergueï Ivanova")]
    [InlineData("Michel Martin", "Michelle Martin")]
    [InlineData("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi")]
    [InlineData("John Smith Jr.", "John Smith Sr.")]
    [InlineData("Michaela", "Michelle Obama")]
    [InlineData("A. Martin", "Y. Martin")]
    [InlineData("Y. Macron", "Emmanuel Macron")]
    [InlineData("Chang Su Ha", "Chang Chang Ha")]
    [InlineData("Paul Michel", "Michel Paul")]
    public void Two_people_stay_two(string a, string b) => Compare(a, b, NameType.Person).Same.ShouldBeFalse();

    [Theory]
    [InlineData("OTAN", "NATO", "NAME-ALIAS")]
    [InlineData("Biélorussie", "Bélarus", "NAME-ALIAS")]
    [InlineData("PLA", "People's Liberation Army", "NAME-ACRONYM")]
    [InlineData("OAO Gazprom", "Open Joint Stock Company Gasprom", "NAME-SOUND")]
    [InlineData("Siemens AG", "Siemens Aktiengesellschaft", "NAME-WORDS")]
    [InlineData("Karvel Trading L.L.C.", "Karvel Trading LLC", "NAME-WORDS")]
    [InlineData("1st Bank of Ormel", "First Bank of Ormel", "NAME-WORDS")]
    [InlineData("3 Rivers Club", "Three Rivers Club", "NAME-WORDS")]
    public void One_organisation_is_told_in_any_wording(string a, string b, string code) => Compare(a, b, NameType.Organisation).ShouldBe((true, code));

    [Theory]
    [InlineData("OTAN", "OTSC")]
    [InlineData("Niger", "Nigeria")]
    [InlineData("Gazprom", "Gazprom Neft")]
    [InlineData("Brigade 44", "Brigade 45")]
    [InlineData("1st Bank of Ormel", "Second Bank of Ormel")]
    public void Two_organisations_stay_two(string a, string b) => Compare(a, b, NameType.Organisation).Same.ShouldBeFalse();

    [Theory]
    [InlineData("a\uFFFE", "b")]
    [InlineData("\uD800", "б\u0301\uFFFF")]
    [InlineData("", "\0")]
    public void No_name_is_too_broken_to_compare(string a, string b) =>
        NameComparison.Compare(a, b, NameType.Person).Same.ShouldBeFalse();

    [Fact]
    public void The_order_of_two_names_makes_no_difference()
    {
        foreach (var (a, b, type, _) in PressPairs())
            Print(a, b, type).ShouldBe(Print(b, a, type));
    }

    [Fact]
    public void Of_the_press_names_nearly_all_are_told_right()
    {
        var verdicts = PressPairs().Select(p => (p.Same, Said: NameComparison.Compare(p.A, p.B, p.Type).Same)).ToList();
        var right = verdicts.Count(v => v.Same && v.Said);
        ((double)right / verdicts.Count(v => v.Said)).ShouldBeGreaterThanOrEqualTo(0.99);
        ((double)right / verdicts.Count(v => v.Same)).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Fact]
    public void Of_the_press_names_none_is_surely_merged_that_is_two() =>
        PressPairs().Where(p => !p.Same && NameComparison.Compare(p.A, p.B, p.Type) is { Same: true, Sure: true }).ShouldBeEmpty();

    [Theory]
    [InlineData(" ")]
    [InlineData("…")]
    [InlineData("\ud800\udc00\ud800")]
    [InlineData("a ")]
    [InlineData("Ж́")]
    public void Any_wording_can_be_compared(string part)
    {
        var name = string.Concat(Enumerable.Repeat(part, 20_000));
        NameComparison.Compare(name, "Pavel Hadrik", NameType.Person).Same.ShouldBeFalse();
        NameComparison.Compare(name, "Hydrokarv", NameType.Organisation).Same.ShouldBeFalse();
    }

    private static (bool Same, string Code) Compare(string a, string b, NameType type)
    {
        var verdict = NameComparison.Compare(a, b, type);
        return (verdict.Same, verdict.Reasons[0].Code);
    }

    private static string Print(string a, string b, NameType type)
    {
        var verdict = NameComparison.Compare(a, b, type);
        return $"{verdict.Same} {verdict.Sure} {verdict.Score} {verdict.Reasons[0].Code}";
    }

    private static IEnumerable<(string A, string B, NameType Type, bool Same)> PressPairs() =>
        File.ReadLines(Path.Combine(Recoupe.Tests.Story.StoryGold.Articles, "..", "..", "tests", "Recoupe.Tests", "Link", "press-names.csv")).Skip(1).Select(l => Cells(l))
            .Select(c => (c[1], c[2], c[0] is "Person" ? NameType.Person : NameType.Organisation, c[3] is "true"));

    private static string[] Cells(string line) => line.Contains('"', StringComparison.Ordinal)
        ? [.. line.Split('"').SelectMany((part, at) => at % 2 == 1 ? [part] : part.Trim(',').Split(',', StringSplitOptions.RemoveEmptyEntries))] : line.Split(',');
}
