namespace Recoupe.Link;

/// <summary>Days as ISO 8601 text.</summary>
internal static class Days
{
    /// <summary>Whether a value names a day of a known year.</summary>
    public static bool IsFull(string? value) => value is { Length: >= 10 } && char.IsAsciiDigit(value[0]) && value[4] == '-' && value[7] == '-';

    /// <summary>The full day of a publication, or <see langword="null"/> where it is unknown, incomplete or doubted.</summary>
    public static string? Believed(Publication? published) =>
        published is { Doubted: null } && IsFull(published.Value) ? published.Value[..10] : null;
}
