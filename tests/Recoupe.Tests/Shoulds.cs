namespace Recoupe.Tests;

/// <summary>Assertions over many things.</summary>
internal static class Shoulds
{
    /// <summary>Holds of each, and there is at least one: a test that reads nothing has not passed.</summary>
    public static void ShouldAll<T>(this IEnumerable<T> items, Func<T, bool> holds)
    {
        var all = items.ToList();
        all.ShouldNotBeEmpty();
        all.Where(item => !holds(item)).ShouldBeEmpty();
    }
}
