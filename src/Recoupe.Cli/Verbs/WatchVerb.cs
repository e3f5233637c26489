using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Recoupe.Cli.Files;
using Recoupe.Tell.Pages;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe watch</c>: feeds polled into a ledger, and what is new since the last time.</summary>
internal static class WatchVerb
{
    private static readonly Argument<string[]> Feeds =
        new("FEED") { Description = "Addresses of feeds, or their files.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Folder =
        new("--out") { Description = "The folder for ledger.recoupe, dossier/ and what was read already.", DefaultValueFactory = _ => "recoupe-out" };
    private static readonly Option<string> Every =
        new("--every") { Description = "How long to wait between two rounds: 90s, 15m, 2h.", DefaultValueFactory = _ => "15m" };
    private static readonly Option<bool> Once =
        new("--once") { Description = "One round, for those who have a clock of their own to start it." };
    private static readonly Option<string?> Cache = SharedOptions.Cache();
    private static readonly Option<string?> Proxy = SharedOptions.Proxy();
    private static readonly Option<bool> NoPages = SharedOptions.NoPages();
    private static readonly Option<string?> Language = SharedOptions.Language();
    private static readonly Option<int> Threads = SharedOptions.Threads();
    private static readonly Option<bool> Quiet = SharedOptions.Quiet();

    public static Command Command()
    {
        Every.Validators.Add(RefuseOtherSpans);
        var command = new Verb(
            "watch",
            "Reads feeds again and again into a ledger, and says each time what is new in it.",
            "recoupe watch https://orvec.example/feed --out out --every 15m")
        {
            Feeds, Folder, Every, Once, Cache, Proxy, NoPages, Language, Threads, Quiet,
        };
        command.SetAction((asked, cancel) => Task.FromResult((int)Do(asked, cancel)));
        return command;
    }

    private static Exit Do(ParseResult asked, CancellationToken cancel)
    {
        var (streams, into, words) = (asked.InvocationConfiguration, asked.GetRequiredValue(Folder), asked.Wording(Language));
        Directory.CreateDirectory(into);
        using var pipeline = Pipeline.Open(
            Path.Combine(into, "ledger.recoupe"), create: true, asked.GetValue(Threads), stays: true, pages: !asked.GetValue(NoPages));
        var before = pipeline.Ledger();
        while (true)
        {
            var run = pipeline.Watch(asked.GetRequiredValue(Feeds), Path.Combine(into, "watched.txt"), asked.FetchedBy(Cache, Proxy),
                watcher: null, cancel);
            RefusalPrinter.Tell(streams.Error, words, run.Refused);
            var after = run.Added + run.Changed == 0 ? before : pipeline.Ledger();
            if (!ReferenceEquals(after, before))
                DossierFolder.Write(
                    Path.Combine(into, "dossier"), Dossier.Files(after, pipeline.Required, new DossierOptions { Words = words }), cancel);
            if (!asked.GetValue(Quiet)) new WatchReport(before, after).Tell(streams.Output, words);
            if (asked.GetValue(Once)) return run.Refused.IsEmpty ? Exit.Done : Exit.Partly;
            before = after;
            cancel.WaitHandle.WaitOne(Span(asked.GetRequiredValue(Every))!.Value);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static TimeSpan? Span(string text) =>
        text.Length > 1
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and < 10_000
            ? text[^1] switch { 's' => TimeSpan.FromSeconds(count), 'm' => TimeSpan.FromMinutes(count), 'h' => TimeSpan.FromHours(count), _ => null }
            : null;

    private static void RefuseOtherSpans(OptionResult given)
    {
        if (given.Tokens is [var token] && Span(token.Value) is null) given.AddError("--every takes a number and s, m or h, as in 15m.");
    }
}
