namespace Recoupe.Utility;

/// <summary>Sets that grow together; the same whatever the order of joining.</summary>
internal sealed class DisjointSets
{
    private readonly Dictionary<string, string> _parents;

    private readonly List<(string A, string B)> _apart = [];

    public DisjointSets(IEnumerable<string> items) => _parents = items.ToDictionary(i => i, i => i, StringComparer.Ordinal);

    /// <summary>Holds two items in different sets, whatever is joined from now on.</summary>
    public void Part(string a, string b)
    {
        if (_parents.ContainsKey(a) && _parents.ContainsKey(b)) _apart.Add((a, b));
    }

    /// <summary>Whether there is such an item.</summary>
    public bool Has(string item) => _parents.ContainsKey(item);

    public void Join(string a, string b)
    {
        var (first, second) = (Root(a), Root(b));
        if (_apart.Exists(p => (Root(p.A), Root(p.B)) is var (x, y) && ((Is(x, first) && Is(y, second)) || (Is(x, second) && Is(y, first))))) return;
        if (string.CompareOrdinal(first, second) > 0) (first, second) = (second, first);
        _parents[second] = first;
    }

    /// <summary>Whether two items are of one set.</summary>
    public bool AreJoined(string a, string b) => string.Equals(Root(a), Root(b), StringComparison.Ordinal);

    /// <summary>Each set's items in ordinal order, the sets by their first.</summary>
    public IEnumerable<IEnumerable<string>> All() =>
        _parents.Keys.Order(StringComparer.Ordinal).GroupBy(Root, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private string Root(string item)
    {
        while (_parents[item] is var parent && !string.Equals(parent, item, StringComparison.Ordinal))
        {
            _parents[item] = _parents[parent];
            item = parent;
        }

        return item;
    }
}
