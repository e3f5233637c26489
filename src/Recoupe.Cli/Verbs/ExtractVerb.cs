using System.CommandLine;
using Recoupe.Cli.Files;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe extract</c>: the articles of pages, without reading them.</summary>
internal static class ExtractVerb
{
    private static readonly Argument<string[]> Paths = SharedOptions.Paths();
    private static readonly Option<bool> Json =
        new("--json") { Description = "One object a line: title, authors, site, address, day, language, text." };
    private static readonly Option<string?> Folder = new("--out") { Description = "A folder for a NAME.json each." };
    private static readonly Option<string?> Language = SharedOptions.Language();
    private static readonly Option<bool> Fetch = SharedOptions.Fetch();
    private static readonly Option<string?> Cache = SharedOptions.Cache();
    private static readonly Option<string?> Proxy = SharedOptions.Proxy();
    private static readonly Option<int> Threads = SharedOptions.Threads();

    public static Command Command()
    {
        var command = new Verb(
            "extract",
            "Takes the article out of each page and leaves the site; nothing is looked for in it.",
            "recoupe extract page.html --json")
        {
            Paths, Json, Folder, Language, Fetch, Cache, Proxy, Threads,
        };
        command.SetAction((asked, cancel) => Task.FromResult((int)Do(asked, cancel)));
        return command;
    }

    private static Exit Do(ParseResult asked, CancellationToken cancel)
    {
        var streams = asked.InvocationConfiguration;
        var show = Form(asked, streams.Output);
        var exit = Exit.Done;
        foreach (var outcome in Pipeline.Clean(asked.GetRequiredValue(Paths), asked.GetValue(Threads),
            asked.Fetching(Fetch, Cache, Proxy), cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (outcome.Value is { } article)
            {
                show(article);
                continue;
            }

            RefusalPrinter.Tell(streams.Error, asked.Wording(Language), [outcome.Rejection!]);
            exit = Exit.Partly;
        }

        return exit;
    }

    /// <summary>What is done with each article: as a file, a line, or its text for people.</summary>
    private static Action<Article> Form(ParseResult asked, TextWriter output)
    {
        if (asked.GetValue(Folder) is { } folder)
            return article => OutputFile.ToFile(Path.Combine(folder, article.Header.Name + ".json"), stream => Write(stream, article, indented: true));
        if (asked.GetValue(Json)) return article => output.Write(OutputFile.Text(stream => Write(stream, article, indented: false)));
        return article => output.WriteLine(Printable.Lines(article.Prose()));
    }

    private static void Write(Stream stream, Article article, bool indented)
    {
        PageJson.Write(stream, article, indented);
        stream.WriteByte((byte)'\n');
    }
}
