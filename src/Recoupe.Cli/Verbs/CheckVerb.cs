using System.CommandLine;
using System.CommandLine.Parsing;
using Recoupe.Cli.Files;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe check</c>: what articles say to a sentence of the user's.</summary>
internal static class CheckVerb
{
    private const string HeadlineColumn = "Headline", IdColumn = "Body ID", BodyColumn = "articleBody";

    private static readonly Argument<string?> Claim =
        new("SENTENCE") { Description = "What is to be checked, in French or English.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string[]> Where =
        new("LEDGER|PATH") { Description = "A ledger's file; or files, folders or globs of articles.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Pairs =
        new("--pairs") { Description = "A CSV file with columns Headline and Body ID; those and Stance are printed a line a pair. With --bodies." };
    private static readonly Option<string?> Bodies = new("--bodies") { Description = "A CSV file with columns Body ID and articleBody." };
    private static readonly Option<bool> Json = SharedOptions.Json();
    private static readonly Option<string?> Language = SharedOptions.Language();

    public static Command Command()
    {
        var command = new Verb(
            "check",
            "Holds a sentence against a ledger or loose articles: what agrees, what disagrees, what only discusses it, with the passages.",
            "recoupe check \"Le colonel Zarovitch a été capturé.\" samples/story")
        {
            Claim, Where, Pairs, Bodies, Json, Language,
        };
        command.Validators.Add(Check);
        command.SetAction((asked, cancel) => Task.FromResult((int)Do(asked, cancel)));
        return command;
    }

    private static void Check(CommandResult given)
    {
        var (isFile, sentence, places) = (given.GetValue(Pairs) is not null, given.GetValue(Claim), given.GetValue(Where)?.Length ?? 0);
        if (isFile != given.GetValue(Bodies) is not null || (isFile ? sentence is not null : sentence is null || places == 0))
            given.AddError("Give a sentence and a ledger or articles, or --pairs PAIRS.csv with --bodies BODIES.csv.");
        else given.RefuseWordless([sentence], "A sentence needs words.");
    }

    private static Exit Do(ParseResult asked, CancellationToken cancel)
    {
        var streams = asked.InvocationConfiguration;
        if (asked.GetValue(Pairs) is { } pairs)
            return DoPairs(pairs, asked.GetRequiredValue(Bodies)!, streams, asked.Wording(Language), cancel);
        var (sentence, places) = (asked.GetRequiredValue(Claim)!, asked.GetRequiredValue(Where));
        var (found, articles, exit) = places is [var ledger] && Ledgers.IsOne(ledger)
            ? InLedger(sentence, ledger)
            : InPages(sentence, places, streams.Error, asked.Wording(Language), cancel);
        if (asked.GetValue(Json)) streams.Output.Write(OutputFile.Text(stream => CheckJson.Write(stream, sentence, found)));
        else Tell(streams.Output, asked.Wording(Language), found, articles);
        return exit;
    }

    private static (IReadOnlyList<Answer> Found, Func<ArticleId, Article> Articles, Exit Exit) InLedger(string sentence, string ledger)
    {
        using var pipeline = Pipeline.OpenToRead(ledger);
        var found = pipeline.Check(sentence);
        var articles = found.Select(a => a.Article).Distinct().ToDictionary(a => a, a => pipeline.Required(a).Article);
        return (found, a => articles[a], Exit.Done);
    }

    private static (IReadOnlyList<Answer> Found, Func<ArticleId, Article> Articles, Exit Exit) InPages(
        string sentence, string[] paths, TextWriter error, Locale words, CancellationToken cancel)
    {
        var exit = Exit.Done;
        var read = new List<FiledArticle>();
        foreach (var outcome in Pipeline.Read(paths))
        {
            cancel.ThrowIfCancellationRequested();
            if (outcome.Value is { } article)
            {
                read.Add(new(article.Article, article.Findings));
                continue;
            }

            RefusalPrinter.Tell(error, words, [outcome.Rejection!]);
            exit = Exit.Partly;
        }

        var articles = read.DistinctBy(r => r.Article.Id).ToDictionary(r => r.Article.Id, r => r.Article);
        return (Pipeline.Check(sentence, read.DistinctBy(r => r.Article.Id)), a => articles[a], exit);
    }

    private static void Tell(TextWriter output, Locale words, IReadOnlyList<Answer> found, Func<ArticleId, Article> articles)
    {
        if (found.Count == 0) output.WriteLine(words["cli.check.nothing"]);
        foreach (var side in found.GroupBy(a => a.Position).OrderBy(g => g.Key))
        {
            output.WriteLine(words["cli.check." + side.Key.ToString().ToLowerInvariant()]);
            foreach (var line in side.Select(answer => Line(words, answer, articles(answer.Article))).Distinct(StringComparer.Ordinal)) output.WriteLine(line);
        }
    }

    private static string Line(Locale words, Answer answer, Article article)
    {
        var text = article.Quote(answer.Passages.Select(p => p.Span));
        string?[] beside = [answer.Source, answer.Certainty is { } certainty and not Certainty.Certain ? words.Of(certainty) : null];
        var by = string.Join(", ", beside.OfType<string>());
        var line = $"  {Printable.Line(article.Header.Name)}: {Printable.Line(text)}";
        return by.Length == 0 ? line : $"{line} ({Printable.Line(by)})";
    }

    private static Exit DoPairs(string pairs, string bodies, InvocationConfiguration streams, Locale words, CancellationToken cancel)
    {
        var (asked, texts) = (PairFile.Open(pairs, ',', HeadlineColumn, IdColumn), PairFile.Open(bodies, ',', IdColumn, BodyColumn));
        if ((asked.Rejection ?? texts.Rejection) is { } rejection)
        {
            RefusalPrinter.Tell(streams.Error, words, [rejection]);
            return Exit.Unusable;
        }

        var rows = asked.Value!.Rows.ToList();
        var stances = Stances(rows, texts.Value!, cancel);
        streams.Output.Write(Csv.Line([HeadlineColumn, IdColumn, "Stance"]));
        for (var i = 0; i < rows.Count; i++)
            streams.Output.Write(Csv.Line([.. rows[i], stances[i].ToString().ToLowerInvariant()]));
        return Exit.Done;
    }

    /// <summary>Row by row; a body is read once, and one that is missing has to do with nothing.</summary>
    private static ArticleStance[] Stances(List<string[]> rows, PairFile bodies, CancellationToken cancel)
    {
        var stances = Enumerable.Repeat(ArticleStance.Unrelated, rows.Count).ToArray();
        var texts = bodies.Rows.GroupBy(b => b[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First()[1], StringComparer.Ordinal);
        foreach (var asked in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i][1], StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            if (!texts.TryGetValue(asked.Key, out var text)) continue;
            foreach (var (row, stance) in asked.Zip(Pipeline.Stances(text, asked.Select(i => rows[i][0]))))
                stances[row] = stance;
        }

        return stances;
    }
}
