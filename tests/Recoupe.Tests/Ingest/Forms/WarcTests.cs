using System.Globalization;
using System.IO.Compression;
using System.Text;
using Recoupe.Ingest;
using Recoupe.Ingest.Files;

namespace Recoupe.Tests.Ingest.Forms;

public sealed class WarcTests : IDisposable
{
    private const string Page = "<html><body><p>Le maire d'Orvec a annoncé lundi la fermeture du pont.</p></body></html>";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Pages_come_out_with_their_addresses_and_what_is_no_page_is_passed_over()
    {
        var (pages, codes) = Take(folder.Write("crawl.warc", Archive(
            Record("warcinfo", "application/warc-fields", "software: test"),
            Response("https://a.example/1", Page),
            Record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
            Response("https://a.example/2", "Moved", status: "301 Moved"),
            Response("https://a.example/3", "PNG", type: "image/png"),
            Record("conversion", "text/plain", "Le pont d'Orvec est fermé.", "https://a.example/4"))));
        codes.ShouldBeEmpty();
        pages.Select(p => p.Given.Url).ShouldBe(["https://a.example/1", "https://a.example/4"]);
        pages.Select(p => p.Name).ShouldBe(["crawl-2", "crawl-6"]);
        pages.Select(p => p.Kind).ShouldBe([PageKind.Html, PageKind.Text]);
        Text(pages[0]).ShouldBe(Page);
    }

    [Fact]
    public void Members_of_gzip_and_archives_in_a_WACZ_are_read_one_after_another()
    {
        byte[] members = [.. Packed(Response("https://a.example/1", Page)), .. Packed(Response("https://a.example/2", Page))];
        Take(folder.Write("crawl.warc.gz", members)).Pages.Length.ShouldBe(2);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = zip.CreateEntry("archive/data.warc.gz").Open()) entry.Write(members);
            using (var other = zip.CreateEntry("datapackage.json").Open()) other.Write("{}"u8);
        }

        Take(folder.Write("crawl.wacz", bytes.ToArray())).Pages.Select(p => p.Given.Url).ShouldBe(["https://a.example/1", "https://a.example/2"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("chunked")]
    [InlineData("gzip, left in name only")]
    public void A_body_is_unpacked(string how)
    {
        var body = Encoding.UTF8.GetBytes(Page);
        var (fields, bytes) = how switch
        {
            "gzip" => ("Content-Encoding: gzip", Packed(body)),
            "br" => ("Content-Encoding: br", Packed(body, stream => new BrotliStream(stream, CompressionLevel.Fastest))),
            "chunked" => ("Transfer-Encoding: chunked", Encoding.UTF8.GetBytes($"5\r\n<html\r\n{body.Length - 5:x}\r\n{Page[5..]}\r\n0\r\n\r\n")),
            _ => ("Content-Encoding: gzip", body),
        };
        var head = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields}\r\n\r\n");
        Text(Take(folder.Write("a.warc", Record("response", "application/http", [.. head, .. bytes], "https://a.example/"))).Pages.Single()).ShouldBe(Page);
    }

    [Fact]
    public void A_record_of_a_wrong_length_costs_itself_alone()
    {
        var wrong = Encoding.UTF8.GetString(Response("https://a.example/1", Page));
        var at = wrong.IndexOf("Content-Length: ", StringComparison.Ordinal);
        wrong = wrong[..at] + "Content-Length: 9\r\nX" + wrong[at..];
        var (pages, codes) = Take(folder.Write("a.warc", Archive(Encoding.UTF8.GetBytes(wrong), Response("https://a.example/2", Page))));
        pages.ShouldContain(p => p.Given.Url == "https://a.example/2");
        codes.ShouldBe(["INGEST-15"]);
    }

    [Fact]
    public void A_record_cut_in_the_middle_is_refused_and_those_before_it_are_read()
    {
        var archive = Archive(Response("https://a.example/1", Page), Response("https://a.example/2", Page));
        var (pages, codes) = Take(folder.Write("a.warc", archive[..^60]), folder.Write("b.warc.gz", Packed(archive)[..^30]));
        pages.Length.ShouldBeGreaterThanOrEqualTo(1);
        codes.ShouldAllBe(code => code == "INGEST-15");
        codes.Length.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public void Bombs_are_refused_without_being_held()
    {
        var bomb = Packed(new byte[PageLimits.LargestPage + 1]);
        byte[] head = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"u8];
        Take(folder.Write("inside.warc", Archive(Record("response", "application/http", [.. head, .. bomb], "https://a.example/1"), Response("https://a.example/2", Page))))
            .Codes.ShouldBe(["INGEST-15"]);
        Take(folder.Write("record.warc.gz", [.. Packed(Record("response", "application/http", new byte[PageLimits.LargestPage + 1], "https://a.example/1")), .. Packed(Response("https://a.example/2", Page))]))
            .Codes.ShouldBe(["INGEST-6"]);
        Take(folder.Write("page.html.gz", bomb)).Codes.ShouldBe(["INGEST-6"]);
        Take(folder.Write("noughts.warc.gz", bomb)).Codes.ShouldBe(["INGEST-15"]);
    }

    [Fact]
    public void No_mutation_of_an_archive_breaks_the_reader()
    {
        var random = new Random(8);
        var archive = Archive(Response("https://a.example/1", Page), Response("https://a.example/2", Page));
        foreach (var sound in (byte[][])[archive, Packed(archive)])
        {
            for (var round = 0; round < 300; round++)
            {
                byte[] mutated = [.. sound];
                for (var n = random.Next(1, 12); n > 0; n--) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
                if (round % 3 == 0) mutated = mutated[..random.Next(1, mutated.Length)];
                var (pages, codes) = Take(folder.Write(sound == archive ? "m.warc" : "m.warc.gz", mutated));
                (pages.Length + codes.Length).ShouldBeLessThan(20);
            }
        }
    }

    private static (Page[] Pages, string[] Codes) Take(params string[] paths)
    {
        var outcomes = Intake.Pages(paths).ToArray();
        return ([.. outcomes.Where(o => o.Value is not null).Select(o => o.Value!)], [.. outcomes.Where(o => o.Rejection is not null).Select(o => o.Rejection!.Code)]);
    }

    private static string Text(Page page) => Encoding.UTF8.GetString(page.Bytes.AsSpan());

    private static byte[] Archive(params byte[][] records) => [.. records.SelectMany(r => r)];

    private static byte[] Response(string url, string body, string status = "200 OK", string type = "text/html; charset=utf-8") =>
        Record("response", "application/http; msgtype=response", $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n{body}", url);

    private static byte[] Record(string kind, string type, string body, string? url = null) => Record(kind, type, Encoding.UTF8.GetBytes(body), url);

    private static byte[] Record(string kind, string type, byte[] body, string? url = null)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: {kind}\r\n{(url is null ? "" : $"WARC-Target-URI: {url}\r\n")}Content-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head), .. body, .. "\r\n\r\n"u8];
    }

    private static byte[] Packed(byte[] bytes) => Packed(bytes, stream => new GZipStream(stream, CompressionLevel.Fastest));

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) stream.Write(bytes);
        return packed.ToArray();
    }
}
