using System.Collections.Immutable;

namespace Recoupe.Extract.Patterns;

/// <summary>One step of a pattern: a lexeme's key, or a class and the slot that its value fills.</summary>
internal readonly record struct PatternPart(string? Class, string Text);

/// <summary>One way to read a pattern line: its steps, and which of them each <c>&lt; &gt;</c> holds.</summary>
internal sealed record PatternReading(ImmutableArray<PatternPart> Parts, ImmutableArray<(int From, int To)> Extents);

/// <summary>
/// Reads a pattern line: words, <c>{class}</c> or <c>{class:slot}</c>, <c>(one | other)</c>, <c>?</c> after what may be missing,
/// and <c>&lt; &gt;</c> around what the match gives out, where that is not all of it.
/// </summary>
internal sealed class PatternReader(string line)
{
    private static readonly PatternPart _s_open = new("<", "");
    private static readonly PatternPart _s_close = new(">", "");

    private int _at;

    /// <summary>Every way to read the line.</summary>
    public IEnumerable<PatternReading> Readings(int most)
    {
        var ways = Alternatives();
        if (_at < line.Length) throw new FormatException($"'{line}' has a ')' too many.");
        if (ways.Count > most) throw new FormatException($"'{line}' can be read in {ways.Count} ways; part it into several lines.");
        return ways.Where(w => w.Count > 0).Select(Marked);
    }

    private static PatternReading Marked(List<PatternPart> way)
    {
        var parts = ImmutableArray.CreateBuilder<PatternPart>();
        var extents = ImmutableArray.CreateBuilder<(int, int)>();
        var open = 0;
        foreach (var part in way)
        {
            if (part == _s_open) open = parts.Count;
            else if (part == _s_close) extents.Add((open, parts.Count));
            else parts.Add(part);
        }

        if (extents.Count == 0) extents.Add((0, parts.Count));
        return new(parts.ToImmutable(), extents.ToImmutable());
    }

    private List<List<PatternPart>> Alternatives()
    {
        var ways = Sequence();
        while (_at < line.Length && line[_at] == '|')
        {
            _at++;
            ways = [.. ways, .. Sequence()];
        }

        return ways;
    }

    private List<List<PatternPart>> Sequence()
    {
        List<List<PatternPart>> ways = [[]];
        while (_at < line.Length && line[_at] is not ('|' or ')'))
        {
            if (line[_at] == ' ') _at++;
            else ways = Cross(ways, Optional(Item()));
        }

        return ways;
    }

    private static List<List<PatternPart>> Cross(List<List<PatternPart>> heads, List<List<PatternPart>> tails) =>
        [.. heads.SelectMany(h => tails.Select(t => (List<PatternPart>)[.. h, .. t]))];

    private List<List<PatternPart>> Optional(List<List<PatternPart>> ways)
    {
        if (_at >= line.Length || line[_at] != '?') return ways;
        _at++;
        return [.. ways, []];
    }

    private List<List<PatternPart>> Item()
    {
        switch (line[_at])
        {
            case '<': _at++; return [[_s_open]];
            case '>': _at++; return [[_s_close]];
            case '(': return Group();
            case '{': return [[Class()]];
            default: return [[.. Lexeme.Split(Word()).Select(l => new PatternPart(null, l.Key))]];
        }
    }

    private List<List<PatternPart>> Group()
    {
        _at++;
        var ways = Alternatives();
        if (_at >= line.Length) throw new FormatException($"'{line}' lacks a ')'.");
        _at++;
        return ways;
    }

    private PatternPart Class()
    {
        var end = line.IndexOf('}', _at);
        var name = line[(_at + 1)..end].Split(':');
        _at = end + 1;
        return new(name[0], name[^1]);
    }

    private string Word()
    {
        var start = _at;
        while (_at < line.Length && !" ?|(){}<>".Contains(line[_at], StringComparison.Ordinal)) _at++;
        return line[start.._at];
    }
}
