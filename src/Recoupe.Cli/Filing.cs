using System.CommandLine;
using Recoupe.Cli.Files;
using Recoupe.Readers;
using Recoupe.Tell;
using Recoupe.Tell.Pages;

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

    /// <summary>Who reads the pages; <see langword="null"/> for this process.</summary>
    public ReadersOptions? Readers { get; init; }

    /// <summary>Whether pages are kept verbatim.</summary>
    public bool Pages { get; init; } = true;

    /// <summary>Whether it is told that a ledger was made where there was none.</summary>
    public bool TellsNew { get; init; }

    public bool Quiet { get; init; }

    public bool Json { get; init; }

    public Exit Do(InvocationConfiguration streams, CancellationToken cancel)
    {
        using var giver = Readers is null ? null : PageGiver.Open(Readers, cancel);
        using var pipeline = giver is null
            ? Pipeline.Open(Ledger, create: true, Threads, pages: Pages)
            : Pipeline.Open(Ledger, giver, Threads, Pages);
        var isNew = !pipeline.IsMade;
        var run = Fill(pipeline, streams, cancel);
        if (TellsNew && isNew && pipeline.IsMade) TellMade(streams.Output);
        return run.Refused.IsEmpty ? Exit.Done : Exit.Partly;
    }

    private void TellMade(TextWriter output)
    {
        if (!Quiet && !Json) output.WriteLine(Words.Say("cli.made", ("path", Printable.Line(Ledger))));
    }

    private RunSummary Fill(Pipeline pipeline, InvocationConfiguration streams, CancellationToken cancel)
    {
        if (pipeline.IsMade) Ask(pipeline);
        var run = AddOrTell(pipeline, streams.Error, cancel);
        if (pipeline.IsMade) Ask(pipeline);
        RefusalPrinter.Tell(streams.Error, Words, run.Refused);
        if (Dossier is null && Quiet && !Json) return run;
        var found = pipeline.Ledger();
        var page = Dossier is null || found.Articles.IsEmpty
            ? null
            : DossierFolder.Write(
                Dossier,
                Recoupe.Tell.Pages.Dossier.Files(found, pipeline.Required, new DossierOptions { Words = Words, Share = Share }),
                cancel);
        Tell(Summary.Of(run, found, pipeline.Required, pipeline.IsMade ? Ledger : null, page), streams.Output);
        return run;
    }

    // Before, so that what is cut short keeps them; after, where there was no ledger to keep them in.
    private void Ask(Pipeline pipeline)
    {
        foreach (var question in Questions) pipeline.Ask(question);
    }

    // Whoever stops a run is told what it has come to.
    private RunSummary AddOrTell(Pipeline pipeline, TextWriter error, CancellationToken cancel)
    {
        try
        {
            return Add(pipeline, error, cancel);
        }
        catch (OperationCanceledException)
        {
            var kept = pipeline.IsMade ? pipeline.Count() : 0;
            error.WriteLine($"{Words.Count("cli.stopped.kept", kept)} ({Printable.Line(Ledger)}).");
            throw;
        }
    }

    private RunSummary Add(Pipeline pipeline, TextWriter error, CancellationToken cancel)
    {
        if (Quiet) return pipeline.Add(Paths, watcher: null, Fetch, cancel);
        var stream = error is ErrorWriter safe ? safe.Inner : error;
        using var progress = new ProgressLine(
            stream, Words, InputSize.Size(Paths), live: !Console.IsErrorRedirected && stream == Console.Error);
        return pipeline.Add(Paths, progress, Fetch, cancel);
    }

    private void Tell(Summary summary, TextWriter output)
    {
        if (Json) output.Write(OutputFile.Text(summary.TellJson));
        else if (!Quiet) summary.Tell(output, Words);
    }
}
