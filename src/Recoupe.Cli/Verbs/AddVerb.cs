using System.CommandLine;
using Recoupe.Cli.Verbs.Away;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe add</c>: more articles into a ledger.</summary>
internal static class AddVerb
{
    public static Command Command()
    {
        var (ledger, paths) = (SharedOptions.Ledger(), SharedOptions.Paths());
        var (questions, language, quiet, json, threads) = (SharedOptions.Questions(), SharedOptions.Language(), SharedOptions.Quiet(), SharedOptions.Json(), SharedOptions.Threads());
        var (fetch, cache, proxy, noPages) = (SharedOptions.Fetch(), SharedOptions.Cache(), SharedOptions.Proxy(), SharedOptions.NoPages());
        var (readers, credentials, authority) = (AwayOptions.Readers(), AwayOptions.Credentials(), AwayOptions.Authority());
        var command = new Verb(
            "add",
            "Adds articles to a ledger, which is made where there is none. In whatever order they come, the ledger ends the same.",
            "recoupe add out/ledger.recoupe samples/story/10-echo-dementi.txt")
        {
            ledger, paths, questions, language, fetch, cache, proxy, noPages, threads, readers, credentials, authority, quiet, json,
        };
        command.SetAction((asked, cancel) =>
        {
            var filing = new Filing
            {
                Ledger = asked.GetRequiredValue(ledger),
                Paths = asked.GetRequiredValue(paths),
                Questions = asked.GetValue(questions) ?? [],
                Fetch = asked.Fetching(fetch, cache, proxy),
                Pages = !asked.GetValue(noPages),
                Threads = asked.GetValue(threads),
                Readers = asked.Reading(readers, credentials, authority),
                Words = asked.Wording(language),
                TellsNew = true,
                Quiet = asked.GetValue(quiet),
                Json = asked.GetValue(json),
            };
            return Task.FromResult((int)filing.Do(asked.InvocationConfiguration, cancel));
        });
        return command;
    }
}
