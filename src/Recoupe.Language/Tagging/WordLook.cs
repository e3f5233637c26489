using System.Runtime.CompilerServices;
using Recoupe.Language.Learning;

namespace Recoupe.Language.Tagging;

/// <summary>What can be seen of a word before anything is decided, as keys for features.</summary>
internal struct WordLook
{
    // A word longer than this is judged by its ends.
    private const int Longest = 64;

    /// <summary>The form as written, apostrophes made straight.</summary>
    public ulong Form;

    /// <summary>The form in small letters.</summary>
    public ulong Lower;

    /// <summary>The last one to five small letters.</summary>
    public Endings Suffixes;

    /// <summary>The first one to four small letters.</summary>
    public Endings Prefixes;

    /// <summary>Runs of capitals, small letters, digits and others.</summary>
    public ulong Shape;

    /// <summary>The set of parts of speech the lexicon knows for it.</summary>
    public ulong Coarse;

    /// <summary>The set of morphological classes the lexicon knows for it.</summary>
    public ulong Full;

    /// <summary>Its entry in the lexicon.</summary>
    public LexiconEntry Entry;

    [InlineArray(5)]
    public struct Endings
    {
        private ulong _first;
    }

    public static WordLook Of(ReadOnlySpan<char> form, Lexicon? lexicon)
    {
        var whole = form.Length <= Longest;
        if (!whole) form = form[..Longest];
        Span<char> straight = stackalloc char[Longest];
        straight = straight[..form.Length];
        form.Replace(straight, '’', '\'');
        Span<char> lower = stackalloc char[Longest];
        lower = lower[..form.Length];
        for (var i = 0; i < lower.Length; i++)
            lower[i] = char.ToLowerInvariant(straight[i]);
        var entry = whole && lexicon is not null ? lexicon.Find(straight) : default;
        var look = new WordLook
        {
            Form = FeatureKey.Of(straight),
            Lower = FeatureKey.Of(lower),
            Shape = ShapeOf(straight),
            Coarse = entry.CoarseClass,
            Full = entry.FullClass,
            Entry = entry,
        };
        Fill(ref look, lower);
        return look;
    }

    private static void Fill(ref WordLook look, ReadOnlySpan<char> lower)
    {
        ulong prefix = 1, suffix = 2;
        for (var i = 0; i < 5; i++)
        {
            prefix = FeatureKey.With(prefix, i < lower.Length ? lower[i] : '\0');
            suffix = FeatureKey.With(suffix, i < lower.Length ? lower[^(i + 1)] : '\0');
            look.Prefixes[i] = prefix;
            look.Suffixes[i] = suffix;
        }
    }

    private static ulong ShapeOf(ReadOnlySpan<char> form)
    {
        ulong shape = 3;
        var last = '\0';
        var run = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = kind == last ? run + 1 : 0;
            // «Ab» and «Abc» look alike; «AB» and «ABC» do not look like «A».
            if (run < 2) shape = FeatureKey.With(shape, kind);
            last = kind;
        }

        return shape;
    }
}
