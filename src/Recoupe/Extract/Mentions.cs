using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Extract;

/// <summary>The names of an article, each with the article's own fullest wording of who or what it names.</summary>
internal static class Mentions
{
    /// <summary>The names outside the site's furniture, in text order.</summary>
    public static ImmutableArray<Mention> Find(Article article, Reading reading)
    {
        var names = reading.Names.Where(n => IsProse(article, n.Span)).ToList();
        var fullest = new FullestNames(article.Text, names);
        return [.. names.Select(n => new Mention(n.Span, n.Type, fullest.Of(n)))];
    }

    private static bool IsProse(Article article, TextSpan span)
    {
        var at = Sorted.First(article.Blocks.Length, i => article.Blocks[i].Span.End > span.Start);
        return at < article.Blocks.Length && article.Blocks[at].Kind != BlockKind.Furniture && article.Blocks[at].Span.Contains(span);
    }
}

/// <summary>An article's fullest wordings: a surname's full name, an acronym's long form.</summary>
internal sealed class FullestNames
{
    private readonly string _text;
    private readonly Dictionary<(NameType, string), string> _bySurname = [];
    private readonly HashSet<(NameType, string)> _ambiguous = [];
    private readonly Dictionary<string, string> _byAcronym = new(StringComparer.Ordinal);

    public FullestNames(string text, IReadOnlyList<Name> names)
    {
        _text = text;
        foreach (var name in names.Where(n => n.Type == NameType.Person)) AddSurname(Wording(name));
        for (var i = 1; i < names.Count; i++) AddAcronym(names[i - 1], names[i]);
    }

    /// <summary>The fullest wording of a name; itself where the article has none fuller, or more than one.</summary>
    public string Of(Name name)
    {
        var wording = Wording(name);
        if (_byAcronym.TryGetValue(wording, out var long_)) return long_;
        var key = (name.Type, Key(wording));
        return name.Type == NameType.Person && !_ambiguous.Contains(key) && _bySurname.TryGetValue(key, out var full) ? full : wording;
    }

    // «Loukachenko» is «Alexandre Loukachenko» where the article has but one full name that ends so.
    private void AddSurname(string wording)
    {
        var words = wording.Split(' ');
        if (words.Length < 2) return;
        for (var first = 1; first < words.Length; first++)
        {
            var key = (NameType.Person, Key(string.Join(' ', words[first..])));
            if (!_bySurname.TryAdd(key, wording) && !SameName(_bySurname[key], wording)) _ambiguous.Add(key);
            else if (_bySurname[key].Length < wording.Length) _bySurname[key] = wording;
        }
    }

    // Alexandre and Alexander, or the same with a middle name, are one man within one article.
    private static bool SameName(string a, string b)
    {
        var (x, y) = (Key(a).Split(' '), Key(b).Split(' '));
        return x[0][0] == y[0][0] && (x[0].Length == 1 || y[0].Length == 1 || CommonStart(x[0], y[0]) >= Math.Min(3, Math.Min(x[0].Length, y[0].Length)));
    }

    private static int CommonStart(string a, string b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[length] == b[length]) length++;
        return length;
    }

    // «Organisation du traité de sécurité collective (OTSC)» and «OTSC (Organisation …)».
    private void AddAcronym(Name before, Name after)
    {
        if (after.Span.Start - before.Span.End is < 1 or > 3 || !_text.AsSpan(before.Span.End, after.Span.Start - before.Span.End).Contains('(')) return;
        var (first, second) = (Wording(before), Wording(after));
        if (IsAcronymOf(second, first)) _byAcronym.TryAdd(second, first);
        else if (IsAcronymOf(first, second)) _byAcronym.TryAdd(first, second);
    }

    /// <summary>Whether capitals are the initials of a longer wording, small words (<c>du</c>, <c>of</c>) passed over or not.</summary>
    public static bool IsAcronymOf(string acronym, string wording)
    {
        var letters = new string([.. acronym.Where(char.IsLetter)]);
        if (letters.Length < 2 || wording.Length <= acronym.Length || !letters.All(char.IsUpper)) return false;
        var initials = Key(wording).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w[0]).ToList();
        var at = 0;
        foreach (var letter in Key(letters))
        {
            while (at < initials.Count && initials[at] != letter) at++;
            if (at++ >= initials.Count) return false;
        }

        return initials.Count > 0 && initials[0] == Key(letters)[0];
    }

    private string Wording(Name name) => string.Join(' ', name.Span.In(_text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Lower case, no accents, and apostrophes and hyphens as spaces.
    private static string Key(string wording)
    {
        var bare = new StringBuilder(wording.Length);
        foreach (var rune in wording.EnumerateRunes())
        {
            var plain = Rune.IsLetterOrDigit(rune) ? rune.ToString().Normalize(NormalizationForm.FormD).ToLowerInvariant() : " ";
            foreach (var c in plain)
                if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) bare.Append(c);
        }

        return string.Join(' ', bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
