using System.Runtime.CompilerServices;

namespace Recoupe.Language.Learning;

/// <summary>64-bit keys of features and of what they are made of. The same on every machine and in every run.</summary>
internal static class FeatureKey
{
    /// <summary>The key of a string, by its UTF-16 code units.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var key = 0xCBF29CE484222325UL;
        foreach (var unit in text)
            key = With(key, unit);
        return key;
    }

    /// <summary>A key that stands for a sequence and one more value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong With(ulong key, ulong value)
    {
        key = (key ^ value) * 0x9E3779B97F4A7C15UL;
        return key ^ (key >> 29);
    }
}
