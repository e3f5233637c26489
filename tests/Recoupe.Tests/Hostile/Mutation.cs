using System.Text;

namespace Recoupe.Tests.Hostile;

/// <summary>Bytes damaged by chance: one seed, one damage.</summary>
internal static class Mutation
{
    private static readonly byte[][] Oddities =
    [
        .. new[]
        {
            "&#x1F;", "&#xD800;", "&#2327re", "<![CDATA[", "]]>", "<!--", "-->", "<", ">", "{", "}", "[", "]", "\"", "'", "\\ud83d", "charset=utf-7", "charset=utf-16", "<!DOCTYPE x [<!ENTITY a 'b'>]>",
            "\0", "\r", "\n\n", "=?utf-8?B?", "?=", "--b1", "Content-Length: 99999999999999", "1e999", "-0", "NaN", "\uFEFF", "\u202E", "---\n", ": ", "- ", "%YAML 9.9", "&a *a", "<p>", "</div>", "<table>", "endobj", "stream\n", "<< /Length 9 >>", "[[[[", "1 0 R", "(((",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1F, 0x8B], [.. "PK\u0003\u0004"u8],
    ];

    /// <summary>The bytes with one to four damages.</summary>
    public static byte[] Of(byte[] bytes, int seed)
    {
        var random = new Random(seed);
        var mutant = bytes.ToList();
        for (var damages = random.Next(1, 5); damages > 0 && mutant.Count > 1; damages--) Damage(mutant, random);
        return [.. mutant];
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 40), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 4: bytes.InsertRange(at, Oddities[random.Next(Oddities.Length)]); break;
            default: bytes.RemoveRange(at, bytes.Count - at); break;
        }
    }
}
