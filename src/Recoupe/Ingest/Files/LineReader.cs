using System.Globalization;

namespace Recoupe.Ingest.Files;

/// <summary>A line of a file, without its line feed; <see cref="Bytes"/> hold until the next is read.</summary>
internal sealed record RecordLine(int Number, ReadOnlyMemory<byte> Bytes);

/// <summary>Reads lines one at a time, holding no more than the limit however long a line is.</summary>
internal sealed class LineReader(Stream stream, string path, int limit) : IDisposable
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _number;
    private bool _atEnd;

    /// <summary>The next line, or why it cannot be had; <see langword="null"/> at the end.</summary>
    public Outcome<RecordLine>? Next()
    {
        _number++;
        var searched = _start;
        while (true)
        {
            var feed = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (feed >= 0) return Take(searched + feed, skip: 1);
            if (_atEnd) return _start < _end ? Take(_end, skip: 0) : default(Outcome<RecordLine>?);
            if (_end - _start > limit) return SkipLine();
            searched = _end - _start;
            MakeRoom();
            if (Fill() is { } failed) return failed;
        }
    }

    public void Dispose() => stream.Dispose();

    private Outcome<RecordLine> Take(int until, int skip)
    {
        var bytes = _buffer.AsMemory(_start, until - _start);
        _start = until + skip;
        return bytes.Length > limit ? TooLong() : new RecordLine(_number, bytes);
    }

    // What is left of the line is read and forgotten.
    private Outcome<RecordLine> SkipLine()
    {
        do
        {
            _start = _end = 0;
            if (Fill() is { } failed) return failed;
            _start = _buffer.AsSpan(0, _end).IndexOf((byte)'\n') + 1;
        }
        while (_start == 0 && !_atEnd);
        if (_start == 0) _start = _end;
        return TooLong();
    }

    private Rejection TooLong() => IngestRefusals.LineTooLong(string.Create(CultureInfo.InvariantCulture, $"{path}#{_number}"), limit);

    private void MakeRoom()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
    }

    private Rejection? Fill()
    {
        try
        {
            var count = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            _atEnd = count == 0;
            return null;
        }
        catch (Exception e) when (FileBytes.IsOfTheWorld(e))
        {
            (_start, _end, _atEnd) = (0, 0, true);
            return IngestRefusals.Unreadable(path, e.Message);
        }
    }
}
