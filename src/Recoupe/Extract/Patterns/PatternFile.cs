using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Recoupe.Extract.Patterns;

/// <summary>
/// A language file of word classes and patterns, written for people (<c>Languages/README.md</c> explains the form):
/// <code>
/// [class month]
/// janvier | janv. = 1
/// [pattern date]
/// {weekday}? le? {day} {month} {year}?
/// </code>
/// </summary>
internal sealed class PatternFile
{
    private PatternFile(FrozenDictionary<string, WordClass> classes, ImmutableArray<PatternLine> patterns) => (Classes, Patterns) = (classes, patterns);

    /// <summary>The word classes by name.</summary>
    public FrozenDictionary<string, WordClass> Classes { get; }

    /// <summary>The patterns in the file's order.</summary>
    public ImmutableArray<PatternLine> Patterns { get; }

    /// <summary>A class; an empty one where the file has none of that name.</summary>
    public WordClass this[string name] => Classes.GetValueOrDefault(name) ?? WordClass.Empty;

    /// <summary>Reads files that the assembly carries, such as <c>fr/times.txt</c>, as one: a class of the same name goes on in the next.</summary>
    public static PatternFile Load(params ReadOnlySpan<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in names) text.Append(Read(name)).Append('\n');
        return Parse(text.ToString());
    }

    private static string Read(string name)
    {
        using var stream = typeof(PatternFile).Assembly.GetManifestResourceStream("Languages/" + name)
            ?? throw new ArgumentException($"The assembly carries no language file '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a file's text.</summary>
    public static PatternFile Parse(string text)
    {
        var classes = new Dictionary<string, List<(string Phrase, string Value)>>(StringComparer.Ordinal);
        var patterns = ImmutableArray.CreateBuilder<PatternLine>();
        string[] section = [];
        foreach (var line in text.Split('\n').Select(Uncommented).Where(l => l.Length > 0))
        {
            if (line.StartsWith('[') && line.EndsWith(']')) section = line[1..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            else if (section is ["class", var name]) AddTo(classes, name, line);
            else if (section is ["pattern", var kind, .. var settings]) patterns.Add(new(kind, Settings(settings), line, patterns.Count));
            else throw new FormatException($"'{line}' stands in no [class …] and no [pattern …].");
        }

        return new(classes.ToFrozenDictionary(c => c.Key, c => new WordClass(c.Value), StringComparer.Ordinal), patterns.ToImmutable());
    }

    private static string Uncommented(string line) => (line.IndexOf("##", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line).Trim();

    private static void AddTo(Dictionary<string, List<(string Phrase, string Value)>> classes, string name, string line)
    {
        if (!classes.TryGetValue(name, out var phrases)) classes.Add(name, phrases = []);
        var equals = line.LastIndexOf(" = ", StringComparison.Ordinal);
        var value = equals < 0 ? "" : line[(equals + 3)..].Trim();
        foreach (var phrase in (equals < 0 ? line : line[..equals]).Split(" | "))
            phrases.Add((phrase.Trim(), equals < 0 ? phrase.Trim() : value));
    }

    private static ImmutableArray<Slot> Settings(string[] settings) =>
        [.. settings.Select(s => s.Split('=', 2)).Select(s => new Slot(s[0], s[1]))];
}

/// <summary>A line of a <c>[pattern …]</c> section.</summary>
/// <param name="Kind">What the section makes of it.</param>
/// <param name="Settings">Slots that the section's head fills (<c>sign=-1</c>).</param>
/// <param name="Text">The line.</param>
/// <param name="Rank">Its place in the file: of two equally long matches the earlier line's wins.</param>
internal sealed record PatternLine(string Kind, ImmutableArray<Slot> Settings, string Text, int Rank);

/// <summary>A named value that a pattern found or set.</summary>
internal readonly record struct Slot(string Name, string Value);

/// <summary>Phrases, each with a value, and ranges of digits: what <c>{month}</c> stands for in a pattern.</summary>
internal sealed class WordClass
{
    private readonly FrozenDictionary<string, ImmutableArray<Phrase>> _byFirst;
    private readonly ImmutableArray<DigitRange> _ranges;

    public WordClass(IEnumerable<(string Phrase, string Value)> entries)
    {
        var all = entries.ToList();
        _ranges = [.. all.Where(e => e.Phrase.Contains("..", StringComparison.Ordinal)).Select(e => DigitRange.Parse(e.Phrase))];
        _byFirst = all.Where(e => !e.Phrase.Contains("..", StringComparison.Ordinal))
            .Select(e => Phrase.Of(e.Phrase, e.Value))
            .GroupBy(p => p.Keys[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Keys.Length).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>A class that nothing belongs to.</summary>
    public static WordClass Empty { get; } = new([]);

    /// <summary>The values of its phrases.</summary>
    public IEnumerable<string> Values => _byFirst.Values.SelectMany(phrases => phrases).Select(p => p.Value);

    /// <summary>The longest phrase that starts at <paramref name="at"/>: its lexemes and its value; no lexeme where there is none.</summary>
    public (int Length, string Value) Match(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Length) return default;
        if (_byFirst.TryGetValue(lexemes[at].Key, out var phrases))
            foreach (var phrase in phrases)
                if (phrase.StandsAt(lexemes, at)) return (phrase.Keys.Length, phrase.Value);
        if (lexemes[at].Kind == LexemeKind.Digits)
            foreach (var range in _ranges)
                if (range.Holds(lexemes[at].Key)) return (1, lexemes[at].Key);
        return default;
    }

    /// <summary>Whether a lexeme alone is a phrase of the class.</summary>
    public bool Has(Lexeme lexeme) => _byFirst.TryGetValue(lexeme.Key, out var phrases) && phrases[^1].Keys.Length == 1;

    /// <summary>A phrase; digits that touch letters in it («km2») must touch them in the text.</summary>
    private readonly record struct Phrase(ImmutableArray<string> Keys, ImmutableArray<bool> Glued, string Value)
    {
        public static Phrase Of(string text, string value)
        {
            var lexemes = Lexeme.Split(text);
            return new([.. lexemes.Select(l => l.Key)], [.. lexemes.Select((l, i) => l.Kind == LexemeKind.Digits && Lexeme.IsGlued(lexemes, i))], value);
        }

        public bool StandsAt(ImmutableArray<Lexeme> lexemes, int at)
        {
            if (at + Keys.Length > lexemes.Length) return false;
            for (var i = 1; i < Keys.Length; i++)
                if (!string.Equals(lexemes[at + i].Key, Keys[i], StringComparison.Ordinal) || (Glued[i] && !Lexeme.IsGlued(lexemes, at + i))) return false;
            return true;
        }
    }

    /// <summary><c>1..31</c>: up to two digits; <c>00..59</c>: exactly two, as the lower bound is written.</summary>
    private readonly record struct DigitRange(int Low, int High, int Fewest, int Most)
    {
        public static DigitRange Parse(string text)
        {
            var bounds = text.Split("..");
            var padded = bounds[0].Length > 1 && bounds[0][0] == '0';
            return new(Number(bounds[0]), Number(bounds[1]), padded ? bounds[0].Length : 1, bounds[1].Length);
        }

        public bool Holds(string digits) => digits.Length >= Fewest && digits.Length <= Most && Number(digits) is var n && n >= Low && n <= High;

        private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
