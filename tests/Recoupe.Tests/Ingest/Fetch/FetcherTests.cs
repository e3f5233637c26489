using System.IO.Compression;
using System.Net;
using System.Text;
using Recoupe.Ingest;
using Recoupe.Ingest.Fetch;
using Recoupe.Ingest.Files;

namespace Recoupe.Tests.Ingest.Fetch;

public sealed class FetcherTests : IDisposable
{
    private const string Page = "<html><body><p>Le maire d'Orvec a annoncé lundi la fermeture du pont de Kaltrova, dont deux piles sont fendues.</p></body></html>";

    private readonly TemporaryFolder folder = new();
    private readonly SmallServer server = new();
    private readonly Clock clock = new();
    private readonly List<TimeSpan> waits = [];
    private TimeSpan patience = TimeSpan.FromMinutes(2);

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_page_is_fetched_with_the_address_where_it_lies()
    {
        server.On("/old", "", status: "301 Moved", fields: "Location: /2022/pont.html\r\n");
        server.On("/2022/pont.html", Page);
        var (pages, codes) = Take("/old");
        codes.ShouldBeEmpty();
        pages.Single().Given.Url.ShouldBe(server.Root + "/2022/pont.html");
        pages.Single().Name.ShouldBe("pont");
        Encoding.UTF8.GetString(pages.Single().Bytes.AsSpan()).ShouldBe(Page);
    }

    [Fact]
    public void It_says_honestly_who_it_is_and_takes_no_cookies()
    {
        var heads = new List<string>();
        server.On("/a", head =>
        {
            heads.Add(head);
            return SmallServer.Answer(Encoding.UTF8.GetBytes(Page), fields: "Set-Cookie: a=b\r\nCache-Control: no-store\r\n");
        });
        Take("/a");
        Take("/a");
        heads.Count.ShouldBe(2);
        heads[1].ShouldContain("User-Agent: Recoupe/");
        heads[1].ShouldNotContain("Cookie");
    }

    [Fact]
    public void An_address_is_refused_unless_fetching_is_asked_for() =>
        Intake.Pages(["https://orvec.example/1", folder.Write("list.urls", "# a list\nhttps://orvec.example/2\n")]).Select(o => o.Rejection!.Code).ShouldBe(["INGEST-19", "INGEST-19"]);

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2606:4700::1111", true)]
    public void Only_addresses_of_the_public_Internet_are_connected_to(string address, bool isPublic) =>
        PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);

    // microsoft/AntiSSRF, recommendedV1 (MIT); each network by its first address, the second and its last.
    [Theory]
    [InlineData("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24")]
    [InlineData("192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4")]
    [InlineData("::1/128 ::/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8")]
    public void Nothing_is_connected_to_that_AntiSSRF_denies(string networks)
    {
        foreach (var network in networks.Split(' ').Select(n => IPNetwork.Parse(n)))
        {
            var first = network.BaseAddress.GetAddressBytes();
            var last = first.Select((b, i) => (byte)(b | (0xFF >> Math.Clamp(network.PrefixLength - (8 * i), 0, 8)))).ToArray();
            PublicAddress.Is(network.BaseAddress).ShouldBeFalse($"{network}");
            PublicAddress.Is(new IPAddress(last)).ShouldBeFalse($"{network}");
        }
    }

    [Fact]
    public void What_the_user_names_as_a_proxy_is_asked_for_everything_and_for_nothing_in_the_house()
    {
        server.On("http://orvec.invalid/robots.txt", "", "text/plain", "404 No");
        server.On("http://orvec.invalid/a", Page);
        var options = new FetchOptions { CacheFolder = folder.Path("cache"), Patience = patience, Proxy = new Uri(server.Root) };
        using var fetcher = new Fetcher(options, clock, Wait, PublicAddress.Is, CancellationToken.None);
        Intake.Pages(["http://orvec.invalid/a"], fetcher).ToList().Single().Value.ShouldNotBeNull();
        foreach (var inside in new[] { "http://127.0.0.1/a", "http://localhost/a", "http://printer/a", "http://printer.local/a", "http://[::1]/a", server.Root + "/a" })
            Intake.Pages([inside], fetcher).ToList().Single().Rejection!.Code.ShouldBe("INGEST-20", inside);
        server.Asked.ShouldBe(["http://orvec.invalid/robots.txt", "http://orvec.invalid/a"]);
    }

    [Theory]
    [InlineData("http://localhost/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://user:password@8.8.8.8/")]
    public void Nothing_in_the_house_is_asked(string url)
    {
        using var fetcher = Fetcher(PublicAddress.Is);
        Intake.Pages([url], fetcher).Single().Rejection!.Code.ShouldBe("INGEST-20");
    }

    [Theory]
    [InlineData("http://127.0.0.2:{0}/secret")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    public void A_redirect_into_the_house_is_refused(string target)
    {
        var port = new Uri(server.Root).Port;
        server.On("/feed", "", status: "302 Found", fields: $"Location: {target.Replace("{0}", $"{port}", StringComparison.Ordinal)}\r\n");
        using var fetcher = Fetcher(address => address.Equals(IPAddress.Loopback)); // the first step alone counts as public
        Intake.Pages([server.Root + "/feed"], fetcher).Single().Rejection!.Code.ShouldBe("INGEST-20");
        server.Asked.Contains("/secret", StringComparer.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Redirects_have_an_end()
    {
        server.On("/a", "", status: "302 Found", fields: "Location: /b\r\n");
        server.On("/b", "", status: "302 Found", fields: "Location: /a\r\n");
        Take("/a").Codes.ShouldBe(["INGEST-24"]);
    }

    [Theory]
    [InlineData(5, new string[0])]
    [InlineData(6, new[] { "INGEST-24" })]
    public void Five_redirects_are_followed_and_no_sixth(int redirects, string[] codes)
    {
        for (var i = 0; i < redirects; i++) server.On($"/{i}", "", status: "302 Found", fields: $"Location: /{i + 1}\r\n");
        server.On($"/{redirects}", Page);
        Take("/0").Codes.ShouldBe(codes);
    }

    [Fact]
    public void What_may_be_kept_and_must_be_asked_after_is_asked_after()
    {
        server.On("/a", _ => SmallServer.Answer(Encoding.UTF8.GetBytes(Page), fields: "Cache-Control: no-cache, max-age=600\r\n"));
        Take("/a").Pages.Length.ShouldBe(1);
        Take("/a").Pages.Length.ShouldBe(1);
        server.Asked.Count(path => path is "/a").ShouldBe(2);
    }

    [Fact]
    public void What_robots_txt_forbids_is_not_asked_for()
    {
        server.On("/robots.txt", "User-agent: *\nDisallow: /private\nAllow: /private/press\n", "text/plain");
        server.On("/private/press", Page);
        Take("/private/x", "/private/press").Codes.ShouldBe(["INGEST-21"]);
        server.Asked.ShouldBe(["/robots.txt", "/private/press"]);
    }

    [Theory]
    [InlineData("500 Oh", 1)]
    [InlineData("429 Too Many", 3)] // busy, which is no answer: asked again first
    public void A_site_whose_rules_cannot_be_had_is_left_alone(string status, int times)
    {
        server.On("/robots.txt", "", status: status);
        server.On("/a", Page);
        Take("/a", "/b").Codes.ShouldBe(["INGEST-22", "INGEST-22"]);
        server.Asked.ShouldBe(Enumerable.Repeat("/robots.txt", times));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a", "/ab", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: recoupe\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: Recoupe/1.0\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php?x", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /*/b*c", "/a/bxxc", false)]
    [InlineData("# only a note", "/a", true)]
    public void Rules_are_read_as_RFC_9309_says(string rules, string path, bool allowed) => Robots.Of(rules, "Recoupe").Allows(path).ShouldBe(allowed);

    [Fact]
    public void A_host_is_left_alone_between_two_requests_as_long_as_it_asks()
    {
        server.On("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain");
        server.On("/a", Page);
        server.On("/b", Page);
        Take("/a", "/b");
        waits.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public void A_busy_site_is_asked_again_when_it_says_and_then_no_more()
    {
        var times = 0;
        server.On("/a", _ => ++times < 3 ? SmallServer.Answer([], status: "503 Busy", fields: "Retry-After: 50\r\n") : SmallServer.Answer(Encoding.UTF8.GetBytes(Page)));
        server.On("/b", "", status: "429 Too Many", fields: "Retry-After: 86400\r\n");
        server.On("/c", Page);
        Take("/a").Pages.Length.ShouldBe(1);
        waits.Count(w => w == TimeSpan.FromSeconds(50)).ShouldBe(2);
        Take("/b", "/c").Codes.ShouldBe(["INGEST-22", "INGEST-22"]);
        server.Asked.Count(path => path is "/b").ShouldBe(1);
        server.Asked.Contains("/c", StringComparer.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void A_page_that_has_not_changed_is_not_sent_again()
    {
        server.On("/a", head => head.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal)
            ? SmallServer.Answer([], status: "304 Not Modified")
            : SmallServer.Answer(Encoding.UTF8.GetBytes(Page), fields: "ETag: \"v1\"\r\n"));
        server.On("/b", _ => SmallServer.Answer(Encoding.UTF8.GetBytes(Page), fields: "Cache-Control: max-age=60\r\n"));
        Take("/a", "/b").Pages.Length.ShouldBe(2);
        var again = Take("/a", "/b");
        again.Pages.Length.ShouldBe(2);
        Encoding.UTF8.GetString(again.Pages[0].Bytes.AsSpan()).ShouldBe(Page);
        server.Asked.Count(path => path is "/a").ShouldBe(2);
        server.Asked.Count(path => path is "/b").ShouldBe(1);
    }

    [Fact]
    public void What_is_too_large_too_slow_or_a_bomb_is_refused()
    {
        server.On("/long", _ => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n<p>"));
        server.On("/endless", _ => [.. Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"), .. new byte[PageLimits.LargestPage + 1]]);
        server.On("/slow", _ => []);
        server.On("/bomb", _ => SmallServer.Answer(Packed(new byte[PageLimits.LargestPage + 1]), fields: "Content-Encoding: gzip\r\n"));
        server.On("/cut", _ => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\nConnection: close\r\n\r\n<p>"));
        server.On("/rubbish", _ => Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH\r\n"));
        server.On("/picture", "PNG", "image/png");
        server.On("/gone", "", status: "410 Gone");
        server.On("/good", _ => SmallServer.Answer(Packed(Encoding.UTF8.GetBytes(Page)), fields: "Content-Encoding: gzip\r\n"));
        var (pages, codes) = Take("/long", "/endless", "/bomb", "/cut", "/rubbish", "/picture", "/gone", "/good");
        codes.ShouldBe(["INGEST-6", "INGEST-6", "INGEST-23", "INGEST-23", "INGEST-23", "INGEST-25", "INGEST-27"]);
        pages.Single().Given.Url.ShouldBe(server.Root + "/good");
        patience = TimeSpan.FromSeconds(1);
        Take("/slow").Codes.ShouldBe(["INGEST-23"]);
    }

    [Fact]
    public void A_feed_and_a_sitemap_lead_to_their_pages_once_each()
    {
        server.On("/feed", $"<rss><channel><title>Orvec</title><item><link>{server.Root}/a</link><description>Court.</description></item><item><link>{server.Root}/b</link><encoded>{WebUtility.HtmlEncode(Page)}</encoded></item></channel></rss>", "application/rss+xml");
        server.On("/maps.xml", $"<sitemapindex><sitemap><loc>{server.Root}/map.xml</loc></sitemap></sitemapindex>", "text/xml");
        server.On("/map.xml", $"<urlset><url><loc>{server.Root}/a</loc></url><url><loc>{server.Root}/c</loc></url></urlset>", "text/xml");
        foreach (var path in (string[])["/a", "/c"]) server.On(path, Page);
        var (pages, codes) = Take("/feed", "/maps.xml");
        codes.ShouldBeEmpty();
        pages.Select(p => p.Given.Url).ShouldBe([$"{server.Root}/a", $"{server.Root}/b", $"{server.Root}/c"]);
    }

    [Fact]
    public void A_feed_that_is_watched_gives_what_is_new_and_what_was_away()
    {
        var items = $"<item><link>{server.Root}/a</link><title>A</title></item><item><link>{server.Root}/b</link><title>B</title></item>";
        server.On("/feed", _ => SmallServer.Answer(Encoding.UTF8.GetBytes($"<rss><channel>{items}</channel></rss>"), "text/xml"));
        server.On("/a", Page);
        server.On("/b", "", status: "503 Busy");
        Watch().ShouldBe((1, "INGEST-22"));
        server.On("/b", Page.Replace("lundi", "mardi", StringComparison.Ordinal));
        Watch().ShouldBe((1, ""));
        Watch().ShouldBe((0, ""));
        items += $"<item><title>C</title><encoded>{WebUtility.HtmlEncode(Page)}</encoded></item>";
        Watch().ShouldBe((1, ""));
        server.Asked.Count(path => path is "/a").ShouldBe(1);
    }

    [Fact]
    public void What_is_not_there_or_not_for_us_is_not_asked_for_again_and_what_fails_is()
    {
        var items = string.Concat(new[] { "gone", "closed", "members", "broken" }.Select(at => $"<item><link>{server.Root}/{at}</link><title>{at}</title></item>"));
        server.On("/feed", $"<rss><channel>{items}</channel></rss>", "text/xml");
        server.On("/closed", "", status: "403 Forbidden");
        server.On("/members", "", status: "401 Unauthorized");
        server.On("/broken", "", status: "500 Oops");
        Watch().ShouldBe((0, "INGEST-27 INGEST-28 INGEST-28 INGEST-22"));
        Watch().ShouldBe((0, "INGEST-22"));
        server.Asked.Count(path => path is "/gone" or "/closed" or "/members").ShouldBe(3);
        server.Asked.Count(path => path is "/broken").ShouldBe(2);
    }

    [Fact]
    public void What_a_feed_or_a_sitemap_says_of_a_page_goes_with_it()
    {
        server.On("/feed", $"<rss><channel><title>Orvec</title><language>fr</language><item><link>{server.Root}/a</link><title>Le pont</title><author>Anne Valmy</author><pubDate>Thu, 07 Apr 2022 18:30:00 +0200</pubDate></item></channel></rss>", "text/xml");
        server.On("/map", $"<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>{server.Root}/b</loc><news:news><news:publication><news:name>Orvec</news:name><news:language>fr</news:language></news:publication><news:publication_date>2022-04-08T09:00+02:00</news:publication_date><news:title>Le bac</news:title></news:news></url></urlset>", "text/xml");
        foreach (var path in (string[])["/a", "/b"]) server.On(path, Page);
        var told = Take("/feed", "/map").Pages.Select(p => (p.Given.Url, p.Given.Title, p.Given.Feed)).ToArray();
        told.Select(t => (t.Url, t.Title)).ShouldBe([($"{server.Root}/a", null), ($"{server.Root}/b", null)]);
        told.Select(t => (t.Feed!.Site, t.Feed.Title, t.Feed.Published, t.Feed.Language, t.Feed.Url)).ShouldBe([("Orvec", "Le pont", "2022-04-07", "fr", null), ("Orvec", "Le bac", "2022-04-08", "fr", null)]);
        told[0].Feed!.Authors.ShouldBe(["Anne Valmy"]);
    }

    [Fact]
    public void The_encoding_that_a_server_declares_is_followed()
    {
        var body = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!.GetBytes(Page.Replace("Kaltrova", "Kałtrova", StringComparison.Ordinal));
        server.On("/a", _ => SmallServer.Answer(body, "text/html; charset=ISO-8859-2"));
        var page = Take("/a").Pages.Single();
        page.Given.Encoding.ShouldBe("iso-8859-2");
        Recoupe.Clean.Cleaner.Clean(page).Value!.Text.ShouldContain("annoncé lundi la fermeture du pont de Kałtrova");
    }

    [Fact]
    public void The_cache_has_a_limit()
    {
        var cache = new WebCache(folder.Path("small"), limit: 100_000);
        var noise = new byte[20_000];
        new Random(8).NextBytes(noise);
        for (var i = 0; i < 20; i++)
        {
            cache.Keep($"https://orvec.example/{i}", new("text/html", null, null, clock.Now) { Body = noise });
            new DirectoryInfo(folder.Path("small")).EnumerateFiles().Sum(f => f.Length).ShouldBeLessThanOrEqualTo(100_000);
        }

        cache.Find("https://orvec.example/19")!.Body.ShouldBe(noise);
        cache.Find("https://orvec.example/0").ShouldBeNull();
    }

    [Fact]
    public void A_feed_that_redirects_into_the_house_is_refused_and_the_next_is_read()
    {
        server.On("/bad", "", status: "302 Found", fields: $"Location: http://127.0.0.2:{new Uri(server.Root).Port}/feed\r\n");
        server.On("/good", $"<rss><channel><item><title>C</title><encoded>{WebUtility.HtmlEncode(Page)}</encoded></item></channel></rss>", "text/xml");
        using var fetcher = Fetcher(address => address.Equals(IPAddress.Loopback));
        using var pipeline = Pipeline.Open(folder.Path("ledger.recoupe"));
        var run = pipeline.Watch([server.Root + "/bad", server.Root + "/good"], SeenEntries.Of(folder.Path("watched.txt")), fetcher, null, CancellationToken.None);
        run.Refused.Select(r => r.Code).ShouldBe(["INGEST-20"]);
        run.Added.ShouldBe(1);
    }

    private (int Added, string Codes) Watch()
    {
        using var fetcher = Fetcher(IPAddress.IsLoopback);
        using var pipeline = Pipeline.Open(folder.Path("ledger.recoupe"));
        var run = pipeline.Watch([server.Root + "/feed"], SeenEntries.Of(folder.Path("watched.txt")), fetcher, null, CancellationToken.None);
        return (run.Added, string.Join(' ', run.Refused.Select(r => r.Code)));
    }

    private (Page[] Pages, string[] Codes) Take(params string[] paths)
    {
        using var fetcher = Fetcher(IPAddress.IsLoopback);
        var outcomes = Intake.Pages([.. paths.Select(p => server.Root + p)], fetcher).ToArray();
        return ([.. outcomes.Where(o => o.Value is not null).Select(o => o.Value!)], [.. outcomes.Where(o => o.Rejection is not null).Select(o => o.Rejection!.Code)]);
    }

    private Fetcher Fetcher(Func<IPAddress, bool> isAllowed) =>
        new(new FetchOptions { CacheFolder = folder.Path("cache"), Patience = patience }, clock, Wait, isAllowed, CancellationToken.None);

    private void Wait(TimeSpan span)
    {
        waits.Add(span);
        clock.Now += span;
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest)) stream.Write(bytes);
        return packed.ToArray();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2022, 4, 8, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
