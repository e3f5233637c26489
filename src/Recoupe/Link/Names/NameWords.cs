namespace Recoupe.Link.Names;

/// <summary>A word of a name.</summary>
/// <param name="Folded">In Latin letters, lower case, without accents.</param>
/// <param name="Sound">As it sounds.</param>
/// <param name="IsLast">Whether it is the last of its name: a person's surname, as a rule.</param>
internal readonly record struct NameWord(string Folded, string Sound, bool IsLast);

/// <summary>A name as words.</summary>
/// <param name="Words">Its words, without titles and small words.</param>
/// <param name="Generation"><c>jr</c> and the like; empty where there is none.</param>
/// <param name="IsFiliation">Whether it says whose child it names (<c>bin</c>).</param>
internal sealed record NameWords(IReadOnlyList<NameWord> Words, string Generation, bool IsFiliation)
{
    /// <summary>A person's name; <c>Lavrov, Sergei</c> is turned round.</summary>
    public static NameWords OfPerson(string name)
    {
        var comma = name.IndexOf(',');
        var turned = comma > 0 && comma < name.Length - 1 ? name[(comma + 1)..] + " " + name[..comma] : name;
        var words = NameFolding.Words(turned).SelectMany(w => Initials(w, turned)).ToList();
        var lists = NameLists.Shipped;
        var generation = words.Skip(1).LastOrDefault(lists.IsGeneration) ?? "";
        var kept = words.Where((w, at) => !(at > 0 && lists.IsGeneration(w))).ToList();
        var bare = kept.Where((w, at) => !lists.IsTitle(w) && (!lists.IsParticle(w) || IsInitial(w, at, turned))).ToList();
        return new(Named(Compounded(bare.Count > 0 ? bare : kept)), generation, words.Skip(1).Any(w => lists.Commonest(w) is "bin"));
    }

    /// <summary>Words as they stand.</summary>
    public static IReadOnlyList<NameWord> Named(IReadOnlyList<string> words) =>
        [.. words.Select((w, at) => new NameWord(w, NamePhonetics.Of(w), at == words.Count - 1))];

    private static List<string> Compounded(List<string> words)
    {
        var one = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var isFirst = at < words.Count - 1 && NameLists.Shipped.IsCompound(words[at]);
            one.Add(isFirst ? words[at] + words[++at] : words[at]);
        }

        return one;
    }

    // «A. Martin», «E Macron»: a capital that stands alone is an initial, though the same letter may be a small word (d', y, e).
    private static bool IsInitial(string word, int at, string name)
    {
        if (word.Length > 1) return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.ToLowerInvariant(name[i]) != word[0] || !char.IsUpper(name[i]) || (i > 0 && char.IsLetter(name[i - 1]))) continue;
            var next = i + 1 < name.Length ? name[i + 1] : ' ';
            if (next is '.' || (next is ' ' && (at == 0 || name.Any(char.IsLower)))) return true;
        }

        return false;
    }

    // «JC Juncker»: two capitals without a vowel are two initials.
    private static IEnumerable<string> Initials(string word, string name) =>
        word.Length == 2 && !word.AsSpan().ContainsAny("aeiouy") && name.Contains(word.ToUpperInvariant(), StringComparison.Ordinal)
            && !NameLists.Shipped.IsTitle(word) && !NameLists.Shipped.IsGeneration(word) && name.Any(char.IsLower)
            ? word.Select(c => c.ToString()) : [word];
}
