using System.Runtime.InteropServices;
using System.Text;

namespace Recoupe.Language.Parsing.Neural;

/// <summary>The parts of a network's file, in the order they lie there. Numbers are little-endian.</summary>
internal sealed class TreeNetworkFile
{
    private const uint Magic = 0x314E5452; // "RTN1"

    public string[] Relations { get; private init; } = [];

    public VectorTable[] Tables { get; private init; } = [];

    public Memory[][] Layers { get; private init; } = [];

    public required Layer View { get; init; }

    public required Layer Pair { get; init; }

    public required Layer Label { get; init; }

    /// <summary>The root as a head.</summary>
    public short[] Root { get; private init; } = [];

    /// <summary>The root as a head, for labels.</summary>
    public short[] RootLabel { get; private init; } = [];

    public static TreeNetworkFile Read(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (from.ReadUInt32() != Magic) throw new InvalidDataException("Not a network of trees: build it again with 'train trees'.");
        return new()
        {
            Relations = from.ReadString().Split('\n'),
            Tables = [.. Enumerable.Range(0, WordKeys.Count).Select(way => TableFrom(from, WordKeys.WidthOf(way)))],
            Layers = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => new[] { MemoryFrom(from, false), MemoryFrom(from, true) })],
            View = LayerFrom(from),
            Pair = LayerFrom(from),
            Label = LayerFrom(from),
            Root = Many<short>(from, from.ReadInt32()),
            RootLabel = Many<short>(from, from.ReadInt32()),
        };
    }

    private static VectorTable TableFrom(BinaryReader from, int width)
    {
        var rows = from.ReadInt32();
        return new(Many<ulong>(from, rows - 1), Many<sbyte>(from, rows * width), Many<ushort>(from, rows), width);
    }

    private static Memory MemoryFrom(BinaryReader from, bool isBackward) => new(LayerFrom(from), MatrixFrom(from), isBackward);

    private static Layer LayerFrom(BinaryReader from)
    {
        var matrix = MatrixFrom(from);
        return new(matrix, Many<int>(from, matrix.Outputs), Many<int>(from, matrix.Outputs));
    }

    private static PackedMatrix MatrixFrom(BinaryReader from)
    {
        var (inputs, outputs) = (from.ReadInt32(), from.ReadInt32());
        return PackedMatrix.Of(Many<sbyte>(from, inputs * outputs), inputs, outputs);
    }

    private static T[] Many<T>(BinaryReader from, int count)
        where T : unmanaged
    {
        var many = new T[count];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(many.AsSpan()));
        return many;
    }

    /// <summary>Writes the beginning of a file: what <see cref="Read"/> reads first.</summary>
    public static void Begin(BinaryWriter to, IEnumerable<string> relations)
    {
        to.Write(Magic);
        to.Write(string.Join('\n', relations));
    }
}
