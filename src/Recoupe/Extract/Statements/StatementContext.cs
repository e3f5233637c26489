using System.Collections.Immutable;
using Recoupe.Extract.Quotations;
using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Extract.Statements.Trees;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements;

/// <summary>What the rules of telling look at: an article's words in their trees, where its prose is, and what is quoted.</summary>
internal sealed class StatementContext
{
    private const int LongestDateline = 8;
    private const int LongestRun = 500; // words: rules look through a run again for each cue in it

    private readonly bool[] _inProse;
    private readonly int[] _quotation;
    private readonly int[] _runStart;
    private readonly int[] _runEnd;

    public StatementContext(Article article, Reading reading, ImmutableArray<Mention> mentions, ImmutableArray<TimeExpression> times)
    {
        Text = article.Text;
        Lexicon = CueLexicon.Of(reading.Language);
        Trees = new(TreeRepair.Mend(reading, mentions, Lexicon));
        Quotations = Recoupe.Extract.Quotations.QuotationParser.Find(article);
        Mentions = mentions;
        Times = times;
        _inProse = MarkProse(article.Blocks);
        _quotation = MarkQuotations();
        (_runStart, _runEnd) = MarkRuns();
    }

    public string Text { get; }

    public DependencyTrees Trees { get; }

    public CueLexicon Lexicon { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    public ImmutableArray<Mention> Mentions { get; }

    public ImmutableArray<TimeExpression> Times { get; }

    /// <summary>Whether a word is of the article's own prose: no furniture, headline, by-line or caption.</summary>
    public bool InProse(int word) => _inProse[word];

    /// <summary>The innermost quotation a word stands in; −1 outside all.</summary>
    public int QuotationOf(int word) => _quotation[word];

    /// <summary>The outermost quotation a word stands in; −1 outside all.</summary>
    public int OutermostOf(int word)
    {
        var at = _quotation[word];
        while (at >= 0 && Quotations[at].Parent >= 0)
            at = Quotations[at].Parent;
        return at;
    }

    /// <summary>Whether a token is a word: it holds a letter or a digit, whatever its tag.</summary>
    public bool IsWord(int word)
    {
        foreach (var c in Trees[word].Form)
        {
            if (char.IsLetterOrDigit(c)) return true;
        }

        return false;
    }

    /// <summary>Whether a word is of a time expression.</summary>
    public bool IsTime(int word)
    {
        var at = BinarySearch.First(Times.Length, i => Times[i].Span.End > Trees[word].Span.Start);
        return at < Times.Length && Times[at].Span.Start <= Trees[word].Span.Start;
    }

    /// <summary>What a pronoun may stand for; <see langword="null"/> for a noun or name written like one (<c>Me</c> Martin).</summary>
    public Pronoun? PronounAt(int word) => Trees[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? null : Lexicon.Pronouns.Of(Trees[word].Form);

    /// <summary>What a pronoun of one word or several (<c>ce dernier</c>) may stand for; <see langword="null"/> for any other phrase.</summary>
    public Pronoun? PronounIn(NounPhrase phrase) =>
        PronounAt(phrase.Head) ?? (phrase.Last - phrase.First is 1 or 2 ? Lexicon.Pronouns.Of(Trees.Span(phrase.First, phrase.Last).In(Text).ToString()) : null);

    /// <summary>Whether a word is a pronoun that stands before its verb without being its subject (<c>leur</c> disant).</summary>
    public bool IsClitic(int word)
    {
        if (!Lexicon.Function.IsClitic(Trees[word].Form)) return false;
        return Trees[word].Tag == PartOfSpeech.Pron || (word + 1 < Trees.Count && Trees[word + 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux);
    }

    /// <summary>Whether a clause that concedes or contrasts opens at a word: <c>bien que</c>, <c>although</c>.</summary>
    public bool OpensConcession(int word) => word >= 0 && word + 1 < Trees.Count
        && (Lexicon.Function.IsConcession(Trees[word].Form) || Lexicon.Function.IsConcession(Trees[word].Form + " " + Trees[word + 1].Form));

    /// <summary>Whether a word opens an indirect question; «ce» does only before a relative pronoun.</summary>
    public bool IsQuestion(int word)
    {
        if (!Lexicon.Function.IsQuestion(Trees[word].Form)) return false;
        return !Lexicon.Function.IsDemonstrative(Trees[word].Form) || (word + 1 < Trees.Count && (PronounAt(word + 1)?.Role == PronounRole.Relative || Lexicon.Function.IsThat(Trees[word + 1].Form)));
    }

    public bool IsForm(int word, string form) => string.Equals(Trees[word].Form, form, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last word of the prose the word's sentence runs through without a break.</summary>
    public int SentenceEnd(int word) => _runEnd[word];

    /// <summary>The first word of the prose the word's sentence runs through without a break.</summary>
    public int SentenceStart(int word) => _runStart[word];

    /// <summary>The characters of words, without the marks and stops at either end.</summary>
    public TextSpan? Trimmed(int first, int last)
    {
        while (first <= last && IsEdge(first)) first++;
        while (first <= last && IsEdge(last)) last--;
        return first <= last ? Balanced(Trees.Span(first, last)) : null;
    }

    // A bracket or mark is an edge unless its partner lies within; Balanced puts closing ones back.
    private bool IsEdge(int word)
    {
        if (IsWord(word)) return false;
        return Trees[word].Form is not ("%" or "€" or "$" or "£" or "#" or "@" or "°");
    }

    // A quotation or bracket that begins inside the span keeps its closing mark.
    private TextSpan Balanced(TextSpan span)
    {
        foreach (var quotation in QuotationsFrom(span.Start))
        {
            if (quotation.Outer.Start > span.End) break;
            if (quotation.Outer.Start > span.Start && quotation.Inner.End == span.End) return span with { End = quotation.Outer.End };
        }

        return span;
    }

    /// <summary>The quotations that open at or after a place.</summary>
    public IEnumerable<Quotation> QuotationsFrom(int offset)
    {
        for (var i = FirstQuotationAt(offset); i < Quotations.Length; i++)
            yield return Quotations[i];
    }

    /// <summary>The index of the first quotation that opens at or after a place.</summary>
    public int FirstQuotationAt(int offset) => BinarySearch.First(Quotations.Length, i => Quotations[i].Outer.Start >= offset);

    private bool[] MarkProse(ImmutableArray<Block> blocks)
    {
        var marked = new bool[Trees.Count];
        foreach (var block in blocks)
        {
            if (block.Kind is not (BlockKind.Body or BlockKind.Quote)) continue;
            for (var word = Trees.WordAt(block.Span.Start); word < Trees.Count && Trees[word].Span.Start < block.Span.End; word++)
                marked[word] = true;
        }

        foreach (var block in blocks)
        {
            var first = Trees.WordAt(block.Span.Start);
            for (var word = first; word <= DatelineEnd(first, block.Span.End); word++)
                marked[word] = false;
        }

        return marked;
    }

    // «KYIV (AFP) –» opens a story and is not of its first sentence; −1 where there is none.
    private int DatelineEnd(int first, int end)
    {
        if (first >= Trees.Count || Trees[first].Form.Length < 3 || Trees[first].Form.Any(char.IsLower) || !char.IsLetter(Trees[first].Form[0])) return -1;
        for (var word = first + 1; word < Math.Min(first + LongestDateline, Trees.Count) && Trees[word].Span.End < end; word++)
        {
            if (Trees[word].Form is "–" or "—" or "-" or ":") return word;
            if (Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return -1;
        }

        return -1;
    }

    // Stretches of one sentence, mended where it was cut, that are all prose or all not.
    private (int[] Starts, int[] Ends) MarkRuns()
    {
        var (starts, ends) = (new int[Trees.Count], new int[Trees.Count]);
        for (var i = 0; i < Trees.Count; i++)
            starts[i] = i > 0 && i - starts[i - 1] < LongestRun && GoesOn(i) && _inProse[i] == _inProse[i - 1] ? starts[i - 1] : i;
        for (var i = Trees.Count - 1; i >= 0; i--)
            ends[i] = i + 1 < Trees.Count && starts[i + 1] == starts[i] ? ends[i + 1] : i;
        return (starts, ends);
    }

    // A sentence that was cut without a stop, on one line, is still one.
    private bool GoesOn(int word)
    {
        if (Trees.SentenceOf(word) == Trees.SentenceOf(word - 1)) return true;
        var between = Text.AsSpan(Trees[word - 1].Span.End, Trees[word].Span.Start - Trees[word - 1].Span.End);
        if (between.Contains('\n')) return false;
        var before = word - 1;
        while (before > 0 && Trees[before].Form is "»" or "”" or "\"" or ")" or "'" or "’") before--;
        return IsWord(before) || Trees[before].Form is "," or "«" or "“";
    }

    // In text order, so that the innermost is written last.
    private int[] MarkQuotations()
    {
        var marked = new int[Trees.Count];
        Array.Fill(marked, -1);
        for (var i = 0; i < Quotations.Length; i++)
        {
            var inner = Quotations[i].Inner;
            for (var word = Trees.WordAt(inner.Start); word < Trees.Count && Trees[word].Span.Start < inner.End; word++)
                marked[word] = i;
        }

        return marked;
    }
}
