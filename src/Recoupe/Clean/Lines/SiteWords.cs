using System.Collections.Frozen;
using Recoupe.Formats;
using Recoupe.Utility;

namespace Recoupe.Clean.Lines;

/// <summary>
/// The wordings of <c>Languages/*/furniture.txt</c>, of every language at once: a page may carry notices in another language than its
/// article's.
/// </summary>
internal sealed class SiteWords
{
    private const int LongestWhole = 400; // characters: what is longer is prose or a notice, no label
    private const int LongestNotice = 1500;
    private const int LongestLabel = 8; // words: a longer line that ends with a stop is a sentence, whatever it opens with

    private readonly FrozenDictionary<string, LinePatterns> _sections;

    private SiteWords(ILookup<string, string> sections) =>
        _sections = sections.ToFrozenDictionary(s => s.Key, s => LinePatterns.Of(s), StringComparer.Ordinal);

    /// <summary>Those that ship.</summary>
    public static SiteWords Shipped { get; } = new(
        LanguageFile.Named("furniture.txt").SelectMany(LanguageFile.Sections)
            .ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal));

    /// <summary>Whether a whole line is the site's.</summary>
    public bool IsLabel(ReadOnlySpan<char> line) => IsWhole(line, "line");

    /// <summary>Whether the article ends at this line.</summary>
    public bool IsEnd(ReadOnlySpan<char> line) => IsWhole(line, "end");

    /// <summary>Whether a line is a caption.</summary>
    public bool IsCaption(ReadOnlySpan<char> line) => IsWhole(line, "caption");

    /// <summary>Whether a line says who contributed, or which agency the text is of.</summary>
    public bool IsCredit(ReadOnlySpan<char> line) =>
        line.Length < LongestWhole && _sections["credit"].Matches(LineWords.Of(line), open: true);

    /// <summary>Whether something in the line tells that it is the site's.</summary>
    public bool IsNotice(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestNotice) return false;
        var words = LineWords.Of(line);
        var hintsNeeded = LineShape.EndsSentence(line) && words.Count > LongestLabel ? 2 : 1;
        return _sections["within"].CountIn(words) > 0 || _sections["hint"].CountIn(words) >= hintsNeeded;
    }

    /// <summary>Whether the line tells the reader to subscribe before reading on.</summary>
    public bool AsksToSubscribe(LineWords line) => _sections["paywall"].CountIn(line) > 0;

    /// <summary>Whether the line asks the reader to consent to being followed.</summary>
    public bool AsksForConsent(LineWords line) => _sections["consent"].CountIn(line) > 0;

    /// <summary>Whether the line opens by saying that the article was corrected.</summary>
    public bool IsCorrection(LineWords line) => _sections["correction"].LongestAtStart(line) > 0;

    /// <summary>How many words at the line's start announce a by-line or a day of publication.</summary>
    public int BylineWords(LineWords line) => _sections["byline"].LongestAtStart(line);

    /// <summary>Whether the word names a day of the week.</summary>
    public bool IsWeekday(string word) => _sections["weekday"].Has(word);

    /// <summary>Whether what stands before that word says that a day is the article's own.</summary>
    public bool SaysToday(LineWords line, int before) => _sections["today"].EndsBefore(line, before);

    /// <summary>Whether what stands before that word says that a day is that of publication.</summary>
    public bool SaysPublished(LineWords line, int before) => _sections["published"].EndsBefore(line, before);

    private bool IsWhole(ReadOnlySpan<char> line, string section)
    {
        if (line.Length > LongestWhole) return false;
        var words = LineWords.Of(line);
        return _sections[section].Matches(words, open: words.Count <= LongestLabel || line[^1] is not ('.' or '!' or '?'));
    }
}
