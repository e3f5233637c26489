using System.Text;
using Recoupe.Ingest.Forms;
using Recoupe.Utility;

namespace Recoupe.Ingest.Fetch;

/// <summary>
/// Which entries of feeds were read already, in a file of one mark a line, appended. An entry that its feed changes has another mark, and
/// is read again.
/// </summary>
internal sealed class SeenEntries
{
    private readonly HashSet<string> _known;
    private readonly List<string> _taken = [];
    private readonly string _path;

    private SeenEntries(string path, IEnumerable<string> known) => (_path, _known) = (path, new(known, StringComparer.Ordinal));

    /// <summary>The marks of the file; none where there is no such file.</summary>
    public static SeenEntries Of(string path) =>
        new(path, OrdinaryFile.HasBytes(path) ? HeldFile.Patiently(() => File.ReadAllLines(path), HeldFile.Patience) : []);

    /// <summary>Whether the entry was read in an earlier round.</summary>
    public bool Has(FeedEntry entry) => _known.Contains(MarkOf(entry));

    /// <summary>Takes the entry for read once <see cref="Keep"/> is called.</summary>
    public void Take(FeedEntry entry) => _taken.Add(MarkOf(entry));

    /// <summary>Writes down what was taken: all of it or, where the disk has no room, nothing.</summary>
    public void Keep()
    {
        if (_taken.Count == 0) return;
        using var file = HeldFile.Open(_path, HeldFile.Patience);
        HeldFile.Append(file, Encoding.UTF8.GetBytes(string.Concat(_taken.Select(mark => mark + '\n'))));
        _known.UnionWith(_taken);
        _taken.Clear();
    }

    private static string MarkOf(FeedEntry entry) =>
        ContentHash.Id(entry.Facts.Url ?? "", entry.Facts.Title ?? "", entry.Facts.Published ?? "", entry.Content ?? "");
}
