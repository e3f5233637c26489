namespace Recoupe.Ingest.Files;

/// <summary>Reads a stream by lines and by lengths, holding one buffer and never more than is asked for.</summary>
internal sealed class ByteSource(Stream stream) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>How many bytes were taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>The next byte without taking it; −1 at the end.</summary>
    public int Peek() => _start < _end || Fill() ? _buffer[_start] : -1;

    /// <summary>
    /// The next line without its end, a line longer than the limit in pieces; <see langword="null"/> at the end of the stream.
    /// </summary>
    public byte[]? Line(int limit)
    {
        if (Peek() < 0) return null;
        var line = new List<byte>();
        while (line.Count < limit && Peek() >= 0)
        {
            var waiting = _buffer.AsSpan(_start, Math.Min(_end - _start, limit - line.Count));
            var feed = waiting.IndexOf((byte)'\n');
            line.AddRange(feed < 0 ? waiting : waiting[..feed]);
            Take(feed < 0 ? waiting.Length : feed + 1);
            if (feed >= 0) break;
        }

        if (line is [.., (byte)'\r']) line.RemoveAt(line.Count - 1);
        return [.. line];
    }

    /// <summary>So many bytes, or as many as there are.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        var taken = 0;
        while (taken < count && Peek() >= 0)
        {
            var part = Math.Min(count - taken, _end - _start);
            _buffer.AsSpan(_start, part).CopyTo(bytes.AsSpan(taken));
            Take(part);
            taken += part;
        }

        return taken == count ? bytes : bytes[..taken];
    }

    /// <summary>Passes over so many bytes; whether there were as many.</summary>
    public bool Skip(long count)
    {
        while (count > 0 && Peek() >= 0)
        {
            var part = (int)Math.Min(count, _end - _start);
            Take(part);
            count -= part;
        }

        return count == 0;
    }

    public void Dispose() => stream.Dispose();

    private void Take(int count)
    {
        _start += count;
        Position += count;
    }

    private bool Fill()
    {
        (_start, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
        return _end > 0;
    }
}
