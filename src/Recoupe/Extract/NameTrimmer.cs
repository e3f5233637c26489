using System.Collections.Frozen;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract;

/// <summary>Takes from names what is no part of them: a weekday, a title, the body or country that a person is named beside (<c>Wagner Yevgeny Prigozhin</c>); a storm is no person.</summary>
internal static class NameTrimmer
{
    // A person's given name and surname: who has fewer words left is no person that a body stands beside.
    private const int FullName = 2;

    private static readonly FrozenSet<string> Beside, Storms, Bodies;

    static NameTrimmer()
    {
        var sections = LanguageFile.Sections("name-trims.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
        (Beside, Storms) = (Words(sections["beside"]), Words(sections["storm"]));
        Bodies = LanguageFile.Entries("name-aliases.txt").Concat(LanguageFile.Entries("places.txt"))
            .Where(e => e.StartsWith("org/", StringComparison.Ordinal) || e.StartsWith("country/", StringComparison.Ordinal))
            .SelectMany(e => e[(e.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('|', StringSplitOptions.TrimEntries))
            .Where(n => !n.Contains(' ', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The names of a text, trimmed, in text order.</summary>
    public static List<Name> Trim(string text, IReadOnlyList<Name> names)
    {
        var storms = names.Where(n => IsStorm(text, n.Span)).Select(n => LastWord(text, n.Span)).ToHashSet(StringComparer.Ordinal);
        return [.. names.SelectMany(n => Trim(text, n, storms)).OrderBy(n => n.Span)];
    }

    private static IEnumerable<Name> Trim(string text, Name name, HashSet<string> storms)
    {
        if (name.Type == NameType.Person && storms.Contains(name.Span.In(text).ToString())) return [name with { Type = NameType.Other }];
        if (name.Type == NameType.Person && IsStorm(text, name.Span)) return [name with { Type = NameType.Other }];
        var words = WordsOf(text, name.Span);
        var (first, last) = (0, words.Count);
        while (last - first > 1 && IsBeside(text, words[last - 1])) last--;
        while (last - first > 1 && (IsBeside(text, words[first]) || IsSmall(text, words[first], name.Type))) first++;
        if (name.Type == NameType.Person) return OfPerson(text, name, words[first..last]);
        return [name with { Span = Whole(words[first..last]) }];
    }

    private static IEnumerable<Name> OfPerson(string text, Name name, List<TextSpan> words)
    {
        if (words.Count <= FullName || !Bodies.Contains(words[0].In(text).ToString())) return [name with { Span = Whole(words) }];
        return [name with { Span = Whole(words[1..]) }];
    }

    private static bool IsBeside(string text, TextSpan word) => Beside.Contains(word.In(text).TrimEnd('.').ToString().ToLowerInvariant());

    // "of the United States Joe Biden": a person's name begins with a capital or a particle that names have.
    private static bool IsSmall(string text, TextSpan word, NameType type) => type == NameType.Person && word.In(text) is "of" or "the" or "for" or "and" or "et" or "pour";

    private static bool IsStorm(string text, TextSpan name)
    {
        var words = WordsOf(text, name);
        return words.Count == FullName && Storms.Contains(words[0].In(text).ToString().ToLowerInvariant());
    }

    private static string LastWord(string text, TextSpan name) => WordsOf(text, name)[^1].In(text).ToString();

    private static TextSpan Whole(List<TextSpan> words) => new(words[0].Start, words[^1].End);

    private static List<TextSpan> WordsOf(string text, TextSpan name)
    {
        var words = new List<TextSpan>();
        for (var at = name.Start; at < name.End; at++)
        {
            if (char.IsWhiteSpace(text[at])) continue;
            var end = at;
            while (end < name.End && !char.IsWhiteSpace(text[end])) end++;
            words.Add(new(at, end));
            at = end;
        }

        return words;
    }

    private static FrozenSet<string> Words(IEnumerable<string> lines) =>
        lines.SelectMany(l => l.Split('|', StringSplitOptions.TrimEntries)).ToFrozenSet(StringComparer.Ordinal);
}
