using System.Text.Json;
using Recoupe.Language;

namespace Recoupe.Bench;

/// <summary>The specification files of Recognizers-Text.</summary>
internal static class Specs
{
    /// <summary>The cases that the .NET version supports.</summary>
    public static IEnumerable<JsonElement> Supported(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var spec in file.RootElement.Clone().EnumerateArray())
            if (!IsExcluded(spec, "NotSupported") && !IsExcluded(spec, "NotSupportedByDesign")) yield return spec;
    }

    private static bool IsExcluded(JsonElement spec, string property) =>
        spec.TryGetProperty(property, out var platforms) && platforms.GetString()!.Contains("dotnet", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A bare text as an article.</summary>
internal static class SpecArticle
{
    public static Article Of(string text, string language, string? published)
    {
        var date = published is null ? null : new Publication(published, PublicationSource.Given, null, null);
        var header = new ArticleHeader(new ArticleId("0000000000000000"), "", "case", "", null, null, null, [], language, date);
        return new(header, text, [.. Paragraphs(text)]);
    }

    private static IEnumerable<Block> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;
            if (end > start) yield return new(new TextSpan(start, end), BlockKind.Body);
            start = end + 1;
        }
    }
}
