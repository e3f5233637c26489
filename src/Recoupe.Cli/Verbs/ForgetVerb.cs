using System.CommandLine;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe forget</c>: erases an article, or takes a name out of all that is shown.</summary>
internal static class ForgetVerb
{
    public static Command Command()
    {
        var (ledger, language, note, by, cache) = (SharedOptions.Ledger(), SharedOptions.Language(), SharedOptions.Note(), SharedOptions.By(), SharedOptions.Cache());
        var article =
            new Argument<string>("ARTICLE|ENTITY") { Description = "An article's id, or its first characters, or its file's name; or an entity's id, or one of its names." };
        var command = new Verb(
            "forget",
            "Erases an article for good: page, text, findings, and its words in the log of decisions; a hash stays, by which the page is refused when it comes again. Or takes the name of a person, an organisation or a place out of all that is shown.",
            "recoupe forget out/ledger.recoupe 1791d5b8b03076ae")
        {
            ledger, article, note, by, cache, language,
        };
        command.SetAction(asked =>
        {
            var words = asked.Wording(language);
            using var pipeline = Pipeline.Open(asked.GetRequiredValue(ledger), create: false);
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var what = asked.GetRequiredValue(article);
            var erased = pipeline.Forget(what);
            if (erased.Value is { Url: { } url } && asked.GetValue(cache) is { } folder) Pipeline.EraseFetched(folder, url);
            if (erased.Value is { } forgotten) return Done(asked, words.Say("cli.forgotten", ("name", forgotten.Name)));
            if (erased.Rejection!.Code is not "DECIDE-1") return RefusalPrinter.Unusable(asked, words, erased.Rejection);

            // No article: then a name. What is refused of it is told, and not that there is no such article.
            var masked = pipeline.Mask(what, asked.GetValue(note), asked.GetRequiredValue(by));
            return masked.Value is { } mask
                ? Done(asked, words.Say("cli.masked", ("id", mask.Id)))
                : RefusalPrinter.Unusable(asked, words, masked.Rejection!);
        });
        return command;
    }

    private static int Done(ParseResult asked, string told)
    {
        asked.InvocationConfiguration.Output.WriteLine(Printable.Line(told));
        return (int)Exit.Done;
    }
}
