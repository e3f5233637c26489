using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>
/// Counts beforehand how often the drawings of a PDF draw one another: what goes round in a circle, or doubles at every step, would end the
/// program or take for ever.
/// </summary>
internal sealed partial class PdfDrawings
{
    private const int Most = 10_000; // drawings in one drawing, each counted as often as it is drawn
    private const int Deepest = 32; // within one another
    private const int Longest = 16 * 1024 * 1024; // bytes of one drawing that are looked through

    private readonly PdfDocument _document;
    private readonly Dictionary<IndirectReference, long> _counts = [];

    private PdfDrawings(PdfDocument document) => _document = document;

    /// <summary>Whether every drawing comes to an end.</summary>
    public static bool HaveAnEnd(PdfDocument document)
    {
        var drawings = new PdfDrawings(document);
        return document.Structure.CrossReferenceTable.ObjectOffsets.Keys.ToList()
            .TrueForAll(reference => drawings.Count(reference, 0) <= Most);
    }

    // How many drawings it takes to draw this one; more than are allowed where it draws itself.
    private long Count(IndirectReference reference, int depth)
    {
        if (depth > Deepest) return Most + 1L;
        if (_counts.TryGetValue(reference, out var known)) return known;
        if (_document.Structure.GetObject(reference)?.Data is not StreamToken stream || !IsForm(stream)) return _counts[reference] = 0;
        _counts[reference] = Most + 1L; // until it is known: who comes back here goes round
        var count = 1L;
        foreach (var drawn in Drawn(stream)) count = Math.Min(Most + 1L, count + (drawn is { } told ? Count(told, depth + 1) : Most + 1L));
        return _counts[reference] = count;
    }

    private static bool IsForm(StreamToken stream) =>
        stream.StreamDictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data is "Form";

    // What cannot be unpacked draws nothing; a name that the drawing's own resources do not tell could stand for any.
    private List<IndirectReference?> Drawn(StreamToken stream)
    {
        var objects = Objects(stream);
        return [.. Names(stream)
            .Select(name => objects?.Data.GetValueOrDefault(name) is IndirectReferenceToken told ? told.Data : (IndirectReference?)null)];
    }

    private DictionaryToken? Objects(StreamToken stream)
    {
        var scanner = _document.Structure.TokenScanner;
        if (!stream.StreamDictionary.TryGet(NameToken.Resources, scanner, out DictionaryToken? resources)) return null;
        return resources.TryGet(NameToken.Xobject, scanner, out DictionaryToken? objects) ? objects : null;
    }

    private List<string> Names(StreamToken stream)
    {
        try
        {
            var bytes = stream.Decode(_document.Structure.FilterProvider, _document.Structure.TokenScanner);
            var text = Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, Longest)]);
            return [.. Draws().Matches(text).Select(m => m.Groups["name"].Value)];
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"/(?<name>[^\s/()<>\[\]]{1,100})\s{1,9}Do\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Draws();
}
