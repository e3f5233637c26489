namespace Recoupe.Tests.Story;

public sealed class LineageTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Gold = [.. StoryGold.Table("lineage").Where(row => row["from"].Length > 0)];

    private static readonly IReadOnlyList<(string From, string To, LineageKind Kind, LineageDirection Direction)> Found =
        [.. StoryLedger.Ledger.Lineage.Select(l => (StoryLedger.Name(l.From), StoryLedger.Name(l.To.Value), l.Kind, l.Direction))];

    [Fact]
    public void Every_copy_excerpt_rewrite_translation_and_version_is_found_as_what_it_is() =>
        Gold.Where(g => !Found.Any(f => IsBetween(f, g) && f.Kind == Enum.Parse<LineageKind>(g["kind"], ignoreCase: true)))
            .Select(g => $"{g["from"]} → {g["to"]}: {g["kind"]}").ShouldBeEmpty();

    [Fact]
    public void No_tie_points_from_what_was_made_to_its_original() =>
        Gold.Where(g => Found.Any(f => IsBetween(f, g) && f.Direction != LineageDirection.Unknown && f.From != g["from"]))
            .Select(g => $"{g["from"]} → {g["to"]}").ShouldBeEmpty();

    [Fact]
    public void A_family_is_what_was_made_from_one_original_and_no_more() =>
        StoryLedger.Ledger.Families.Select(f => string.Join(' ', f.Members.Select(m => StoryLedger.Name(m.Value)).Order(StringComparer.Ordinal)))
            .ShouldBe(ExpectedFamilies(), ignoreOrder: true);

    [Fact]
    public void The_wire_is_the_origin_of_its_family() => Origin("06-chronicle-translation").ShouldBe("01-ormel-barrage");

    [Fact]
    public void The_English_original_is_the_origin_of_its_translation() => Origin("08-nouvelles-traduction").ShouldBe("07-chronicle-colonel");

    private static string Origin(string name) =>
        StoryLedger.Name(StoryLedger.Ledger.Families.Single(f => f.Members.Any(m => StoryLedger.Name(m.Value) == name)).Origin!);

    private static bool IsBetween((string From, string To, LineageKind, LineageDirection) tie, IReadOnlyDictionary<string, string> gold) =>
        (tie.From == gold["from"] && tie.To == gold["to"]) || (tie.From == gold["to"] && tie.To == gold["from"]);

    // Every tie of the story leads, in one step or two, to an original that has none.
    private static IEnumerable<string> ExpectedFamilies() =>
        StoryGold.Table("lineage").Select(row => row["to"]).Distinct(StringComparer.Ordinal).GroupBy(Root, StringComparer.Ordinal)
            .Select(family => string.Join(' ', family.Order(StringComparer.Ordinal)));

    private static string Root(string article) =>
        Gold.FirstOrDefault(g => g["to"] == article) is { } made ? Root(made["from"]) : article;
}
