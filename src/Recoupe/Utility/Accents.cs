using System.Globalization;
using System.Text;

namespace Recoupe.Utility;

/// <summary>Letters without the marks upon them.</summary>
internal static class Accents
{
    /// <summary>The text decomposed, accents and other marks left out: <c>é</c> is <c>e</c>. The text is well-formed.</summary>
    public static string Without(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var bare = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) bare.Append(c);
        }

        return bare.ToString();
    }
}
