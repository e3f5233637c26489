using System.Globalization;
using System.IO.Compression;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>What a web server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">What it says the body is.</param>
/// <param name="Body">The body, unpacked.</param>
internal sealed record PageResponse(int Status, string ContentType, byte[] Body)
{
    private const int LongestLine = 1 << 14; // bytes: what browsers and servers allow a header

    /// <summary>What page the body is; <see langword="null"/> where it is none.</summary>
    public PageKind? Kind => KindOf(ContentType);

    /// <summary>The encoding that it says the body is in, or <see langword="null"/>.</summary>
    public string? Encoding =>
        ContentType.Split(';').Skip(1).Select(p => p.Split('=', 2)).FirstOrDefault(p => p.Length == 2 && p[0].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))?[1].Trim(' ', '"', '\'').ToLowerInvariant();

    /// <summary>What page such a content type is of.</summary>
    public static PageKind? KindOf(string contentType) => contentType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => PageKind.Html,
        "text/plain" => PageKind.Text,
        "text/markdown" => PageKind.Markdown,
        _ => null,
    };

    /// <summary>
    /// An answer as it went over the wire; <see langword="null"/> where its body cannot be unpacked within the size of a page.
    /// </summary>
    public static PageResponse? Of(byte[] message)
    {
        using var source = new ByteSource(new MemoryStream(message));
        var first = System.Text.Encoding.Latin1.GetString(source.Line(LongestLine) ?? []).Split(' ');
        var status = first.Length > 1 && int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
        var fields = WarcRecord.FieldsOf(source);
        var body = source.Bytes(message.Length);
        if (Has(fields, "Transfer-Encoding", "chunked"))
            body = Joined(body) ?? body; // most archives have joined the chunks and left the field
        var unpacked = Unpacked(body, fields.GetValueOrDefault("Content-Encoding", ""));
        return unpacked is null ? null : new(status, fields.GetValueOrDefault("Content-Type", ""), unpacked);
    }

    private static bool Has(Dictionary<string, string> fields, string name, string value) =>
        fields.GetValueOrDefault(name, "").Contains(value, StringComparison.OrdinalIgnoreCase);

    private static byte[]? Joined(byte[] body)
    {
        using var source = new ByteSource(new MemoryStream(body));
        using var joined = new MemoryStream();
        while (source.Line(LongestLine) is { } line)
        {
            var size = System.Text.Encoding.Latin1.GetString(line).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var count)
                || count < 0
                || count > body.Length)
                return null;
            if (count == 0) break;
            joined.Write(source.Bytes(count));
            if (source.Line(2) is not { Length: 0 }) return null;
        }

        return joined.ToArray();
    }

    /// <summary>
    /// The body unpacked as the encoding says; <see langword="null"/> where that cannot be done within the size of a page.
    /// </summary>
    public static byte[]? Unpacked(byte[] body, string encoding)
    {
        var last = encoding.LastIndexOf(',');
        if (last >= 0)
            return Unpacked(body, encoding[(last + 1)..]) is { } outer
                ? Unpacked(outer, encoding[..last])
                : null; // what was done last is undone first
        try
        {
            return encoding.Trim().ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" when body.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => FileBytes.Bounded(
                    new GZipStream(new MemoryStream(body), CompressionMode.Decompress), PageLimits.LargestPage),
                "deflate" => FileBytes.Bounded(new ZLibStream(new MemoryStream(body), CompressionMode.Decompress), PageLimits.LargestPage),
                "br" => FileBytes.Bounded(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress), PageLimits.LargestPage),
                _ => body, // most archives have unpacked the body and left the field
            };
        }
        catch (Exception e) when (FileBytes.IsOfTheWorld(e))
        {
            return null;
        }
    }
}
