using System.Buffers.Binary;
using ZstdSharp;

namespace Recoupe.Ingest.Files;

/// <summary>
/// Unpacks Zstandard, frame after frame; with the dictionary that a web archive (<c>.warc.zst</c>) may open with. What is damaged is told
/// as in other archives.
/// </summary>
internal sealed class ZstandardStream : Stream
{
    private const uint DictionaryFrame = 0x184D2A5D; // a frame that is passed over, in which web archives keep a dictionary
    private const int LargestDictionary = 8 * 1024 * 1024; // bytes
    private const int HeadLength = 8; // bytes that say what the frame is and how long

    private readonly Stream _packed;
    private readonly Stream _unpacked;

    public ZstandardStream(Stream packed)
    {
        _packed = packed;
        _unpacked = Guarded(() => Opened(packed));
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Guarded(() => _unpacked.Read(buffer, offset, count));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Stream Opened(Stream packed)
    {
        var head = new byte[HeadLength];
        var length = packed.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        if (length < HeadLength
            || BinaryPrimitives.ReadUInt32LittleEndian(head) != DictionaryFrame)
                return new DecompressionStream(new PrefixedStream(head[..length], packed));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        if (size > LargestDictionary) throw new InvalidDataException("its dictionary is too large");
        var dictionary = new byte[size];
        packed.ReadExactly(dictionary);
        var stream = new DecompressionStream(packed);
        stream.LoadDictionary(IsPacked(dictionary) ? Whole(dictionary) : dictionary);
        return stream;
    }

    private static bool IsPacked(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]);

    private static byte[] Whole(byte[] packed) =>
        FileBytes.Bounded(new DecompressionStream(new MemoryStream(packed)), LargestDictionary)
            ?? throw new InvalidDataException("its dictionary is too large");

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ZstdException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    /// <summary>What was read to see what it is, and then the rest.</summary>
    private sealed class PrefixedStream(byte[] prefix, Stream rest) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at >= prefix.Length) return rest.Read(buffer, offset, count);
            var taken = Math.Min(count, prefix.Length - _at);
            prefix.AsSpan(_at, taken).CopyTo(buffer.AsSpan(offset));
            _at += taken;
            return taken;
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
