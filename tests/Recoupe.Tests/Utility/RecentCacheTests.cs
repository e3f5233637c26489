using Recoupe.Utility;

namespace Recoupe.Tests.Utility;

public sealed class RecentCacheTests
{
    [Fact]
    public void What_is_met_again_stays_and_what_is_not_goes()
    {
        var made = new List<int>();
        var recent = new RecentCache<int, string>(2);
        foreach (var key in new[] { 1, 2, 1, 3, 1, 4, 1, 5, 1, 2 })
            recent.Get(key, Make).ShouldBe("made " + key);
        made.ShouldBe([1, 2, 3, 4, 5, 2]);

        string Make(int key)
        {
            made.Add(key);
            return "made " + key;
        }
    }

    [Fact]
    public void A_later_value_takes_the_place_of_an_earlier_one()
    {
        var recent = new RecentCache<int, string>(1);
        recent.Put(1, "first");
        recent.Put(2, "other");
        recent.Put(1, "second");
        recent.Get(1, _ => "made").ShouldBe("second");
    }
}
