using System.Text;

namespace Recoupe.Train.Names;

/// <summary>Russian and Ukrainian names in the spelling of the French or the English press.</summary>
internal static class Transliteration
{
    private const string Cyrillic = "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяђјљњћџ";

    private static readonly string[] French =
        "a b v g g d e io ie j z i i ï ï k l m n o p r s t ou f kh ts tch ch chtch . y . e iou ia dj j lj nj c dj".Split(' ');

    private static readonly string[] English =
        "a b v g g d e yo ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya dj j lj nj c dj".Split(' ');

    public static string ToLatin(string name, string language)
    {
        if (name.Length == 0 || !Cyrillic.Contains(char.ToLowerInvariant(name[0]), StringComparison.Ordinal))
            return name;

        var letters = language is "fr" ? French : English;
        var latin = new StringBuilder();
        foreach (var c in WithEnding(name, language).ToLowerInvariant())
        {
            var index = Cyrillic.IndexOf(c, StringComparison.Ordinal);
            if (index >= 0 ? letters[index] is not "." : c < 0x250 && char.IsLetter(c))
                latin.Append(index >= 0 ? letters[index] : c);
        }

        latin[0] = char.ToUpperInvariant(latin[0]);
        return latin.ToString();
    }

    // Poutine, Zelenski; Putin, Zelensky.
    private static string WithEnding(string name, string language) => (language, name) switch
    {
        ("fr", [.., 'и' or 'ы', 'н']) => name + "e",
        ("fr", [.., 'и' or 'ы', 'й']) => name[..^1],
        (_, [.., 'и' or 'ы', 'й']) => name[..^2] + "y",
        _ => name,
    };
}
