using System.Collections.Immutable;
using System.Net;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Clean.Html;

/// <summary>
/// Finds the paragraphs of a page of HTML among its characters again: the page's own letters with their places, tags and white space left
/// out, searched from the longest paragraph up and down, so that each is found beside its neighbours and not where a menu or a teaser has
/// its words too.
/// </summary>
internal sealed class SourceMap
{
    private const int LargestPage = 4 * 1024 * 1024; // characters: each costs a place
    private const int LongestNeedle = 64;
    private const int MostTries = 8; // places that begin alike
    private const int MostMisses = 20; // paragraphs, each of which may cost a look at the whole page
    private const int LongestEntity = 32; // characters: longer than any entity of HTML
    private const int LongestSign = 2; // letters of one entity

    // «&lt» to «&Ccedil»: those of HTML 3.2, all of Latin-1.
    private const int ShortestOldName = 2, LongestOldName = 6;
    private const char LastOldLetter = '\u00FF';

    private readonly StringBuilder _letters = new();
    private readonly List<int> _places = [];
    private readonly string _html;

    private SourceMap(string html) => _html = html;

    /// <summary>Where each paragraph stands, in the order given; <see langword="null"/> for one that was not found.</summary>
    public static ImmutableArray<TextSpan?> Of(string html, ImmutableArray<string> paragraphs)
    {
        var found = new TextSpan?[paragraphs.Length];
        if (html.Length > LargestPage || paragraphs.IsEmpty) return [.. found];
        var map = new SourceMap(html);
        map.Read();
        map.Find([.. paragraphs.Select(Squeezed)], found);
        // What lies between two places must read the same alone: a sign that is broken over one of them does not.
        return [.. found.Zip(paragraphs, (place, paragraph) => place is { } known && Holds(html, known, paragraph) ? place : null)];
    }

    /// <summary>
    /// Whether a paragraph's letters stand between two places of a page; an end may cut a sign that is written as several.
    /// </summary>
    public static bool Holds(string html, TextSpan place, string paragraph)
    {
        if (place.Start < 0 || place.Length <= 0 || place.End > html.Length) return false;
        var map = new SourceMap(html[place.Start..place.End]);
        map.Read();
        var needle = Squeezed(paragraph);
        return map._letters.Length <= needle.Length + LongestSign && map._letters.ToString().Contains(needle, StringComparison.Ordinal);
    }

    private static string Squeezed(string text) => string.Concat(text.Where(IsLetter));

    private static bool IsLetter(char c) => !char.IsWhiteSpace(c) && c is not HtmlBlocks.SoftHyphen;

    private void Find(ImmutableArray<string> needles, TextSpan?[] found)
    {
        var page = _letters.ToString();
        var longest = Enumerable.Range(0, needles.Length).MaxBy(i => needles[i].Length);
        var (misses, above, below) = (0, page.Length, 0);
        for (var i = longest; i < needles.Length && misses < MostMisses; i++)
        {
            if (Down(page, needles[i], below) is not (>= 0 and var at)) misses++;
            else
            {
                found[i] = Place(at, needles[i].Length);
                if (i == longest) above = at;
                below = at + needles[i].Length;
            }
        }

        for (var i = longest - 1; i >= 0 && misses < MostMisses; i--)
        {
            if (Up(page, needles[i], above) is not (>= 0 and var at)) misses++;
            else
            {
                found[i] = Place(at, needles[i].Length);
                above = at;
            }
        }
    }

    private static int Down(string page, string needle, int from)
    {
        var head = needle.AsSpan(0, Math.Min(needle.Length, LongestNeedle));
        for (var n = 0; n < MostTries; n++)
        {
            var next = page.AsSpan(from).IndexOf(head);
            if (next < 0) return -1;
            if (page.AsSpan(from + next).StartsWith(needle)) return from + next;
            from += next + 1;
        }

        return -1;
    }

    private static int Up(string page, string needle, int to)
    {
        var tail = needle.AsSpan(Math.Max(0, needle.Length - LongestNeedle));
        for (var n = 0; n < MostTries; n++)
        {
            var next = page.AsSpan(0, to).LastIndexOf(tail);
            if (next < 0) return -1;
            if (page.AsSpan(0, next + tail.Length).EndsWith(needle)) return next + tail.Length - needle.Length;
            to = next + tail.Length - 1;
        }

        return -1;
    }

    private TextSpan Place(int at, int length)
    {
        var last = _places[at + length - 1];
        return new(_places[at], _html[last] == '&' && Entity(last) is { Length: var entity } ? last + entity : last + 1);
    }

    private void Read()
    {
        for (var at = 0; at < _html.Length;)
        {
            var c = _html[at];
            if (c == '<' && TagLength(at) is > 0 and var tag) at += tag;
            else if (c == '&' && Entity(at) is { Letters: var decoded, Length: var entity })
            {
                foreach (var letter in decoded) Add(letter, at);
                at += entity;
            }
            else Add(c, at++);
        }
    }

    private void Add(char letter, int at)
    {
        if (!IsLetter(letter)) return;
        _letters.Append(letter);
        _places.Add(at);
    }

    // A tag, a comment, or code with what it holds; nought where the sign opens none.
    private int TagLength(int at)
    {
        var rest = _html.AsSpan(at);
        if (rest.StartsWith("<!--")) return rest.IndexOf("-->") is >= 0 and var comment ? comment + 3 : rest.Length;
        if (rest.Length < 2 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?')) return 0;
        var end = 1;
        while (end < rest.Length && rest[end] != '>')
        {
            if (rest[end] is '"' or '\'' && rest[end - 1] == '=' && rest[(end + 1)..].IndexOf(rest[end]) is >= 0 and var quoted)
                end += quoted + 1;
            end++;
        }

        end = Math.Min(end + 1, rest.Length);
        foreach (var code in (ReadOnlySpan<string>)["script", "style"])
        {
            if (!rest[1..].StartsWith(code, StringComparison.OrdinalIgnoreCase)) continue;
            return rest[end..].IndexOf("</" + code, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? end + close : rest.Length;
        }

        return end;
    }

    // As browsers read them: of a numbered one, and of the named ones that are older than HTML 4, the semicolon may be missing.
    private (string Letters, int Length)? Entity(int at)
    {
        var rest = _html.AsSpan(at, Math.Min(LongestEntity, _html.Length - at));
        var name = NameLength(rest);
        if (name == 0) return null;
        var isEnded = 1 + name < rest.Length && rest[1 + name] == ';';
        if (isEnded && Decoded(rest[..(1 + name)]) is { } whole) return (whole, 2 + name);
        if (rest[1] == '#') return Decoded(rest[..(1 + name)]) is { } numbered ? (numbered, 1 + name) : null;
        for (var length = Math.Min(name, LongestOldName); length >= ShortestOldName; length--)
        {
            if (Decoded(rest[..(1 + length)]) is [<= LastOldLetter] old) return (old, 1 + length);
        }

        return null;
    }

    private static int NameLength(ReadOnlySpan<char> entity)
    {
        var rest = entity[1..];
        if (rest.StartsWith("#x", StringComparison.OrdinalIgnoreCase)) return Run(rest, 2, char.IsAsciiHexDigit);
        if (rest.StartsWith("#")) return Run(rest, 1, char.IsAsciiDigit);
        return Run(rest, 0, char.IsAsciiLetterOrDigit);
    }

    private static int Run(ReadOnlySpan<char> text, int from, Func<char, bool> fits)
    {
        var end = from;
        while (end < text.Length && fits(text[end])) end++;
        return end == from ? 0 : end;
    }

    private static string? Decoded(ReadOnlySpan<char> open)
    {
        var written = string.Concat(open, ";");
        var decoded = WebUtility.HtmlDecode(written);
        return string.Equals(decoded, written, StringComparison.Ordinal) ? null : decoded;
    }
}
