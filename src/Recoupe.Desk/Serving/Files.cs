using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Recoupe.Tell;

namespace Recoupe.Desk.Serving;

/// <summary>Style, script and the mark of the desk, from within the program.</summary>
internal static class Files
{
    private const string SamplePrefix = "Sample/";

    public static void Map(IEndpointRouteBuilder app)
    {
        var style = Locale.Asset("Assets/dossier.css");
        Map(app, "/dossier.css", "text/css; charset=utf-8", style);
        Map(app, "/desk.css", "text/css; charset=utf-8", Text("Desk/desk.css"));
        Map(app, "/keys.js", "text/javascript; charset=utf-8", Text("Desk/keys.js"));
        Map(app, "/icon.svg", "image/svg+xml", Text("Desk/icon.svg"));
    }

    /// <summary>Whether a path is of style or the mark, which tell nothing of a ledger.</summary>
    public static bool IsPublic(PathString path) => path.Value is "/dossier.css" or "/desk.css" or "/icon.svg";

    /// <summary>The sample story's files.</summary>
    public static List<(string Name, byte[] Bytes)> Sample()
    {
        var assembly = typeof(Files).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(SamplePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(n => (n[SamplePrefix.Length..], Bytes(n)))];
    }

    private static void Map(IEndpointRouteBuilder app, string path, string type, string text) => app.MapGet(path, context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    });

    private static string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name)).TrimStart('\uFEFF');

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(Files).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The asset {name} is missing from the assembly.");
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}
