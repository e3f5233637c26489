namespace Recoupe.Language.Tokenising;

/// <summary>Where one sentence ends and the next begins.</summary>
internal static class SentenceEnds
{
    private const string Stops = ".!?…";
    private const string Closers = "\"'”’»)]";

    /// <summary>Whether a sentence ends after the atom; it is never the last one.</summary>
    public static bool After(string text, List<Atom> atoms, int at)
    {
        var next = atoms[at + 1];
        if (!next.Gap || Closers.Contains(text[next.Start])) return false;
        return BlankLine(text, atoms[at].End, next.Start) || (Stopped(text, atoms, at) && !char.IsLower(text[next.Start]));
    }

    private static bool Stopped(string text, List<Atom> atoms, int at)
    {
        while (at > 0 && Closers.Contains(text[atoms[at].Start])) at--;
        return Stops.Contains(text[atoms[at].Start]);
    }

    private static bool BlankLine(string text, int from, int to) => text.AsSpan(from, to - from).Count('\n') > 1;
}
