using System.Globalization;
using System.Text.RegularExpressions;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads lists of references in RIS (Zotero, Europresse, library catalogues). A reference is no article: the page or text that is filed
/// with it is, with what the reference says of it.
/// </summary>
internal static partial class RisFile
{
    private const string FileScheme = "file://";

    private static readonly string[] Titles = ["TI", "T1", "CT"];
    private static readonly string[] Sites = ["JO", "T2", "JF", "JA", "BT", "PB", "DP"];
    private static readonly string[] Days = ["DA", "Y1", "PY"];
    private static readonly string[] Files = ["L1", "L2", "L4"];

    /// <summary>The pages that the references are filed with; a reference without one is refused.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.OfText(file);
        if (read.Rejection is { } unreadable) return [unreadable];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return References(PageText.OfHtml(read.Value!)).SelectMany((reference, i) => PagesOf(file, reference, i + 1, seen));
    }

    private static IEnumerable<Outcome<Page>> PagesOf(
        FoundFile file, Dictionary<string, List<string>> reference, int number, HashSet<string> seen)
    {
        var facts = FactsOf(reference);
        var filed = Filed(file, reference).ToList();
        if (filed.Count > 0 && filed.TrueForAll(f => seen.Contains(f.RealPath)))
            return []; // read once, with the reference that named it first
        var pages = filed.Where(f => seen.Add(f.RealPath)).SelectMany(f => IngestGate.Guarded(f.Path, () => PageFile.Read(f)))
            .Select(p => p.Value is { } page ? page with { Given = facts.Or(page.Given) } : p).ToList();
        return pages.Count > 0
            ? pages
            : [IngestRefusals.SummaryAlone(string.Create(CultureInfo.InvariantCulture, $"{file.Path}#{number}"), facts.Url)];
    }

    // What lies beside the list or below it: a reference must not lead anywhere else on the disk.
    private static IEnumerable<FoundFile> Filed(FoundFile file, Dictionary<string, List<string>> reference)
    {
        var folder = Path.GetDirectoryName(file.RealPath) ?? "";
        foreach (var name in Files.SelectMany(tag => reference.GetValueOrDefault(tag) ?? []))
        {
            if (name.Contains('\0')
                || name.Contains("://", StringComparison.Ordinal) && !name.StartsWith(FileScheme, StringComparison.Ordinal))
                continue;
            var path = Path.Combine(Path.GetDirectoryName(file.Path) ?? "", name.StartsWith(FileScheme, StringComparison.Ordinal) ? Uri.UnescapeDataString(name[FileScheme.Length..]) : name);
            if (File.Exists(path) && RealPath.Of(path) is { } real && RealPath.LiesIn(real, folder))
                yield return new(path, real, FileNames.FormOf(path));
        }
    }

    private static PageFacts FactsOf(Dictionary<string, List<string>> reference) => new(
        (reference.GetValueOrDefault("UR") ?? []).Select(WebAddress.Read).FirstOrDefault(url => url is not null),
        First(reference, Sites),
        First(reference, Titles),
        [.. (reference.GetValueOrDefault("AU") ?? reference.GetValueOrDefault("A1") ?? []).Select(Named)],
        First(reference, Days) is { } day ? IsoDay.Read(day.TrimEnd('/').Replace('/', '-')) : null,
        LanguageTag.Read(First(reference, ["LA"])));

    // "Surname, Given": turned round, as by-lines write it.
    private static string Named(string author) => author.Split(", ") is [var last, var first] ? $"{first} {last}" : author;

    private static string? First(Dictionary<string, List<string>> reference, string[] tags) =>
        tags.SelectMany(tag => reference.GetValueOrDefault(tag) ?? []).FirstOrDefault(value => value.Length > 0);

    private static IEnumerable<Dictionary<string, List<string>>> References(string text)
    {
        var reference = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Select(l => l.TrimStart('\uFEFF')))
        {
            if (!Tagged().IsMatch(line)) continue;
            var (tag, value) = (line[..2], line[5..].Trim());
            if (tag is "TY") reference = new(StringComparer.Ordinal);
            else if (tag is "ER") yield return reference;
            else if (reference.TryGetValue(tag, out var values)) values.Add(value);
            else reference.Add(tag, [value]);
        }
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]  -", RegexOptions.NonBacktracking)]
    private static partial Regex Tagged();
}
