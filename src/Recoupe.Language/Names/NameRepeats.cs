namespace Recoupe.Language.Names;

/// <summary>A text names the same thing the same way throughout: what the chain model found once is found again where it missed it.</summary>
internal sealed class NameRepeats
{
    private const int Longest = 8;

    private readonly NameContext _context;
    private readonly List<NameSpan> _names;
    private readonly Dictionary<ulong, NameType> _types = [];

    private NameRepeats(NameContext context, List<NameSpan> names)
    {
        (_context, _names) = (context, names);
        foreach (var name in names.Where(IsTelling))
            _types[NameRevision.KeyOf(context, name.Start, name.End)] = name.Type;
    }

    /// <summary>Adds the names that were missed, and keeps the order.</summary>
    public static void Add(NameContext context, List<NameSpan> names)
    {
        var repeats = new NameRepeats(context, names);
        names.AddRange(repeats.Missed());
        names.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    // A thing named by one common word is found by the model or not at all.
    private bool IsTelling(NameSpan name) =>
        name.Length <= Longest && (name.Length > 1 || (name.Type != NameType.Other && IsNameAlone(name.Start)));

    private bool IsNameAlone(int at) =>
        _context.Text.Shapes[at] is not NameShape.Initial && _context.Text[at].Length > 2 && (_context.SeenOf(at) & Elsewhere.Small) == Elsewhere.None
        && !_context.Is(at, NameKinds.Demonym | NameKinds.TimeWord | NameKinds.Title);

    private List<NameSpan> Missed()
    {
        var missed = new List<NameSpan>();
        var next = 0;
        for (var i = 0; i < _context.Text.Count;)
        {
            while (next < _names.Count && _names[next].End <= i)
                next++;
            var limit = next < _names.Count ? _names[next].Start : _context.Text.Count;
            var found = limit > i && _context.Text.IsCapital(i) ? LongestAt(i, Math.Min(limit, i + Longest)) : null;
            if (found is { } name)
                missed.Add(name);
            i = found?.End ?? i + 1;
        }

        return missed;
    }

    private NameSpan? LongestAt(int start, int limit)
    {
        for (var end = limit; end > start; end--)
            if ((end - start > 1 || IsAlone(start)) && _types.TryGetValue(NameRevision.KeyOf(_context, start, end), out var type))
                return new(start, end, type);
        return null;
    }

    private bool IsAlone(int at) => _context.RunEnds[at] - _context.RunStarts[at] == 1;
}
