using System.Collections.Frozen;
using System.Globalization;

namespace Recoupe.Language.Models;

/// <summary>The files that <c>Recoupe.Language</c> loads, by name: <c>fr/tagger.bin</c>, <c>en/names.bin</c> and so on.</summary>
public static class ModelFiles
{
    private static readonly FrozenSet<string> _names = typeof(ModelFiles).Assembly.GetManifestResourceNames().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every file's name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. _names.Order(StringComparer.Ordinal)];

    /// <summary>Opens a file for reading; <see langword="null"/> where there is none of that name.</summary>
    public static Stream? Open(string name) => typeof(ModelFiles).Assembly.GetManifestResourceStream(name);

    /// <summary>Reads a file whole. A large one lies here in pieces (<c>fr/parser.bin.0</c>, <c>fr/parser.bin.1</c> …) and is asked for without the number.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    public static byte[] Read(string name)
    {
        Stream[] pieces = [.. PiecesOf(name).Select(piece => Open(piece)!)];
        if (pieces.Length == 0) throw new FileNotFoundException($"No model file '{name}' in this assembly.", name);
        var whole = GC.AllocateUninitializedArray<byte>((int)pieces.Sum(p => p.Length));
        var read = 0;
        foreach (var piece in pieces)
        {
            var length = (int)piece.Length;
            using (piece) piece.ReadExactly(whole, read, length);
            read += length;
        }

        return whole;
    }

    private static IEnumerable<string> PiecesOf(string name) =>
        _names.Contains(name)
            ? [name]
            : Enumerable.Range(0, _names.Count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{name}.{n}")).TakeWhile(_names.Contains);
}
