using System.Text;

namespace Recoupe.Ingest.Fetch;

/// <summary>
/// Which entries of feeds were read already, in a file of one mark a line, appended. An entry that its feed changes has another mark, and is read again.
/// </summary>
internal sealed class SeenEntries
{
    private readonly HashSet<string> known;
    private readonly List<string> taken = [];
    private readonly string path;

    private SeenEntries(string path, IEnumerable<string> known) => (this.path, this.known) = (path, new(known, StringComparer.Ordinal));

    /// <summary>The marks of the file; none where there is no such file.</summary>
    public static SeenEntries Of(string path) => new(path, File.Exists(path) ? File.ReadLines(path) : []);

    /// <summary>Whether the entry was read in an earlier round.</summary>
    public bool Has(FeedEntry entry) => known.Contains(MarkOf(entry));

    /// <summary>Takes the entry for read once <see cref="Keep"/> is called.</summary>
    public void Take(FeedEntry entry) => taken.Add(MarkOf(entry));

    /// <summary>Writes down what was taken.</summary>
    public void Keep()
    {
        if (taken.Count > 0) File.AppendAllLines(path, taken, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static string MarkOf(FeedEntry entry) => ContentHash.Id(entry.Facts.Url ?? "", entry.Facts.Title ?? "", entry.Facts.Published ?? "", entry.Content ?? "");
}
