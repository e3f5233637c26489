namespace Recoupe.Link.Decisions;

/// <summary>Finds what a user names by an id or its first characters.</summary>
internal static class IdPrefix
{
    /// <summary>The only one whose id begins so; or why there is not one.</summary>
    public static Outcome<T> Only<T>(string beginning, IEnumerable<T> all, params ReadOnlySpan<Func<T, string>> ids)
        where T : class
    {
        var found = new List<T>();
        if (beginning.Length > 0)
        {
            foreach (var one in all)
            {
                if (BeginsSo(one, beginning, ids)) found.Add(one);
            }
        }

        return found switch
        {
            [] => DecisionRefusals.Unknown(beginning),
            [var only] => only,
            _ => DecisionRefusals.Ambiguous(beginning),
        };
    }

    private static bool BeginsSo<T>(T one, string beginning, ReadOnlySpan<Func<T, string>> ids)
    {
        foreach (var id in ids)
        {
            if (id(one).StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
