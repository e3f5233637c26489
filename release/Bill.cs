#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RestoreLockedMode=false
// Writes the bill of materials of a release (CycloneDX 1.6, JSON): every package that is in it, by the hash of what it is, the run-time, and every model with where it comes from.
// A package that is not the one of the lock file stops it.
//   dotnet run release/Bill.cs -- project.assets.json RUNTIME VERSION OUT.json
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

if (args is not [var assetsPath, var runtime, var version, var outPath])
{
    Console.Error.WriteLine("Bill: project.assets.json RUNTIME VERSION OUT.json");
    return 2;
}

const string Models = "src/Recoupe.Language.Models";
var assets = JsonNode.Parse(File.ReadAllText(assetsPath))!;
var cache = assets["packageFolders"]!.AsObject().First().Key;
var locked = Locked("src/Recoupe.Cli/packages.lock.json");

// What comes with the platform is of the SDK's choosing and in no lock file.
var shipped = assets["targets"]!["net10.0/" + runtime]!.AsObject()
    .Where(p => p.Value!["type"]!.GetValue<string>() == "package" && (p.Value["runtime"] ?? p.Value["native"] ?? p.Value["runtimeTargets"]) is not null)
    .Select(p => p.Key)
    .Order(StringComparer.Ordinal)
    .ToList();
foreach (var name in shipped.Where(n => locked.GetValueOrDefault(n.ToUpperInvariant()) != assets["libraries"]![n]!["sha512"]!.GetValue<string>()))
    throw new InvalidDataException($"{name} is not the package that src/Recoupe.Cli/packages.lock.json names");

var components = new JsonArray([.. shipped.Select(Package), .. Platform(), .. ModelFiles()]);
var bill = new JsonObject
{
    ["bomFormat"] = "CycloneDX",
    ["specVersion"] = "1.6",
    ["version"] = 1,
    ["metadata"] = new JsonObject
    {
        ["timestamp"] = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") ?? "0", CultureInfo.InvariantCulture))
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["component"] = new JsonObject
        {
            ["type"] = "application", ["bom-ref"] = "recoupe", ["name"] = "recoupe", ["version"] = version,
            ["licenses"] = Licence("Apache-2.0"),
            ["properties"] = new JsonArray(new JsonObject { ["name"] = "runtime", ["value"] = runtime }),
        },
    },
    ["components"] = components,
};
File.WriteAllText(outPath, bill.ToJsonString(new JsonSerializerOptions { WriteIndented = true, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() }) + "\n");
return 0;

static Dictionary<string, string> Locked(string path) =>
    JsonNode.Parse(File.ReadAllText(path))!["dependencies"]!["net10.0"]!.AsObject()
        .Where(p => p.Value!["contentHash"] is not null)
        .ToDictionary(p => $"{p.Key}/{p.Value!["resolved"]!.GetValue<string>()}".ToUpperInvariant(), p => p.Value!["contentHash"]!.GetValue<string>(), StringComparer.Ordinal);

JsonNode Package(string named)
{
    var (name, number) = (named.Split('/')[0], named.Split('/')[1]);
    var spec = XDocument.Load(Path.Combine(cache, name.ToLowerInvariant(), number, name.ToLowerInvariant() + ".nuspec")).Root!;
    string? Told(string field) => spec.Descendants().FirstOrDefault(e => e.Name.LocalName == field)?.Value;
    var licence = spec.Descendants().FirstOrDefault(e => e.Name.LocalName == "license");
    return new JsonObject
    {
        ["type"] = "library", ["bom-ref"] = $"pkg:nuget/{name}@{number}", ["name"] = name, ["version"] = number,
        ["copyright"] = Told("copyright"),
        ["hashes"] = Hash("SHA-512", Convert.FromBase64String(assets["libraries"]![named]!["sha512"]!.GetValue<string>())),
        // SQLite's package names a file instead of a licence: it says "public domain".
        ["licenses"] = licence?.Attribute("type")?.Value == "expression" ? Licence(licence.Value) : new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = "see licences/README.md" } }),
        ["purl"] = $"pkg:nuget/{name}@{number}",
    };
}

IEnumerable<JsonNode> Platform() => assets["project"]!["frameworks"]!["net10.0"]!["downloadDependencies"]?.AsArray()
    .Select(d => (Name: d!["name"]!.GetValue<string>(), Number: d["version"]!.GetValue<string>().TrimStart('[').Split(',')[0]))
    .Where(d => d.Name.StartsWith("Microsoft.NETCore.App.Runtime.", StringComparison.Ordinal) && d.Name.EndsWith(runtime, StringComparison.Ordinal))
    .OrderBy(d => d.Name, StringComparer.Ordinal)
    .Select(d => (JsonNode)new JsonObject
    {
        ["type"] = "framework", ["bom-ref"] = $"pkg:nuget/{d.Name}@{d.Number}", ["name"] = d.Name, ["version"] = d.Number,
        ["licenses"] = Licence("MIT"), ["purl"] = $"pkg:nuget/{d.Name}@{d.Number}",
    }) ?? [];

// NOTICE.md has a line a file: | `fr/tags.bin` | made from | licence |. A large file lies in pieces, with a number at its end.
IEnumerable<JsonNode> ModelFiles()
{
    var lines = File.ReadLines(Path.Combine(Models, "NOTICE.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();
    foreach (var line in lines)
    {
        var name = line[1].Trim('`');
        var whole = Path.Combine(Models, "models", name);
        var pieces = File.Exists(whole) ? [whole] : Directory.GetFiles(Path.GetDirectoryName(whole)!, Path.GetFileName(whole) + ".*").Order(StringComparer.Ordinal).ToArray();
        if (pieces.Length == 0) throw new InvalidDataException($"NOTICE.md names {name}, which is not there");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces) hash.AppendData(File.ReadAllBytes(piece));
        yield return new JsonObject
        {
            ["type"] = "data", ["bom-ref"] = "model:" + name, ["name"] = name, ["description"] = line[2],
            ["hashes"] = Hash("SHA-256", hash.GetHashAndReset()),
            ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = line[3] } }),
        };
    }
}

static JsonArray Hash(string algorithm, byte[] bytes) => [new JsonObject { ["alg"] = algorithm, ["content"] = Convert.ToHexStringLower(bytes) }];
static JsonArray Licence(string id) => [new JsonObject { ["license"] = new JsonObject { ["id"] = id } }];
