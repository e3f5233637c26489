using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Recoupe.Ingest.Files;
using Recoupe.Utility;

namespace Recoupe.Ingest.Fetch;

/// <summary>An answer that was kept.</summary>
/// <param name="ContentType">What the server said it is.</param>
/// <param name="Tag">The server's mark of this state of the page (<c>ETag</c>), or nothing.</param>
/// <param name="Changed">When the server said it changed last (<c>Last-Modified</c>), or nothing.</param>
/// <param name="FreshUntil">Until when the server said it need not be asked for again.</param>
internal sealed record KeptAnswer(string ContentType, string? Tag, string? Changed, DateTimeOffset FreshUntil)
{
    /// <summary>The body, unpacked.</summary>
    public byte[] Body { get; init; } = [];
}

/// <summary>
/// A folder of answers by their addresses: two files each, one of what was said of it and one of what it is. It grows to a limit and no
/// further.
/// </summary>
internal sealed class WebCache(string folder, long limit)
{
    private const int LargestHead = 64 * 1024; // bytes: far above what headers come to
    private const int KeptOfLimit = 90; // per cent, so that not every answer looks through the folder

    private long? _size; // looked up once: another run that writes there too is seen by the next

    /// <summary>What was kept of this address; <see langword="null"/> where nothing was, or it cannot be read.</summary>
    public KeptAnswer? Find(string url)
    {
        try
        {
            var (head, body) = Paths(url);
            if (new FileInfo(head) is not { Exists: true, Length: > 0 and <= LargestHead } || !OrdinaryFile.HasBytes(body)) return null;
            using var json = JsonDocument.Parse(File.ReadAllBytes(head));
            using var packed = new GZipStream(File.OpenRead(body), CompressionMode.Decompress);
            return FileBytes.Bounded(packed, PageLimits.LargestPage) is { } bytes && Text(json, "url") == url
                ? new(Text(json, "contentType") ?? "", Text(json, "etag"), Text(json, "lastModified"), Until(json)) { Body = bytes }
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException || FileBytes.IsOfTheWorld(e))
        {
            return null; // what is damaged is fetched again
        }
    }

    /// <summary>Keeps an answer. A cache that cannot be written costs a request later, and nothing now.</summary>
    public void Keep(string url, KeptAnswer answer)
    {
        try
        {
            var (head, body) = Paths(url);
            Directory.CreateDirectory(folder);
            Replace(body, file => Pack(file, answer.Body));
            Replace(head, file => WriteHead(file, url, answer));
            _size = (_size ?? Files().Sum(f => f.Length)) + new FileInfo(body).Length + new FileInfo(head).Length;
            if (_size > limit) Shrink();
        }
        catch (Exception e) when (FileBytes.IsOfTheWorld(e))
        {
        }
    }

    /// <summary>Erases what was kept of an address.</summary>
    public void Erase(string url)
    {
        var (head, body) = Paths(url);
        File.Delete(body);
        File.Delete(head);
    }

    private IEnumerable<FileInfo> Files() =>
        new DirectoryInfo(folder).EnumerateFiles().Where(f => f.Extension is ".json" or ".gz" && f.Name.Length > 60);

    // Oldest first; a body without its head, or the reverse, is fetched again.
    private void Shrink()
    {
        var files = Files().OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        var left = files.Sum(f => f.Length);
        foreach (var file in files.TakeWhile(_ => left > limit / 100 * KeptOfLimit))
        {
            left -= file.Length;
            file.Delete();
        }

        _size = left;
    }

    private static void WriteHead(Stream file, string url, KeptAnswer answer)
    {
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteString("contentType", answer.ContentType);
        json.WriteString("etag", answer.Tag);
        json.WriteString("lastModified", answer.Changed);
        json.WriteString("freshUntil", answer.FreshUntil.ToString("O", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Pack(Stream file, byte[] body)
    {
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        packed.Write(body);
    }

    // Whole or not at all, whatever happens in between.
    private static void Replace(string path, Action<Stream> write)
    {
        var draft = $"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
        using (var file = File.Create(draft)) write(file);
        File.Move(draft, path, overwrite: true);
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTimeOffset Until(JsonDocument json) =>
        DateTimeOffset.TryParseExact(Text(json, "freshUntil"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? until
            : default;

    private (string Head, string Body) Paths(string url)
    {
        var name = Path.Combine(folder, ContentHash.OfText(url));
        return (name + ".json", name + ".gz");
    }
}
