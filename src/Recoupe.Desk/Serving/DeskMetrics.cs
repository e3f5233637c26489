using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Recoupe.Desk.Ledgers;

namespace Recoupe.Desk.Serving;

/// <summary>
/// What a desk counts of itself where it is asked to: by .NET's meters (<c>Recoupe.Desk</c>), which whoever collects them may listen to,
/// and as text that Prometheus reads. Numbers alone: no word of a ledger, no name, no address that was asked for.
/// </summary>
internal sealed class DeskMetrics : IDisposable
{
    /// <summary>The meter.</summary>
    public const string MeterName = "Recoupe.Desk";

    private const string MetricsPath = "/metrics", HealthPath = "/health", EventsPath = "/events";

    // Seconds: around what a page may take, and what it may take at worst.
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5];

    private readonly DeskLedger _desk;
    private readonly Meter _meter = new(MeterName);
    private readonly MeterListener _listener = new();
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _seconds;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, long> _byStatus = [];
    private readonly long[] _byBound = new long[Bounds.Length];
    private long _count;
    private double _sum;

    public DeskMetrics(DeskLedger desk)
    {
        _desk = desk;
        _requests = _meter.CreateCounter<long>("recoupe.desk.requests", description: "Requests answered, by status.");
        _seconds = _meter.CreateHistogram<double>(
            "recoupe.desk.request.duration", "s", "How long answers took; streams of events are left out.");
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => Counted(count, tags));
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => Took(seconds));
        _listener.EnableMeasurementEvents(_requests);
        _listener.EnableMeasurementEvents(_seconds);
        _listener.Start();
    }

    /// <summary>Whether an address tells numbers, which whoever reaches the desk may read.</summary>
    public static bool IsPath(PathString path) => path == MetricsPath || path == HealthPath;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(MetricsPath, context => Send(context, "text/plain; version=0.0.4; charset=utf-8", Told()));
        app.MapGet(HealthPath, context =>
        {
            var isWell = _desk.Now.Fault is null;
            context.Response.StatusCode = isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return Send(context, "text/plain; charset=utf-8", isWell ? "ok\n" : "the ledger cannot be derived anew\n");
        });
    }

    /// <summary>Counts a request and how long its answer takes.</summary>
    public async Task Measure(HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            _requests.Add(1, new KeyValuePair<string, object?>("status", context.Response.StatusCode));
            if (context.Request.Path != EventsPath) _seconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    private static Task Send(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    }

    private void Counted(long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var status = tags is [{ Value: int told }] ? told : 0;
        lock (_gate) _byStatus[status] = _byStatus.GetValueOrDefault(status) + count;
    }

    private void Took(double seconds)
    {
        lock (_gate)
        {
            _count++;
            _sum += seconds;
            for (var i = 0; i < Bounds.Length; i++)
            {
                if (seconds <= Bounds[i]) _byBound[i]++;
            }
        }
    }

    private string Told()
    {
        var (text, now) = (new StringBuilder(), _desk.Now);
        lock (_gate)
        {
            Head(text, "recoupe_desk_requests_total", "counter", "Requests answered, by status.");
            foreach (var (status, count) in _byStatus) Line(text, $"recoupe_desk_requests_total{{status=\"{status}\"}} {count}");
            Head(text, "recoupe_desk_request_duration_seconds", "histogram", "How long answers took; streams of events are left out.");
            for (var i = 0; i < Bounds.Length; i++)
                Line(text, $"recoupe_desk_request_duration_seconds_bucket{{le=\"{Bounds[i]}\"}} {_byBound[i]}");
            Line(text, $"recoupe_desk_request_duration_seconds_bucket{{le=\"+Inf\"}} {_count}");
            Line(text, $"recoupe_desk_request_duration_seconds_sum {_sum}");
            Line(text, $"recoupe_desk_request_duration_seconds_count {_count}");
        }

        Gauge(text, "recoupe_desk_snapshots", "How often the ledger was derived since the desk was opened.", now.Version);
        Gauge(text, "recoupe_desk_stale", "Whether the ledger cannot be derived anew, and an older one is shown.",
            now.Fault is null ? 0 : 1);
        Gauge(text, "recoupe_desk_articles", "Articles of the ledger.", now.Ledger.Articles.Length);
        Gauge(text, "recoupe_desk_claims", "Claims of the ledger.", now.Ledger.Claims.Length);
        Gauge(text, "recoupe_desk_decisions", "Decisions in its log.", now.Ledger.Decisions.Length);
        Gauge(text, "process_resident_memory_bytes", "Memory that the program holds.", Environment.WorkingSet);
        return text.ToString();
    }

    private static void Gauge(StringBuilder text, string name, string help, long value)
    {
        Head(text, name, "gauge", help);
        Line(text, $"{name} {value}");
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
