using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>
/// What a first look at an article needs: its keys, whom it names, what it counts, and of each statement the terms. A few hundred whole numbers in one row,
/// read from first to last, so that chance neighbours cost next to nothing.
/// </summary>
internal readonly struct Sketch
{
    // The keys, behind how many they are, come first in memory; in the ledger they have a column of their own.
    private readonly uint[] _data;

    private Sketch(uint[] data) => _data = data;

    public static Sketch Of(Fingerprint print, ImmutableArray<BlockingKey> keys)
    {
        var numbers = new List<uint>(512) { print.Address is { } address ? (uint)StableHash.Of(address) | 1 : 0 };
        AddSet(numbers, print.Statements.SelectMany(s => s.Figures).Where(f => f.IsMeasured).Select(f => f.Counted));
        AddSet(numbers, [print.Outlet.Host, print.Outlet.Site]);
        AddSet(numbers, [.. print.Credits.Select(c => c.Key), .. print.Statements.Select(s => s.Source)]);
        foreach (var statement in print.Statements)
        {
            numbers.Add((uint)(statement.Wording >> 32));
            numbers.Add(statement.Figures.Where(f => f.IsCount).Aggregate(0u, (bits, f) => bits | (1u << (int)(f.Counted & 31))));
            numbers.Add((uint)statement.Terms.Weight);
            numbers.Add((uint)statement.Terms.Terms.Length);
            foreach (var term in statement.Terms.Terms) numbers.Add(term.Value);
        }

        return Of(keys, CollectionsMarshal.AsSpan(numbers));
    }

    /// <summary>From what <see cref="ToBytes"/> gave.</summary>
    public static Sketch FromBytes(ImmutableArray<BlockingKey> keys, ReadOnlySpan<byte> bytes)
    {
        var numbers = MemoryMarshal.Cast<byte, uint>(bytes);
        if (BitConverter.IsLittleEndian) return Of(keys, numbers);
        var turned = new uint[numbers.Length];
        BinaryPrimitives.ReverseEndianness(numbers, turned);
        return Of(keys, turned);
    }

    /// <summary>All but the keys, least byte first.</summary>
    public byte[] ToBytes()
    {
        var copy = _data[(1 + Keys.Length)..];
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(copy, copy);
        return MemoryMarshal.AsBytes(copy.AsSpan()).ToArray();
    }

    /// <summary>Ascending, each once.</summary>
    public ReadOnlySpan<BlockingKey> Keys => MemoryMarshal.Cast<uint, BlockingKey>(_data.AsSpan(1, (int)_data[0]));

    /// <summary>A hash of where the article stands on the Web; 0 where that is not known.</summary>
    public uint Address => _data[1 + _data[0]];

    /// <summary>The rest, part by part.</summary>
    public SketchParts Parts => new(_data.AsSpan(2 + (int)_data[0]));

    private static Sketch Of(ImmutableArray<BlockingKey> keys, ReadOnlySpan<uint> rest) =>
        new([(uint)keys.Length, .. MemoryMarshal.Cast<BlockingKey, uint>(keys.AsSpan()), .. rest]);

    private static void AddSet(List<uint> numbers, IEnumerable<ulong> hashes)
    {
        uint[] set = [.. hashes.Where(h => h != 0).Select(h => (uint)h).Distinct().Order()];
        numbers.Add((uint)set.Length);
        numbers.AddRange(set);
    }
}

/// <summary>The parts of a sketch: three sets, each behind its length, then the statements.</summary>
internal readonly ref struct SketchParts
{
    public SketchParts(ReadOnlySpan<uint> data)
    {
        Measured = Set(data);
        Outlets = Set(data[(1 + Measured.Length)..]);
        Named = Set(data[(2 + Measured.Length + Outlets.Length)..]);
        Statements = new(data[(3 + Measured.Length + Outlets.Length + Named.Length)..]);
    }

    /// <summary>Hashes of the measures that its figures give.</summary>
    public ReadOnlySpan<uint> Measured { get; }

    /// <summary>Hashes of the names of who published it.</summary>
    public ReadOnlySpan<uint> Outlets { get; }

    /// <summary>Hashes of whom it credits and of its sources.</summary>
    public ReadOnlySpan<uint> Named { get; }

    /// <summary>Its statements.</summary>
    public SketchStatements Statements { get; }

    private static ReadOnlySpan<uint> Set(ReadOnlySpan<uint> data) => data.Slice(1, (int)data[0]);
}

/// <summary>The statements of a sketch, one after another.</summary>
internal ref struct SketchStatements(ReadOnlySpan<uint> data)
{
    // A hash of the wording, a bit for each thing counted, the weight of the lightest telling, how many terms, the terms.
    private const int Head = 4;

    private ReadOnlySpan<uint> _rest = data, _current;

    /// <summary>A hash of a statement's words where it is quoted at some length; else 0.</summary>
    public readonly uint Wording => _current[0];

    /// <summary>A bit for each thing that it counts.</summary>
    public readonly uint Counted => _current[1];

    /// <summary>The weight of the lightest thing that it tells.</summary>
    public readonly uint Lightest => _current[2];

    /// <summary>Its terms, ascending.</summary>
    public readonly ReadOnlySpan<uint> Terms => _current[Head..];

    public readonly SketchStatements GetEnumerator() => this;

    public readonly SketchStatements Current => this;

    public bool MoveNext()
    {
        if (_rest.IsEmpty) return false;
        var length = Head + (int)_rest[Head - 1];
        _current = _rest[..length];
        _rest = _rest[length..];
        return true;
    }
}
