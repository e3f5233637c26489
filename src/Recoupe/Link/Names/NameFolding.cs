using System.Collections.Frozen;
using System.Text;
using Recoupe.Utility;

namespace Recoupe.Link.Names;

/// <summary>Names in Latin letters, lower case, without accents.</summary>
internal static class NameFolding
{
    private static readonly FrozenDictionary<char, string> _s_latin = LanguageFile.Entries("transliteration.txt")
        .Select(line => line.Split('=')).ToFrozenDictionary(p => p[0].Trim()[0], p => p[1].Trim());

    /// <summary>A name's characters so written; those of other scripts stay.</summary>
    public static string Fold(string name)
    {
        var latin = new StringBuilder(name.Length);
        foreach (var c in Fold(name.AsSpan()))
            if (_s_latin.TryGetValue(c, out var letters)) latin.Append(letters);
            else latin.Append(c);
        return latin.ToString();
    }

    /// <summary>The same with one space between words, and no mark or apostrophe: <c>u s</c> for U.S.</summary>
    public static string Key(string name) => string.Join(' ', Words(name));

    /// <summary>Its words: runs of letters and digits.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Fold(name))
        {
            if (char.IsLetterOrDigit(c)) word.Append(c);
            else if (c is not ('\'' or '’' or 'ʼ' or '`' or '´') || word.Length < 3) Flush();
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    // Accented letters of Greek and Cyrillic lose their marks too.
    private static string Fold(ReadOnlySpan<char> name)
    {
        var folded = Recoupe.Link.Terms.Fold.Of(name);
        if (Ascii.IsValid(folded)) return folded;
        var bare = new StringBuilder(folded.Length);
        foreach (var c in folded)
            // Only letters have marks to lose, and what is no character at all cannot be decomposed.
            if (_s_latin.ContainsKey(c) || !char.IsLetter(c)) bare.Append(c);
            else foreach (var d in c.ToString().Normalize(NormalizationForm.FormD))
                if (!char.IsSurrogate(d) && char.GetUnicodeCategory(d) is not System.Globalization.UnicodeCategory.NonSpacingMark) bare.Append(d);
        return bare.ToString();
    }
}
