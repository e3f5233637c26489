using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Recoupe.Tell;
using Recoupe.Tell.Exchange;

namespace Recoupe.Cli;

/// <summary>Options and arguments that several verbs share, each with one meaning.</summary>
internal static class SharedOptions
{
    public static Argument<string[]> Paths()
    {
        var argument = new Argument<string[]>("PATH")
        {
            Description = $"Files, folders or globs: {string.Join(", ", Pipeline.Endings)}; also packed, as .html.gz.",
            Arity = ArgumentArity.OneOrMore,
        };
        argument.Validators.Add(RefuseMistypedOptions);
        return argument;
    }

    public static Argument<string> Ledger() => new("LEDGER") { Description = "A ledger's file, such as out/ledger.recoupe." };

    public static Option<string?> Language()
    {
        var option = new Option<string?>("--lang") { Description = "The language of what is told: fr or en. By default the system's." };
        option.AcceptOnlyFromAmong([.. Locale.Available]);
        return option;
    }

    public static Option<bool> Fetch() =>
        new("--fetch") { Description = "Fetches addresses (https://…, lists of them, entries of feeds and sitemaps), within each site's robots.txt; without it nothing is fetched." };

    public static Option<string?> Cache() =>
        new("--cache") { Description = "The folder where fetched pages are kept, so that they are not sent twice." };

    public static Option<string?> Proxy()
    {
        var option =
            new Option<string?>("--proxy") { Description = "The proxy to fetch through (http://host:port). Without it none is used, whatever the environment names." };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } url
                && !(Uri.TryCreate(url, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https" or "socks5"))
                given.AddError("--proxy takes an address such as http://host:3128.");
        });
        return option;
    }

    public static Option<bool> NoPages() =>
        new("--no-pages") { Description = "Keeps the articles and not the pages that they came on: a smaller ledger, whose articles a later version cannot find anew." };

    /// <summary>How to fetch, where that was asked for.</summary>
    public static FetchOptions? Fetching(this ParseResult asked, Option<bool> fetch, Option<string?> cache, Option<string?> proxy) =>
        asked.GetValue(fetch) ? asked.FetchedBy(cache, proxy) : null;

    /// <summary>How to fetch.</summary>
    public static FetchOptions FetchedBy(this ParseResult asked, Option<string?> cache, Option<string?> proxy)
    {
        var options = new FetchOptions { Proxy = asked.GetValue(proxy) is { } url ? new Uri(url) : null };
        return asked.GetValue(cache) is { } folder ? options with { CacheFolder = folder } : options;
    }

    public static Option<bool> Quiet() =>
        new("--quiet", "-q") { Description = "No progress and no summary; refusals are still told on standard error." };

    public static Option<string?> Note() => new("--note") { Description = "Why; a rating needs it." };

    public static Option<string> By() =>
        new("--by") { Description = "Who decides. By default the system's user.", DefaultValueFactory = _ => Environment.UserName };

    public static Option<bool> Json() => new("--json") { Description = "The result as JSON, for programs." };

    public static Option<bool> Share() =>
        new("--share") { Description = "What may leave the house: short passages with source and link instead of whole texts, and no analyst by name." };

    /// <summary>What of a ledger is told: a kind, then ids.</summary>
    public static Option<string[]> Only()
    {
        var option = new Option<string[]>("--only")
        {
            Description = "What of the ledger is told: dispute, question, claim or article, then ids or their first characters; by default all of it.",
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(given =>
        {
            if (LedgerSlice.Parse([.. given.Tokens.Select(t => t.Value)]) is null)
                given.AddError("--only needs dispute, question, claim or article, then an id.");
        });
        return option;
    }

    /// <summary>The slice that <see cref="Only"/> was given; the whole where it was not.</summary>
    public static LedgerSlice Slice(string[]? words) => LedgerSlice.Parse(words ?? []) ?? LedgerSlice.Whole;

    public static Option<string[]> Questions()
    {
        var option = new Option<string[]>("--question")
        {
            Description = "A sentence to lay out answers to, on a page of its own; may be given several times.",
            AllowMultipleArgumentsPerToken = false,
        };
        option.Validators.Add(given => given.RefuseWordless(given.Tokens.Select(t => t.Value), "A sentence needs words."));
        return option;
    }

    /// <summary>Refuses what has neither a letter nor a digit in it: nothing can be said of it.</summary>
    public static void RefuseWordless(this SymbolResult given, IEnumerable<string?> texts, string message)
    {
        if (texts.Any(text => text is not null && !text.EnumerateRunes().Any(Rune.IsLetterOrDigit))) given.AddError(message);
    }

    public static Option<int> Threads()
    {
        var option =
            new Option<int>("--threads") { Description = "How many articles are read at once; 0, the default, for one a core. The result is the same." };
        option.Validators.Add(RefuseNegative);
        return option;
    }

    /// <summary>The wordings that a command line asks for, right or wrong as the rest of it may be.</summary>
    public static Locale Wording(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal))
                return Locale.For(args[i]["--lang=".Length..]);
            if (args[i] is "--lang" && i + 1 < args.Count) return Locale.For(args[i + 1]);
        }

        return Locale.OfSystem();
    }

    public static Locale Wording(this ParseResult asked, Option<string?> language) =>
        asked.GetValue(language) is { } given ? Locale.For(given) : Locale.OfSystem();

    // A file may begin with a dash; what is no file is an option that does not exist.
    private static void RefuseMistypedOptions(ArgumentResult given)
    {
        foreach (var token in given.Tokens.Where(t => t.Value.StartsWith('-') && !Path.Exists(t.Value)))
            given.AddError($"{token.Value} is no option of this command, and no file.");
    }

    private static void RefuseNegative(OptionResult given)
    {
        if (given.Tokens is [{ Value: ['-', ..] }]) given.AddError("--threads must be 0 or more.");
    }
}
