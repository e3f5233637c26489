using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>
/// Counts beforehand how often the drawings of a PDF draw one another, and how many letters a page draws: what goes round in a circle, or
/// doubles at every step, would end the program or take for ever, and each letter takes hundreds of bytes once it is read.
/// </summary>
internal sealed partial class PdfDrawings
{
    private const int Most = 10_000; // drawings in one drawing, each counted as often as it is drawn
    private const int MostLetters = 300_000; // of a page; the fullest of a newspaper has a tenth of that
    private const int Deepest = 32; // within one another
    private const int Longest = 64 * 1024 * 1024; // bytes of one drawing that are looked through

    private static readonly Cost _endless = new(Most + 1L, 0);

    private readonly PdfDocument _document;
    private readonly Dictionary<IndirectReference, Cost> _counts = [];

    private PdfDrawings(PdfDocument document) => _document = document;

    /// <summary>Why the drawings cannot be read; <see langword="null"/> where they can.</summary>
    public static string? FaultOf(PdfDocument document)
    {
        var drawings = new PdfDrawings(document);
        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys.ToList())
        {
            if (drawings.Count(reference, 0).Drawings > Most) return "its drawings draw one another without end";
            if (drawings.OnPage(reference).Letters > MostLetters) return "it is too large to be an article";
        }

        return null;
    }

    // What it takes to draw this one; more drawings than are allowed where it draws itself.
    private Cost Count(IndirectReference reference, int depth)
    {
        if (depth > Deepest) return _endless;
        if (_counts.TryGetValue(reference, out var known)) return known;
        if (Object(reference) is not StreamToken stream || !IsForm(stream)) return _counts[reference] = default;
        _counts[reference] = _endless; // until it is known: who comes back here goes round
        return _counts[reference] = Drawn(stream, Objects(stream.StreamDictionary), depth, _endless).And(new(1, 0));
    }

    // What the streams of a page draw, one after the other.
    private Cost OnPage(IndirectReference reference)
    {
        if (Object(reference) is not DictionaryToken page || !page.TryGet(NameToken.Contents, out var contents)) return default;
        if (contents is IndirectReferenceToken told && Object(told.Data) is ArrayToken list) contents = list;
        var objects = Objects(page);
        var cost = default(Cost);
        foreach (var part in contents is ArrayToken parts ? parts.Data : [contents])
        {
            // A name that no resources tell draws nothing here: there is no page above this one that could tell it.
            if (part is IndirectReferenceToken named && Object(named.Data) is StreamToken stream) cost = cost.And(Drawn(stream, objects, 0, default));
        }

        return cost;
    }

    private Cost Drawn(StreamToken stream, DictionaryToken? objects, int depth, Cost unknown)
    {
        var text = Text(stream);
        var cost = new Cost(0, Letters(text));
        foreach (var name in Draws().Matches(text).Select(m => m.Groups["name"].Value))
            cost = cost.And(objects?.Data.GetValueOrDefault(name) is IndirectReferenceToken drawn ? Count(drawn.Data, depth + 1) : unknown);
        return cost;
    }

    private IToken? Object(IndirectReference reference) => _document.Structure.GetObject(reference)?.Data;

    // Of a page, those of the pages above it too.
    private DictionaryToken? Objects(DictionaryToken holder)
    {
        var scanner = _document.Structure.TokenScanner;
        for (var level = 0; level < Deepest; level++)
        {
            if (holder.TryGet(NameToken.Resources, scanner, out DictionaryToken? resources))
                return resources.TryGet(NameToken.Xobject, scanner, out DictionaryToken? objects) ? objects : null;
            if (!holder.TryGet(NameToken.Parent, scanner, out DictionaryToken? above)) return null;
            holder = above;
        }

        return null;
    }

    // What stands in brackets, and in angles as figures.
    private static long Letters(ReadOnlySpan<char> text)
    {
        var letters = 0L;
        while (text.IndexOfAny('(', '<') is >= 0 and var open)
        {
            var (end, size) = text[open] is '(' ? (')', 1) : ('>', 2);
            text = text[(open + 1)..];
            var close = text.IndexOf(end);
            if (close < 0) return letters;
            letters += close / size;
            text = text[(close + 1)..];
        }

        return letters;
    }

    // What cannot be unpacked draws nothing.
    private string Text(StreamToken stream)
    {
        try
        {
            var bytes = stream.Decode(_document.Structure.FilterProvider, _document.Structure.TokenScanner);
            return Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, Longest)]);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return "";
        }
    }

    private static bool IsForm(StreamToken stream) =>
        stream.StreamDictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data is "Form";

    [GeneratedRegex(@"/(?<name>[^\s/()<>\[\]]{1,100})\s{1,9}Do\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Draws();

    /// <summary>What it takes to draw something: drawings, and letters; both no more than a little over what is allowed.</summary>
    private readonly record struct Cost(long Drawings, long Letters)
    {
        public Cost And(Cost other) => new(Math.Min(Most + 1L, Drawings + other.Drawings), Math.Min(MostLetters + 1L, Letters + other.Letters));
    }
}
