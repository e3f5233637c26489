using System.CommandLine;
using Recoupe.Cli.Files;
using Recoupe.Cli.Verbs.Away;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe run</c>: from articles to a ledger and a dossier.</summary>
internal static class RunVerb
{
    public static Command Command()
    {
        var paths = SharedOptions.Paths();
        var folder =
            new Option<string>("--out") { Description = "The folder for ledger.recoupe and dossier/; made where there is none, continued where there is a ledger.", DefaultValueFactory = _ => "recoupe-out" };
        var noDossier = new Option<bool>("--no-dossier") { Description = "The ledger alone." };
        var (questions, language, share, quiet, json, threads) =
            (SharedOptions.Questions(), SharedOptions.Language(), SharedOptions.Share(), SharedOptions.Quiet(), SharedOptions.Json(), SharedOptions.Threads());
        var (fetch, cache, proxy, noPages) = (SharedOptions.Fetch(), SharedOptions.Cache(), SharedOptions.Proxy(), SharedOptions.NoPages());
        var (readers, credentials, authority) = (AwayOptions.Readers(), AwayOptions.Credentials(), AwayOptions.Authority());
        var command = new Verb(
            "run",
            "Reads articles into a ledger, and writes a dossier to open in a browser.",
            "recoupe run samples/story --out out --question \"Le colonel Zarovitch a-t-il été capturé ?\"")
        {
            paths, folder, questions, language, share, noDossier, fetch, cache, proxy, noPages, threads,
            readers, credentials, authority, quiet, json,
        };
        command.SetAction((asked, cancel) =>
        {
            var into = asked.GetRequiredValue(folder);
            using var made = MadeFolder.At(into);
            var filing = new Filing
            {
                Ledger = Path.Combine(into, "ledger.recoupe"),
                Paths = asked.GetRequiredValue(paths),
                Questions = asked.GetValue(questions) ?? [],
                Dossier = asked.GetValue(noDossier) ? null : Path.Combine(into, "dossier"),
                Share = asked.GetValue(share),
                Fetch = asked.Fetching(fetch, cache, proxy),
                Pages = !asked.GetValue(noPages),
                Threads = asked.GetValue(threads),
                Readers = asked.Reading(readers, credentials, authority),
                Words = asked.Wording(language),
                Quiet = asked.GetValue(quiet),
                Json = asked.GetValue(json),
            };
            return Task.FromResult((int)filing.Do(asked.InvocationConfiguration, cancel));
        });
        return command;
    }
}
