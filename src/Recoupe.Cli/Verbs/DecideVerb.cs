using System.CommandLine;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe decide</c>: what an analyst decides against, or beyond, what the program found.</summary>
internal static class DecideVerb
{
    public static Command Command()
    {
        var (ledger, language, note, by) = (SharedOptions.Ledger(), SharedOptions.Language(), SharedOptions.Note(), SharedOptions.By());
        var act =
            new Argument<string>("ACT") { Description = "merge or split claims or statements; reword or rate a claim; side, the side of a statement; dismiss what is no statement; bears, bears-not: whether a claim bears on a question; same-entity, different-entity: whether names are of one." };
        act.AcceptOnlyFromAmong(
            [.. Enum.GetValues<DecisionAct>().Where(a => a is not (DecisionAct.Undo or DecisionAct.Mask)).Select(Spelled)]);
        var items =
            new Argument<string[]>("ID") { Description = "Claims or statements, by id or its first characters, as the dossier and the export show them; entities by id or by one of their names.", Arity = ArgumentArity.OneOrMore };
        var value =
            new Option<string?>("--to") { Description = "The new wording (reword), side: for, against, uncommitted (side), credibility from 1 to 6 (rate), or the question's words or id (bears, bears-not)." };
        var command = new Verb(
            "decide",
            "Merges, splits, rewords, rates or dismisses claims, or moves a statement to the other side; kept in a log beside the ledger, and followed on every run.",
            "recoupe decide out/ledger.recoupe rate 4f2a --to 2 --note \"Deux photographies vérifiées\"")
        {
            ledger, act, items, value, note, by, language,
        };
        command.SetAction(asked =>
        {
            using var pipeline = Pipeline.Open(asked.GetRequiredValue(ledger), create: false);
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var outcome = pipeline.Decide(
                Enum.Parse<DecisionAct>(asked.GetRequiredValue(act).Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                asked.GetRequiredValue(items),
                asked.GetValue(value),
                asked.GetValue(note),
                asked.GetRequiredValue(by));
            var status = DecisionsVerb.Tell(outcome, asked.InvocationConfiguration, asked.Wording(language));
            // A claim's id is of what it tells: merged or parted it has another.
            if (outcome.Value is { } made && pipeline.Ledger().Decisions.FirstOrDefault(d => d.Decision.Id == made.Id) is { } standing)
                DecisionsVerb.TellClaims(asked.InvocationConfiguration.Output, asked.Wording(language), standing);
            return (int)status;
        });
        return command;
    }

    private static string Spelled(DecisionAct act) =>
        string.Concat(act.ToString().Select((c, at) => at > 0 && char.IsUpper(c) ? "-" + c : c.ToString())).ToLowerInvariant();
}
