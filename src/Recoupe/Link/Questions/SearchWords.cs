using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>
/// What names, claims and passages are found by: their words, folded, and what these stand for, as linking compares them.
/// </summary>
internal static class SearchWords
{
    // Of a pasted sentence the first say enough.
    private const int MostAsked = 12;

    // Of 63 bits of a place: one for the kind, 22 for how much is said, and 40 for the beginning of the id.
    private const int IdDigits = 10, IdBits = 4 * IdDigits, WeightBits = 22, MostWeight = (1 << WeightBits) - 1;

    /// <summary>The words that are looked for.</summary>
    public static ImmutableArray<AskedWord> Asked(string query) =>
    [
        .. WordScanner.Scan(query, new(0, query.Length)).Take(MostAsked)
            .Select(w => new AskedWord(Word(w), [.. Meant(w).Distinct(StringComparer.Ordinal)])),
    ];

    /// <summary>The names of a ledger, the most mentioned first, and its claims, the most told first; of equals, by their ids.</summary>
    public static IEnumerable<FoundItem> Items(Ledger ledger)
    {
        var taken = new HashSet<long>();
        return ledger.Entities.Select(e => Item(e.Mentions.Length, new(FoundKind.Name, e.Id, "und", Names(e), 0)))
            .Concat(ledger.Claims.Select(c => Item(c.Positions.Length, new(FoundKind.Claim, c.Id, c.Language, c.Text, 0))));

        FoundItem Item(int weight, Found found)
        {
            var place = Place(weight, found);
            while (!taken.Add(place)) place++;
            return new(place, found, () => Worded(found));
        }
    }

    private static string Names(Entity entity) =>
        string.Join(" · ", entity.Variants.Prepend(entity.Name).Distinct(StringComparer.Ordinal));

    // A place follows from the item alone, so that what comes between others moves none of them: its kind, how much is said of it, and how
    // its id begins (two that begin alike, once in a trillion, stand as they come).
    private static long Place(int weight, Found found)
    {
        var beginning = found.Id.AsSpan(0, Math.Min(found.Id.Length, IdDigits));
        var id = long.TryParse(beginning, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var begun) ? begun : 0;
        long above = MostWeight - Math.Min(weight, MostWeight);
        return ((long)found.Kind << (WeightBits + IdBits)) | (above << IdBits) | id;
    }

    /// <summary>The sentences of an article, as it may be shown.</summary>
    public static FoundArticle In(FiledArticle filed)
    {
        var article = filed.Article;
        var passages =
            from block in article.Blocks
            where block.Kind is not BlockKind.Furniture
            from span in SentenceSplitter.Trimmed(article.Text, block.Span)
            select Worded(new(FoundKind.Passage, article.Id.Value, article.Header.Language, span.In(article.Text).ToString(), span.Start));
        return new([.. passages], EvidenceSearch.TermsOf(article, filed.Findings));
    }

    private static FoundWords Worded(Found found)
    {
        var scanned = WordScanner.Scan(found.Text, new(0, found.Text.Length));
        return new(
            found,
            string.Join(' ', scanned.Select(Word).Distinct(StringComparer.Ordinal)),
            string.Join(
                ' ',
                Vocabulary.Of(found.Language).Terms(scanned, w => w.IsCapital)
                    .Select(t => Token(t.Term)).Distinct(StringComparer.Ordinal)));
    }

    // In which language a word is meant, and whether it is a name, nobody says.
    private static IEnumerable<string> Meant(ScannedWord word) =>
        from language in Reader.Languages
        from isName in (bool[])[true, false]
        from found in Vocabulary.Of(language).Terms([word], _ => isName)
        select Token(found.Term);

    private static string Token(Term term) => "t" + term.Value.ToString("x8", CultureInfo.InvariantCulture);

    // A point would part a number in two.
    private static string Word(ScannedWord word) => word.Folded.Replace('.', 'p');
}
