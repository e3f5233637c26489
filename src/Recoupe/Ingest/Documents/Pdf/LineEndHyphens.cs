using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>
/// Tells whether a hyphen at the end of a line belongs to the word: by the text's other words, then by what languages write with one.
/// </summary>
internal sealed class LineEndHyphens
{
    private static readonly FrozenSet<string> _before = Shipped("after");
    private static readonly FrozenSet<string> _after = Shipped("before");

    private const string OpeningMarks = "«“\"(‘[";

    private readonly HashSet<string> _words;

    private LineEndHyphens(HashSet<string> words) => _words = words;

    /// <summary>What the words of these lines show.</summary>
    public static LineEndHyphens Of(IEnumerable<PdfSegment> lines)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        // What begins or ends a line may be half a word.
        foreach (var line in lines) words.UnionWith(line.Text.Split(' ').SkipLast(1).Select(Bare).Where(w => w.Length > 0));
        return new(words);
    }

    /// <summary>Whether the hyphen between the end of one line and the beginning of the next stays.</summary>
    /// <param name="end">The end of the line, without its hyphen.</param>
    /// <param name="start">The beginning of the next.</param>
    public bool IsKept(ReadOnlySpan<char> end, ReadOnlySpan<char> start)
    {
        var (first, second) = (Last(end), First(start));
        if (second.Length == 0 || !char.IsLower(start.TrimStart(OpeningMarks)[0]) || first.Length == 0
            || !char.IsLetter(first[^1])) return true;
        if (_words.Contains(first + second)) return false;
        if (_words.Contains($"{first}-{second}")) return true;
        return _before.Contains(LastPart(first)) || _after.Contains(FirstPart(second));
    }

    private static string Last(ReadOnlySpan<char> end) => Bare(end[(end.LastIndexOf(' ') + 1)..].ToString());

    private static string First(ReadOnlySpan<char> start) => Bare((start.IndexOf(' ') is >= 0 and var at ? start[..at] : start).ToString());

    // «est-ce-» and «c'est-à-»: what counts is what stands next to the hyphen.
    private static string LastPart(string word) => word[(word.LastIndexOfAny(['-', '\'', '’']) + 1)..];

    private static string FirstPart(string word) => word.IndexOfAny(['-', '\'', '’']) is > 0 and var at ? word[..at] : word;

    private static string Bare(string word) =>
        word.Trim().TrimStart(OpeningMarks.ToCharArray()).TrimEnd('»', '”', '"', ')', ',', '.', ';', ':', '!', '?', '…', ']')
        .ToLowerInvariant();

    private static FrozenSet<string> Shipped(string heading) =>
        LanguageFile.Named("hyphens.txt").SelectMany(LanguageFile.Sections)
            .Where(s => s.Heading.Equals(heading, StringComparison.Ordinal)).Select(s => s.Entry).ToFrozenSet(StringComparer.Ordinal);
}
