using System.Collections.Immutable;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Store.Packing;

/// <summary>Nouns as bytes: numbers as short as they are, each text once and then by its number.</summary>
internal sealed class PackedWriter
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;

    public PackedWriter() => _writer = new(_bytes, Encoding.UTF8);

    /// <summary>All that was written.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            _writer.Flush();
            return _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);
        }
    }

    public void Int(int value) => _writer.Write7BitEncodedInt(value);

    public void Bool(bool value) => _writer.Write(value);

    public void Decimal(decimal value) => _writer.Write(value);

    public void Long(long value) => _writer.Write7BitEncodedInt64(value);

    public void Char(char value) => _writer.Write7BitEncodedInt(value);

    /// <summary>An enumeration's value; none is negative.</summary>
    public void Enum<T>(T value)
        where T : struct, Enum => Int(Convert.ToInt32(value, null));

    /// <summary>Bytes as they are.</summary>
    public void Blob(ReadOnlySpan<byte> bytes)
    {
        Int(bytes.Length);
        _writer.Write(bytes);
    }

    // 0 is none, 1 a new one, and beyond that those that were met.
    public void Text(string? text)
    {
        const int none = 0, fresh = 1, known = 2;
        if (text is null)
        {
            Int(none);
        }
        else if (_known.TryGetValue(text, out var number))
        {
            Int(known + number);
        }
        else
        {
            _known.Add(text, _known.Count);
            Int(fresh);
            _writer.Write(text);
        }
    }

    public void Span(TextSpan span)
    {
        Int(span.Start);
        Int(span.End);
    }

    /// <summary>What may be missing.</summary>
    public void Optional<T>(T? value, Action<T> write)
        where T : struct
    {
        Bool(value is not null);
        if (value is { } given) write(given);
    }

    /// <summary>What may be missing.</summary>
    public void Optional<T>(T? value, Action<T> write)
        where T : class
    {
        Bool(value is not null);
        if (value is not null) write(value);
    }

    public void Each<T>(ImmutableArray<T> items, Action<T> write)
    {
        Int(items.Length);
        foreach (var item in items) write(item);
    }
}
