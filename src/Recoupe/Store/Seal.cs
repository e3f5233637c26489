using System.Security.Cryptography;
using System.Text;

namespace Recoupe.Store;

/// <summary>
/// Bytes with a sum before them, by which damage is seen when they are read: neither SQLite nor Brotli notices a bit that has turned, and
/// what it turned would be told as if an article said it.
/// </summary>
internal static class Seal
{
    private const int Length = 8; // bytes: what chance leaves unnoticed once in 2^64

    /// <summary>
    /// The bytes under a seal. What else they depend on, such as the row they belong to, goes into it as <paramref name="salt"/>.
    /// </summary>
    public static byte[] Of(ReadOnlySpan<byte> bytes, string salt = "")
    {
        var whole = new byte[Length + bytes.Length];
        Sum(bytes, salt, whole.AsSpan(0, Length));
        bytes.CopyTo(whole.AsSpan(Length));
        return whole;
    }

    /// <summary>The bytes under a seal that holds.</summary>
    /// <exception cref="InvalidDataException">It does not: they are not those that were written.</exception>
    public static ReadOnlySpan<byte> Open(ReadOnlySpan<byte> whole, string salt = "")
    {
        if (whole.Length < Length) throw new InvalidDataException("It is cut short.");
        Span<byte> sum = stackalloc byte[Length];
        Sum(whole[Length..], salt, sum);
        if (!whole[..Length].SequenceEqual(sum)) throw new InvalidDataException("It is not what was written.");
        return whole[Length..];
    }

    private static void Sum(ReadOnlySpan<byte> bytes, string salt, Span<byte> sum)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (salt.Length == 0)
        {
            SHA256.HashData(bytes, hash);
        }
        else
        {
            using var both = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            both.AppendData(Encoding.UTF8.GetBytes(salt));
            both.AppendData(bytes);
            both.GetHashAndReset(hash);
        }

        hash[..Length].CopyTo(sum);
    }
}
