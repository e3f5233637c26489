using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Finds the outlets that an article's prose has things from: <c>told AFP</c>, <c>a rapporté Avia-pro</c>, <c>selon les informations de CNN</c>.</summary>
internal static class CitedOutlets
{
    // From an outlet's noun to its name: «l'agence de presse américaine …».
    private const int WordsToName = 2, LongestPhrase = 40;

    private static readonly FrozenSet<string> Before, After, Nouns, Small;

    static CitedOutlets()
    {
        var sections = LanguageFile.Sections("citations.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
        (Before, After, Nouns, Small) = (Phrases(sections["before"]), Phrases(sections["after"]), Phrases(sections["outlet"]), Phrases(sections["small"]));
    }

    /// <summary>Each outlet once, where it is first cited, in text order.</summary>
    public static ImmutableArray<Credit> Find(Article article)
    {
        var own = OutletKeys.Of(article.Header);
        return
        [
            .. article.Blocks.Where(b => LineFingerprinter.IsProse(b.Kind)).SelectMany(b => In(article.Text, b.Span))
                .Where(c => !own.Is(c.Key)).DistinctBy(c => c.Key),
        ];
    }

    private static IEnumerable<Credit> In(string text, TextSpan block)
    {
        for (var at = block.Start; at < block.End; at++)
        {
            if (!IsWordStart(text, at)) continue;
            var length = KnownOutlets.LengthAt(text, at);
            var isKnown = length > 0;
            if (!isKnown) length = UnknownLength(text, at, block.End);
            if (length == 0) continue;
            var span = new TextSpan(at, at + length);
            if (IsCited(text, block, span, isKnown)) yield return CreditTo(text[at..span.End], span);
            at = span.End - 1;
        }
    }

    private static bool IsWordStart(string text, int at) => char.IsLetter(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    // «Avia-pro»: a capital, and after a hyphen none, as sites are named and people are not.
    private static int UnknownLength(string text, int at, int end)
    {
        if (!char.IsUpper(text[at])) return 0;
        var stop = at;
        while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] == '-')) stop++;
        var hyphen = text.AsSpan(at, stop - at).IndexOf('-');
        return hyphen > 1 && stop - at - hyphen > 2 && char.IsLower(text[at + hyphen + 1]) && char.IsLower(text[at + hyphen - 1]) ? stop - at : 0;
    }

    private static bool IsCited(string text, TextSpan block, TextSpan name, bool isKnown)
    {
        var (before, isOutlet) = WithoutNoun(WordsBefore(text, block, name.Start));
        if (EndsIn(before, Before) && (isKnown || isOutlet || IsTelling(before))) return true;
        return isKnown && BeginsWith(text.AsSpan(name.End, Math.Min(LongestPhrase, block.End - name.End)).ToString().TrimStart(), After);
    }

    // A name that is not known is an outlet's where it «rapporte» or is cited for its «informations».
    private static bool IsTelling(List<string> before) => before is [.., "rapporté" or "rapporte" or "révélé" or "révèle"];

    private static List<string> WordsBefore(string text, TextSpan block, int at)
    {
        var start = Math.Max(block.Start, at - LongestPhrase);
        return [.. text[start..at].Replace("'", "' ", StringComparison.Ordinal).Replace("’", "’ ", StringComparison.Ordinal).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }

    // The words ahead of a name, less an article and what says that it is an outlet's.
    private static (List<string> Words, bool IsOutlet) WithoutNoun(List<string> words)
    {
        for (var skipped = 0; skipped <= WordsToName && skipped < words.Count; skipped++)
        {
            if (!Nouns.Contains(words[^(skipped + 1)])) continue;
            return (WithoutSmall(words[..^(skipped + 1)]), true);
        }

        return (WithoutSmall(words), false);
    }

    private static List<string> WithoutSmall(List<string> words) => words.Count > 0 && Small.Contains(words[^1]) ? words[..^1] : words;

    private static bool EndsIn(List<string> words, FrozenSet<string> phrases)
    {
        for (var count = 1; count <= Math.Min(3, words.Count); count++)
        {
            if (phrases.Contains(string.Join(' ', words[^count..]).Replace("' ", "'", StringComparison.Ordinal).Replace("’ ", "’", StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static bool BeginsWith(string rest, FrozenSet<string> phrases)
    {
        var words = rest.Split(' ', 4);
        for (var count = 1; count <= Math.Min(3, words.Length); count++)
        {
            if (phrases.Contains(string.Join(' ', words[..count]).TrimEnd('.', ',', ':', ';'))) return true;
        }

        return false;
    }

    private static Credit CreditTo(string written, TextSpan span)
    {
        var name = KnownOutlets.Find(written) ?? written;
        return new(name, OutletKeys.OfName(name), true, span);
    }

    private static FrozenSet<string> Phrases(IEnumerable<string> lines) =>
        lines.SelectMany(l => l.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
}
