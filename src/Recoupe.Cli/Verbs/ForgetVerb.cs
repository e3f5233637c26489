using System.CommandLine;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe forget</c>: erases an article.</summary>
internal static class ForgetVerb
{
    public static Command Command()
    {
        var (ledger, language) = (Common.Ledger(), Common.Language());
        var article = new Argument<string>("ARTICLE") { Description = "An article's id, or its first characters." };
        var command = new Verb(
            "forget",
            "Erases an article for good: page, text, findings, and its words in the log of decisions. A hash stays, by which the page is refused when it comes again.",
            "recoupe forget out/ledger.recoupe 1791d5b8b03076ae")
        {
            ledger, article, language,
        };
        command.SetAction(asked =>
        {
            var words = asked.Wording(language);
            using var pipeline = Pipeline.Open(asked.GetRequiredValue(ledger), create: false);
            var outcome = pipeline.Forget(asked.GetRequiredValue(article));
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
