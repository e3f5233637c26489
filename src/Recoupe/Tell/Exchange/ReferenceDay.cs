using System.Globalization;

namespace Recoupe.Tell.Exchange;

/// <summary>What a reference to an article says, whatever the form: year, month and day as far as they are known.</summary>
internal readonly record struct ReferenceDay(int Year, int Month, int Day)
{
    /// <summary>
    /// The day of a value (<c>2024-03-12</c>, <c>2024-03</c>, <c>2024</c>); <see langword="null"/> where its year is unknown.
    /// </summary>
    public static ReferenceDay? Of(Publication? published)
    {
        if (published is null or { Doubted: not null }) return null;
        var parts = published.Value.Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        return new(year, Part(parts, 1), Part(parts, 2));
    }

    private static int Part(string[] parts, int at) =>
        at < parts.Length && int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
