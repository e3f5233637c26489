using System.Collections.Frozen;
using System.Text;

namespace Recoupe.Link.Terms;

/// <summary>What is left of a word when the habits of French and English spelling are taken away.</summary>
internal static class PhoneticKey
{
    private const int CognateLength = 5, LeastConsonants = 3;

    // Longest first. How Russian, Arabic and Chinese sounds are written in French, then in English, then what both write alike.
    private static readonly FrozenDictionary<char, (string Written, string Sound)[]> Sounds = new (string Written, string Sound)[]
    {
        ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("kh", "k"), ("ch", "S"), ("sh", "S"), ("zh", "j"), ("dj", "j"), ("gu", "g"), ("ph", "f"), ("th", "t"),
        ("ck", "k"), ("qu", "k"), ("gh", "g"), ("ou", "u"), ("oo", "u"), ("eff", "ev"), ("off", "ov"), ("ow", "ov"), ("ts", "s"), ("tz", "s"), ("ks", "x"),
        ("c", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("z", "s"), ("h", ""),
    }.GroupBy(s => s.Written[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The sounds of a name's consonants: <c>lkSnk</c> for Loukachenko, Lukashenko and Lukashenka. Short names keep their vowels.</summary>
    public static string OfName(string folded)
    {
        // South Slavic names keep their own spelling in some papers: Zarović beside Zarovitch.
        var sounds = Sounded(folded.EndsWith("vic", StringComparison.Ordinal) ? folded + "h" : folded);
        var bones = Squeeze(sounds, withVowels: false);
        return bones.Length < LeastConsonants ? Squeeze(sounds) : bones;
    }

    /// <summary>The beginning that cognates share: <c>partik</c> for participer and participation.</summary>
    public static string OfWord(string stem)
    {
        var letters = Squeeze(stem.Replace("ph", "f", StringComparison.Ordinal).Replace('y', 'i').Replace('c', 'k').Replace('q', 'k'));
        if (letters.Length > CognateLength) letters = letters[..CognateLength];
        var end = letters.Length;
        while (end > LeastConsonants && IsVowel(letters[end - 1])) end--;
        return letters[..end];
    }

    private static string Sounded(string folded)
    {
        var sounds = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            var (written, sound) = SoundAt(folded, i);
            if (written is null) sounds.Append(folded[i++]);
            else
            {
                sounds.Append(sound);
                i += written.Length;
            }
        }

        return sounds.ToString();
    }

    private static (string? Written, string? Sound) SoundAt(string folded, int at)
    {
        if (!Sounds.TryGetValue(folded[at], out var sounds)) return default;
        foreach (var sound in sounds)
            if (string.CompareOrdinal(folded, at, sound.Written, 0, sound.Written.Length) == 0) return sound;
        return default;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    // Of letters that follow each other only one; without vowels, but for one at the beginning.
    private static string Squeeze(string letters, bool withVowels = true)
    {
        var squeezed = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; i++)
            if ((squeezed.Length == 0 || squeezed[^1] != letters[i]) && (withVowels || i == 0 || !IsVowel(letters[i]))) squeezed.Append(letters[i]);
        return squeezed.ToString();
    }
}
