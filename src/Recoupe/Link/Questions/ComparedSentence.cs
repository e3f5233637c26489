using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>A bare sentence, or a few, ready for comparison.</summary>
internal sealed class ComparedSentence
{
    // Beyond it a text is no sentence: its beginning is compared.
    private const int MostWords = 1_000;

    private const int LeastStretch = 3;

    private readonly string _text;

    private ComparedSentence(string text, string language)
    {
        Language = language;
        Vocabulary = Vocabulary.Of(language);
        Words = WordScanner.Scan(text, new TextSpan(0, text.Length));
        if (Words.Count > MostWords) Words.RemoveRange(MostWords, Words.Count - MostWords);
        _text = Words.Count == 0 ? "" : text[..Words[^1].Span.End];
        var names = new NameDetector(text, []);
        Told = [.. Vocabulary.Terms(Words, names.IsName)];
        Terms = new(Told.Select(t => t.Term));
    }

    public string Language { get; }

    /// <summary>Of its language.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Its words.</summary>
    public List<ScannedWord> Words { get; }

    /// <summary>What its words stand for, in order, each with the index of its first word.</summary>
    public ImmutableArray<(Term Term, int Index)> Told { get; }

    /// <summary>What its words stand for.</summary>
    public TermSet Terms { get; }

    /// <summary>Whether its words are turned into their contrary.</summary>
    public bool IsNegated => Polarity.IsNegated(Words, Vocabulary);

    public static ComparedSentence Of(string text, string language) => new(text, language);

    /// <summary>The language of a sentence; where it is too short to tell, that of the two together, and else the first known.</summary>
    public static string LanguageOf(string text, string beside) =>
        new[] { text, text + "\n" + beside, beside }.Select(t => LanguageIdentifier.Identify(t).Language).FirstOrDefault(Vocabulary.Has) ?? BilingualLexicon.Shipped.Languages[0];

    /// <summary>How much the two have in common, in ten-thousandths.</summary>
    public int Likeness(ComparedSentence other) => Terms.Dice(other.Terms);

    /// <summary>The stretch between such marks that says most of what another says.</summary>
    public ComparedSentence Nearest(ComparedSentence other, string marks) =>
        Stretches(marks).Select(s => Of(s, Language)).DefaultIfEmpty(this).MaxBy(s => (s.Terms.SharedWeight(other.Terms), -s.Terms.Weight))!;

    private IEnumerable<string> Stretches(string marks)
    {
        var start = 0;
        for (var end = 0; end <= _text.Length; end++)
        {
            if (end < _text.Length && !IsMark(end, marks)) continue;
            if (_text.AsSpan(start, end - start).Trim().Length > LeastStretch) yield return _text[start..end];
            start = end + 1;
        }
    }

    // A comma or point inside a number or an address parts nothing.
    private bool IsMark(int at, string marks) =>
        marks.Contains(_text[at], StringComparison.Ordinal) && (at + 1 == _text.Length || !char.IsLetterOrDigit(_text[at + 1]));
}
