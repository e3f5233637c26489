using Recoupe.Language.Learning;

namespace Recoupe.Language.Names;

/// <summary>What the chain model cannot see: that a text names the same thing the same way throughout, and that Moscow can be a government.</summary>
internal static class NameRevision
{
    public static void Revise(NameContext context, List<NameSpan> names)
    {
        AgreeOnTypes(context, names);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Type == NameType.Place && StateActs.Acts(context, names[i]))
                names[i] = names[i] with { Type = NameType.Organisation };
        }
    }

    // One referent, one type: a name said three times is what it is most often; the last part of a person's full name is that person.
    private static void AgreeOnTypes(NameContext context, List<NameSpan> names)
    {
        var counts = new Dictionary<ulong, int[]>();
        var surnames = new HashSet<ulong>();
        foreach (var name in names)
        {
            var key = KeyOf(context, name.Start, name.End);
            if (!counts.TryGetValue(key, out var types))
                counts.Add(key, types = new int[4]);
            types[(int)name.Type]++;
            if (name.Type == NameType.Person && name.Length > 1)
                surnames.Add(KeyOf(context, name.End - 1, name.End));
        }

        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var types = counts[KeyOf(context, name.Start, name.End)];
            if (name.Length == 1 && name.Type != NameType.Person && surnames.Contains(KeyOf(context, name.Start, name.End)) && !context.Is(name.Start, NameKinds.Country | NameKinds.City | NameKinds.Capital))
                names[i] = name with { Type = NameType.Person };
            else if (types.Max() * 3 >= types.Sum() * 2)
                names[i] = name with { Type = (NameType)Array.IndexOf(types, types.Max()) };
        }
    }

    private static ulong KeyOf(NameContext context, int start, int end)
    {
        var key = 0UL;
        for (var i = start; i < end; i++)
            key = Key.With(key, context.Text.Folded[i]);
        return key;
    }
}
