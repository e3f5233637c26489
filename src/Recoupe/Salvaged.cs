namespace Recoupe;

/// <summary>What was saved out of a damaged ledger.</summary>
/// <param name="Run">The articles; refused is what was lost.</param>
/// <param name="Questions">How many questions.</param>
/// <param name="Decisions">How many decisions.</param>
/// <param name="LostDecisions">How many lines of the log of decisions could not be read.</param>
public sealed record Salvaged(RunSummary Run, int Questions, int Decisions, int LostDecisions);
