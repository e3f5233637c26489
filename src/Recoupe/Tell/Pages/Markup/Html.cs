using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Recoupe.Tell.Pages.Markup;

/// <summary>
/// A piece of markup. It is made from interpolated strings whose holes are encoded unless they are markup themselves, so what an
/// article says stays text: there is no other way to write into a page.
/// </summary>
internal readonly record struct Html(string Markup)
{
    public static Html None { get; } = new("");

    public static Html Of(Hole markup) => new(markup.Written());

    public static Html Of(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public static Html Joined(string separator, IEnumerable<Html> parts) =>
        new(string.Join(Encoded(separator), parts.Select(part => part.Markup)));

    public static Html Text(string? text) => new(Encoded(text));

    public bool IsEmpty => string.IsNullOrEmpty(Markup);

    public override string ToString() => Markup ?? "";

    /// <summary>A text as markup shows it, also within quoted attributes.</summary>
    private static string Encoded(ReadOnlySpan<char> text)
    {
        var markup = new StringBuilder(text.Length + 16);
        foreach (var character in text) Append(markup, character);
        return markup.ToString();
    }

    private static void Append(StringBuilder markup, char character) => _ = character switch
    {
        '&' => markup.Append("&amp;"),
        '<' => markup.Append("&lt;"),
        '>' => markup.Append("&gt;"),
        '"' => markup.Append("&quot;"),
        '\'' => markup.Append("&#39;"),
        '\t' or '\n' or '\r' => markup.Append(character),
        < ' ' or '\u007F' or (>= '\u0080' and <= '\u009F') => markup.Append('\uFFFD'),

        // A direction override would let an article rearrange the words around it; it is shown instead of obeyed.
        _ when XmlText.Rearranges(character) =>
            markup.Append(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]"),
        _ => markup.Append(character),
    };

    /// <summary>The literal parts of an interpolated string are ours and stay; its holes are the world's and are encoded.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Hole
    {
        private readonly StringBuilder _written;

        public Hole(int literalLength, int formattedCount) => _written = new StringBuilder(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => _written.Append(markup);

        public void AppendFormatted(string? text) => _written.Append(Encoded(text));

        public void AppendFormatted(int number) => _written.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Html markup) => _written.Append(markup.Markup);

        public void AppendFormatted(IEnumerable<Html> parts)
        {
            foreach (var part in parts) _written.Append(part.Markup);
        }

        public string Written() => _written.ToString();
    }
}
