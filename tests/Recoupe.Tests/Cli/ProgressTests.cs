using Recoupe.Cli;
using Recoupe.Tell;

namespace Recoupe.Tests.Cli;

public sealed class ProgressTests
{
    [Fact]
    public async Task A_terminal_sees_one_line_with_rate_and_time_left_and_nothing_of_it_in_the_end()
    {
        var error = new StringWriter();
        using (var progress = new ProgressLine(error, Locale.For("en"), whole: 1000, live: true))
        {
            await Task.Delay(150, TestContext.Current.CancellationToken);
            progress.Report(new RunProgress(12, 500, "a.txt"));
        }

        error.ToString().ShouldMatch(@"^\r12 articles, [\d,.]+ a second, about 0:0\d left\r +\r$");
    }

    [Fact]
    public void A_pipe_sees_no_line_in_a_short_run()
    {
        var error = new StringWriter();
        using (var progress = new ProgressLine(error, Locale.For("en"), whole: 1000, live: false)) progress.Report(new RunProgress(12, 500, "a.txt"));
        error.ToString().ShouldBeEmpty();
    }
}
