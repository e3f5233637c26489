using System.CommandLine;
using Recoupe.Readers;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs.Away;

/// <summary><c>recoupe reader</c>: reads pages that another machine gives out.</summary>
internal static class ReaderVerb
{
    public static Command Command()
    {
        var server =
            new Argument<string>("SERVER") { Description = "A NATS server with JetStream, or several with commas: nats://host:4222." };
        var (credentials, authority) = (AwayOptions.Credentials(), AwayOptions.Authority());
        var (threads, quiet, language) = (SharedOptions.Threads(), SharedOptions.Quiet(), SharedOptions.Language());
        var command = new Verb(
            "reader",
            "Reads pages that run or add --readers gives out on another machine, until it is stopped.",
            "recoupe reader nats://127.0.0.1:4222")
        {
            server, credentials, authority, threads, quiet, language,
        };
        command.SetAction(async (asked, cancel) =>
        {
            var options = asked.Away(asked.GetRequiredValue(server), credentials, authority);
            var error = asked.InvocationConfiguration.Error;
            var watcher = asked.GetValue(quiet) ? null : new Watcher(error, asked.Wording(language));
            await PageReader.RunAsync(options, asked.GetValue(threads), watcher, cancel).ConfigureAwait(false);
            return (int)Exit.Done;
        });
        return command;
    }

    // A line now and then: nobody sits before a reader.
    private sealed class Watcher(TextWriter error, Locale words) : IProgress<int>
    {
        private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

        private readonly Lock _gate = new();
        private readonly long _started = TimeProvider.System.GetTimestamp();
        private long _told;

        public void Report(int value)
        {
            lock (_gate)
            {
                if (_told > 0 && TimeProvider.System.GetElapsedTime(_told) < Every) return;
                _told = TimeProvider.System.GetTimestamp();
                var rate = value / Math.Max(1, TimeProvider.System.GetElapsedTime(_started).TotalSeconds);
                error.WriteLine($"{words.Count("cli.reader.read", value)} ({FormattableString.Invariant($"{rate:F1}")}/s)");
            }
        }
    }
}
