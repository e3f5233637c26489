using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recoupe.Utility;

namespace Recoupe.Store;

/// <summary>An article as the index knows it.</summary>
/// <param name="Serial">Its number in this file.</param>
/// <param name="Id">Its id.</param>
/// <param name="Keys">Its keys, ascending.</param>
/// <param name="Sketch">What a first look at it needs.</param>
internal sealed record IndexedArticle(long Serial, ArticleId Id, ImmutableArray<BlockingKey> Keys, byte[] Sketch)
{
    /// <summary>How many keys are in both lists.</summary>
    public static int Shared(ReadOnlySpan<BlockingKey> a, ReadOnlySpan<BlockingKey> b) =>
        SortedLists.CountShared(MemoryMarshal.Cast<BlockingKey, uint>(a), MemoryMarshal.Cast<BlockingKey, uint>(b));

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
