using Recoupe.Bench.Desks;

namespace Recoupe.Process.Tests;

/// <summary>Desks as newsrooms use and lose them: a short run of each measurement here, what it is measured by with the tests by name.</summary>
public sealed class DeskTests
{
    private static readonly string _program = Environment.GetEnvironmentVariable("RECOUPE_PROGRAM") is { Length: > 0 } named
        ? named : typeof(Cli.CommandLine).Assembly.Location;

    [Fact]
    public async Task Two_analysts_at_once_lose_nothing()
    {
        using var copy = new DeskBench.LedgerCopy(Samples.Story);
        var (made, lost, late) = await DeskBench.Two(_program, copy.Ledger, 20);
        (made, lost).ShouldBe((20, 0));
        late[^1].ShouldBeLessThan(double.PositiveInfinity); // how late is measured elsewhere: machines that build beside it are slow
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill()
    {
        var (decisions, _, lost) = await DeskBench.Kill(_program, Samples.Story, 3);
        decisions.ShouldBeGreaterThan(0);
        lost.ShouldBe(0);
    }

    [Fact]
    public async Task Sixteen_who_read_and_two_who_decide_meet_no_error()
    {
        using var copy = new DeskBench.LedgerCopy(Samples.Story);
        (await DeskBench.Load(_program, copy.Ledger, TimeSpan.FromSeconds(4), _ => { })).ShouldBe(0);
    }
}
