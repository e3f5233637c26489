using System.Diagnostics;

namespace Recoupe.Process.Tests;

/// <summary>The language library as a package: another program installs it and runs the example of its README.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Fence = "```csharp\n";

    private readonly string folder = Directory.CreateTempSubdirectory("recoupe-package-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_library_installs_from_its_package_and_its_example_runs()
    {
        var packages = Path.Combine(folder, "packages");
        foreach (var project in new[] { "Recoupe.Language.Models", "Recoupe.Language" })
            Dotnet("pack", Path.Combine(Root(AppContext.BaseDirectory), "src", project), "-c", "Release", "--no-build", "-o", packages, "-nologo", "-v", "q");
        WriteProgram();

        Dotnet("restore", folder, "--source", packages);
        var said = Dotnet("run", "--project", folder, "--no-restore");

        said.ShouldContain("née VERB naître root");
        said.ShouldContain("Marie Curie Person");
        said.ShouldContain("Varsovie Place");
    }

    private void WriteProgram()
    {
        var readme = File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "src", "Recoupe.Language", "README.md"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Example(readme));
        File.WriteAllText(Path.Combine(folder, "Trial.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>restored</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Recoupe.Language" Version="{Tell.Pages.Dossier.Version}" />
              </ItemGroup>
            </Project>
            """);
    }

    private static string Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = System.Diagnostics.Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, said + complaint.Result);
        return said;
    }

    private static string Root(string inner) => File.Exists(Path.Combine(inner, "Recoupe.slnx")) ? inner : Root(Path.GetDirectoryName(inner)!);

    // The first block of code of a page.
    private static string Example(string page)
    {
        var start = page.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
