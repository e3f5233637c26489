using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>The filters by which the streams of a PDF are unpacked, each within a limit.</summary>
internal sealed class PdfStreams : IFilterProvider
{
    private readonly IFilterProvider _all = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_all.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_all.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_all.GetAllFilters());

    private static List<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new BoundedFilter(filter))];

    private sealed class BoundedFilter(IFilter filter) : IFilter
    {
        private const int Largest = 64 * 1024 * 1024; // bytes of a stream unpacked
        private const int AlwaysFits = Largest / 1100; // bytes that deflate cannot unpack to more
        private const int LargestOther = 4 * 1024 * 1024; // bytes, packed, of the older ways, which are seldom met
        private const int MostFilters = 8; // one within the other

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var isTooLarge = filterIndex >= MostFilters
                || (filter is FlateFilter ? !Fits(input) : filter is LzwFilter or RunLengthFilter && input.Length > LargestOther);
            if (isTooLarge) throw new InvalidDataException("a stream of it unpacks to more than a page may have");
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
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
