using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Recoupe.Link;

/// <summary>
/// What a first look at two articles needs, beside their keys: of each statement the terms, and whom they name. A few hundred whole numbers in one row, so that chance
/// neighbours cost next to nothing. It says <i>no</i> only where a full comparison would hardly find a tie, and depends on the two articles alone.
/// </summary>
internal readonly struct Sketch
{
    // A statement can be tied to another only where it shares this many terms, of this weight, and this part of the lightest telling of each.
    private const int LeastSharedTerms = 3, LeastSharedWeight = 6, LeastDice = 4_000;

    // Articles made one from the other share more keys than one by chance, the fewer the shorter they are.
    private const int ManyKeys = 3, KeysPerShared = 16;

    // Before a statement's terms, of all statements in turn: four words of mask, a hash of the wording, the weight of the lightest telling, the number of terms.
    private const int Mask = 4, Head = Mask + 3;

    private readonly uint[] data;

    private Sketch(uint[] data) => this.data = data;

    public static Sketch Of(Fingerprint print)
    {
        var numbers = new List<uint>(256) { print.Address is { } address ? (uint)StableHash.Of(address) | 1 : 0 };
        AddSet(numbers, print.Statements.SelectMany(s => s.Figures).Where(f => f.IsMeasured).Select(f => f.Counted));
        AddSet(numbers, [print.Outlet.Host, print.Outlet.Site]);
        AddSet(numbers, [.. print.Credits.Select(c => c.Key), .. print.Statements.Select(s => s.Source)]);
        numbers.Add((uint)print.Statements.Length);
        foreach (var statement in print.Statements)
            AddHead(numbers, statement);
        numbers.AddRange(print.Statements.SelectMany(s => s.Terms.Terms).Select(t => t.Value));
        return new([.. numbers]);
    }

    public static Sketch FromBytes(ReadOnlySpan<byte> bytes)
    {
        var numbers = new uint[bytes.Length / sizeof(uint)];
        bytes.CopyTo(MemoryMarshal.AsBytes(numbers.AsSpan()));
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return new(numbers);
    }

    public byte[] ToBytes()
    {
        var copy = data.AsSpan().ToArray();
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(copy, copy);
        return MemoryMarshal.AsBytes(copy.AsSpan()).ToArray();
    }

    /// <summary>Whether a comparison of the two may find a tie; the same in either order.</summary>
    /// <param name="other">The other article's.</param>
    /// <param name="shared">How many keys the two share.</param>
    /// <param name="fewest">How many keys that one of them has that has fewer.</param>
    public bool MayBeTied(Sketch other, int shared, int fewest)
    {
        if (data[0] != 0 && data[0] == other.data[0]) return true;
        if (shared >= Math.Min(ManyKeys, 1 + (fewest / KeysPerShared))) return true;
        var mine = new Parts(data);
        var its = new Parts(other.data);
        return Shared(mine.Measured, its.Measured) > 0 ||
            Shared(mine.Outlets, its.Named) > 0 ||
            Shared(mine.Named, its.Outlets) > 0 ||
            SharesStatement(mine, its);
    }

    private static void AddSet(List<uint> numbers, IEnumerable<ulong> hashes)
    {
        uint[] set = [.. hashes.Where(h => h != 0).Select(h => (uint)h).Distinct().Order()];
        numbers.Add((uint)set.Length);
        numbers.AddRange(set);
    }

    private static void AddHead(List<uint> numbers, StatementPrint statement)
    {
        Span<uint> mask = stackalloc uint[Mask];
        mask.Clear();
        foreach (var term in statement.Terms.Terms)
        {
            var bit = (int)(StableHash.Mix(term.Value) & ((Mask * 32) - 1));
            mask[bit / 32] |= 1u << (bit % 32);
        }

        numbers.AddRange(mask);
        numbers.Add((uint)(statement.Wording >> 32));
        numbers.Add((uint)statement.Tellings.Min(t => t.Weight));
        numbers.Add((uint)statement.Terms.Terms.Length);
    }

    private static bool SharesStatement(Parts mine, Parts its)
    {
        ReadOnlySpan<uint> a = mine.Heads, b = its.Heads;
        for (int i = 0, from = 0; i < a.Length; from += (int)a[i + Head - 1], i += Head)
        {
            for (int j = 0, at = 0; j < b.Length; at += (int)b[j + Head - 1], j += Head)
            {
                ReadOnlySpan<uint> s = a.Slice(i, Head), t = b.Slice(j, Head);
                if (s[Mask] != 0 && s[Mask] == t[Mask]) return true;
                // Two terms may fall on one bit, three hardly ever do.
                var bits = BitOperations.PopCount(s[0] & t[0]) + BitOperations.PopCount(s[1] & t[1]) + BitOperations.PopCount(s[2] & t[2]) + BitOperations.PopCount(s[3] & t[3]);
                if (bits >= LeastSharedTerms - 1 && MayTellOneThing(mine.Terms.Slice(from, (int)s[Head - 1]), its.Terms.Slice(at, (int)t[Head - 1]), (int)(s[Head - 2] + t[Head - 2]))) return true;
            }
        }

        return false;
    }

    private static bool MayTellOneThing(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, int least)
    {
        var (count, weight) = (0, 0);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            uint x = a[i], y = b[j];
            if (x == y)
            {
                count++;
                weight += new Term(x).Weight;
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return count >= LeastSharedTerms && weight >= LeastSharedWeight && 2L * weight * Ratio.One >= (long)LeastDice * least;
    }

    private static int Shared(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var shared = 0;
        foreach (var x in a)
            if (b.Contains(x)) shared++;
        return shared;
    }

    /// <summary>The numbers, part by part: each set behind its length, then the statements' heads and their terms.</summary>
    private readonly ref struct Parts
    {
        public Parts(ReadOnlySpan<uint> data)
        {
            Measured = Set(data[1..]);
            Outlets = Set(data[(2 + Measured.Length)..]);
            Named = Set(data[(3 + Measured.Length + Outlets.Length)..]);
            var statements = data[(4 + Measured.Length + Outlets.Length + Named.Length)..];
            Heads = statements.Slice(1, (int)statements[0] * Head);
            Terms = statements[(1 + Heads.Length)..];
        }

        public ReadOnlySpan<uint> Measured { get; }

        public ReadOnlySpan<uint> Outlets { get; }

        public ReadOnlySpan<uint> Named { get; }

        public ReadOnlySpan<uint> Heads { get; }

        public ReadOnlySpan<uint> Terms { get; }

        private static ReadOnlySpan<uint> Set(ReadOnlySpan<uint> data) => data.Slice(1, (int)data[0]);
    }
}
