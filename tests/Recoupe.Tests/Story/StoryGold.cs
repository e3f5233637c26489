using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoupe.Tests.Story;

/// <summary>The sample story, and what a careful reader finds in it.</summary>
internal static class StoryGold
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    /// <summary>The folder of the articles.</summary>
    public static string Articles { get; } = Path.Combine(Root, "samples", "story");

    /// <summary>The rows of a table, each by its columns' names.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string name)
    {
        var lines = File.ReadAllLines(Gold(name + ".tsv"));
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split('\t')).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    /// <summary>The statements, in the order of the file.</summary>
    public static IReadOnlyList<GoldStatement> Statements() =>
        [.. File.ReadLines(Gold("statements.gold.jsonl")).Select(line => JsonSerializer.Deserialize<GoldStatement>(line)!)];

    /// <summary>The raw text of every article, by its name: the file's without its ending, or the record's id.</summary>
    public static IReadOnlyDictionary<string, string> RawTexts()
    {
        var texts = Directory.EnumerateFiles(Articles).Where(f => Path.GetExtension(f) is ".txt" or ".md" or ".html")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Articles, "19-20-breves.jsonl")))
        {
            using var record = JsonDocument.Parse(line);
            var text = record.RootElement.TryGetProperty("text", out var given) ? given : record.RootElement.GetProperty("maintext");
            texts.Add(record.RootElement.GetProperty("id").GetString()!, text.GetString()!);
        }

        return texts;
    }

    private static string Gold(string file) => Path.Combine(Root, "tests", "Recoupe.Tests", "Story", file);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Recoupe.slnx")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}

/// <summary>A statement as written down by hand.</summary>
internal sealed record GoldStatement(
    [property: JsonPropertyName("doc")] string File,
    [property: JsonPropertyName("content")] string[] Content,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("source_name")] string SourceName,
    [property: JsonPropertyName("source_kind")] string SourceKind,
    [property: JsonPropertyName("cue")] string Cue,
    [property: JsonPropertyName("manner")] string Manner,
    [property: JsonPropertyName("via")] string[] Via,
    [property: JsonPropertyName("certainty")] string Certainty,
    [property: JsonPropertyName("stance")] string Stance,
    [property: JsonPropertyName("nth")] int Nth = 0)
{
    /// <summary>The article's name.</summary>
    public string Article => Path.GetFileNameWithoutExtension(File);
}
