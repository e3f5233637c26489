using System.Collections.Immutable;
using System.Text;
using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract;

/// <summary>The names of an article, each with the article's own fullest wording of who or what it names.</summary>
internal static class MentionFinder
{
    /// <summary>The names outside the site's furniture, in text order.</summary>
    public static ImmutableArray<Mention> Find(Article article, Reading reading)
    {
        var trimmed = NameTrimmer.Trim(article.Text, [.. reading.Names.Where(n => IsProse(article, n.Span))]);
        var names = FieldNames.Part(reading, [.. WholeOutlets(article.Text, WholeInitials(article.Text, trimmed))]);
        var fullest = new FullestNames(article.Text, names);
        return [.. names.Select(n => new Mention(n.Span, n.Type, fullest.Of(n)))];
    }

    // «U.N.’s» is cut behind its first dot where the mark ties the rest to another word.
    private static IEnumerable<Name> WholeInitials(string text, IEnumerable<Name> names)
    {
        var end = 0;
        foreach (var name in names)
        {
            if (name.Span.Start < end) continue;
            var whole = name with { Span = new(name.Span.Start, EndOfInitials(text, name.Span)) };
            end = whole.Span.End;
            yield return whole;
        }
    }

    // «Norvane La 1ère», of which the place alone was taken for a name.
    private static IEnumerable<Name> WholeOutlets(string text, IEnumerable<Name> names)
    {
        var end = 0;
        foreach (var name in names)
        {
            if (name.Span.Start < end) continue;
            var last = Outlets.EndOf(text, name.Span.End);
            var whole = last > name.Span.End ? new Name(new(name.Span.Start, last), NameType.Organisation) : name;
            end = whole.Span.End;
            yield return whole;
        }
    }

    private static int EndOfInitials(string text, TextSpan span)
    {
        var end = span.End;
        var isInitial = span.Length == 2 && char.IsUpper(text[span.Start]) && text[end - 1] == '.';
        while (isInitial && end + 1 < text.Length && char.IsUpper(text[end]) && text[end + 1] == '.') end += 2;
        return end;
    }

    private static bool IsProse(Article article, TextSpan span)
    {
        var at = BinarySearch.First(article.Blocks.Length, i => article.Blocks[i].Span.End > span.Start);
        return at < article.Blocks.Length && article.Blocks[at].Kind != BlockKind.Furniture && article.Blocks[at].Span.Contains(span);
    }
}

/// <summary>An article's fullest wordings: a surname's or a given name's full name, an acronym's long form.</summary>
internal sealed class FullestNames
{
    // Given names that agree this far are one: Alexandre, Alexander.
    private const int CommonStart = 5;

    private readonly string _text;

    // The full name of a person by its last words or its first; null where two people bear them.
    private readonly Dictionary<string, string?> _bySurname = new(StringComparer.Ordinal), _byGivenName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byAcronym = new(StringComparer.Ordinal);

    public FullestNames(string text, IReadOnlyList<Name> names)
    {
        _text = text;
        foreach (var name in names.Where(n => n.Type == NameType.Person)) AddPerson(Wording(name));
        for (var i = 1; i < names.Count; i++) AddAcronym(names[i - 1], names[i]);
    }

    /// <summary>The fullest wording of a name; itself where the article has none fuller, or more than one.</summary>
    public string Of(Name name)
    {
        var wording = Wording(name);
        if (name.Type != NameType.Person) return _byAcronym.GetValueOrDefault(wording) ?? wording;
        var key = Key(wording);
        if (_bySurname.TryGetValue(key, out var full)) return full ?? wording;
        return _byGivenName.GetValueOrDefault(key) ?? wording;
    }

    private void AddPerson(string wording)
    {
        var words = Key(wording).Split(' ');
        for (var first = 1; first < Math.Min(words.Length, 6); first++) Add(_bySurname, string.Join(' ', words[first..]), wording);
        if (words.Length > 1) Add(_byGivenName, words[0], wording);
    }

    private static void Add(Dictionary<string, string?> fullest, string key, string wording)
    {
        if (fullest.TryAdd(key, wording) || fullest[key] is not { } known) return;
        if (!AreOne(known, wording)) fullest[key] = null;
        else if (known.Length < wording.Length) fullest[key] = wording;
    }

    // Alexandre and Alexander, an initial, or one name with a middle name more, are one person within one article.
    private static bool AreOne(string a, string b)
    {
        var (x, y) = (Key(a).Split(' '), Key(b).Split(' '));
        return string.Equals(x[^1], y[^1], StringComparison.Ordinal) && x[0].Length > 0 && y[0].Length > 0 && x[0][0] == y[0][0]
            && (x[0].Length == 1 || y[0].Length == 1 || x[0].AsSpan().CommonPrefixLength(y[0]) >= Math.Min(CommonStart, Math.Max(x[0].Length, y[0].Length)));
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
            bare.Append(Rune.IsLetterOrDigit(rune) ? Accents.Without(rune.ToString()).ToLowerInvariant() : " ");
        }

        return string.Join(' ', bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
