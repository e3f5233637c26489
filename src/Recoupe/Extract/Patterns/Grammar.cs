using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Extract.Patterns;

/// <summary>
/// The patterns of a language file as a tree of lexemes and classes. No pattern repeats, so each is of bounded length and
/// matching at one place costs a bounded number of steps, whatever the text.
/// </summary>
internal sealed class Grammar
{
    // More ways than this to read one line is a line that should be two.
    private const int MostReadings = 4000;

    private readonly Node _root = new();
    private readonly PatternFile _file;
    private readonly Func<ImmutableArray<Lexeme>, int, (int Length, string Value)> _number;

    /// <summary>A grammar of the file's patterns; <paramref name="number"/> is what <c>{count}</c> stands for.</summary>
    public Grammar(PatternFile file, Func<ImmutableArray<Lexeme>, int, (int Length, string Value)> number)
    {
        (_file, _number) = (file, number);
        foreach (var line in file.Patterns) Add(line);
    }

    /// <summary>The longest match that starts at a lexeme, or <see langword="null"/>.</summary>
    public GrammarMatch? MatchAt(ImmutableArray<Lexeme> lexemes, int at)
    {
        var walk = new Walk(lexemes, at);
        Visit(_root, at, walk);
        return walk.Best();
    }

    private void Visit(Node node, int at, Walk walk)
    {
        if (node.Rule is { } rule) walk.Accept(rule, at);
        if (at >= walk.Lexemes.Length) return;
        if (node.Literals.TryGetValue(walk.Lexemes[at].Key, out var next)) Step(next, at, 1, default, walk);
        foreach (var (name, slot, target) in node.Classes)
            if (MatchClass(name, walk.Lexemes, at) is { Length: > 0 } found)
                Step(target, at, found.Length, new Slot(slot, found.Value), walk);
    }

    private void Step(Node next, int at, int length, Slot slot, Walk walk)
    {
        walk.Path.Add(new(at, at + length, slot));
        Visit(next, at + length, walk);
        walk.Path.RemoveAt(walk.Path.Count - 1);
    }

    private (int Length, string Value) MatchClass(string name, ImmutableArray<Lexeme> lexemes, int at) =>
        string.Equals(name, "count", StringComparison.Ordinal) ? _number(lexemes, at) : _file[name].Match(lexemes, at);

    private void Add(PatternLine line)
    {
        foreach (var reading in new PatternReader(line.Text).Readings(MostReadings))
        {
            var node = reading.Parts.Aggregate(_root, (n, part) => n.Next(part));
            if (node.Rule is null || node.Rule.Rank > line.Rank) node.Rule = new(line.Kind, line.Settings, reading.Extents, line.Rank);
        }
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public List<(string Class, string Slot, Node Target)> Classes { get; } = [];

        public Rule? Rule { get; set; }

        public Node Next(PatternPart part)
        {
            if (part.Class is null)
            {
                if (!Literals.TryGetValue(part.Text, out var literal)) Literals.Add(part.Text, literal = new());
                return literal;
            }

            var known = Classes.FindIndex(c => string.Equals(c.Class, part.Class, StringComparison.Ordinal) && string.Equals(c.Slot, part.Text, StringComparison.Ordinal));
            if (known >= 0) return Classes[known].Target;
            Classes.Add((part.Class, part.Text, new Node()));
            return Classes[^1].Target;
        }
    }

    private sealed record Rule(string Kind, ImmutableArray<Slot> Settings, ImmutableArray<(int From, int To)> Extents, int Rank);

    private readonly record struct PathStep(int From, int To, Slot Slot);

    private sealed class Walk(ImmutableArray<Lexeme> lexemes, int start)
    {
        private Rule? _rule;
        private ImmutableArray<PathStep> _steps;
        private readonly int _start = start;
        private int _end = start;

        public ImmutableArray<Lexeme> Lexemes { get; } = lexemes;

        public List<PathStep> Path { get; } = [];

        public void Accept(Rule rule, int end)
        {
            if (end == _start || end < _end || (end == _end && _rule is not null && _rule.Rank <= rule.Rank)) return;
            (_rule, _end, _steps) = (rule, end, [.. Path]);
        }

        public GrammarMatch? Best() => _rule is null
            ? null
            : new(_rule.Kind, _start, _end, [.. _rule.Extents.Select(e => Part(e.From, e.To))]);

        private MatchedPart Part(int from, int to) => new(
            new TextSpan(Lexemes[_steps[from].From].Span.Start, Lexemes[_steps[to - 1].To - 1].Span.End),
            [.. _rule!.Settings, .. _steps[from..to].Select(s => s.Slot).Where(s => s.Name is { Length: > 0 })]);
    }
}

/// <summary>A match of a pattern.</summary>
/// <param name="Kind">The kind of its section.</param>
/// <param name="From">The first lexeme.</param>
/// <param name="To">One past the last lexeme.</param>
/// <param name="Parts">What the pattern marks with <c>&lt; &gt;</c>, or all of it.</param>
internal sealed record GrammarMatch(string Kind, int From, int To, ImmutableArray<MatchedPart> Parts);

/// <summary>A stretch that a match gives out, with what it found there.</summary>
internal sealed record MatchedPart(TextSpan Span, ImmutableArray<Slot> Slots)
{
    /// <summary>A slot's value, or <see langword="null"/>. A word found outdoes the section's setting.</summary>
    public string? this[string name] => Slots.LastOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal)).Value;

    /// <summary>The same with one slot more.</summary>
    public MatchedPart With(string name, string value) => this with { Slots = Slots.Add(new(name, value)) };
}
