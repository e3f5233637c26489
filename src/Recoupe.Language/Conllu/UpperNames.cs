namespace Recoupe.Language.Conllu;

/// <summary>Parts of speech as CoNLL-U writes them: <c>NOUN</c>.</summary>
internal static class UpperNames
{
    private static readonly string[] _names = [.. Enum.GetNames<PartOfSpeech>().Select(n => n.ToUpperInvariant())];

    public static string ToUpperName(this PartOfSpeech tag) => _names[(int)tag];

    /// <summary>The part of speech of that name; X for any other.</summary>
    public static PartOfSpeech Parse(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i])) return (PartOfSpeech)i;
        }

        return PartOfSpeech.X;
    }
}
