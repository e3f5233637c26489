namespace Recoupe.Utility;

/// <summary>The values met of late, between one and two times as many as asked for: the half that was not met again goes at once.</summary>
internal sealed class RecentCache<TKey, TValue>(int count)
    where TKey : notnull
{
    private Dictionary<TKey, TValue> _young = [];
    private Dictionary<TKey, TValue> _old = [];

    /// <summary>The value under a key, made where it was not met of late.</summary>
    public TValue Get(TKey key, Func<TKey, TValue> make)
    {
        if (_young.TryGetValue(key, out var value)) return value;
        value = _old.TryGetValue(key, out var met) ? met : make(key);
        Put(key, value);
        return value;
    }

    /// <summary>Lets go of all.</summary>
    public void Clear() => (_young, _old) = ([], []);

    /// <summary>Keeps a value, in place of an earlier one.</summary>
    public void Put(TKey key, TValue value)
    {
        if (_young.Count >= count) (_old, _young) = (_young, []);
        _young[key] = value;
    }
}
