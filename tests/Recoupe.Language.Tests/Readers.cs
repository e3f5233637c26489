namespace Recoupe.Language.Tests;

/// <summary>The readers that tests share; loading is the slow part.</summary>
internal static class Readers
{
    private static readonly Lazy<Reader> _french = new(() => Reader.Load("fr"));
    private static readonly Lazy<Reader> _english = new(() => Reader.Load("en"));

    public static Reader French => _french.Value;

    public static Reader English => _english.Value;

    /// <summary>The tokens as written, parted by bars; the words of a multiword token joined by plus signs.</summary>
    public static string Split(this Reader reader, string text)
    {
        var reading = reader.Read(text);
        return string.Join('|', reading.Tokens.Select(t => string.Join('+', reading.Words.AsSpan(t.FirstWord, t.WordCount).ToArray().Select(w => w.Form))));
    }
}
