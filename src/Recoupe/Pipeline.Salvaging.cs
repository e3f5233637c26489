using Recoupe.Store;

namespace Recoupe;

/// <content>What can still be read of a damaged ledger, in a new one.</content>
public sealed partial class Pipeline
{
    /// <summary>
    /// Saves pages, questions, decisions and what was forgotten out of a damaged ledger, which stays as it is; the articles are read again.
    /// </summary>
    /// <param name="damaged">The damaged ledger.</param>
    /// <param name="made">Where the new one is made.</param>
    /// <param name="cancel">Stops after the batch at hand.</param>
    /// <exception cref="LedgerException">There is nothing to read, or something lies where the new ledger is to be.</exception>
    public static Salvaged Salvage(string damaged, string made, CancellationToken cancel = default)
    {
        if (Path.Exists(made)) throw new LedgerException("STORE-15", $"there is something at {made} already", "give the path of no file");
        using var wreck = Wreck(damaged);
        using var pipeline = Open(made);
        var salvage = new Salvage(wreck);
        pipeline._file.Atomically(() => pipeline._file.KeepForgotten(salvage.Forgotten()), cancel);
        var run = pipeline.Add(salvage.Pages(), watcher: null, cancel);
        var questions = salvage.Questions();
        foreach (var question in questions) pipeline.Ask(question);
        var (decisions, lost) = new DecisionLog(damaged).ReadWhatIsWhole();
        foreach (var decision in decisions) pipeline._decisions.Append(decision);
        return new(run, questions.Length, decisions.Length, lost);
    }

    /// <summary>How much of a ledger that does not open can still be read, and which pages cannot.</summary>
    /// <exception cref="LedgerException">Nothing can.</exception>
    public static Wreckage Readable(string damaged)
    {
        using var wreck = Wreck(damaged);
        var salvage = new Salvage(wreck);
        var pages = salvage.Pages().ToList();
        var lost = pages.Select(p => p.Rejection).OfType<Rejection>();
        return new(pages.Count(p => p.Value is not null), [.. lost], salvage.Questions().Length);
    }

    private static LedgerFile Wreck(string damaged)
    {
        try
        {
            return LedgerFile.Wreck(damaged);
        }
        catch (LedgerException e) when (e is { Code: "STORE-1", InnerException: not null })
        {
            throw new LedgerException(
                "STORE-1",
                $"{damaged} is no ledger, or so damaged that nothing of it can be read",
                "take a copy of it from before, or read the articles again with `recoupe run`",
                e);
        }
    }
}
