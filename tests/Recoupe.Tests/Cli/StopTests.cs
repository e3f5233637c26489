using System.Runtime.InteropServices;
using Recoupe.Cli;

namespace Recoupe.Tests.Cli;

public sealed class StopTests
{
    [Theory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public void The_first_signal_asks_to_stop_and_a_second_ends_at_once(PosixSignal signal, int status)
    {
        var ended = new List<int>();
        using var signals = new StopSignals(ended.Add);
        signals.Token.IsCancellationRequested.ShouldBeFalse();
        var context = new PosixSignalContext(signal);
        signals.Hear(context);
        (context.Cancel, signals.Token.IsCancellationRequested, signals.Status, ended.Count).ShouldBe((true, true, status, 0));
        signals.Hear(new PosixSignalContext(PosixSignal.SIGINT));
        ended.ShouldBe([status]);
    }

    [Fact]
    public void A_run_that_is_stopped_says_what_it_has_come_to()
    {
        using var folder = new Folder();
        using var stop = new CancellationTokenSource();
        var (output, error) = (new StringWriter(), new StringWriter());
        var filing = new Filing { Ledger = folder["l.recoupe"], Paths = [folder.File("a.txt", "Le pont est fermé, a dit la préfecture.")], Words = Recoupe.Tell.Locale.For("en"), Quiet = true };
        filing.Do(new() { Output = output, Error = error }, CancellationToken.None).ShouldBe(Exit.Done);
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => filing.Do(new() { Output = output, Error = error }, stop.Token));
        error.ToString().ShouldContain("Kept so far: 1 article (");
    }
}
