namespace Recoupe.Link;

/// <summary>Sets that grow together; the same whatever the order of joining.</summary>
internal sealed class DisjointSets
{
    private readonly Dictionary<string, string> _parents;

    public DisjointSets(IEnumerable<string> items) => _parents = items.ToDictionary(i => i, i => i, StringComparer.Ordinal);

    public void Join(string a, string b)
    {
        var (first, second) = (Root(a), Root(b));
        if (string.CompareOrdinal(first, second) > 0) (first, second) = (second, first);
        _parents[second] = first;
    }

    /// <summary>Whether two items are of one set.</summary>
    public bool AreJoined(string a, string b) => string.Equals(Root(a), Root(b), StringComparison.Ordinal);

    /// <summary>Each set's items in ordinal order, the sets by their first.</summary>
    public IEnumerable<IEnumerable<string>> All() =>
        _parents.Keys.Order(StringComparer.Ordinal).GroupBy(Root, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);

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
