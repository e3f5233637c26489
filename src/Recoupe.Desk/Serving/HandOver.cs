using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Recoupe.Desk.Pages;
using Recoupe.Tell;

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

    // A ledger of the chosen claims alone, and of what they point to.
    private static Ledger Part(Ledger ledger, ImmutableArray<Claim> claims)
    {
        var articles = claims.SelectMany(c => c.Positions).Select(p => p.Article).ToHashSet();
        var ids = claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return ledger with
        {
            Articles = [.. ledger.Articles.Where(a => articles.Contains(a.Id))],
            Absent = [],
            Lineage = [.. ledger.Lineage.Where(l => articles.Contains(l.To) && articles.Contains(new(l.From)))],
            Families = [.. ledger.Families.Where(f => f.Members.Any(articles.Contains))],
            Claims = claims,
            Entities = [.. ledger.Entities.Where(e => e.Mentions.Any(m => articles.Contains(m.Article)))],
            Suggestions = [],
            Disputes = [.. ledger.Disputes.Where(d => d.Claims.All(ids.Contains))],
            Questions = [],
            Decisions = [.. ledger.Decisions.Where(d => d.Claims.Any(ids.Contains))],
        };
    }

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
            foreach (var file in CsvExport.Files(ledger, view.Snapshot.Filed, view.Words))
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
