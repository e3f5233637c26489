namespace Recoupe.Utility;

/// <summary>
/// Hashes that are the same on every machine and in every run: FNV-1a over UTF-16 code units, finished by MurmurHash3's mixer.
/// </summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

    /// <summary>A hash of two values, in this order.</summary>
    public static ulong Of(ulong first, ulong second) => Mix((Mix(first) * Prime) ^ second);

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
        return value ^ (value >> 33);
    }
}
