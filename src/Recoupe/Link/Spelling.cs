using System.Text;

namespace Recoupe.Link;

/// <summary>What is left of a word when the habits of French and English spelling are taken away.</summary>
internal static class Spelling
{
    private const int CognateLength = 5, LeastConsonants = 3;

    // Longest first. How Russian, Arabic and Chinese sounds are written in French, then in English, then what both write alike.
    private static readonly (string Written, string Sound)[] Sounds =
    [
        ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("kh", "k"), ("ch", "S"), ("sh", "S"), ("zh", "j"), ("dj", "j"), ("gu", "g"), ("ph", "f"), ("th", "t"),
        ("ck", "k"), ("qu", "k"), ("gh", "g"), ("ou", "u"), ("oo", "u"), ("eff", "ev"), ("off", "ov"), ("ow", "ov"), ("ts", "s"), ("tz", "s"), ("ks", "x"),
        ("c", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("z", "s"), ("h", ""),
    ];

    /// <summary>The sounds of a name's consonants: <c>lkSnk</c> for Loukachenko, Lukashenko and Lukashenka. Short names keep their vowels.</summary>
    public static string OfName(string folded)
    {
        // South Slavic names keep their own spelling in some papers: Zarović beside Zarovitch.
        var sounds = Sounded(folded.EndsWith("vic", StringComparison.Ordinal) ? folded + "h" : folded);
        var bones = Squeeze(sounds.Where((c, at) => at == 0 || !IsVowel(c)));
        return bones.Length < LeastConsonants ? Squeeze(sounds) : bones;
    }

    /// <summary>The beginning that cognates share: <c>partik</c> for participer and participation.</summary>
    public static string OfWord(string stem)
    {
        var letters = Squeeze(stem.Replace("ph", "f", StringComparison.Ordinal).Select(c => c switch { 'y' => 'i', 'c' or 'q' => 'k', _ => c }));
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
            var (written, sound) = Array.Find(Sounds, s => folded.AsSpan(i).StartsWith(s.Written, StringComparison.Ordinal));
            if (written is null) sounds.Append(folded[i++]);
            else
            {
                sounds.Append(sound);
                i += written.Length;
            }
        }

        return sounds.ToString();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string Squeeze(IEnumerable<char> letters)
    {
        var squeezed = new StringBuilder();
        foreach (var c in letters)
            if (squeezed.Length == 0 || squeezed[^1] != c) squeezed.Append(c);
        return squeezed.ToString();
    }
}
