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
        using var wreck = LedgerFile.Wreck(damaged);
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
}
