using Recoupe.Language.Tokenising;

namespace Recoupe.Language.Names;

/// <summary>What of an atom shows elsewhere in the same text.</summary>
[Flags]
internal enum Elsewhere : byte
{
    None = 0,
    Small = 1,
    CapitalInside = 2,
    AfterGivenName = 4,
    AfterTitle = 8,
    AfterPlacePreposition = 16,
    BeforeActVerb = 32,
    InBrackets = 64,
    EndsLongName = 128,
}

/// <summary>What lies around each atom of a text: the phrases known from lists, the runs of capitals, the starts of sentences, the same letters elsewhere.</summary>
internal sealed class NameContext
{
    private const int LongestRun = 12;
    private const int SeenPlacesKept = 1 << 16;

    private readonly Dictionary<ulong, Elsewhere> _seen = [];

    public NameContext(NameText text, Gazetteer gazetteer)
    {
        Text = text;
        Kinds = new NameKinds[text.Count];
        Parts = new byte[text.Count];
        Starts = new bool[text.Count];
        RunStarts = new int[text.Count];
        RunEnds = new int[text.Count];
        InQuotes = new bool[text.Count];
        MarkPhrases(gazetteer);
        MarkStarts();
        MarkRuns();
        NoteSeen();
    }

    public NameText Text { get; }

    /// <summary>What the longest known phrase over each atom is known for.</summary>
    public NameKinds[] Kinds { get; }

    /// <summary>Where in that phrase the atom stands, as in <see cref="NameLabel"/>.</summary>
    public byte[] Parts { get; }

    /// <summary>Whether a capital says nothing here: a sentence, line or quotation begins.</summary>
    public bool[] Starts { get; }

    /// <summary>Where the run of capitals begins that the atom is in; the atom itself where it is in none.</summary>
    public int[] RunStarts { get; }

    /// <summary>One past where it ends.</summary>
    public int[] RunEnds { get; }

    public bool[] InQuotes { get; }

    public Elsewhere SeenOf(int index) => _seen.GetValueOrDefault(Text.Lower[index]);

    private void MarkPhrases(Gazetteer gazetteer)
    {
        for (var i = 0; i < Text.Count;)
        {
            var length = gazetteer.LongestAt(Text.Folded, i, out var kinds);
            if (!Text.IsCapital(i))
                kinds &= ~(NameKinds.Names | NameKinds.Demonym);
            if (length == 0 || kinds == NameKinds.None)
            {
                i++;
                continue;
            }

            for (var j = 0; j < length; j++)
            {
                Kinds[i + j] = kinds;
                Parts[i + j] = (byte)(length == 1 ? NameLabel.Single : j == 0 ? NameLabel.Begin : j == length - 1 ? NameLabel.End : NameLabel.Inside);
            }

            i += length;
        }
    }

    private void MarkStarts()
    {
        var quoted = false;
        for (var i = 0; i < Text.Count; i++)
        {
            Starts[i] = i == 0 || EndsSentence(i - 1) || HasLineBreak(Text.Atoms[i - 1].End, Text.Atoms[i].Start);
            quoted = Text[i] is ['«' or '“'] || (quoted && Text[i] is not ['»' or '”'] && !HasLineBreakBefore(i));
            InQuotes[i] = quoted;
        }
    }

    private bool EndsSentence(int index) => Text[index] is ['.' or '!' or '?' or ':' or '…' or '«' or '“' or '"' or '•' or '—' or '–' or '*' or '|' or '>'];

    private bool HasLineBreakBefore(int index) => index > 0 && HasLineBreak(Text.Atoms[index - 1].End, Text.Atoms[index].Start);

    private bool HasLineBreak(int start, int end) => Text.Text.AsSpan(start, end - start).IndexOfAny('\n', '\r') >= 0;

    private void MarkRuns()
    {
        for (var i = 0; i < Text.Count;)
        {
            var end = Text.IsCapital(i) ? RunEnd(i) : i + 1;
            for (var j = i; j < end; j++)
                (RunStarts[j], RunEnds[j]) = (i, end);
            i = end;
        }
    }

    // «Organisation du traité» is one capital; «République populaire autoproclamée» too: only what joins capitals directly is taken in.
    private int RunEnd(int start)
    {
        var end = start + 1;
        while (end < Text.Count && end - start < LongestRun && !HasLineBreakBefore(end))
        {
            var next = end;
            while (next < Text.Count && next - end < 3 && Joins(next))
                next++;
            if (next == Text.Count || !Text.IsCapital(next) || (next == end && Starts[next]))
                break;
            end = next + 1;
        }

        return end;
    }

    private bool Joins(int index) =>
        (Kinds[index] & NameKinds.Connector) != NameKinds.None
        || (Text[index] is ['-' or '\'' or '’'] && !Text.Atoms[index].Gap)
        || (Text[index] is ['.'] && Text.Shapes[index - 1] == NameShape.Initial);

    private void NoteSeen()
    {
        for (var i = 0; i < Text.Count && _seen.Count < SeenPlacesKept; i++)
        {
            if (Text.Atoms[i].Kind == AtomKind.Letters)
                _seen[Text.Lower[i]] = _seen.GetValueOrDefault(Text.Lower[i]) | SeenHere(i);
        }
    }

    private Elsewhere SeenHere(int i)
    {
        if (!Text.IsCapital(i))
            return Elsewhere.Small;

        var seen = Starts[i] ? Elsewhere.None : Elsewhere.CapitalInside;
        if (i > 0 && i > RunStarts[i] && Is(i - 1, NameKinds.GivenName))
            seen |= Elsewhere.AfterGivenName;
        if (Is(RunStarts[i] - 1, NameKinds.Title) || (i > 0 && i > RunStarts[i] && Is(i - 1, NameKinds.Title)))
            seen |= Elsewhere.AfterTitle;
        if (Is(RunStarts[i] - 1, NameKinds.PlacePreposition))
            seen |= Elsewhere.AfterPlacePreposition;
        if (i + 1 == RunEnds[i] && (Is(i + 1, NameKinds.ActVerb) || (Is(i + 1, NameKinds.Auxiliary) && Is(i + 2, NameKinds.ActVerb))))
            seen |= Elsewhere.BeforeActVerb;
        if (i > 0 && i + 1 < Text.Count && Text[i - 1] is ['('] && Text[i + 1] is [')'])
            seen |= Elsewhere.InBrackets;
        if (i + 1 == RunEnds[i] && i > RunStarts[i])
            seen |= Elsewhere.EndsLongName;
        return seen;
    }

    /// <summary>Whether the atom, if there is one, is known for any of the kinds.</summary>
    public bool Is(int index, NameKinds kinds) => (uint)index < (uint)Kinds.Length && (Kinds[index] & kinds) != NameKinds.None;
}
