using Recoupe.Language.Tokenising;

namespace Recoupe.Language.Names;

/// <summary>
/// Mends where names begin and end by what the text itself shows: <c>Claudia Mo of Civic Party</c> is two names, <c>Internet Explorer 6</c> one, and the letters in
/// brackets after a name are that name's.
/// </summary>
internal static class NameJoints
{
    private const int LongestNumber = 4, LongestAcronym = 8;

    public static void Mend(NameContext context, List<NameSpan> names)
    {
        Split(context, names);
        for (var i = 0; i < names.Count; i++)
            names[i] = WithNumber(context, names[i], i + 1 < names.Count ? names[i + 1].Start : context.Text.Count);
        AddAcronyms(context, names);
    }

    // A person with a given name and a surname, then something that the text names elsewhere or lists know.
    private static void Split(NameContext context, List<NameSpan> names)
    {
        var types = new Dictionary<ulong, NameType>();
        foreach (var name in names)
            types[NameRevision.KeyOf(context, name.Start, name.End)] = name.Type;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (name.Length < 4 || !context.Is(name.Start, NameKinds.GivenName) || context.Is(name.Start, NameKinds.OrganisationWord | NameKinds.PlaceWord))
                continue;
            for (var at = name.Start + 2; at < name.End - 1; at++)
                if (context.Is(at, NameKinds.Connector) && TypeOfRest(context, types, at + 1, name.End) is { } type)
                {
                    names[i] = new(name.Start, at, NameType.Person);
                    names.Insert(++i, new(at + 1, name.End, type));
                    break;
                }
        }
    }

    private static NameType? TypeOfRest(NameContext context, Dictionary<ulong, NameType> types, int start, int end)
    {
        if (types.TryGetValue(NameRevision.KeyOf(context, start, end), out var type) && type != NameType.Person)
            return type;
        return context.Is(end - 1, NameKinds.OrganisationWord) || context.Is(start, NameKinds.OrganisationWord | NameKinds.Media | NameKinds.Organisation) ? NameType.Organisation : null;
    }

    // «Internet Explorer 6», «Fan Expo 2016»; and «IE6», which is one word.
    private static NameSpan WithNumber(NameContext context, NameSpan name, int limit)
    {
        if (name.End >= limit || context.Text.Shapes[name.End] != NameShape.Digits || context.Text[name.End].Length > LongestNumber)
            return name;
        var glued = !context.Text.Atoms[name.End].Gap;
        var isNumbered = glued ? context.Text.Shapes[name.End - 1] == NameShape.AllCapitals : name is { Type: NameType.Other, Length: > 1 } && !GoesOn(context, name.End + 1);
        return isNumbered ? name with { End = name.End + 1 } : name;
    }

    private static bool GoesOn(NameContext context, int at) =>
        at < context.Text.Count && (context.Text[at] is ['%'] || (!context.Text.Atoms[at].Gap && context.Text[at] is [':' or '/' or '-' or '°', ..])
            || (context.Text[at] is ['.' or ','] && at + 1 < context.Text.Count && !context.Text.Atoms[at + 1].Gap && context.Text.Shapes[at + 1] == NameShape.Digits));

    // «Internet Explorer 9 (IE9)»: wherever the letters stand, with whatever number.
    private static void AddAcronyms(NameContext context, List<NameSpan> names)
    {
        var types = new Dictionary<ulong, NameType>();
        foreach (var name in names)
            if (Bracketed(context, name) is { } at)
                types[context.Text.Folded[at]] = name.Type;
        if (types.Count == 0)
            return;

        var next = 0;
        var all = new List<NameSpan>();
        for (var i = 0; i < context.Text.Count; i++)
        {
            while (next < names.Count && names[next].End <= i)
                all.Add(names[next++]);
            var isNamed = next < names.Count && names[next].Start <= i;
            if (context.Text.Shapes[i] != NameShape.AllCapitals || !types.TryGetValue(context.Text.Folded[i], out var type))
                continue;
            if (isNamed && names[next].Start == i)
                names[next] = names[next].Length == 1 || End(context, i) == names[next].End ? new(i, End(context, i), type) : names[next];
            else if (!isNamed && (next == names.Count || names[next].Start >= End(context, i)))
                all.Add(new(i, End(context, i), type));
        }

        all.AddRange(names[next..]);
        names.Clear();
        names.AddRange(all);
    }

    private static int End(NameContext context, int at) => IsGluedNumber(context, at + 1) ? at + 2 : at + 1;

    private static bool IsGluedNumber(NameContext context, int at) =>
        at < context.Text.Count && context.Text.Shapes[at] == NameShape.Digits && !context.Text.Atoms[at].Gap;

    private static int? Bracketed(NameContext context, NameSpan name)
    {
        var at = name.End + 1;
        if (name.Length < 2 || at >= context.Text.Count || context.Text[name.End] is not ['('] || context.Text.Shapes[at] != NameShape.AllCapitals || context.Text[at].Length > LongestAcronym)
            return null;
        var close = End(context, at);
        return close < context.Text.Count && context.Text[close] is [')'] && AreInitials(context, name, at) ? at : null;
    }

    // The initials of the name's words in order, small words passed over or not.
    private static bool AreInitials(NameContext context, NameSpan name, int acronym)
    {
        var letter = 0;
        var letters = context.Text[acronym];
        for (var i = name.Start; i < name.End && letter < letters.Length; i++)
            if (context.Text.Atoms[i].Kind == AtomKind.Letters && char.ToUpperInvariant(context.Text[i][0]) == letters[letter])
                letter++;
        return letter == letters.Length;
    }
}
