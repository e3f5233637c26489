using System.CommandLine;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe trace</c>: what an article was made from.</summary>
internal static class TraceVerb
{
    public static Command Command()
    {
        var (ledger, language) = (SharedOptions.Ledger(), SharedOptions.Language());
        var article = new Argument<string>("ARTICLE") { Description = "An article's name or id, or the first characters of one." };
        var command = new Verb(
            "trace",
            "Tells what an article was made from and what was made from it: copies, excerpts, rewrites, translations, with sentences set beside each other.",
            "recoupe trace out/ledger.recoupe 08-nouvelles-traduction")
        {
            ledger, article, language,
        };
        command.SetAction(asked =>
        {
            var (words, streams) = (asked.Wording(language), asked.InvocationConfiguration);
            using var pipeline = Pipeline.OpenToRead(asked.GetRequiredValue(ledger));
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var found = pipeline.Ledger();
            var outcome = Pipeline.Find(found, asked.GetRequiredValue(article));
            if (outcome.Value is not { } header)
            {
                RefusalPrinter.Tell(streams.Error, words, [outcome.Rejection!]);
                return (int)Exit.Unusable;
            }

            foreach (var line in Trace.Lines(found, pipeline.Required, header, words))
                streams.Output.WriteLine(Printable.Lines(line));
            return (int)Exit.Done;
        });
        return command;
    }
}
