using System.Security.Cryptography;
using System.Text;

namespace Recoupe;

/// <summary>Hashes of canonical content: the same whatever the machine, the culture or the order of arrival.</summary>
public static class ContentHash
{
    /// <summary>SHA-256 of the text's UTF-8 bytes, 64 lower-case hex digits. It pins an article's spans.</summary>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>An id: the first 16 hex digits of the SHA-256 of the parts, each followed by a line feed but the last.</summary>
    public static string Id(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) hash.AppendData("\n"u8);
            hash.AppendData(Encoding.UTF8.GetBytes(parts[i]));
        }

        return Short(hash);
    }

    /// <summary>An id of a line of text, a line feed, and bytes.</summary>
    public static string Id(string line, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(line));
        hash.AppendData("\n"u8);
        hash.AppendData(bytes);
        return Short(hash);
    }

    private static string Short(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
}
