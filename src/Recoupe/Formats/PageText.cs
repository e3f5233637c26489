using System.Text;

namespace Recoupe.Formats;

/// <summary>Turns a page's bytes into characters.</summary>
internal static class PageText
{
    private const int DeclarationWithin = 4096; // bytes: HTML asks for it within 1,024, and pages are late

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Latin9 = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15") ?? Encoding.GetEncoding("iso-8859-15");

    /// <summary>
    /// The text less a byte-order mark, ill-formed bytes as U+FFFD, line ends as they are. UTF-16 is read where it opens with its mark.
    /// </summary>
    /// <param name="bytes">The page.</param>
    /// <param name="sent">The encoding that a server declared beside it: followed where the bytes are no UTF-8.</param>
    public static string Of(ReadOnlySpan<byte> bytes, string? sent = null) =>
        Marked(bytes) ?? Sent(sent, bytes) ?? Encoding.UTF8.GetString(bytes);

    /// <summary>As <see cref="OfHtml(ReadOnlySpan{byte}, string?, out int)"/>.</summary>
    public static string OfHtml(ReadOnlySpan<byte> bytes) => OfHtml(bytes, null, out _);

    /// <summary>
    /// As <see cref="Of"/>, but well-formed UTF-8 is read as such whatever the page declares; else in the encoding that it was sent with or
    /// declares; else, where it cannot be UTF-8, as Windows-1252. What was once misread as Windows-1252 and saved so is put right where all
    /// of it can be.
    /// </summary>
    public static string OfHtml(ReadOnlySpan<byte> bytes, string? sent, out int repaired) =>
        Mojibake.Repaired(Marked(bytes) ?? Wide(bytes) ?? Sent(sent, bytes) ?? Unmarked(bytes), out repaired);

    /// <summary>The text in the encoding of that name; where there is none such, as it is with HTML.</summary>
    public static string In(string encoding, ReadOnlySpan<byte> bytes) =>
        Labelled(encoding.ToLowerInvariant())?.GetString(bytes) ?? OfHtml(bytes);

    // Servers say UTF-8 of whatever they send: that alone proves nothing.
    private static string? Sent(string? label, ReadOnlySpan<byte> bytes) =>
        label is not null
            && Labelled(label.ToLowerInvariant()) is { } encoding and not UTF8Encoding
            && !System.Text.Unicode.Utf8.IsValid(bytes) ? encoding.GetString(bytes) : null;

    private static string Unmarked(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        if (Declared(bytes) is { } declared && declared is not UTF8Encoding)
            return (ReferenceEquals(declared, Windows1252) ? Western(bytes) : declared).GetString(bytes);
        return IsMostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : Western(bytes).GetString(bytes);
    }

    // Latin-9 puts the euro and œ where Windows-1252 has a sign of currency and fractions, which nobody writes after a figure or inside a
    // word; and it has no letters between 80 and 9F.
    private static Encoding Western(ReadOnlySpan<byte> bytes)
    {
        const byte euro = 0xA4, largeLigature = 0xBC, ligature = 0xBD;
        if (bytes.IndexOfAnyInRange((byte)0x80, (byte)0x9F) >= 0) return Windows1252;
        for (var i = 1; i < bytes.Length; i++)
        {
            if (bytes[i] is euro && bytes[i - 1] is (byte)' ' or 0xA0 or (>= (byte)'0' and <= (byte)'9')) return Latin9;
            if (bytes[i] is largeLigature or ligature
                && i + 1 < bytes.Length
                && char.IsAsciiLetter((char)bytes[i - 1])
                && char.IsAsciiLetter((char)bytes[i + 1]))
                return Latin9;
        }

        return Windows1252;
    }

    // Cut in the middle of a letter, or patched from two sources: in Windows-1252 hardly any two letters would be well-formed by chance.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var isGood = Rune.DecodeFromUtf8(bytes, out _, out var length) is System.Buffers.OperationStatus.Done;
            if (!isGood) bad++;
            else if (length > 1) good++;
            bytes = bytes[length..];
        }

        return good > bad;
    }

    // UTF-16 without its mark: a page opens with a tag, and every second byte of that is nought.
    private static string? Wide(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("<\0"u8) ? Encoding.Unicode.GetString(bytes)
        : bytes.StartsWith("\0<"u8) ? Encoding.BigEndianUnicode.GetString(bytes)
        : null;

    private static string? Marked(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in (ReadOnlySpan<Encoding>)[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (bytes.StartsWith(encoding.Preamble)) return encoding.GetString(bytes[encoding.Preamble.Length..]);
        }

        return null;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        if (After(head, "charset=") is not { } label
            && (!head.TrimStart().StartsWith("<?xml", StringComparison.Ordinal) || (label = After(head, "encoding=")) is null))
            return null;
        var end = label.AsSpan().IndexOfAnyExcept(LabelCharacters);
        label = label[..(end < 0 ? label.Length : end)].ToLowerInvariant();
        return Labelled(label) is { } encoding && WritesAsAscii(encoding) ? encoding : null;
    }

    // What was just read letter by letter as ASCII is in no encoding that writes the letters otherwise (UTF-16, EBCDIC).
    private static bool WritesAsAscii(Encoding encoding) => encoding.GetBytes("<a") is [(byte)'<', (byte)'a'];

    // The Web's own rule: what calls itself Latin-1 is Windows-1252 (encoding.spec.whatwg.org).
    private static Encoding? Labelled(string label) => label is "iso-8859-1" or "latin1" or "us-ascii" ? Windows1252 : ByName(label);

    private static string? After(string head, string word) =>
        head.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? head[(at + word.Length)..].TrimStart('"', '\'', ' ')
            : null;

    private static Encoding? ByName(string label)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null; // no such encoding, or one that is no longer read (UTF-7)
        }
    }

    private static readonly System.Buffers.SearchValues<char> LabelCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
}
