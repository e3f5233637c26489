using System.CommandLine;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe forget</c>: erases an article, or takes a name out of all that is shown.</summary>
internal static class ForgetVerb
{
    public static Command Command()
    {
        var (ledger, language, note, by) = (Common.Ledger(), Common.Language(), Common.Note(), Common.By());
        var article = new Argument<string>("ARTICLE|ENTITY") { Description = "An article's id, or its first characters; or an entity's, or one of its names." };
        var command = new Verb(
            "forget",
            "Erases an article for good: page, text, findings, and its words in the log of decisions; a hash stays, by which the page is refused when it comes again. Or takes the name of a person, an organisation or a place out of all that is shown.",
            "recoupe forget out/ledger.recoupe 1791d5b8b03076ae")
        {
            ledger, article, note, by, language,
        };
        command.SetAction(asked =>
        {
            var words = asked.Wording(language);
            using var pipeline = Pipeline.Open(asked.GetRequiredValue(ledger), create: false);
            var what = asked.GetRequiredValue(article);
            var outcome = pipeline.Forget(what);
            if (outcome.Rejection?.Code is "DECIDE-1" && pipeline.Mask(what, asked.GetValue(note), asked.GetRequiredValue(by)).Value is { } masked)
            {
                asked.InvocationConfiguration.Output.WriteLine(words.Say("cli.masked", ("id", masked.Id)));
                return (int)Exit.Done;
            }

            if (outcome.Value is not { } forgotten)
            {
                Refusals.Tell(asked.InvocationConfiguration.Error, words, [outcome.Rejection!]);
                return (int)Exit.Unusable;
            }

            asked.InvocationConfiguration.Output.WriteLine(words.Say("cli.forgotten", ("name", forgotten.Name)));
            return (int)Exit.Done;
        });
        return command;
    }
}
