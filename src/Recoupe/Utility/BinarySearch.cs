namespace Recoupe.Utility;

/// <summary>Searches in what is in order.</summary>
internal static class BinarySearch
{
    /// <summary>The first index from which on a condition holds; <paramref name="length"/> where it holds of none.</summary>
    public static int First(int length, Func<int, bool> holds)
    {
        var (low, high) = (0, length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
