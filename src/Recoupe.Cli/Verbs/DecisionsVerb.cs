using System.CommandLine;
using Recoupe.Cli.Files;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe decisions</c>: what was decided on a ledger, and what became of it.</summary>
internal static class DecisionsVerb
{
    private const int QuotedLength = 70; // characters: one line of a terminal

    public static Command Command()
    {
        var (ledger, language, json) = (SharedOptions.Ledger(), SharedOptions.Language(), SharedOptions.Json());
        var command = new Verb(
            "decisions",
            "Lists the decisions made on a ledger: which are followed, which give way to another, which wait for review because their text has changed, which were taken back.",
            "recoupe decisions out/ledger.recoupe")
        {
            ledger, language, json,
        };
        command.SetAction(asked =>
        {
            using var pipeline = Pipeline.OpenToRead(asked.GetRequiredValue(ledger));
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var (decisions, output, words) = (pipeline.Ledger().Decisions, asked.InvocationConfiguration.Output, asked.Wording(language));
            if (asked.GetValue(json)) output.Write(OutputFile.Text(stream => DecisionsJson.Write(stream, decisions)));
            else if (decisions.IsEmpty) output.WriteLine(words["decisions.none"]);
            else foreach (var decision in decisions) Tell(output, words, decision);
            return (int)Exit.Done;
        });
        return command;
    }

    /// <summary>Tells of a decision just made, or why there is none.</summary>
    public static Exit Tell(Outcome<Decision> outcome, InvocationConfiguration streams, Locale words)
    {
        if (outcome.Value is not { } decision)
        {
            RefusalPrinter.Tell(streams.Error, words, [outcome.Rejection!]);
            return Exit.Unusable;
        }

        streams.Output.WriteLine($"{decision.Id}  {words.Of(decision.Act)}");
        return Exit.Done;
    }

    private static void Tell(TextWriter output, Locale words, StandingDecision standing)
    {
        var decision = standing.Decision;
        output.WriteLine($"{decision.Id}  {Decision.Time(decision.At)}  {Printable.Line(decision.By)}  {words.Of(decision.Act)}  [{words.Of(standing.State)}]");
        if (decision is { Act: not DecisionAct.Mask, Value: { } value }) output.WriteLine($"  → {Printable.Line(value)}");
        if (standing.BlockedBy is { } other) output.WriteLine($"  {words.Say("decision.blocked-by", ("id", other))}");
        foreach (var anchor in decision.Anchors)
            output.WriteLine($"  {words.Say("quoted", ("text", Short(Printable.Line(anchor.Quotation))))}");
        if (decision.Note is { } note) output.WriteLine($"  {Printable.Line(note)}");
        TellClaims(output, words, standing);
    }

    /// <summary>Tells which claims a decision bears on as the ledger now is.</summary>
    public static void TellClaims(TextWriter output, Locale words, StandingDecision standing)
    {
        if (!standing.Claims.IsEmpty) output.WriteLine($"  {words.Say("decision.claims", ("ids", string.Join(", ", standing.Claims)))}");
    }

    private static string Short(string text) => text.Length <= QuotedLength ? text : text[..QuotedLength].TrimEnd() + " …";
}
