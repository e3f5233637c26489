using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Recoupe.Cli.Files;
using Recoupe.Language;
using Recoupe.Language.Conllu;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe read</c>: articles one by one, without a ledger.</summary>
internal static class ReadVerb
{
    private static readonly Argument<string[]> Paths = SharedOptions.Paths();
    private static readonly Option<bool> Json = new("--json") { Description = "One object a line (docs/schema/article.schema.json)." };
    private static readonly Option<string?> Folder =
        new("--out") { Description = "A folder for a NAME.json each, or a NAME.conllu with --conllu." };
    private static readonly Option<bool> Tokens = new("--tokens") { Description = "Every word too, with --json or --out." };
    private static readonly Option<bool> Conllu =
        new("--conllu") { Description = "Every word of the text, furniture included, as CoNLL-U." };
    private static readonly Option<string?> Words =
        new("--words") { Description = "A CoNLL-U file whose words and sentences are kept; tags, features, lemmas and heads are filled. With --conllu and one PATH." };
    private static readonly Option<string?> Language = SharedOptions.Language();
    private static readonly Option<bool> Fetch = SharedOptions.Fetch();
    private static readonly Option<string?> Cache = SharedOptions.Cache();
    private static readonly Option<string?> Proxy = SharedOptions.Proxy();
    private static readonly Option<int> Threads = SharedOptions.Threads();

    public static Command Command()
    {
        var command = new Verb(
            "read",
            "Reads articles and shows who says what in them; no ledger is written.",
            "recoupe read samples/story/10-echo-dementi.txt")
        {
            Paths, Json, Folder, Tokens, Conllu, Words, Language, Fetch, Cache, Proxy, Threads,
        };
        command.Validators.Add(Check);
        command.SetAction((asked, cancel) => Task.FromResult((int)Do(asked, cancel)));
        return command;
    }

    private static void Check(CommandResult given)
    {
        if (given.GetValue(Words) is not null && (!given.GetValue(Conllu) || given.GetValue(Paths)?.Length != 1))
            given.AddError("--words FILE goes with --conllu and one PATH.");
        if (given.GetValue(Conllu) && (given.GetValue(Json) || given.GetValue(Tokens)))
            given.AddError("--conllu is a form of its own: leave out --json and --tokens.");
    }

    private static Exit Do(ParseResult asked, CancellationToken cancel)
    {
        var streams = asked.InvocationConfiguration;
        var show = Form(asked, streams.Output);
        var exit = Exit.Done;
        foreach (var outcome in Pipeline.Read(asked.GetRequiredValue(Paths), asked.GetValue(Threads),
            asked.Fetching(Fetch, Cache, Proxy), cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (outcome.Value is { } read)
            {
                show(read);
                continue;
            }

            RefusalPrinter.Tell(streams.Error, asked.Wording(Language), [outcome.Rejection!]);
            exit = Exit.Partly;
        }

        return exit;
    }

    /// <summary>What is done with each article: as a file, a line, CoNLL-U, or a page for the terminal.</summary>
    private static Action<ReadArticle> Form(ParseResult asked, TextWriter output)
    {
        var (folder, tokens) = (asked.GetValue(Folder), asked.GetValue(Tokens));
        if (asked.GetValue(Conllu))
        {
            var words = asked.GetValue(Words);
            return folder is null
                ? read => WriteConllu(output, read, words)
                : read => OutputFile.ToFile(Path.Combine(folder, read.Article.Header.Name + ".conllu"), stream => WriteConllu(stream, read, words));
        }

        if (folder is not null)
            return read => OutputFile.ToFile(Path.Combine(folder, read.Article.Header.Name + ".json"), stream => WriteJson(stream, read, tokens, indented: true));

        if (asked.GetValue(Json) || tokens)
            return read => output.Write(OutputFile.Text(stream => WriteJson(stream, read, tokens, indented: false)));
        var page = new ArticleView(output, asked.Wording(Language));
        return page.Show;
    }

    private static void WriteJson(Stream stream, ReadArticle read, bool tokens, bool indented)
    {
        ArticleJson.Write(stream, new FiledArticle(read.Article, read.Findings), read.Reading, EntityIndex.Empty, tokens, indented);
        stream.WriteByte((byte)'\n');
    }

    private static void WriteConllu(Stream stream, ReadArticle read, string? words)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        WriteConllu(writer, read, words);
    }

    private static void WriteConllu(TextWriter output, ReadArticle read, string? words)
    {
        if (read.Reading is not { } reading) return;
        ConlluWriter.Write(words is null ? reading : Annotated(words, reading.Language), output);
    }

    private static Reading Annotated(string words, string language)
    {
        if (new FileInfo(words) is { Exists: true, Length: 0 })
            throw new IOException($"{words} has no bytes: an empty file, or a pipe or device, which is never opened");
        using var file = File.OpenText(words);
        return Reader.Load(language).Annotate(ConlluReader.Read(file, language));
    }
}
