using System.Collections.Immutable;
using System.Text;
using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>The words of a wording as compared: lower case, without accents, parted at every mark.</summary>
internal static class FoldedWords
{
    /// <summary>The words, in order.</summary>
    public static ImmutableArray<string> Of(string wording)
    {
        var bare = new StringBuilder(wording.Length);
        foreach (var c in Accents.Without(wording))
        {
            if (c is 'œ' or 'Œ') bare.Append("oe");
            else bare.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return [.. bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>Where some words begin in others; −1 where they do not stand there in a row.</summary>
    public static int IndexIn(ImmutableArray<string> words, ImmutableArray<string> sought)
    {
        if (sought.IsEmpty) return -1;
        for (var at = 0; at + sought.Length <= words.Length; at++)
        {
            if (StandAt(words, at, sought)) return at;
        }

        return -1;
    }

    private static bool StandAt(ImmutableArray<string> words, int at, ImmutableArray<string> sought)
    {
        for (var i = 0; i < sought.Length; i++)
        {
            if (!string.Equals(words[at + i], sought[i], StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
