namespace Recoupe.Language.Tokenising;

/// <summary>Addresses of the web and of mail, which are one word whatever marks they hold.</summary>
internal static class Addresses
{
    // An address is looked for no farther than this.
    private const int Longest = 1000;
    private const string WebEnds = "<>\"«»“”[]{}|";
    private const string NotLast = ".,;:!?)'’*_";

    /// <summary>Where an address that starts here ends; 0 where none does.</summary>
    public static int EndAt(string text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return 0;
        var rest = text.AsSpan(at, Math.Min(Longest, text.Length - at));
        var length = IsWeb(rest) ? WebLength(rest) : MailLength(rest);
        return length == 0 ? 0 : at + length;
    }

    private static bool IsWeb(ReadOnlySpan<char> rest) =>
        rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static int WebLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && !char.IsWhiteSpace(rest[length]) && !WebEnds.Contains(rest[length])) length++;
        return WithoutLast(rest[..length]);
    }

    private static int MailLength(ReadOnlySpan<char> rest)
    {
        var name = 0;
        while (name < rest.Length && name < 64 && (char.IsAsciiLetterOrDigit(rest[name]) || rest[name] is '.' or '_' or '-' or '+')) name++;
        if (name == 0 || name == rest.Length || rest[name] != '@') return 0;
        var end = name + 1;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '.' or '-')) end++;
        end = WithoutLast(rest[..end]);
        return end > name + 1 && rest[name..end].Contains('.') ? end : 0;
    }

    // A stop after an address is the sentence's.
    private static int WithoutLast(ReadOnlySpan<char> address)
    {
        var length = address.Length;
        while (length > 0 && NotLast.Contains(address[length - 1])) length--;
        return length;
    }
}
