using Recoupe.Language;

namespace Recoupe.Link.Names;

/// <summary>Compares names of people, organisations and places, written in Latin, Cyrillic or Greek letters.</summary>
internal static class NameComparison
{
    // Longer wordings name nothing; they are cut, so that comparing costs a bounded time.
    private const int Longest = 200;

    /// <summary>Compares two wordings; the same in either order. It depends on the two and on shipped files alone.</summary>
    public static NameVerdict Compare(string a, string b, NameType type)
    {
        if (string.CompareOrdinal(a, b) > 0) return Compare(b, a, type);
        var (first, second) = (Cut(a), Cut(b));
        var (keyA, keyB) = (NameFolding.Key(first), NameFolding.Key(second));
        if (keyA.Length == 0 || keyB.Length == 0) return Verdict(string.Equals(a, b, StringComparison.Ordinal), true, 1m, "NAME-EQUAL");
        if (string.Equals(keyA, keyB, StringComparison.Ordinal)) return Verdict(true, true, 1m, "NAME-EQUAL");
        if (type != NameType.Person && Aliased(first, second) is { } alias) return alias;
        if (type == NameType.Place && AreEndings(keyA, keyB)) return Verdict(true, true, 0.95m, "NAME-TRANSLATION");
        if (type == NameType.Organisation && NameTranslation.AreOne(keyA, keyB)) return Verdict(true, true, 0.9m, "NAME-TRANSLATION");
        return type == NameType.Person ? PersonNames.Compare(first, second) : OrganisationNames.Compare(first, second);
    }

    // Karvelia, Karvélie
    private static bool AreEndings(string a, string b) =>
        NameFolding.Words(a).Select(NameLists.Shipped.WithOneEnding).SequenceEqual(NameFolding.Words(b).Select(NameLists.Shipped.WithOneEnding), StringComparer.Ordinal);

    /// <summary>A verdict with one reason.</summary>
    public static NameVerdict Verdict(bool same, bool sure, decimal score, string code, params ReadOnlySpan<(string, string)> arguments) =>
        new(same, sure, decimal.Round(score, 4), [Reason.Of(code, arguments.ToArray())]);

    private static NameVerdict? Aliased(string a, string b)
    {
        var (of, other) = (NameLists.Shipped.Alias(a), NameLists.Shipped.Alias(b));
        if (of is null || other is null) return null;
        return string.Equals(of, other, StringComparison.Ordinal)
            ? Verdict(true, true, 1m, "NAME-ALIAS", ("id", of))
            : Verdict(false, true, 0m, "NAME-ALIAS-OTHER", ("a", of), ("b", other));
    }

    private static string Cut(string name) => name.Length <= Longest ? name : name[..Longest];
}
