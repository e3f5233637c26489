using System.IO.Compression;

namespace Recoupe.Store;

/// <summary>Compressed bytes under a seal, as the tables hold them.</summary>
internal static class Blob
{
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(bytes);
        return Seal.Of(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    public static byte[] Unpack(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(Seal.Open(bytes).ToArray()), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        brotli.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
