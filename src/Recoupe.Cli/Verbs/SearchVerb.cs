using System.CommandLine;
using Recoupe.Cli.Files;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe search</c>: names, claims and passages of a ledger by their words.</summary>
internal static class SearchVerb
{
    public static Command Command()
    {
        var (ledger, json, language) = (SharedOptions.Ledger(), SharedOptions.Json(), SharedOptions.Language());
        var words = new Argument<string>("WORDS") { Description = "Some words, in French or English; the last may be only begun." };
        words.Validators.Add(given => given.RefuseWordless([given.GetValueOrDefault<string>()], "A search needs words."));
        var most = new Option<int>("--most")
        {
            Description = "How many at most of names, of claims and of passages.",
            DefaultValueFactory = _ => 20,
        };
        most.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1) given.AddError("--most must be 1 or more.");
        });
        var command = new Verb(
            "search",
            "Finds names, claims and passages that have every word, whatever its accents, its ending or its language.",
            "recoupe search out/ledger.recoupe \"colonel capturé\"")
        {
            ledger, words, most, json, language,
        };
        command.SetAction(asked =>
        {
            using var pipeline = Pipeline.OpenToRead(asked.GetRequiredValue(ledger));
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var (query, output) = (asked.GetRequiredValue(words), asked.InvocationConfiguration.Output);
            var found = pipeline.Search(query, asked.GetValue(most));
            if (asked.GetValue(json)) output.Write(OutputFile.Text(stream => SearchJson.Write(stream, query, found)));
            else Tell(output, asked.Wording(language), found, id => pipeline.Required(id).Article.Header.Name);
            return (int)Exit.Done;
        });
        return command;
    }

    private static void Tell(TextWriter output, Locale words, IReadOnlyList<Found> found, Func<ArticleId, string> article)
    {
        if (found.Count == 0) output.WriteLine(words["cli.search.nothing"]);
        foreach (var kind in found.GroupBy(f => f.Kind))
        {
            output.WriteLine(words["cli.search." + kind.Key.ToString().ToLowerInvariant()]);
            foreach (var one in kind)
            {
                var where = kind.Key == FoundKind.Passage ? article(new(one.Id)) : one.Id;
                output.WriteLine($"  {Printable.Line(where)}: {Printable.Line(one.Text)}");
            }
        }
    }
}
