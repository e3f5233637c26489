namespace Recoupe.Formats;

/// <summary>Reads the language tags of pages and records: <c>fr</c>, <c>fr-FR</c>, <c>fr_FR</c>.</summary>
internal static class LanguageTag
{
    /// <summary>The language as ISO 639-1; <see langword="null"/> where there is none.</summary>
    public static string? Read(string? tag) =>
        tag?.Trim().Split('-', '_')[0].ToLowerInvariant() is { Length: 2 } code && code.All(char.IsAsciiLetterLower) ? code : null;
}
