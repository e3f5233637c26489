using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Propose.Referents;

/// <summary>Names that do not tell alone who is meant: those given to many, and those of places.</summary>
internal static class Names
{
    private static readonly FrozenSet<string> Given = LanguageFile.Entries("person-names.txt")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Places = LanguageFile.Entries("places.txt")
        .SelectMany(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('|', StringSplitOptions.TrimEntries))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsPlaceOrGiven(string name) => Given.Contains(name) || Places.Contains(name);
}
