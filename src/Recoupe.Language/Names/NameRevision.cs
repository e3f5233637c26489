using Recoupe.Language.Learning;

namespace Recoupe.Language.Names;

/// <summary>What the chain model cannot see: that a text names the same thing the same way throughout, and that Moscow can be a government.</summary>
internal static class NameRevision
{
    public static void Revise(NameContext context, List<NameSpan> names)
    {
        NameJoints.Mend(context, names);
        AddMissedSurnames(context, names);
        NameRepeats.Add(context, names);
        ShowTypes(context, names);
        AgreeOnTypes(context, names);
        for (var i = 0; i < names.Count; i++)
            names[i] = names[i] with { Type = StateActs.TypeOf(context, names[i]) };
    }

    // «Poutine» alone, in a heading or after a word the model does not know, is still the man whose full name the text gives.
    private static void AddMissedSurnames(NameContext context, List<NameSpan> names)
    {
        var surnames = Surnames(context, names);
        if (surnames.Count == 0)
            return;

        var next = 0;
        var missed = new List<NameSpan>();
        for (var i = 0; i < context.Text.Count; i++)
        {
            while (next < names.Count && names[next].End <= i)
                next++;
            var isNamed = next < names.Count && names[next].Start <= i;
            if (!isNamed && context.Text.IsCapital(i) && context.RunEnds[i] - context.RunStarts[i] == 1
                && (context.SeenOf(i) & Elsewhere.Small) == Elsewhere.None && surnames.Contains(KeyOf(context, i, i + 1)))
                missed.Add(new(i, i + 1, NameType.Person));
        }

        names.AddRange(missed);
        names.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    private static HashSet<ulong> Surnames(NameContext context, List<NameSpan> names) =>
        [.. names.Where(n => n.Type == NameType.Person && n.Length > 1).Select(n => KeyOf(context, n.End - 1, n.End))];

    // One referent, one type: a name said three times is what it is most often; the last part of a person's full name is that person.
    private static void AgreeOnTypes(NameContext context, List<NameSpan> names)
    {
        var counts = new Dictionary<ulong, int[]>();
        var surnames = Surnames(context, names);
        foreach (var name in names)
        {
            var key = KeyOf(context, name.Start, name.End);
            if (!counts.TryGetValue(key, out var types))
                counts.Add(key, types = new int[4]);
            types[(int)name.Type]++;
        }

        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var key = KeyOf(context, name.Start, name.End);
            // Valeska Paris is «Paris» afterwards, but for «in Paris».
            if (name.Length == 1 && surnames.Contains(key))
            {
                if (!IsWhere(context, name)) names[i] = name with { Type = NameType.Person };
                continue;
            }

            var types = counts[key];
            if (types.Max() * 3 >= types.Sum() * 2)
                names[i] = name with { Type = (NameType)Array.IndexOf(types, types.Max()) };
        }
    }

    // «in Paris», «de Paris»; not «and Paris».
    private static bool IsWhere(NameContext context, NameSpan name)
    {
        if (!context.Is(name.Start, NameKinds.Country | NameKinds.City | NameKinds.Capital)) return false;
        var before = name.Start - 1;
        var isOf = context.Is(before, NameKinds.Connector) && !context.Is(before, NameKinds.Coordination);
        return isOf || context.Is(before, NameKinds.PlacePreposition);
    }

    private static void ShowTypes(NameContext context, List<NameSpan> names)
    {
        var evidence = new NameEvidence(context, names);
        for (var i = 0; i < names.Count; i++)
            names[i] = names[i] with { Type = evidence.TypeOf(names[i]) };
    }

    /// <summary>The key of the folded atoms of a stretch.</summary>
    internal static ulong KeyOf(NameContext context, int start, int end)
    {
        var key = 0UL;
        for (var i = start; i < end; i++)
            key = FeatureKey.With(key, context.Text.Folded[i]);
        return key;
    }
}
