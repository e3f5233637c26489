using System.Globalization;
using System.Text;

namespace Recoupe.Link;

/// <summary>Words as compared: lower case, without accents; <c>œ</c> is <c>oe</c>.</summary>
internal static class Fold
{
    // Latin letters up to Extended-B; what lies beyond folds to its lower case.
    private static readonly string[] Table = [.. Enumerable.Range(0, 0x250).Select(c => Base((char)c))];

    public static string Of(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length + 2);
        foreach (var c in word)
            if (c < Table.Length) folded.Append(Table[c]);
            else folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    private static string Base(char c) => c switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        _ => WithoutMarks(c),
    };

    private static string WithoutMarks(char c) => string.Concat(
        c.ToString().Normalize(NormalizationForm.FormD)
            .Where(d => CharUnicodeInfo.GetUnicodeCategory(d) != UnicodeCategory.NonSpacingMark)
            .Select(char.ToLowerInvariant));
}
