using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Recoupe.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_approved()
    {
        var api = typeof(Pipeline).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt"), api);
        api.ShouldBe(File.ReadAllText(Approved()), "if the change is meant, copy PublicApi.received.txt from the tests' output over PublicApi.approved.txt");
    }

    private static string Approved([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "PublicApi.approved.txt");
}
