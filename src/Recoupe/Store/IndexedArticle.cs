using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Recoupe.Store;

/// <summary>An article as the index knows it.</summary>
/// <param name="Serial">Its number in this file.</param>
/// <param name="Id">Its id.</param>
/// <param name="Keys">Its keys, ascending.</param>
/// <param name="Sketch">What a first look at it needs.</param>
internal sealed record IndexedArticle(long Serial, ArticleId Id, ImmutableArray<BlockingKey> Keys, byte[] Sketch)
{
    /// <summary>How many keys are in both lists.</summary>
    public static int Shared(ReadOnlySpan<BlockingKey> a, ReadOnlySpan<BlockingKey> b)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var (x, y) = (a[i].Code, b[j].Code);
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return shared;
    }

    public static byte[] Bytes(ImmutableArray<BlockingKey> keys)
    {
        var bytes = new byte[keys.Length * sizeof(uint)];
        for (var i = 0; i < keys.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), keys[i].Code);
        return bytes;
    }

    public static ImmutableArray<BlockingKey> Read(ReadOnlySpan<byte> bytes)
    {
        var keys = new BlockingKey[bytes.Length / sizeof(uint)];
        for (var i = 0; i < keys.Length; i++) keys[i] = new(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]));
        return ImmutableCollectionsMarshal.AsImmutableArray(keys);
    }
}
