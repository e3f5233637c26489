using System.Globalization;

namespace Recoupe.Cli;

/// <summary>Texts of the world made fit for a terminal: what would steer it is shown instead of obeyed.</summary>
internal static class Printable
{
    /// <summary>The text on one line, without control characters or direction overrides.</summary>
    public static string Line(string text) => string.Concat(text.Select(c => Steers(c) ? Shown(c) : c.ToString()));

    /// <summary>The text with its own line ends and tabs, otherwise as <see cref="Line"/>.</summary>
    public static string Lines(string text) =>
        string.Concat(text.Select(c => c is not ('\n' or '\t') && Steers(c) ? Shown(c) : c.ToString()));

    private static bool Steers(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Shown(char c) => c switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]"),
    };
}
