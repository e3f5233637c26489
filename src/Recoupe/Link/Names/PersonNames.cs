namespace Recoupe.Link.Names;

/// <summary>Compares people's names word by word: in any order, by sound, with initials, short forms and words left out.</summary>
internal static class PersonNames
{
    // A name of more words than this is a list of names.
    private const int MostWords = 12;

    // Together two names may differ by this much; surely, by vowels alone.
    private const int MostDistance = 6, SureDistance = 4;

    private const int LongWord = 6, ShortWord = 3;

    /// <summary>Compares two people's names.</summary>
    public static NameVerdict Compare(string a, string b)
    {
        var (first, second) = (NameWords.OfPerson(a), NameWords.OfPerson(b));
        if (first.Words.Count is 0 or > MostWords || second.Words.Count is 0 or > MostWords) return Different("NAME-UNMATCHED");
        if (!string.Equals(first.Generation, second.Generation, StringComparison.Ordinal) && first.Generation.Length > 0 && second.Generation.Length > 0)
            return Different("NAME-GENERATION");
        if (Joined(first, second) is { } joined) return joined;
        var alignment = Align(first, second);
        return Judge(first, second, alignment);
    }

    /// <summary>How far two words of people's names are apart; <see langword="null"/> where they are not one name.</summary>
    public static int? WordDistance(NameWord a, NameWord b)
    {
        if (string.Equals(a.Folded, b.Folded, StringComparison.Ordinal)) return 0;
        if (a.Folded.Length == 1 || b.Folded.Length == 1) return null;
        if (IsFeminine(a, b)) return null;
        var areGiven = !a.IsLast && !b.IsLast;
        if (areGiven && NameLists.Shipped.AreOneGivenName(a.Folded, b.Folded)) return 0;
        if (areGiven && (a.Folded[0] == 'h') != (b.Folded[0] == 'h')) return null;
        var length = Math.Max(a.Sound.Length, b.Sound.Length);
        if (length <= ShortWord) return string.Equals(a.Sound, b.Sound, StringComparison.Ordinal) ? 0 : null;
        var distance = NamePhonetics.Distance(a.Sound, b.Sound);
        // Marine and Marion are two, and so near: a given name may differ by a vowel alone.
        var most = length >= LongWord && !areGiven ? NamePhonetics.Consonant : NamePhonetics.Vowel;
        return distance <= most ? distance : null;
    }

    // Ivanov and Ivanova, Michel and Michelle, Paul and Paula are two people; Loukachenko and Loukachenka one.
    private static bool IsFeminine(NameWord a, NameWord b)
    {
        var (shorter, longer) = a.Folded.Length <= b.Folded.Length ? (a.Folded, b.Folded) : (b.Folded, a.Folded);
        if (longer.StartsWith(shorter, StringComparison.Ordinal) && longer.AsSpan(shorter.Length) is "a" or "le" or "lle" or "na" or "ia" or "ne") return true;
        return !a.IsLast && !b.IsLast && shorter.Length == longer.Length && shorter.AsSpan()[..^1].SequenceEqual(longer.AsSpan()[..^1])
            && (shorter[^1] == 'a') != (longer[^1] == 'a');
    }

    // «FriedrichBuchenberg», «Patr ushev»: the same letters with other spaces.
    private static NameVerdict? Joined(NameWords a, NameWords b)
    {
        var (one, other) = (NamePhonetics.Of(string.Concat(a.Words.Select(w => w.Folded))), NamePhonetics.Of(string.Concat(b.Words.Select(w => w.Folded))));
        if (a.Words.Count == b.Words.Count || Math.Min(one.Length, other.Length) < LongWord) return null;
        return NamePhonetics.Distance(one, other) <= NamePhonetics.Vowel ? NameComparison.Verdict(true, true, 0.95m, "NAME-SPACING") : null;
    }

    private static List<Pair> Align(NameWords a, NameWords b)
    {
        var pairs = new List<Pair>();
        for (var i = 0; i < a.Words.Count; i++)
            for (var j = 0; j < b.Words.Count; j++)
                if (WordDistance(a.Words[i], b.Words[j]) is { } distance) pairs.Add(new(i, j, distance, false));
                else if (IsInitial(a.Words[i].Folded, b.Words[j].Folded)) pairs.Add(new(i, j, 0, true));
        var chosen = new List<Pair>();
        foreach (var pair in pairs.OrderBy(p => p.IsInitial).ThenBy(p => p.Distance).ThenBy(p => Math.Abs(p.A - p.B)).ThenBy(p => p.A).ThenBy(p => p.B))
            if (!chosen.Exists(c => c.A == pair.A || c.B == pair.B)) chosen.Add(pair);
        return chosen;
    }

    private static bool IsInitial(string a, string b) =>
        (a.Length == 1 && b.Length > 1 && b[0] == a[0]) || (b.Length == 1 && a.Length > 1 && a[0] == b[0]);

    private static NameVerdict Judge(NameWords a, NameWords b, List<Pair> pairs)
    {
        var full = pairs.Where(p => !p.IsInitial).ToList();
        var distance = pairs.Sum(p => p.Distance);
        var (leftA, leftB) = (Unmatched(a, pairs.Select(p => p.A)), Unmatched(b, pairs.Select(p => p.B)));
        if (a.IsFiliation && b.IsFiliation && IsTurned(pairs)) return Different("NAME-FILIATION");
        if (IsTurned(pairs) && pairs.Count == 2 && AreGivenNames(a) && AreGivenNames(b)) return Different("NAME-UNMATCHED");
        if (full.Count == 0 || (leftA > 0 && leftB > 0) || distance > MostDistance) return Different("NAME-UNMATCHED");
        var score = Math.Max(0.5m, 1m - (0.04m * distance) - (0.1m * pairs.Count(p => p.IsInitial)) - (0.02m * (leftA + leftB)));
        if (Math.Min(a.Words.Count, b.Words.Count) == 1) return Alone(a, b, full[0], distance);
        if (full.Count < 2) return SurnameAndInitials(a, b, full[0], score);
        var isSure = distance < SureDistance || (distance == SureDistance && full.Count(p => p.Distance == 0) == full.Count - 1);
        return NameComparison.Verdict(true, isSure && !pairs.Exists(p => p.IsInitial), score, full.TrueForAll(p => AreEqual(a, b, p)) ? "NAME-WORDS" : "NAME-SOUND");
    }

    private static bool AreEqual(NameWords a, NameWords b, Pair pair) =>
        string.Equals(a.Words[pair.A].Folded, b.Words[pair.B].Folded, StringComparison.Ordinal);

    // Salman son of Muhammad is not Muhammad son of Salman.
    private static bool IsTurned(List<Pair> pairs) => pairs.OrderBy(p => p.A).Zip(pairs.OrderBy(p => p.A).Skip(1)).Any(p => p.First.B > p.Second.B);

    // Paul Michel is not Michel Paul: of two given names the second is the surname.
    private static bool AreGivenNames(NameWords name) => name.Words.Count == 2 && name.Words.All(w => NameLists.Shipped.IsGivenName(w.Folded));

    // One word is enough only as the surname.
    private static NameVerdict Alone(NameWords a, NameWords b, Pair pair, int distance)
    {
        if (a.Words.Count == b.Words.Count) return NameComparison.Verdict(true, distance <= NamePhonetics.Vowel, 0.9m - (0.04m * distance), "NAME-SOUND");
        var longer = a.Words.Count > b.Words.Count ? a.Words[pair.A] : b.Words[pair.B];
        return longer.IsLast && distance <= NamePhonetics.Vowel ? NameComparison.Verdict(true, false, 0.6m, "NAME-SURNAME-ALONE") : Different("NAME-UNMATCHED");
    }

    private static NameVerdict SurnameAndInitials(NameWords a, NameWords b, Pair pair, decimal score) =>
        a.Words[pair.A].IsLast && b.Words[pair.B].IsLast && pair.Distance <= NamePhonetics.Vowel
            ? NameComparison.Verdict(true, false, score, "NAME-INITIAL") : Different("NAME-UNMATCHED");

    // Small words are left out before; a word said twice is two words: Chang Chang Ha is not Chang Su Ha.
    private static int Unmatched(NameWords name, IEnumerable<int> matched)
    {
        var taken = matched.ToHashSet();
        return Enumerable.Range(0, name.Words.Count).Count(i => !taken.Contains(i));
    }

    private static NameVerdict Different(string code) => NameComparison.Verdict(false, false, 0m, code);

    private readonly record struct Pair(int A, int B, int Distance, bool IsInitial);
}
