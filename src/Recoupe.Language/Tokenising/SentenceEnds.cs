using Recoupe.Language.Learning;

namespace Recoupe.Language.Tokenising;

/// <summary>Where one sentence ends and the next begins: a blank line always ends one, a line end where the lines are not wrapped; else a model judges.</summary>
internal static class SentenceEnds
{
    public static readonly string[] Classes = ["within", "end"];

    private const string Stops = ".!?…:;";
    private const string Closers = "\"'”’»)]";
    private const int Stopless = 150;

    /// <summary>How the characters between two tokens settle the matter; <see langword="null"/> where they do not.</summary>
    public static bool? ByGap(string text, Line lines, TextSpan token, TextSpan next)
    {
        var gap = text.AsSpan(token.End, next.Start - token.End);
        var breaks = gap.Count('\n');
        if (breaks > 1) return true;
        if (breaks == 1 && lines.BreaksAt(token.End)) return true;
        return null;
    }

    /// <summary>Whether a sentence may end after a token at all, by the looks of it and of the next.</summary>
    public static bool IsOpen(string text, TextSpan token, TextSpan next)
    {
        var last = text[token.End - 1];
        if (Stops.Contains(last) || Closers.Contains(last)) return true;
        return next.Start > token.End && !char.IsLower(text[next.Start]) && !Closers.Contains(text[next.Start]);
    }

    /// <summary>Whether a dash follows that nothing stops before and that goes on in small letters: an aside, or a hyphen that spaces were put around («évoque-t - il»).</summary>
    public static bool IsBeforeAside(string text, IReadOnlyList<TextSpan> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at + 1].Length == 1 && text[tokens[at + 1].Start] is '-' or '–' or '—' && char.IsLower(text[tokens[at + 2].Start]) && Margin(text, tokens[at]) > 0;

    /// <summary>
    /// By how much the model must be for an end after a token, in its own units: a page has a line end after its headings, so that where
    /// nothing stops a sentence («Jean-Marie Le Pen») a capital alone does not end it. Chosen on fr_sequoia-dev.
    /// </summary>
    public static int Margin(string text, TextSpan token) => Stops.Contains(text[token.End - 1]) || Closers.Contains(text[token.End - 1]) ? 0 : Stopless;

    public static void Collect(string text, IReadOnlyList<TextSpan> tokens, int at, Course course, Lexicon? lexicon, FeatureSet to)
    {
        to.Clear();
        ulong last = Lower(text, tokens, at), next = Lower(text, tokens, at + 1), before = Lower(text, tokens, at - 1), after = Lower(text, tokens, at + 2);
        ulong lastShape = Shape(text, tokens, at), nextShape = Shape(text, tokens, at + 1), beforeShape = Shape(text, tokens, at - 1), afterShape = Shape(text, tokens, at + 2);
        ulong nextClass = Class(text, tokens, at + 1, lexicon), lastClass = Class(text, tokens, at, lexicon), beforeClass = Class(text, tokens, at - 1, lexicon);
        ulong gap = at + 1 < tokens.Count && tokens[at + 1].Start > tokens[at].End ? 1UL : 0;
        ulong length = (ulong)Math.Min(7, int.Log2(at - course.FirstToken + 1)), open = course.Open;

        to.Add(0, last, gap);
        to.Add(1, next, lastShape);
        to.Add(2, last, nextShape);
        to.Add(3, last, next);
        to.Add(4, before, last);
        to.Add(5, before, last, nextShape);
        to.Add(6, beforeShape, last, nextShape);
        to.Add(7, lastShape, nextShape, gap);
        to.Add(8, last, nextShape, afterShape);
        to.Add(9, last, next, after);
        to.Add(10, last, nextClass, nextShape);
        to.Add(11, lastClass, lastShape, nextClass, nextShape);
        to.Add(12, last, beforeClass, nextShape);
        to.Add(13, last, open, nextShape);
        to.Add(14, last, length, nextShape);
        to.Add(15, lastShape, length, nextShape);
        to.Add(16, next, nextShape);
        to.Add(17, last, open, next);
        to.Add(18, lastShape, next, after);
        to.Add(19, lastShape, nextClass, nextShape, afterShape);
        to.Add(20, beforeShape, lastShape, nextShape, afterShape);
        to.Add(21, lastClass, next, nextShape);
        to.Add(22, course.Stops, last, nextShape);
        to.Add(23, course.Commas, length, lastShape, nextShape);
        to.Add(24, open, last, length, gap);
        to.Add(25, lastShape, nextShape, course.Capitals);
    }

    private static ulong Lower(string text, IReadOnlyList<TextSpan> tokens, int at)
    {
        if ((uint)at >= (uint)tokens.Count) return 0;
        var key = 1UL;
        foreach (var c in tokens[at].In(text)[..Math.Min(24, tokens[at].Length)])
            key = FeatureKey.With(key, char.ToLowerInvariant(c is '’' ? '\'' : c));
        return key;
    }

    private static ulong Shape(string text, IReadOnlyList<TextSpan> tokens, int at)
    {
        if ((uint)at >= (uint)tokens.Count) return 1;
        var (first, final, length) = (text[tokens[at].Start], text[tokens[at].End - 1], tokens[at].Length);
        var kind = char.IsUpper(first) ? (length > 1 && char.IsUpper(text[tokens[at].Start + 1]) ? 'A' : 'X')
            : char.IsLetter(first) ? 'x' : char.IsDigit(first) ? 'd' : Stops.Contains(first) ? '.' : first;
        return FeatureKey.With(kind, (ulong)Math.Min(4, length) << 1 | (length > 1 && final == '.' ? 1UL : 0));
    }

    private static ulong Class(string text, IReadOnlyList<TextSpan> tokens, int at, Lexicon? lexicon)
    {
        if (lexicon is null || (uint)at >= (uint)tokens.Count) return 0;
        var entry = lexicon.Find(tokens[at].In(text));
        return entry.IsKnown ? FeatureKey.With(entry.CoarseClass, (ulong)entry.Case) : 1;
    }
}

/// <summary>The sentence so far: what it has opened and not closed, and how it is written.</summary>
internal sealed class Course
{
    private int _quotes;
    private int _guillemets;
    private int _brackets;
    private int _stops;
    private int _commas;
    private int _words;
    private int _capitals;

    public int FirstToken { get; private set; }

    public ulong Open => (ulong)((_quotes & 1) | Math.Clamp(_guillemets, 0, 1) << 1 | Math.Clamp(_brackets, 0, 1) << 2);

    public ulong Stops => (ulong)Math.Min(2, _stops);

    public ulong Commas => (ulong)Math.Min(2, _commas);

    // 0: hardly any, 1: some, 2: nearly all.
    public ulong Capitals => _words == 0 ? 0UL : _capitals * 10 > _words * 8 ? 2UL : _capitals * 10 > _words * 4 ? 1UL : 0;

    public void Restart(int firstToken)
    {
        FirstToken = firstToken;
        _stops = _commas = _words = _capitals = 0;
        // A quotation may run over several sentences, a bracket seldom does.
        _brackets = 0;
    }

    /// <summary>A new paragraph owes nothing to the last.</summary>
    public void Forget() => _quotes = _guillemets = 0;

    public void Add(ReadOnlySpan<char> token)
    {
        switch (token[0])
        {
            case '"': _quotes++; break;
            case '«' or '“' or '„': _guillemets++; break;
            case '»' or '”': _guillemets = Math.Max(0, _guillemets - 1); break;
            case '(' or '[': _brackets++; break;
            case ')' or ']': _brackets = Math.Max(0, _brackets - 1); break;
            case '.' or '!' or '?' or '…': _stops++; break;
            case ',': _commas++; break;
            default: break;
        }

        if (!char.IsLetter(token[0])) return;
        _words++;
        if (char.IsUpper(token[0])) _capitals++;
    }
}

/// <summary>The lines of a text: whether a single line end is a break or a wrap.</summary>
internal sealed class Line(string text)
{
    // Text that is wrapped by hand or by a mailer keeps its lines within this.
    private const int Widest = 100;

    private int _paragraphEnd = -1;
    private int _widest;

    /// <summary>Whether the line that ends at or after <paramref name="at"/> ends for a reason of its own. Positions must rise from call to call.</summary>
    public bool BreaksAt(int at)
    {
        var lineEnd = text.IndexOf('\n', at);
        if (lineEnd >= _paragraphEnd) Measure(lineEnd);
        var next = lineEnd + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next == text.Length || char.IsLower(text[next])) return false;
        if (_widest > Widest) return true;
        var lineStart = lineEnd == 0 ? 0 : text.LastIndexOf('\n', lineEnd - 1) + 1;
        var nextWord = text.AsSpan(next).IndexOfAny(' ', '\n');
        // The next word would still have fitted, so the line was ended on purpose.
        return lineEnd - lineStart + 1 + (nextWord < 0 ? text.Length - next : nextWord) < _widest;
    }

    // The widest line of the paragraph that holds a position.
    private void Measure(int at)
    {
        var start = at;
        while (start > 0 && start > _paragraphEnd + 1 && text[start - 1] is not '\n') start--;
        _widest = 0;
        while (true)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            _widest = Math.Max(_widest, end - start);
            _paragraphEnd = end;
            if (end == text.Length || text.AsSpan(start, end - start).IsWhiteSpace()) return;
            start = end + 1;
        }
    }
}
