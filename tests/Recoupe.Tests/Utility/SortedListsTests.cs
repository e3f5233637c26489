using Recoupe.Utility;

namespace Recoupe.Tests.Utility;

public sealed class SortedListsTests
{
    [Theory]
    [InlineData(new uint[0], new uint[0], new uint[0])]
    [InlineData(new uint[] { 1, 2 }, new uint[0], new uint[0])]
    [InlineData(new uint[] { 1, 3, 5 }, new uint[] { 2, 4, 6 }, new uint[0])]
    [InlineData(new uint[] { 1, 3, 5 }, new uint[] { 1, 5 }, new uint[] { 1, 5 })]
    [InlineData(new uint[] { 0, uint.MaxValue }, new uint[] { 0, 7, uint.MaxValue }, new uint[] { 0, uint.MaxValue })]
    public void What_two_lists_share_is_found_in_order_from_either_side(uint[] a, uint[] b, uint[] shared)
    {
        Shared(a, b).ShouldBe(shared);
        Shared(b, a).ShouldBe(shared);
        SortedLists.CountShared<uint>(a, b).ShouldBe(shared.Length);
    }

    private static List<uint> Shared(uint[] a, uint[] b)
    {
        var shared = new List<uint>();
        foreach (var value in SortedLists.Shared<uint>(a, b)) shared.Add(value);
        return shared;
    }
}
