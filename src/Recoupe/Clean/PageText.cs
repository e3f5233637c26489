using System.Text;

namespace Recoupe.Clean;

/// <summary>Turns a page's bytes into characters.</summary>
internal static class PageText
{
    private const int DeclarationWithin = 4096;

    /// <summary>The text less a byte-order mark, ill-formed bytes as U+FFFD, line ends as they are. UTF-16 is read where it opens with its mark.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Marked(bytes) ?? Encoding.UTF8.GetString(bytes);

    /// <summary>As <see cref="Of"/>, but in the encoding that the HTML declares, where it is not well-formed UTF-8.</summary>
    public static string OfHtml(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked) return marked;
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        return (Declared(bytes) ?? Encoding.UTF8).GetString(bytes);
    }

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
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var label = head[(at + "charset=".Length)..].TrimStart('"', '\'', ' ');
        var end = label.AsSpan().IndexOfAnyExcept(LabelCharacters);
        label = label[..(end < 0 ? label.Length : end)].ToLowerInvariant();
        // The Web's own rule: what calls itself Latin-1 is Windows-1252 (encoding.spec.whatwg.org).
        return label is "iso-8859-1" or "latin1" or "us-ascii" ? CodePagesEncodingProvider.Instance.GetEncoding(1252) : ByName(label);
    }

    private static Encoding? ByName(string label)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static readonly System.Buffers.SearchValues<char> LabelCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
}
