using System.Collections.Immutable;
using Recoupe.Judge;

namespace Recoupe.Tests.Judge;

/// <summary>The table row by row, each with what lies on the other side of its edge; and what must follow from it whatever is heard.</summary>
public sealed class RatingTableTests
{
    private static readonly Grounds Nobody = default;

    private static readonly Grounds Rumour = Nobody with { For = 1, Families = 1 };

    private static readonly Grounds OneByName = Rumour with { FirmNamed = 1, Independent = 1 };

    private static readonly Grounds Two = new(For: 2, FirmNamed: 2, Independent: 2, Families: 2, 0, 0, 0, 0, 0);

    private static readonly Grounds Three = new(For: 3, FirmNamed: 3, Independent: 3, Families: 3, 0, 0, 0, 0, 0);

    /// <summary>What can be heard, few of each.</summary>
    private static ImmutableArray<Grounds> All { get; } =
    [
        .. from said in Enumerable.Range(0, 5)
           from named in Enumerable.Range(0, said + 1)
           from independent in Enumerable.Range(0, named + 1)
           from families in Enumerable.Range(Math.Max(independent, Math.Min(said, 1)), 5 - Math.Max(independent, Math.Min(said, 1)))
           from against in Enumerable.Range(0, 4)
           from byName in Enumerable.Range(0, against + 1)
           from own in Enumerable.Range(0, 3)
           from contrary in Enumerable.Range(0, 3)
           from unsure in Enumerable.Range(0, 2)
           where independent > 0 || named == 0
           select new Grounds(said, named, independent, families, against, byName, own, contrary, unsure),
    ];

    [Fact]
    public void Nobody_for_and_nobody_by_name_against_cannot_be_judged()
    {
        Rated(Nobody).ShouldBe(6);
        Rated(Nobody with { Against = 2 }).ShouldBe(6);
        Rated(Nobody with { Against = 1, FirmNamedAgainst = 1 }).ShouldBe(4);
        Rated(Nobody with { OwnAgainst = 1 }).ShouldBe(4);
    }

    [Fact]
    public void Two_sources_against_and_more_than_for_make_it_improbable()
    {
        Rated(Rumour with { Against = 2, FirmNamedAgainst = 1 }).ShouldBe(5);
        Rated(Rumour with { Against = 2 }).ShouldBe(4);
        Rated(Rumour with { Against = 1, FirmNamedAgainst = 1 }).ShouldBe(4);
        Rated(Two with { Against = 2, FirmNamedAgainst = 2 }).ShouldBe(4);
    }

    [Fact]
    public void One_against_for_two_makes_it_doubtful()
    {
        Rated(Two with { Against = 1, FirmNamedAgainst = 1 }).ShouldBe(4);
        Rated(Three with { Against = 1, FirmNamedAgainst = 1 }).ShouldBe(3);
        Rated(Two with { OwnAgainst = 1 }).ShouldBe(4);
        Rated(Three with { OwnAgainst = 1 }).ShouldBe(3);
    }

    [Fact]
    public void More_names_contrary_than_for_make_it_doubtful()
    {
        Rated(Rumour with { Contrary = 1 }).ShouldBe(4);
        Rated(OneByName with { Contrary = 2 }).ShouldBe(4);
        Rated(OneByName with { Contrary = 1 }).ShouldBe(3);
    }

    [Fact]
    public void A_denial_by_name_makes_what_no_two_bear_out_doubtful()
    {
        var oneCamp = Three with { Independent = 1 };
        Rated(oneCamp).ShouldBe(3);
        Rated(oneCamp with { Against = 1, FirmNamedAgainst = 1 }).ShouldBe(4);
        Rated(oneCamp with { Against = 1 }).ShouldBe(3);
        Rated(Three with { Independent = 2, Against = 1, FirmNamedAgainst = 1 }).ShouldBe(3);
    }

    [Fact]
    public void Nothing_is_probable_that_somebody_is_against_or_contrary_to()
    {
        Rated(Two with { Contrary = 1 }).ShouldBe(3);
        Rated(Three with { Contrary = 1 }).ShouldBe(3);
        Rated(Three with { Against = 1 }).ShouldBe(3);
        Rated(Two with { UnsureContrary = 1 }).ShouldBe(3);
        Rated(Three with { UnsureContrary = 1 }).ShouldBe(3);
        Rated(OneByName with { UnsureContrary = 1 }).ShouldBe(3);
    }

    [Fact]
    public void Three_independent_voices_confirm_it_and_two_make_it_probable()
    {
        Rated(Three).ShouldBe(1);
        Rated(Two).ShouldBe(2);
        Rated(Three with { Independent = 2 }).ShouldBe(2);
        Rated(Three with { Independent = 1 }).ShouldBe(3);
    }

    [Fact]
    public void One_firm_and_named_voice_makes_it_possible()
    {
        Rated(OneByName).ShouldBe(3);
        Rated(Rumour).ShouldBe(6);
    }

    [Fact]
    public void Two_unsure_voices_make_it_possible_in_two_families_only()
    {
        Rated(Nobody with { For = 2, Families = 2 }).ShouldBe(3);
        Rated(Nobody with { For = 2, Families = 1 }).ShouldBe(6);
        Rated(Nobody with { For = 1, Families = 2 }).ShouldBe(6);
    }

    [Fact]
    public void Without_two_independent_names_nothing_is_above_possible() =>
        All.Where(e => e.Independent < 2).ShouldAllBe(e => Rated(e) >= 3);

    [Fact]
    public void One_unnamed_voice_alone_is_never_above_doubtful() =>
        All.Where(e => e.For == 1 && e.FirmNamed == 0).ShouldAllBe(e => Rated(e) >= 4);

    [Fact]
    public void A_denial_by_name_lowers_whatever_it_is_told_against()
    {
        var free = All.Where(e => e is { For: > 0, IsContested: false }).ToList();
        free.ShouldNotBeEmpty();
        free.Where(e => Rank(e with { Against = 1, FirmNamedAgainst = 1 }) >= Rank(e)).ShouldBeEmpty();
    }

    [Fact]
    public void One_more_against_or_contrary_never_raises_a_rating()
    {
        var told = All.Where(e => e.For > 0).ToList();
        told.ShouldNotBeEmpty();
        told.Where(e => Rank(e with { Against = e.Against + 1, FirmNamedAgainst = e.FirmNamedAgainst + 1 }) > Rank(e)).ShouldBeEmpty();
        told.Where(e => Rank(e with { OwnAgainst = e.OwnAgainst + 1 }) > Rank(e)).ShouldBeEmpty();
        told.Where(e => Rank(e with { Contrary = e.Contrary + 1 }) > Rank(e)).ShouldBeEmpty();
        told.Where(e => Rank(e with { UnsureContrary = e.UnsureContrary + 1 }) > Rank(e)).ShouldBeEmpty();
    }

    [Fact]
    public void Articles_alone_never_make_it_improbable() =>
        All.Where(e => e.FirmNamedAgainst == 0).ShouldAllBe(e => Rated(e) != 5);

    [Fact]
    public void Every_row_holds_for_something()
    {
        foreach (var row in RatingTable.Rows) All.ShouldContain(e => Nothing_before(row, e) && row.Holds(e), row.When);
    }

    private static bool Nothing_before((int Value, string When, Func<Grounds, bool> Holds) row, Grounds evidence) =>
        RatingTable.Rows.TakeWhile(r => r.When != row.When).All(r => !r.Holds(evidence));

    private static int Rated(Grounds evidence) => RatingTable.Value(evidence);

    // From what is least borne out; what cannot be judged stands between what is possible and what is doubtful.
    private static int Rank(Grounds evidence) => Rated(evidence) switch { 6 => 25, var value => (6 - value) * 10 };
}
