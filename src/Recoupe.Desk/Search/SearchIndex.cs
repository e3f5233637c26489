using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Desk.Search;

/// <summary>The kinds of what the desk's search finds.</summary>
internal enum FindKind
{
    /// <summary>A person, an organisation or a place.</summary>
    Name,

    /// <summary>A claim.</summary>
    Claim,

    /// <summary>A sentence of an article.</summary>
    Sentence,
}

/// <summary>Something that can be found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The entity's, the claim's or the article's id.</param>
/// <param name="Language">The language of the text.</param>
/// <param name="Text">Its words.</param>
/// <param name="Start">Where a sentence stands in its article; 0 else.</param>
internal sealed record Findable(FindKind Kind, string Id, string Language, string Text, int Start);

/// <summary>
/// Names, claims and sentences by their words: by how a word begins, so that results come as one types, and by what it stands for whatever its language, ending
/// or accents, as linking compares words. Made once for a ledger; never changed.
/// </summary>
internal sealed class SearchIndex
{
    private readonly ImmutableArray<Findable> _all;
    private readonly ImmutableArray<string> _words;
    private readonly ImmutableArray<ImmutableArray<int>> _byWord;
    private readonly Dictionary<uint, List<int>> _byTerm;

    private SearchIndex(ImmutableArray<Findable> all)
    {
        _all = all;
        var byWord = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        _byTerm = [];
        for (var i = 0; i < all.Length; i++)
        {
            var scanned = WordScanner.Scan(all[i].Text, new(0, all[i].Text.Length));
            foreach (var word in scanned) Add(byWord, word.Folded, i);
            foreach (var (term, _) in Vocabulary.Of(all[i].Language).Terms(scanned, w => w.IsCapital)) Add(_byTerm, term.Value, i);
        }

        _words = [.. byWord.Keys];
        _byWord = [.. byWord.Values.Select(found => found.ToImmutableArray())];
    }

    /// <summary>The names and claims of a ledger.</summary>
    public static SearchIndex OfItems(Ledger ledger) => new([.. Names(ledger), .. Claims(ledger)]);

    /// <summary>The sentences of its articles: where the ledger's file has no index of them.</summary>
    public static SearchIndex OfSentences(Ledger ledger, Func<ArticleId, FiledArticle> filed) =>
        new([.. ledger.Articles.SelectMany(a => Sentences(filed(a.Id).Article))]);

    /// <summary>
    /// What has every word of a query, the best first: names before claims before sentences, whole words before beginnings.
    /// </summary>
    /// <param name="query">Some words, in any of the languages; the last may be only begun.</param>
    /// <param name="most">How many at most of each kind.</param>
    public ImmutableArray<Findable> Find(string query, int most)
    {
        var words = Asked(query);
        if (words.IsEmpty) return [];
        var scores = words.Select(Scores).Aggregate(Both);
        return
        [
            .. scores.OrderBy(s => _all[s.Key].Kind).ThenByDescending(s => s.Value).ThenBy(s => s.Key)
                .Select(s => _all[s.Key]).GroupBy(f => f.Kind).SelectMany(kind => kind.Take(most)),
        ];
    }

    /// <summary>The claims that share most with a claim, the nearest first, itself left out.</summary>
    public ImmutableArray<string> Near(Claim claim, int most)
    {
        var scanned = WordScanner.Scan(claim.Text, new(0, claim.Text.Length));
        var terms = Vocabulary.Of(claim.Language).Terms(scanned, w => w.IsCapital).Select(t => t.Term);
        return [.. Near(terms).Where(id => !string.Equals(id, claim.Id, StringComparison.Ordinal)).Take(most)];
    }

    /// <summary>The claims that share most with a sentence in any of the languages, the nearest first.</summary>
    public ImmutableArray<string> Near(string sentence, int most) =>
        [.. Near(WordScanner.Scan(sentence, new(0, sentence.Length)).SelectMany(TermsOf)).Take(most)];

    private IEnumerable<string> Near(IEnumerable<Term> terms)
    {
        var shared = new Dictionary<int, int>();
        foreach (var term in terms.Distinct())
        {
            foreach (var found in _byTerm.GetValueOrDefault(term.Value) ?? [])
                CollectionsMarshal.GetValueRefOrAddDefault(shared, found, out _) += term.Weight;
        }

        return shared.Where(s => _all[s.Key].Kind == FindKind.Claim)
            .OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => _all[s.Key].Id);
    }

    /// <summary>Where the words of a query stand in a text, in order.</summary>
    public static ImmutableArray<TextSpan> Places(string query, string text, string language)
    {
        var words = Asked(query);
        var scanned = WordScanner.Scan(text, new(0, text.Length));
        var terms = words.SelectMany(TermsOf).Select(t => t.Value).ToHashSet();
        var found = Vocabulary.Of(language).Terms(scanned, w => w.IsCapital).Where(t => terms.Contains(t.Term.Value)).Select(t => t.Index)
            .ToHashSet();
        return [.. scanned.Index().Where(w => found.Contains(w.Index) || words.Any(asked => Begins(w.Item, asked)))
            .Select(w => w.Item.Span)];
    }

    private static IEnumerable<Findable> Names(Ledger ledger) => ledger.Entities
        .OrderByDescending(e => e.Mentions.Length).ThenBy(e => e.Id, StringComparer.Ordinal)
        .Select(e => new Findable(FindKind.Name, e.Id, "und",
            string.Join(" · ", e.Variants.Prepend(e.Name).Distinct(StringComparer.Ordinal)), 0));

    private static IEnumerable<Findable> Claims(Ledger ledger) => ledger.Claims
        .OrderByDescending(c => c.Positions.Length).ThenBy(c => c.Id, StringComparer.Ordinal)
        .Select(c => new Findable(FindKind.Claim, c.Id, c.Language, c.Text, 0));

    private static IEnumerable<Findable> Sentences(Article article) =>
        from block in article.Blocks
        where block.Kind is not BlockKind.Furniture
        from span in SentenceSplitter.Trimmed(article.Text, block.Span)
        select new Findable(FindKind.Sentence, article.Id.Value, article.Header.Language, new string(span.In(article.Text)), span.Start);

    private static void Add<TKey>(IDictionary<TKey, List<int>> index, TKey key, int found)
    {
        if (!index.TryGetValue(key, out var places)) index[key] = places = [];
        if (places.Count == 0 || places[^1] != found) places.Add(found);
    }

    private static ImmutableArray<ScannedWord> Asked(string query)
    {
        const int mostWords = 12; // of a pasted sentence the first say enough
        return [.. WordScanner.Scan(query, new(0, query.Length)).Take(mostWords)];
    }

    private static bool Begins(ScannedWord word, ScannedWord asked) => word.Folded.StartsWith(asked.Folded, StringComparison.Ordinal);

    // In which language a word is meant, and whether it is a name, nobody says.
    private static IEnumerable<Term> TermsOf(ScannedWord word) =>
        Reader.Languages.SelectMany(language => ((bool[])[true, false])
            .SelectMany(isName => Vocabulary.Of(language).Terms([word], _ => isName))).Select(t => t.Term);

    private Dictionary<int, int> Scores(ScannedWord word)
    {
        const int whole = 3, meant = 2, begun = 1;
        var scores = new Dictionary<int, int>();
        for (var at = FirstFrom(word.Folded); at < _words.Length && _words[at].StartsWith(word.Folded, StringComparison.Ordinal); at++)
            Raise(scores, _byWord[at], _words[at].Length == word.Folded.Length ? whole : begun);
        foreach (var term in TermsOf(word))
            if (_byTerm.TryGetValue(term.Value, out var found)) Raise(scores, found, meant);
        return scores;
    }

    private static void Raise(Dictionary<int, int> scores, IEnumerable<int> found, int score)
    {
        foreach (var one in found)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(scores, one, out _);
            known = Math.Max(known, score);
        }
    }

    private static Dictionary<int, int> Both(Dictionary<int, int> one, Dictionary<int, int> other) =>
        one.Where(o => other.ContainsKey(o.Key)).ToDictionary(o => o.Key, o => o.Value + other[o.Key]);

    private int FirstFrom(string word)
    {
        var at = _words.BinarySearch(word, StringComparer.Ordinal);
        return at < 0 ? ~at : at;
    }
}
