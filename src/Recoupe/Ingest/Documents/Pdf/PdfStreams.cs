using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>
/// The filters by which the streams of a PDF are unpacked, each within a limit. Whatever is drawn asks for its filters first: where that is
/// done too often, or too late, the file is given up.
/// </summary>
internal sealed class PdfStreams(Func<bool> isLate) : IFilterProvider
{
    private const int MostStreams = 100_000; // of a file; one that draws each drawing twice would have as many as there is time for
    private const int LargestPlain = 2 * 1024 * 1024; // bytes of a stream of text that is not packed: each letter of it takes hundreds

    private readonly IFilterProvider _all = DefaultFilterProvider.Instance;
    private int _streams;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        if (++_streams > MostStreams || isLate()
            || IsTooPlain(dictionary)) throw new InvalidDataException("it is too large to be an article");
        return Bounded(_all.GetFilters(dictionary));
    }

    private static bool IsTooPlain(DictionaryToken dictionary)
    {
        var isOther = dictionary.ContainsKey(NameToken.Filter) || dictionary.ContainsKey(NameToken.Subtype)
            || dictionary.ContainsKey(NameToken.Length1);
        return !isOther && dictionary.TryGet(NameToken.Length, out NumericToken length) && length.Long > LargestPlain;
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_all.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_all.GetAllFilters());

    private static List<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new BoundedFilter(filter))];

    private sealed class BoundedFilter(IFilter filter) : IFilter
    {
        private const int Largest = 64 * 1024 * 1024; // bytes of a stream unpacked
        private const int AlwaysFits = Largest / 1100; // bytes that deflate cannot unpack to more
        private const int LargestOther = 4 * 1024 * 1024; // bytes, packed, of the older ways, which are seldom met
        private const int MostLetters = 4 * LargestPlain; // in brackets, of a stream: a packed font may look so for a while
        private const int MostFilters = 8; // one within the other

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var isTooLarge = filterIndex >= MostFilters
                || (filter is FlateFilter ? !Fits(input) : filter is LzwFilter or RunLengthFilter && input.Length > LargestOther);
            if (isTooLarge) throw new InvalidDataException("a stream of it unpacks to more than a page may have");
            var unpacked = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (unpacked.Length > LargestPlain
                && Letters(unpacked.Span) > MostLetters) throw new InvalidDataException("it is too large to be an article");
            return unpacked;
        }

        // Of what is drawn, what stands in brackets: drawings of lines and fonts have few.
        private static int Letters(ReadOnlySpan<byte> bytes)
        {
            var letters = 0;
            for (var open = bytes.IndexOf((byte)'('); open >= 0; open = bytes.IndexOf((byte)'('))
            {
                bytes = bytes[(open + 1)..];
                var close = bytes.IndexOf((byte)')');
                if (close < 0) break;
                letters += close;
                bytes = bytes[close..];
            }

            return letters;
        }

        // Unpacked once to count, where it might be a bomb.
        private static bool Fits(Memory<byte> input)
        {
            if (input.Length <= AlwaysFits) return true;
            try
            {
                using var stream = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                var buffer = new byte[1 << 16];
                var total = 0L;
                while (stream.Read(buffer, 0, buffer.Length) is > 0 and var read && total <= Largest) total += read;
                return total <= Largest;
            }
            catch (InvalidDataException)
            {
                return true; // as far as it goes, and the reader stops there too
            }
        }
    }
}
