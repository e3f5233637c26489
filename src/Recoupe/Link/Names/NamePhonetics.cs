using System.Text;

namespace Recoupe.Link.Names;

/// <summary>How names sound, whoever wrote them down, and how far two are apart.</summary>
internal static class NamePhonetics
{
    /// <summary>The cost of one consonant for another, of one too many or too few, or of two that changed places.</summary>
    public const int Consonant = 4;

    /// <summary>The cost of one vowel for another, or of one too many or too few; likewise for consonants that are near.</summary>
    public const int Vowel = 2;

    private const int Longest = 40;

    // Longest first. French, English and German hands write one Russian or Arabic sound in several ways.
    private static readonly (string Written, string Sound)[] _s_sounds =
    [
        ("chtch", "S"), ("schtsch", "S"), ("shch", "S"), ("tsch", "S"), ("dzh", "j"), ("tch", "S"), ("sch", "S"), ("kh", "k"), ("ch", "S"), ("sh", "S"),
        ("cz", "S"), ("zh", "j"), ("dj", "j"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ck", "k"), ("qu", "k"), ("gue", "ge"), ("gui", "gi"),
        ("yj", "i"), ("ij", "i"), ("ou", "u"), ("oo", "u"), ("eau", "o"), ("au", "o"), ("ts", "s"), ("tz", "s"), ("x", "ks"), ("c", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("h", ""),
    ];

    /// <summary>A folded word as it sounds: <c>lukaSenko</c> for Loukachenko and Lukashenko.</summary>
    public static string Of(string folded)
    {
        var sounds = new StringBuilder(folded.Length);
        for (var i = 0; i < Math.Min(folded.Length, Longest);)
        {
            var (written, sound) = Array.Find(_s_sounds, s => string.CompareOrdinal(folded, i, s.Written, 0, s.Written.Length) == 0);
            foreach (var c in sound ?? folded[i].ToString())
                if (sounds.Length == 0 || sounds[^1] != c) sounds.Append(c);
            i += written?.Length ?? 1;
        }

        return WithoutGlide(sounds);
    }

    /// <summary>How far two sounded words are apart, in quarters of a consonant: an edit distance with near sounds near (Damerau 1964).</summary>
    public static int Distance(string a, string b)
    {
        var rows = new int[3][];
        for (var i = 0; i < rows.Length; i++) rows[i] = new int[b.Length + 1];
        for (var j = 1; j <= b.Length; j++) rows[0][j] = rows[0][j - 1] + Gap(b[j - 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            var (row, above, twoAbove) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = above[0] + Gap(a[i - 1]);
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(above[j - 1] + Change(a[i - 1], b[j - 1]), Math.Min(above[j] + Gap(a[i - 1]), row[j - 1] + Gap(b[j - 1])));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], twoAbove[j - 2] + Consonant);
            }
        }

        return rows[a.Length % 3][b.Length];
    }

    // Yeltsin is Eltsine: the glide ahead of a vowel is written or not.
    private static string WithoutGlide(StringBuilder sounds) =>
        sounds.Length > 2 && sounds[0] is 'i' or 'j' && sounds[1] is 'e' ? sounds.ToString(1, sounds.Length - 1) : sounds.ToString();

    private static int Gap(char c) => IsVowel(c) ? Vowel : Consonant;

    private static int Change(char a, char b)
    {
        if (a == b) return 0;
        if (IsVowel(a) && IsVowel(b)) return Vowel;
        return AreNear(a, b) || AreNear(b, a) ? Vowel : Consonant;
    }

    private static bool AreNear(char a, char b) => (a, b) is
        ('j', 'i') or ('s', 'z') or ('s', 'S') or ('k', 'g') or ('t', 'd') or ('b', 'p') or ('f', 'v') or ('j', 'S') or ('j', 'g') or ('m', 'n') or ('u', 'v');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
