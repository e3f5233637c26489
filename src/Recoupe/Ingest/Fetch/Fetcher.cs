using System.Globalization;
using System.Net;
using System.Text;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Forms;

namespace Recoupe.Ingest.Fetch;

/// <summary>An answer to keep, and the address that it came from after redirects.</summary>
internal sealed record Fetched(string Url, PageResponse Response);

/// <summary>
/// Fetches pages one after another, politely: within a site's robots.txt, with a pause between two requests to a host, longer where it asks
/// for it, and only what has changed. Nothing but http(s), nothing that is not on the public Internet, and no more than a page may have of
/// bytes, time and redirects.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    private const string Robot = "Recoupe";
    private const int MostRedirects = 5; // as RFC 9309 has it
    private const int MostTries = 3; // a site that is busy is left alone then
    private const int LargestRobots = 512 * 1024; // the least that RFC 9309 asks for
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestFreshness = TimeSpan.FromDays(1);

    // Honest: its name, its version, and what it is there for.
    private static readonly string Agent = $"{Robot}/{typeof(Fetcher).Assembly.GetName().Version?.ToString(2)} (reads single articles at its user's request; keeps to robots.txt)";

    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly Action<TimeSpan> _wait;
    private readonly CancellationToken _cancel;
    private readonly HttpClient _client;
    private readonly SafeConnection _connection;
    private readonly WebCache _cache;
    private readonly Dictionary<string, (Outcome<Robots> Rules, DateTimeOffset Until)> _robots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _free = new(StringComparer.Ordinal);

    internal Fetcher(
        FetchOptions options, TimeProvider clock, Action<TimeSpan> wait, Func<IPAddress, bool> isAllowed, CancellationToken cancel)
    {
        (_options, _clock, _wait, _cancel) = (options, clock, wait, cancel);
        _cache = new(options.CacheFolder, options.CacheSize);
        _connection = new(isAllowed, options.Proxy);
        _client = new(new SocketsHttpHandler
        {
            ConnectCallback = _connection.ConnectAsync,
            AllowAutoRedirect = false, // each step is judged anew
            AutomaticDecompression = DecompressionMethods.None, // unpacked here, within a limit
            // A proxy looks the names up itself: none but the one that the user named.
            UseProxy = options.Proxy is not null,
            Proxy = options.Proxy is null ? null : new WebProxy(options.Proxy),
            UseCookies = false,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // the patience of the options, over head and body together
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        _client.DefaultRequestHeaders.Accept.ParseAdd(
            "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5");
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
    }

    /// <summary>A fetcher on the public Internet, in real time.</summary>
    public static Fetcher Of(FetchOptions options, CancellationToken cancel) =>
        new(options, TimeProvider.System, span => cancel.WaitHandle.WaitOne(span), PublicAddress.Is, cancel);

    /// <summary>What is at this address, or why it was not had.</summary>
    public Outcome<Fetched> Get(string url)
    {
        var at = url;
        for (var step = 0; step <= MostRedirects; step++)
        {
            if (Parsed(at) is not { } uri) return IngestRefusals.NoWebAddress(url, at);
            if (_options.Proxy is not null && !_connection.MayBeProxied(uri.Host, _cancel).GetAwaiter()
                .GetResult())
                return IngestRefusals.NotPublic(url, uri.Host);
            var rules = RobotsOf(uri);
            if (rules.Rejection is { } unreachable) return unreachable with { Input = url };
            if (!rules.Value!.Allows(uri.PathAndQuery)) return IngestRefusals.RobotsForbid(url);
            switch (Ask(url, uri, rules.Value))
            {
                case Answer.Refused refused: return refused.Why;
                case Answer.Given given: return new Fetched(at, given.Response);
                case Answer.Moved moved: at = moved.To.AbsoluteUri; break;
            }
        }

        return IngestRefusals.TooManyRedirects(url, MostRedirects);
    }

    public void Dispose() => _client.Dispose();

    private static Uri? Parsed(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && uri.Host.Length > 0 ? uri : null;

    private Outcome<Robots> RobotsOf(Uri uri)
    {
        var site = uri.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(site, out var known) && known.Until > _clock.GetUtcNow()) return known.Rules;
        var found = FetchRobots(new Uri(uri, "/robots.txt"));
        // RFC 9309: a site that has no rules allows all; one whose rules cannot be reached must not be fetched from, and is refused for
        // that cause.
        _robots[site] = (found, _clock.GetUtcNow() + TimeSpan.FromDays(1));
        return found;
    }

    private Outcome<Robots> FetchRobots(Uri uri)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            switch (Ask(uri.AbsoluteUri, uri, Robots.AllowAll))
            {
                case Answer.Refused { Status: >= 400 and < 500 and not 429 }: return Robots.AllowAll;
                case Answer.Refused refused: return refused.Why;
                case Answer.Given { Response.Body: var body }: return Robots.Of(Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, LargestRobots))), Robot);
                case Answer.Moved moved when Parsed(moved.To.AbsoluteUri) is null: return Robots.AllowAll;
                case Answer.Moved moved: uri = moved.To; break;
            }
        }

        return Robots.AllowAll; // after five redirects the rules count as not there (RFC 9309)
    }

    private Answer Ask(string input, Uri uri, Robots rules)
    {
        var kept = _cache.Find(uri.AbsoluteUri);
        if (kept is not null && kept.FreshUntil > _clock.GetUtcNow()) return Given(kept);
        for (var attempt = 1; ; attempt++)
        {
            if (!WaitFor(uri.Host))
                return new Answer.Refused(IngestRefusals.Answered(input, 429, "asks to be left alone for longer than a run can wait"), 429);
            var answer = AskOnce(input, uri, kept).GetAwaiter().GetResult();
            var usual = Longer(_options.Delay, rules.Delay);
            var busy = answer is Answer.Refused { Status: 429 or 503 } refused ? refused : null;
            _free[uri.Host] = _clock.GetUtcNow() + (busy is null ? usual : Longer(busy.Pause ?? usual, _options.Delay * (1 << attempt)));
            if (busy is null || attempt == MostTries) return answer;
        }
    }

    // Whether the host may be asked now, after waiting where that is bearable.
    private bool WaitFor(string host)
    {
        var left = _free.GetValueOrDefault(host) - _clock.GetUtcNow();
        if (left > LongestPause) return false;
        if (left > TimeSpan.Zero) _wait(left);
        _cancel.ThrowIfCancellationRequested();
        return true;
    }

    private async Task<Answer> AskOnce(string input, Uri uri, KeptAnswer? kept)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_cancel);
        patience.CancelAfter(_options.Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (kept?.Tag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (kept?.Changed is { } changed) request.Headers.TryAddWithoutValidation("If-Modified-Since", changed);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token)
                .ConfigureAwait(false);
            return await Read(input, uri, response, kept, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException
            || (e is OperationCanceledException && !_cancel.IsCancellationRequested))
        {
            return new Answer.Refused(e is ForbiddenAddressException || e.InnerException is ForbiddenAddressException
                ? IngestRefusals.NotPublic(input, uri.Host)
                : IngestRefusals.Unreachable(
                    input, e is OperationCanceledException ? "it takes too long" : e.InnerException?.Message ?? e.Message));
        }
    }

    private async Task<Answer> Read(string input, Uri uri, HttpResponseMessage response, KeptAnswer? kept, CancellationToken patience)
    {
        var status = (int)response.StatusCode;
        if (status == 304 && kept is not null) return Given(Kept(uri, kept with { FreshUntil = FreshUntil(response) }));
        if (status is 301 or 302 or 303 or 307 or 308
            && response.Headers.Location is { } location
            && Uri.TryCreate(uri, location, out var target))
            return new Answer.Moved(target);
        if (status != 200)
            return new Answer.Refused(IngestRefusals.Answered(input, status, response.ReasonPhrase ?? ""), status) { Pause = PauseOf(response) };
        var body = await Body(response, patience).ConfigureAwait(false);
        if (body is null)
            return new Answer.Refused(
                IngestRefusals.TooLarge(input, response.Content.Headers.ContentLength ?? PageLimits.LargestPage + 1L));
        if (PageResponse.Unpacked(body, string.Join(',', response.Content.Headers.ContentEncoding)) is not { } unpacked)
            return new Answer.Refused(IngestRefusals.Unreachable(input, "what it answered cannot be unpacked, or is too large"));
        var answer =
            new KeptAnswer(response.Content.Headers.ContentType?.ToString() ?? "", response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture), FreshUntil(response)) { Body = unpacked };
        return Given(response.Headers.CacheControl is { NoStore: true } ? answer : Kept(uri, answer));
    }

    private static Answer.Given Given(KeptAnswer kept) => new(new PageResponse(200, kept.ContentType, kept.Body));

    private KeptAnswer Kept(Uri uri, KeptAnswer answer)
    {
        _cache.Keep(uri.AbsoluteUri, answer);
        return answer;
    }

    // No more than a page may have, whatever the head said of its length.
    private static async Task<byte[]?> Body(HttpResponseMessage response, CancellationToken patience)
    {
        if (response.Content.Headers.ContentLength > PageLimits.LargestPage) return null;
        using var stream = await response.Content.ReadAsStreamAsync(patience).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await stream.ReadAsync(buffer, patience).ConfigureAwait(false) is > 0 and var count)
        {
            body.Write(buffer, 0, count);
            if (body.Length > PageLimits.LargestPage) return null;
        }

        return body.ToArray();
    }

    private DateTimeOffset FreshUntil(HttpResponseMessage response)
    {
        var control = response.Headers.CacheControl;
        var age = control is null or { NoCache: true } ? TimeSpan.Zero : control.MaxAge ?? TimeSpan.Zero;
        return _clock.GetUtcNow() + (age < LongestFreshness ? age : LongestFreshness);
    }

    private TimeSpan? PauseOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _clock.GetUtcNow(),
        _ => null,
    };

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>What one request came to.</summary>
    private abstract record Answer
    {
        /// <summary>What lies at the address.</summary>
        public sealed record Given(PageResponse Response) : Answer;

        /// <summary>It lies elsewhere.</summary>
        public sealed record Moved(Uri To) : Answer;

        /// <summary>It was not had, with the status that was the cause, or nought where there was no answer.</summary>
        public sealed record Refused(Rejection Why, int Status = 0) : Answer
        {
            /// <summary>How long the server asks to be left alone.</summary>
            public TimeSpan? Pause { get; init; }
        }
    }
}
