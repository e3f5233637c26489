namespace Recoupe.Language.Names;

/// <summary>Whether a country, a capital or a seat of power stands for those who govern from it.</summary>
internal static class StateActs
{
    private const int LongestGap = 4;

    public static bool Acts(NameContext context, NameSpan name)
    {
        if (!context.Is(name.Start, NameKinds.Country | NameKinds.Capital | NameKinds.Seat))
            return false;

        var before = name.Start - 1;
        var article = context.Is(before, NameKinds.Article) || IsElision(context, before);
        while (IsElision(context, before) || context.Is(before, NameKinds.Article))
            before--;
        var atPlace = context.Is(before, NameKinds.PlacePreposition);
        if (context.Is(name.Start, NameKinds.Seat))
            return !atPlace;
        if (!atPlace && !IsOf(context, before) && IsSubjectOfAct(context, name.End))
            return true;
        return context.Is(name.Start, NameKinds.Capital) && !article && context.Is(before, NameKinds.AgentPreposition);
    }

    private static bool IsElision(NameContext context, int index) => (uint)index < (uint)context.Text.Count && context.Text[index] is ['\'' or '’'];

    private static bool IsOf(NameContext context, int index) =>
        (uint)index < (uint)context.Text.Count && context.Text[index] is "de" or "d" or "du" or "des" or "of";

    private static bool IsSubjectOfAct(NameContext context, int at)
    {
        for (var i = at; i < Math.Min(context.Text.Count, at + LongestGap); i++)
        {
            if (context.Is(i, NameKinds.ActVerb))
                return true;
            if (!context.Is(i, NameKinds.Auxiliary) && !IsElision(context, i))
                return false;
        }

        return false;
    }
}
