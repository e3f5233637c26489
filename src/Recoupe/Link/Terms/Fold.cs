using Recoupe.Utility;

namespace Recoupe.Link.Terms;

/// <summary>Words as compared: lower case, without accents; <c>œ</c> is <c>oe</c>.</summary>
internal static class Fold
{
    // Letters that one letter folds to at most, and of a word that is not out of the way.
    private const int MostLetters = 2, Usual = 64;

    // Latin letters up to Extended-B; what lies beyond folds to its lower case.
    private static readonly string[] Table = [.. Enumerable.Range(0, 0x250).Select(c => Base((char)c))];

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= Usual ? stackalloc char[Usual * MostLetters] : new char[word.Length * MostLetters];
        var length = 0;
        foreach (var c in word)
        {
            if (c >= Table.Length) folded[length++] = char.ToLowerInvariant(c);
            else foreach (var letter in Table[c]) folded[length++] = letter;
        }

        return new(folded[..length]);
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

    private static string WithoutMarks(char c) => Accents.Without(c.ToString()).ToLowerInvariant();
}
