namespace Recoupe.Tests.Story;

public sealed class EntityTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Gold = StoryGold.Table("entities");

    [Fact]
    public void One_man_spelled_three_ways_is_one() => Ids("zarovich").ShouldHaveSingleItem();

    [Fact]
    public void Two_people_of_one_surname_are_two() => Ids("pavel-hadrik").Intersect(Ids("irena-hadrik"), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Most_entities_are_one_whatever_their_wording() =>
        Gold.Select(g => g["entity"]).Distinct(StringComparer.Ordinal).Count(entity => Ids(entity).Count == 1)
            .ShouldBeGreaterThanOrEqualTo(17); // of 18

    [Fact]
    public void Wordings_of_two_entities_are_apart() =>
        StoryLedger.Ledger.Entities
            .Select(e => Gold.Where(g => e.Variants.Contains(g["wording"], StringComparer.Ordinal)).Select(g => g["entity"]).Distinct(StringComparer.Ordinal).ToList())
            .Where(named => named.Count > 1).ShouldBeEmpty();

    private static IReadOnlySet<string> Ids(string entity) =>
        Gold.Where(g => g["entity"] == entity)
            .Select(g => StoryLedger.Ledger.Entities.FirstOrDefault(e => e.Variants.Contains(g["wording"], StringComparer.Ordinal))?.Id ?? $"no entity for {g["wording"]}")
            .ToHashSet(StringComparer.Ordinal);
}
