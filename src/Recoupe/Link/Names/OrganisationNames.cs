namespace Recoupe.Link.Names;

/// <summary>Compares names of organisations, places and other things: the same words, company forms and small words apart.</summary>
internal static class OrganisationNames
{
    private const int LongWord = 7, MostWords = 24, FewestInitials = 3;

    /// <summary>Compares two names.</summary>
    public static NameVerdict Compare(string a, string b)
    {
        var (first, second) = (Words(a), Words(b));
        if (first.Words.Count is 0 or > MostWords || second.Words.Count is 0 or > MostWords) return Different("NAME-UNMATCHED");
        if (IsAcronym(a, second.All) || IsAcronym(b, first.All)) return NameComparison.Verdict(true, false, 0.8m, "NAME-ACRONYM");
        if (first.Form is not null && second.Form is not null && !string.Equals(first.Form, second.Form, StringComparison.Ordinal) && !AreLoose(first.Form, second.Form))
            return Different("NAME-COMPANY-FORM");
        if (IsSpacing(first.Words, second.Words)) return NameComparison.Verdict(true, true, 0.95m, "NAME-SPACING");
        return Distance(first.Words, second.Words) is { } distance
            ? NameComparison.Verdict(true, distance == 0, 1m - (0.04m * distance), distance == 0 ? "NAME-WORDS" : "NAME-SOUND")
            : Different("NAME-UNMATCHED");
    }

    private static NameVerdict Different(string code) => NameComparison.Verdict(false, false, 0m, code);

    // «Corporation» and «Company» are said of any company.
    private static bool AreLoose(string a, string b) => a is "form inc" || b is "form inc";

    private static bool IsSpacing(List<string> a, List<string> b) =>
        a.Count != b.Count && string.Equals(string.Concat(a), string.Concat(b), StringComparison.Ordinal);

    private static (List<string> Words, List<string> All, string? Form) Words(string name)
    {
        var all = NameFolding.Words(name).ToList();
        var (kept, form) = WithoutForm(all);
        var lists = NameLists.Shipped;
        var words = kept.Where(w => !lists.IsParticle(w)).Select(lists.Commonest).ToList();
        return (words.Count > 0 ? words : kept, all, form);
    }

    // A company form stands first or last: «OOO Romashka», «Siemens AG».
    private static (List<string> Words, string? Form) WithoutForm(List<string> words)
    {
        var lists = NameLists.Shipped;
        string? found = null;
        for (var again = true; again && words.Count > 1;)
        {
            again = false;
            for (var length = Math.Min(lists.LongestForm, words.Count - 1); length > 0 && !again; length--)
            {
                if (lists.Form(string.Join(' ', words[^length..])) is { } last) (words, found, again) = (words[..^length], Stronger(found, last), true);
                else if (lists.Form(string.Join(' ', words[..length])) is { } first) (words, found, again) = (words[length..], Stronger(found, first), true);
            }
        }

        return (words, found);
    }

    private static string Stronger(string? a, string b) => a is null or "form inc" ? b : a;

    private static bool IsAcronym(string name, List<string> words)
    {
        var letters = name.Where(char.IsLetter).ToList();
        if (letters.Count < FewestInitials || words.Count < 2 || !letters.TrueForAll(char.IsUpper) || name.Any(char.IsWhiteSpace)) return false;
        var initials = string.Concat(words.Select(w => w[0]));
        var strong = string.Concat(words.Where(w => !NameLists.Shipped.IsParticle(w)).Select(w => w[0]));
        var acronym = string.Concat(letters.Select(char.ToLowerInvariant));
        return string.Equals(acronym, initials, StringComparison.Ordinal) || string.Equals(acronym, strong, StringComparison.Ordinal);
    }

    private static int? Distance(List<string> a, List<string> b)
    {
        if (a.Count != b.Count) return null;
        var left = new List<string>(b);
        var sum = 0;
        foreach (var word in a)
        {
            var best = left.Select((w, at) => (Distance: WordDistance(word, w), at)).Where(d => d.Distance is not null).OrderBy(d => d.Distance).FirstOrDefault();
            if (best.Distance is not { } distance) return null;
            sum += distance;
            left.RemoveAt(best.at);
        }

        return sum <= NamePhonetics.Consonant ? sum : null;
    }

    private static int? WordDistance(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal)) return 0;
        if (Math.Min(a.Length, b.Length) < LongWord || a.Any(char.IsDigit) || b.Any(char.IsDigit)) return null;
        var distance = Math.Max(1, NamePhonetics.Distance(NamePhonetics.Of(a), NamePhonetics.Of(b)));
        return distance <= NamePhonetics.Consonant ? distance : null;
    }
}
