using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Forms;
using Recoupe.Ingest.Metadata;

namespace Recoupe.Ingest.Fetch;

/// <summary>
/// Fetches the pages behind addresses: a page is one, a feed or sitemap leads to those that it names. Each address is asked for once, and
/// an entry that is marked not at all.
/// </summary>
internal sealed class WebSource(Fetcher fetcher, SeenEntries? marks = null)
{
    private const int DeepestMap = 2; // a sitemap of sitemaps, and no further
    private const int MostNamed = 5000; // addresses of one feed or sitemap
    private const int MostAsked = 20_000; // addresses of one run

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The pages at or behind this address.</summary>
    public IEnumerable<Outcome<Page>> At(string url, int depth = 0)
    {
        if (!_seen.Add(url)) return [];
        if (_seen.Count > MostAsked) return _seen.Count == MostAsked + 1 ? [IngestRefusals.TooManyAddresses(url, MostAsked)] : [];
        return IngestGate.Guarded(url, () => Asked(url, depth));
    }

    private IEnumerable<Outcome<Page>> Asked(string url, int depth)
    {
        var fetched = fetcher.Get(url);
        return fetched.Value is { } found ? Within(url, found, depth) : [fetched.Rejection!];
    }

    /// <summary>The pages of a feed's file: those that its entries hold or lead to.</summary>
    public IEnumerable<Outcome<Page>> OfFeed(FoundFile file)
    {
        var read = FileBytes.OfText(file);
        if (read.Rejection is { } unreadable) return [unreadable];
        if (FeedFile.Extracted(file, read.Value!) is { } extracted) return extracted;
        return Of(FeedFile.Entries(file.Path, read.Value!, maps: true), file.Path, FileNames.Stem(file.Path));
    }

    /// <summary>The pages of these entries: those that hold their article, and those whose address leads to it.</summary>
    public IEnumerable<Outcome<Page>> Of(IEnumerable<Outcome<FeedEntry>> entries, string path, string name, int depth = 0)
    {
        var number = 0;
        foreach (var entry in entries)
        {
            if (++number > MostNamed)
            {
                yield return IngestRefusals.TooManyAddresses(path, MostNamed);
                yield break;
            }

            if (entry.Value is { } known && marks?.Has(known) is true) continue;
            foreach (var page in entry.Value is { Content: null, Facts.Url: { } url } lead ? Behind(lead, url, depth) : [FeedFile.Page(entry, path, name, number)])
            {
                if (entry.Value is { IsMap: false } read && !MayComeLater(page)) marks?.Take(read);
                yield return page;
            }
        }
    }

    // What a feed says of a page is told beside it; where it lies is known better by now.
    private IEnumerable<Outcome<Page>> Behind(FeedEntry entry, string url, int depth) =>
        entry.IsMap && depth >= DeepestMap ? []
        : At(url, depth + 1).Select(page => page.Value is { } found
            ? found with { Given = found.Given with { Feed = entry.Facts with { Url = null } } }
            : page);

    // A site that is busy or away is asked again in the next round; what it says is not there (INGEST-27) or not for us (INGEST-28) is not.
    private static bool MayComeLater(Outcome<Page> page) => page.Rejection is { Code: "INGEST-22" or "INGEST-23" };

    private IEnumerable<Outcome<Page>> Within(string url, Fetched fetched, int depth)
    {
        var (type, body) = (fetched.Response.ContentType.Split(';')[0].Trim().ToLowerInvariant(), fetched.Response.Body);
        if (body.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) body = Unpacked(body);
        if (body is null || body.Length == 0) return [IngestRefusals.Empty(url)];
        if (IsXml(type, body))
            return depth <= DeepestMap ? Of(FeedFile.Entries(url, body, maps: true), url, NameOf(fetched.Url), depth) : [];
        if (type is "application/feed+json" or "application/json") return OfJson(url, fetched.Url, body, depth);
        if (fetched.Response.Kind is not { } kind || FileSignature.Of(body) is not null || (kind is PageKind.Html ? FileSignature.IsNoHtml(body) : FileSignature.IsBinary(body))) return [IngestRefusals.NoPage(url, type)];
        return [new Page(url, NameOf(fetched.Url), kind, ImmutableCollectionsMarshal.AsImmutableArray(body), PageFacts.None with { Url = fetched.Url, Encoding = fetched.Response.Encoding })];
    }

    private IEnumerable<Outcome<Page>> OfJson(string url, string at, byte[] body, int depth)
    {
        try
        {
            using var document = JsonFields.Parse(body);
            return JsonFeed.IsOne(document.RootElement)
                ? Of([.. JsonFeed.Entries(url, document.RootElement)], url, NameOf(at), depth)
                : [IngestRefusals.NoPage(url, "JSON that is no feed")];
        }
        catch (JsonException e)
        {
            return [IngestRefusals.BrokenRecord(url, e.Message)];
        }
    }

    // Feeds come as many types; XHTML pages are XML too, and are pages.
    private static bool IsXml(string type, byte[] body)
    {
        if (type is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml") return true;
        if (!type.EndsWith("xml", StringComparison.Ordinal)
            && type is not ("text/plain" or "application/octet-stream" or "application/x-gzip" or "application/gzip"))
            return false;
        var head = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2048)));
        return new[] { "<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex" }.Any(root => head.Contains(root, StringComparison.Ordinal));
    }

    private static byte[] Unpacked(byte[] body) => PageResponse.Unpacked(body, "gzip") ?? [];

    private static string NameOf(string url)
    {
        var uri = new Uri(url);
        var last = uri.AbsolutePath.TrimEnd('/').Split('/')[^1];
        return SafeName.Of(last.Length == 0 ? uri.Host : Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(last)));
    }
}
