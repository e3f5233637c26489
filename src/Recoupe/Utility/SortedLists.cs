using System.Numerics;

namespace Recoupe.Utility;

/// <summary>What two ascending lists without repeats share, found in one walk.</summary>
internal static class SortedLists
{
    /// <summary>How many values are in both.</summary>
    public static int CountShared<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : struct, IComparisonOperators<T, T, bool>
    {
        var count = 0;
        foreach (var _ in Shared(a, b)) count++;
        return count;
    }

    /// <summary>The values in both, in order.</summary>
    public static SharedValues<T> Shared<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : struct, IComparisonOperators<T, T, bool> => new(a, b);

    /// <summary>A walk over what two lists share.</summary>
    public ref struct SharedValues<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : struct, IComparisonOperators<T, T, bool>
    {
        private readonly ReadOnlySpan<T> _a = a, _b = b;
        private int _i, _j;

        public T Current { get; private set; }

        public readonly SharedValues<T> GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_i < _a.Length && _j < _b.Length)
            {
                // Which of two hashes is the greater cannot be foreseen: steps are added, not branched to.
                var (x, y) = (_a[_i], _b[_j]);
                _i += x <= y ? 1 : 0;
                _j += y <= x ? 1 : 0;
                if (x != y) continue;
                Current = x;
                return true;
            }

            return false;
        }
    }
}
