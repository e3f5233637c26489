using System.Text;
using System.Text.Unicode;

namespace Recoupe.Formats;

/// <summary>UTF-8 that was read as Windows-1252 and saved so: <c>prÃ©fet</c> for <c>préfet</c>.</summary>
internal static class Mojibake
{
    private const int Fewest = 3; // letters beyond ASCII: fewer may be meant

    private static readonly Encoding Strict = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text put right where every letter beyond ASCII proves the misreading; else as it is.</summary>
    /// <param name="text">What was read.</param>
    /// <param name="letters">How many letters were put right.</param>
    public static string Repaired(string text, out int letters)
    {
        letters = 0;
        if (!text.AsSpan().ContainsAny('Ã', 'â', 'Å')) return text;
        var (right, mended) = (new StringBuilder(text.Length), 0);
        for (var at = 0; at < text.Length;)
        {
            var plain = text.AsSpan(at).IndexOfAnyExceptInRange('\0', '\x7F');
            if (plain != 0)
            {
                var length = plain < 0 ? text.Length - at : plain;
                right.Append(text, at, length);
                at += length;
                continue;
            }

            var run = text.AsSpan(at).IndexOfAnyInRange('\0', '\x7F') is >= 0 and var end ? text.AsSpan(at, end) : text.AsSpan(at);
            if (Reread(run) is not { } reread) return text;
            right.Append(reread);
            mended += reread.Length;
            at += run.Length;
        }

        if (mended < Fewest) return text;
        letters = mended;
        return right.ToString();
    }

    private static string? Reread(ReadOnlySpan<char> run)
    {
        var bytes = new byte[run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            if (ByteOf(run[i]) is not { } value) return null;
            bytes[i] = value;
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }

    // Five bytes have no letter in Windows-1252; those who misread keep their numbers.
    private static byte? ByteOf(char letter)
    {
        if (letter <= 0xFF) return (byte)letter;
        try
        {
            return Strict.GetBytes([letter])[0];
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
