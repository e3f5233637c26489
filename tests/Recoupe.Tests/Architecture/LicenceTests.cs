using System.Text.Json;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Architecture;

/// <summary>Whatever ships is named with its licence.</summary>
public sealed class LicenceTests
{
    private static readonly string _root = Path.Combine(StoryGold.Articles, "..", "..");

    // It reads the sources while they are compiled, and is in nothing that ships.
    private static readonly string[] _forBuilding = ["Meziantou.Analyzer"];

    public static TheoryData<string> Packages => [.. Locked().Where(name => !_forBuilding.Contains(name, StringComparer.Ordinal))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_package_of_the_program_is_named_with_its_licence(string package)
    {
        var row = File.ReadLines(Path.Combine(_root, "licences", "README.md")).FirstOrDefault(line => Names(line).Contains(package, StringComparer.Ordinal));
        row.ShouldNotBeNull();
        var text = row[(row.LastIndexOf('(') + 1)..row.LastIndexOf(')')];
        File.Exists(Path.Combine(_root, "licences", text)).ShouldBeTrue(text);
    }

    // The first cell of a row, parted at its commas.
    private static string[] Names(string line) => line.StartsWith("| ", StringComparison.Ordinal) ? line.Split('|')[1].Trim().Split(", ") : [];

    private static List<string> Locked()
    {
        using var locked = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_root, "src", "Recoupe.Cli", "packages.lock.json")));
        return [.. locked.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject().Where(p => p.Value.TryGetProperty("contentHash", out _)).Select(p => p.Name)];
    }
}
