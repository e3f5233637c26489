namespace Recoupe.Language.Names;

/// <summary>Whether a country, a capital or a seat of power stands for those who govern from it.</summary>
internal static class StateActs
{
    private const int LongestGap = 6;

    private const NameKinds States = NameKinds.Country | NameKinds.Capital | NameKinds.Seat;

    /// <summary>The type that the context gives to a place or an organisation; its own where the lists know no state of that name.</summary>
    public static NameType TypeOf(NameContext context, NameSpan name)
    {
        if (name.Type is not (NameType.Place or NameType.Organisation) || !IsState(context, name))
            return name.Type;

        var before = name.Start - 1;
        var hasArticle = IsArticle(context, before);
        while (IsArticle(context, before) || Is(context, before, "-"))
            before--;
        var isSeat = context.Is(name.Start, NameKinds.Seat);
        if (context.Is(before, NameKinds.PlacePreposition))
            return NameType.Place;
        if (isSeat || (!IsOf(context, before) && IsSubjectOfAct(context, name.End)))
            return NameType.Organisation;
        var isAgent = context.Is(name.Start, NameKinds.Capital) && !hasArticle && context.Is(before, NameKinds.AgentPreposition);
        return isAgent ? NameType.Organisation : NameType.Place;
    }

    // The whole of the name is what the lists know, not a part of it.
    private static bool IsState(NameContext context, NameSpan name) =>
        context.Is(name.Start, States) && !context.Is(name.Start, NameKinds.Organisation)
        && (context.Parts[name.Start] is NameLabel.Begin or NameLabel.Single) && (context.Parts[name.End - 1] is NameLabel.End or NameLabel.Single)
        && context.Kinds[name.Start] == context.Kinds[name.End - 1];

    private static bool IsArticle(NameContext context, int index) =>
        context.Is(index, NameKinds.Article) || Is(context, index, "'") || Is(context, index, "’");

    private static bool IsOf(NameContext context, int index) =>
        Is(context, index, "de") || Is(context, index, "d") || Is(context, index, "du") || Is(context, index, "des") || Is(context, index, "of");

    private static bool Is(NameContext context, int index, string word) =>
        (uint)index < (uint)context.Text.Count && context.Text[index].SequenceEqual(word);

    private static bool IsSubjectOfAct(NameContext context, int at)
    {
        for (var i = at; i < Math.Min(context.Text.Count, at + LongestGap); i++)
        {
            if (context.Is(i, NameKinds.ActVerb))
                return true;
            if (context.Is(i, NameKinds.Coordination))
                i = AfterNext(context, i + 1) - 1;
            else if (!context.Is(i, NameKinds.Auxiliary) && !IsArticle(context, i))
                return false;
        }

        return false;
    }

    // «Les États-Unis et l'OTAN pensent»: over the article and the name that are coordinated.
    private static int AfterNext(NameContext context, int at)
    {
        while (IsArticle(context, at))
            at++;
        return at < context.Text.Count && context.Text.IsCapital(at) ? context.RunEnds[at] : at;
    }
}
