using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Fetch;

/// <summary>Reads lists of addresses (<c>.urls</c>): one a line, <c>#</c> opens a comment line.</summary>
internal static class AddressFile
{
    /// <summary>The pages at the addresses; without a web each is refused.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file, WebSource? web)
    {
        var read = FileBytes.Read(file.Path, file.RealPath, PageLimits.LargestPage);
        if (read.Rejection is { } unreadable) return [unreadable];
        var lines = PageText.Of(read.Value!).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#');
        return lines.SelectMany(url => web?.At(url) ?? [IngestRefusals.NotAsked(url)]);
    }
}
