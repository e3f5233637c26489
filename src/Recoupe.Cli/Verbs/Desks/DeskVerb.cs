using System.CommandLine;
using System.Diagnostics;
using Recoupe.Desk;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs.Desks;

/// <summary><c>recoupe desk</c>: the ledger as pages that an analyst works in.</summary>
internal static class DeskVerb
{
    private const int LargestPort = 65_535; // as TCP numbers them

    public static Command Command()
    {
        var ledger =
            new Argument<string?>("LEDGER")
            {
                Description = "A ledger's file; by default the one that was open last, else an empty one of the user's own.",
                Arity = ArgumentArity.ZeroOrOne,
            };
        var port =
            new Option<int?>("--port") { Description = "The port on this machine, from 1 to 65535; by default 7411, or the next that is free." };
        port.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var asked }] && IsOutOfRange(asked))
                given.AddError("--port must be from 1 to 65535.");
        });
        var noOpen = new Option<bool>("--no-open") { Description = "Prints the address and opens no browser." };
        var readOnly =
            new Option<bool>("--readonly") { Description = "Only shows the ledger: nothing is decided, asked, added or forgotten." };
        var metrics =
            new Option<bool>("--metrics")
            {
                Description = "Tells at /metrics and /health what the desk counts of itself: numbers, to whoever reaches it.",
            };
        var (language, by) = (SharedOptions.Language(), SharedOptions.By());
        var command = new Verb(
            "desk",
            "Opens a ledger in the browser, to read, search, decide and add; on this machine alone, or with --listen for a newsroom.",
            "recoupe desk recoupe-out/ledger.recoupe")
        {
            ledger, port, noOpen, readOnly, metrics, by, language,
        };
        var listening = new ListeningOptions();
        listening.AddTo(command);
        command.SetAction(async (asked, stop) =>
        {
            var words = asked.Wording(language);
            var options = new DeskOptions
            {
                Ledger = asked.GetValue(ledger) ?? UserData.LastLedger(UserData.Folder),
                Port = asked.GetValue(port),
                Listening = listening.From(asked),
                Words = words,
                ReadOnly = asked.GetValue(readOnly),
                Metrics = asked.GetValue(metrics),
                By = asked.GetRequiredValue(by),
            };
            var desk = await DeskServer.StartAsync(options).ConfigureAwait(false);
            await using (desk.ConfigureAwait(false))
            {
                Tell(asked.InvocationConfiguration.Output, words, desk);
                if (!asked.GetValue(noOpen) && options.Listening is null) Open(desk.Address);
                await desk.RunAsync(stop).ConfigureAwait(false);
            }

            return (int)Exit.Done;
        });
        return command;
    }

    private static bool IsOutOfRange(string port) =>
        int.TryParse(port, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is < 1 or > LargestPort;

    private static void Tell(TextWriter output, Locale words, DeskServer desk)
    {
        output.WriteLine($"{words["desk.cli.ledger"]}  {Printable.Line(desk.Ledger)}");
        output.WriteLine($"{words["desk.cli.open"]}");
        output.WriteLine($"  {desk.Address}");
        output.WriteLine(words["desk.cli.stop"]);
        output.Flush();
    }

    // What a browser says of itself is not the program's.
    private static ProcessStartInfo Quietly(string opener, string address) =>
        new(opener, [address]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };

    // Where there is no browser, the address that was printed is enough.
    private static void Open(string address)
    {
        var opener = OperatingSystem.IsWindows() ? null : OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        try
        {
            Process.Start(opener is null ? new ProcessStartInfo(address) { UseShellExecute = true } : Quietly(opener, address))?.Dispose();
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or InvalidOperationException
            or PlatformNotSupportedException)
        {
        }
    }
}
