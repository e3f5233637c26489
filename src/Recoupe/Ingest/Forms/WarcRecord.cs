using System.Globalization;
using System.Text;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>The head of a record of a web archive (ISO 28500).</summary>
/// <param name="Fields">Its named fields, case aside.</param>
/// <param name="Length">How many bytes it says that it holds; −1 where it does not say.</param>
internal sealed record WarcRecord(Dictionary<string, string> Fields, long Length)
{
    private const int LongestLine = 1 << 14; // bytes: what browsers and servers allow a header
    private const int MostFields = 200; // far above what crawlers write
    private const long FurthestRecord = 1L << 28; // bytes of what is no record, after which there is none

    /// <summary>What kind of record it is.</summary>
    public string Type => Fields.GetValueOrDefault("WARC-Type", "");

    /// <summary>Where what it holds was got from.</summary>
    public string? Url => WebAddress.Read(Fields.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>'));

    /// <summary>The day on which it was got.</summary>
    public string? Day => Fields.TryGetValue("WARC-Date", out var date) ? IsoDay.Read(date) : null;

    /// <summary>What it says its bytes are.</summary>
    public string ContentType => Fields.GetValueOrDefault("Content-Type", "");

    /// <summary>
    /// Goes to the next record's first line and takes it. <c>Found</c> is false at the end; <c>Lost</c> is true where something else than
    /// blank lines came before, because a record before it gave a wrong length.
    /// </summary>
    public static (bool Found, bool Lost) Find(ByteSource source)
    {
        var lost = false;
        var from = source.Position;
        while (source.Position - from < FurthestRecord && source.Line(LongestLine) is { } line)
        {
            if (line.AsSpan().StartsWith("WARC/"u8)) return (true, lost);
            lost |= line.Length > 0;
        }

        return (false, lost);
    }

    /// <summary>The head that follows a record's first line.</summary>
    public static WarcRecord Read(ByteSource source)
    {
        var fields = FieldsOf(source);
        var isLength = long.TryParse(
            fields.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        return new(fields, isLength ? length : -1);
    }

    /// <summary>
    /// Lines of <c>Name: value</c> up to a blank one, as WARC, HTTP and mail write them; a line that begins with a space goes on with the
    /// last.
    /// </summary>
    public static Dictionary<string, string> FieldsOf(ByteSource source)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        for (var n = 0; n < MostFields && source.Line(LongestLine) is { Length: > 0 } bytes; n++)
        {
            var line = Encoding.UTF8.GetString(bytes);
            var colon = line.IndexOf(':');
            if (char.IsWhiteSpace(line[0]) && last.Length > 0) fields[last] += " " + line.Trim();
            else if (colon > 0 && fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim())) last = line[..colon].Trim();
        }

        return fields;
    }
}
