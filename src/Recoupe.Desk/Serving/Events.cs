using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Recoupe.Desk.Ledgers;
using Recoupe.Desk.Pages;

namespace Recoupe.Desk.Serving;

/// <summary>Tells open pages what goes on, as server-sent events: that there is a later ledger, and how far adding is.</summary>
internal sealed class Events(DeskLedger desk)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    public async Task Send(HttpContext context, DeskView view, CancellationToken stopping)
    {
        context.Response.ContentType = "text/event-stream";
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await Tell(context.Response, view, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the desk is closed.
        }
    }

    private async Task Tell(HttpResponse response, DeskView view, CancellationToken stop)
    {
        var (version, work) = (0L, "");
        while (true)
        {
            var next = desk.Next; // asked for first, so that none is missed
            if (desk.Now.Version != version)
            {
                version = desk.Now.Version;
                await Say(response, "ledger", version.ToString(CultureInfo.InvariantCulture), stop).ConfigureAwait(false);
            }

            if (desk.Work is { } now && AddPage.Told(view.Words, now).Markup is var told
                && !string.Equals(told, work, StringComparison.Ordinal))
            {
                work = told;
                await Say(response, "work", told, stop).ConfigureAwait(false);
            }

            await Task.WhenAny(next, Task.Delay(Step, stop)).ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
        }
    }

    private static async Task Say(HttpResponse response, string what, string data, CancellationToken stop)
    {
        var text = new StringBuilder("event: ").Append(what).Append('\n');
        foreach (var line in data.Split('\n')) text.Append("data: ").Append(line.TrimEnd('\r')).Append('\n');
        await response.WriteAsync(text.Append('\n').ToString(), stop).ConfigureAwait(false);
        await response.Body.FlushAsync(stop).ConfigureAwait(false);
    }
}
