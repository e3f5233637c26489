using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Recoupe.Clean;

namespace Recoupe.Bench;

/// <summary>Writes what is made of pages of HTML as the page scorer wants it: a <c>NAME.json</c> each.</summary>
internal static class PageProse
{
    public static int Write(string[] args)
    {
        Directory.CreateDirectory(args[1]);
        var refused = 0;
        foreach (var name in Directory.EnumerateFiles(Path.Combine(args[0], "html"), "*.html.gz").Select(f => Path.GetFileName(f)[..^".html.gz".Length]))
        {
            var bytes = Encoding.UTF8.GetBytes(Furniture.PageOf(args[0], name)).ToImmutableArray();
            var outcome = Cleaner.Clean(new Page(name, name, PageKind.Html, bytes, PageFacts.None), beginnings: true);
            if (outcome.Value is not { } article)
            {
                refused++;
                continue;
            }

            var written = new { name, title = article.Header.Title, published = article.Header.Published?.Value, text = article.Text };
            File.WriteAllText(Path.Combine(args[1], name + ".json"), JsonSerializer.Serialize(written));
        }

        Console.WriteLine($"{refused} refused");
        return 0;
    }
}
