using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Recoupe.Desk.Pages;
using Recoupe.Tell;
using Recoupe.Tell.Exchange;

namespace Recoupe.Desk.Serving;

/// <summary>Chosen claims in the forms that the export has: text with citations, JSON, CSV.</summary>
internal static class HandOver
{
    public static Task Send(HttpContext context, DeskView view)
    {
        var chosen = context.Request.Query["claim"].ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Claim> claims = [.. view.Ledger.Claims.Where(c => chosen.Contains(c.Id))];
        return view.Asked("format") switch
        {
            "json" => Send(context, "application/json; charset=utf-8", "claims.json", Json(Part(view.Ledger, claims))),
            "csv" => Send(context, "application/zip", "claims.zip", Csv(view, Part(view.Ledger, claims))),
            _ => Send(context, "text/plain; charset=utf-8", "claims.txt",
                Encoding.UTF8.GetBytes(string.Join("\n\n", claims.Select(c => Citation.Of(view.Shelf, c))) + "\n")),
        };
    }

    // A ledger of the chosen claims alone, and of what they point to; their ids are whole, so that none is of nothing or of two.
    private static Ledger Part(Ledger ledger, ImmutableArray<Claim> claims) =>
        new LedgerSlice([], [], [.. claims.Select(c => c.Id)], []).Of(ledger).Value ?? ledger;

    private static byte[] Json(Ledger ledger)
    {
        using var json = new MemoryStream();
        LedgerJson.Write(json, ledger);
        return json.ToArray();
    }

    private static byte[] Csv(DeskView view, Ledger ledger)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in CsvExport.Files(new ExchangeLedger(ledger, view.Snapshot.Filed, view.Words)))
            {
                using var entry = zip.CreateEntry(file.Path).Open();
                entry.Write(Encoding.UTF8.GetBytes(file.Text));
            }
        }

        return packed.ToArray();
    }

    private static async Task Send(HttpContext context, string type, string name, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await context.Response.Body.WriteAsync(bytes).ConfigureAwait(false);
    }
}
