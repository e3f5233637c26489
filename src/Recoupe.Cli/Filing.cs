using System.CommandLine;
using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>What <c>run</c> and <c>add</c> do: file articles in a ledger, tell what was found.</summary>
internal sealed record Filing
{
    public required string Ledger { get; init; }

    public required string[] Paths { get; init; }

    public required Locale Words { get; init; }

    public string[] Questions { get; init; } = [];

    /// <summary>The dossier's folder; <see langword="null"/> for none.</summary>
    public string? Dossier { get; init; }

    public bool Share { get; init; }

    public int Threads { get; init; }

    /// <summary>How addresses are fetched; <see langword="null"/> for not at all.</summary>
    public FetchOptions? Fetch { get; init; }

    /// <summary>Whether pages are kept verbatim.</summary>
    public bool Pages { get; init; } = true;

    public bool Quiet { get; init; }

    public bool Json { get; init; }

    public Exit Do(InvocationConfiguration streams, CancellationToken cancel)
    {
        var isNew = !File.Exists(Ledger);
        var run = Fill(streams, isNew, cancel);
        if (isNew && IsVain(run)) File.Delete(Ledger);
        return run.Refused.IsEmpty ? Exit.Done : Exit.Partly;
    }

    private static bool IsVain(RunSummary run) => run is { Added: 0, Changed: 0, Unchanged: 0 };

    private RunSummary Fill(InvocationConfiguration streams, bool isNew, CancellationToken cancel)
    {
        using var pipeline = Pipeline.Open(Ledger, create: true, Threads, pages: Pages);
        foreach (var question in Questions) pipeline.Ask(question);
        var run = Add(pipeline, streams.Error, cancel);
        RefusalPrinter.Tell(streams.Error, Words, run.Refused);
        if (Dossier is null && Quiet && !Json) return run;
        var found = pipeline.Ledger();
        var page = Dossier is null || found.Articles.IsEmpty
            ? null
            : DossierFolder.Write(Dossier, Recoupe.Tell.Dossier.Files(found, pipeline.Required, new DossierOptions { Words = Words, Share = Share }));
        Tell(Summary.Of(run, found, pipeline.Required, isNew && IsVain(run) ? null : Ledger, page), streams.Output);
        return run;
    }

    private RunSummary Add(Pipeline pipeline, TextWriter error, CancellationToken cancel)
    {
        if (Quiet) return pipeline.Add(Paths, watcher: null, Fetch, cancel);
        using var progress = new ProgressLine(error, Words, InputSize.Size(Paths), live: !Console.IsErrorRedirected && error == Console.Error);
        return pipeline.Add(Paths, progress, Fetch, cancel);
    }

    private void Tell(Summary summary, TextWriter output)
    {
        if (Json) output.Write(OutputFile.Text(summary.TellJson));
        else if (!Quiet) summary.Tell(output, Words);
    }
}
