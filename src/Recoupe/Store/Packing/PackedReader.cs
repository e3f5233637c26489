using System.Collections.Immutable;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Store.Packing;

/// <summary>Reads what a <see cref="PackedWriter"/> wrote.</summary>
/// <param name="bytes">What it wrote.</param>
/// <param name="met">Texts that were met before, in whatever was read: each is held once.</param>
internal sealed class PackedReader(byte[] bytes, Dictionary<string, string> met)
{
    private readonly BinaryReader _reader = new(new MemoryStream(bytes), Encoding.UTF8);
    private readonly List<string> _known = [];

    public int Int() => _reader.Read7BitEncodedInt();

    public bool Bool() => _reader.ReadBoolean();

    public decimal Decimal() => _reader.ReadDecimal();

    public long Long() => _reader.Read7BitEncodedInt64();

    public char Char() => (char)Int();

    public T Enum<T>()
        where T : struct, Enum
    {
        var value = (T)System.Enum.ToObject(typeof(T), Int());
        return System.Enum.IsDefined(value) ? value : throw new InvalidDataException($"It has a {typeof(T).Name} that is none.");
    }

    /// <summary>Bytes as they are.</summary>
    public byte[] Blob()
    {
        var read = _reader.ReadBytes(Int() is >= 0 and var length ? length : throw new InvalidDataException("It is shorter than nothing."));
        return read.Length == length ? read : throw new InvalidDataException("It is cut short.");
    }

    /// <summary>A text that must be there.</summary>
    public string Text() => OptionalText() ?? throw new InvalidDataException("A text is missing.");

    public string? OptionalText()
    {
        const int none = 0, fresh = 1, known = 2;
        switch (Int())
        {
            case none: return null;
            case fresh:
                var text = _reader.ReadString();
                if (met.TryGetValue(text, out var same)) text = same;
                else met.Add(text, text);
                _known.Add(text);
                return text;
            case var number: return _known[number - known];
        }
    }

    public TextSpan Span()
    {
        var start = Int();
        return new(start, Int());
    }

    public T? Optional<T>(Func<T> read)
        where T : struct => Bool() ? read() : null;

    public T? OptionalNoun<T>(Func<T> read)
        where T : class => Bool() ? read() : null;

    public ImmutableArray<T> Each<T>(Func<T> read)
    {
        var count = Int();
        if (count < 0 || count > bytes.Length) throw new InvalidDataException("It has more than it can hold.");
        if (count == 0) return [];
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++) items.Add(read());
        return items.MoveToImmutable();
    }
}
