namespace Recoupe.Judge.Voices;

/// <summary>Finds tellings that only pass on what another of them tells: whoever is said to say that another says so, and a medium that others name as theirs.</summary>
internal static class PassingOn
{
    /// <summary>Those of some tellings that pass on another of them.</summary>
    public static HashSet<ToldBy> Among(IReadOnlyList<ToldBy> told)
    {
        var passing = new HashSet<ToldBy>(ReferenceEqualityComparer.Instance);
        var outer = told.Where(t => t.Statement.Inside is not null).Select(t => (t.Article.Id, t.Statement.Inside!)).ToHashSet();
        var media = new HashSet<string>(StringComparer.Ordinal);
        foreach (var telling in told.Where(t => t.Actor.Sort != ActorSort.Media))
        {
            media.UnionWith(telling.Statement.Via.Select(Letters));
            media.Add(Letters(telling.Article.Header.Site ?? ""));
        }

        foreach (var telling in told)
        {
            var isOuter = outer.Contains((telling.Article.Id, telling.Statement.Id));
            var isMedium = telling.Actor.Sort == ActorSort.Media && media.Contains(Letters(telling.Actor.Wording));
            if (isOuter || isMedium) passing.Add(telling);
        }

        return passing;
    }

    // An article and its name: «le New York Times», "The New York Times".
    private static string Letters(string name)
    {
        var words = FoldedWords.Of(name);
        return string.Concat(words.Length > 1 && InstitutionWords.Shipped.Articles.IsAt(words, 0) ? words[1..] : words);
    }
}
