using Recoupe.Cli;

namespace Recoupe.Tests.Cli;

/// <summary>A process that may open too few files says so before it begins.</summary>
public sealed class OpenFilesTests
{
    [Theory]
    [InlineData("Max open files            64                   4096                 files     ", false)]
    [InlineData("Max open files            159                  159                  files     ", false)]
    [InlineData("Max open files            160                  4096                 files     ", true)]
    [InlineData("Max open files            unlimited            unlimited            files     ", true)]
    [InlineData("Max processes             64                   64                   processes ", true)]
    public void The_limit_that_the_kernel_tells_is_looked_at(string line, bool areEnough) =>
        OpenFiles.AreEnough(["Limit                     Soft Limit           Hard Limit           Units     ", line], fewest: 160).ShouldBe(areEnough);

    [Fact]
    public void What_fails_for_want_of_files_is_told_as_that()
    {
        using var error = new StringWriter();
        var many = new TypeInitializationException("x", new IOException("Too many open files", 24));
        Faults.Told(many, error, Recoupe.Tell.Locale.For("en")).ShouldBe(Exit.Unusable);
        error.ToString().ShouldStartWith("OUT-3: Too many files are open at once.");
    }
}
