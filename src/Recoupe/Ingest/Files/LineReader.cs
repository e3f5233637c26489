using System.Globalization;

namespace Recoupe.Ingest.Files;

/// <summary>A line of a file, without its line feed; <see cref="Bytes"/> hold until the next is read.</summary>
internal sealed record RecordLine(int Number, ReadOnlyMemory<byte> Bytes);

/// <summary>Reads lines one at a time, holding no more than the limit however long a line is.</summary>
internal sealed class LineReader(Stream stream, string path, int limit) : IDisposable
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int number;
    private bool atEnd;

    /// <summary>The next line, or why it cannot be had; <see langword="null"/> at the end.</summary>
    public Outcome<RecordLine>? Next()
    {
        number++;
        var searched = start;
        while (true)
        {
            var feed = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (feed >= 0) return Take(searched + feed, skip: 1);
            if (atEnd) return start < end ? Take(end, skip: 0) : default(Outcome<RecordLine>?);
            if (end - start > limit) return SkipLine();
            searched = end - start;
            MakeRoom();
            if (Fill() is { } failed) return failed;
        }
    }

    public void Dispose() => stream.Dispose();

    private Outcome<RecordLine> Take(int until, int skip)
    {
        var bytes = buffer.AsMemory(start, until - start);
        start = until + skip;
        return bytes.Length > limit ? TooLong() : new RecordLine(number, bytes);
    }

    // What is left of the line is read and forgotten.
    private Outcome<RecordLine> SkipLine()
    {
        do
        {
            start = end = 0;
            if (Fill() is { } failed) return failed;
            start = buffer.AsSpan(0, end).IndexOf((byte)'\n') + 1;
        }
        while (start == 0 && !atEnd);
        if (start == 0) start = end;
        return TooLong();
    }

    private Rejection TooLong() => IngestRefusals.LineTooLong(string.Create(CultureInfo.InvariantCulture, $"{path}#{number}"), limit);

    private void MakeRoom()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
    }

    private Rejection? Fill()
    {
        try
        {
            var count = stream.Read(buffer, end, buffer.Length - end);
            end += count;
            atEnd = count == 0;
            return null;
        }
        catch (Exception e) when (FileBytes.IsOfTheWorld(e))
        {
            (start, end, atEnd) = (0, 0, true);
            return IngestRefusals.Unreadable(path, e.Message);
        }
    }
}
