using System.Collections.Concurrent;
using System.Collections.Frozen;
using Recoupe.Language;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Entities;

/// <summary>Finds what an article says a person is, in the words beside the name: <c>Milena Dostra, porte-parole du ministère</c>.</summary>
internal sealed class RoleFinder
{
    private const int Window = 120, MostWords = 12, NearestHead = 4;

    private static readonly ConcurrentDictionary<string, RoleFinder> _s_byLanguage = new(StringComparer.Ordinal);

    private readonly FrozenSet<string> _heads, _small, _ends, _of;

    private RoleFinder(string language)
    {
        var entries = LanguageFile.Entries(language + "/roles.txt").Select(e => e.Split(' ', 2)).ToList();
        _heads = Words(entries, "head");
        _small = Words(entries, "small");
        _ends = Words(entries, "end");
        _of = Words(entries, "of");
    }

    /// <summary>The role that stands beside a name, and where; <see langword="null"/> where none does.</summary>
    public static (string Text, Passage Passage)? Of(Article article, TextSpan name)
    {
        var finder = _s_byLanguage.GetOrAdd(article.Header.Language, l => new RoleFinder(l));
        var found = finder.After(article.Text, name) ?? finder.Before(article.Text, name);
        return found is { } span ? (span.In(article.Text).ToString(), new Passage(article.Id, span)) : null;
    }

    private static FrozenSet<string> Words(IEnumerable<string[]> entries, string kind) =>
        entries.Where(e => string.Equals(e[0], kind, StringComparison.Ordinal)).SelectMany(e => e[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(w => Fold.Of(w)).ToFrozenSet(StringComparer.Ordinal);

    // «…, ministre de la Sécurité d'État de la RPD.»: from the comma to the next mark, if a role's word stands near its start.
    private TextSpan? After(string text, TextSpan name)
    {
        var from = name.End;
        if (from >= text.Length || text[from] != ',') return null;
        var limit = Math.Min(text.Length, from + 1 + Window);
        var end = from + 1;
        while (end < limit && text[end] is not (',' or '.' or ';' or ':' or '\n' or '(' or ')' or '"' or '«' or '»' or '–')) end++;
        if (end == limit && limit < text.Length) return null;
        var words = WordScanner.Scan(text, new(from + 1, end));
        var head = words.FindIndex(w => _heads.Contains(w.Folded));
        if (head is < 0 or >= NearestHead || words.Count > MostWords) return null;
        var last = words.FindIndex(head, w => _ends.Contains(w.Folded));
        var first = words.Take(head).TakeWhile(w => _small.Contains(w.Folded)).Count();
        // «…, urged the prime minister»: an article between the first word and the role's tells a verb from a qualifier.
        if (words.Take(head).Skip(first).Any(w => _small.Contains(w.Folded) || _ends.Contains(w.Folded))) return null;
        return new(words[first].Span.Start, words[(last < 0 ? words.Count : last) - 1].Span.End);
    }

    // «le président biélorusse Alexandre Loukachenko»: back to the nearest role's word, with what qualifies it.
    private TextSpan? Before(string text, TextSpan name)
    {
        var start = name.Start;
        var limit = Math.Max(0, start - Window);
        while (start > limit && text[start - 1] is not ('.' or ';' or ':' or '\n' or '(' or ')' or '"' or '«' or '»')) start--;
        var words = WordScanner.Scan(text, new(start, name.Start));
        var head = words.FindLastIndex(w => _heads.Contains(w.Folded));
        if (head < 0 || words.Count - head > MostWords / 2 || !IsUnbroken(text, words[head].Span.End, name.Start)) return null;
        if (words.Skip(head + 1).Any(w => _ends.Contains(w.Folded))) return null;
        // «la maire d'Orvec»: the name is of what the role is over, not of who holds it.
        if (_of.Contains(words[^1].Folded)) return null;
        var first = head;
        while (first > 0 && head - first < NearestHead && !_ends.Contains(words[first - 1].Folded) && !_small.Contains(words[first - 1].Folded) && IsAdjacent(text, words[first - 1], words[first])) first--;
        return new(words[first].Span.Start, words[^1].Span.End);
    }

    // At most one comma, right ahead of the name.
    private static bool IsUnbroken(string text, int from, int to) => text.AsSpan(from, to - from).TrimEnd().TrimEnd(',').IndexOf(',') < 0;

    private static bool IsAdjacent(string text, ScannedWord a, ScannedWord b) => b.Span.Start - a.Span.End <= 1 && text[a.Span.End] is ' ' or '-' or '\u00a0';
}
