using System.Collections.Immutable;
using Recoupe.Extract.Patterns;

namespace Recoupe.Extract.Figures;

/// <summary>The words about the quantities of one block.</summary>
internal sealed class FigureClause(string text, ImmutableArray<Lexeme> lexemes, List<Quantity> quantities, FigureWords words)
{
    private const int LongestWhat = 6;

    // A measure further away is likely to be another's.
    private const int Reach = 24;

    /// <summary>What a quantity counts: the words after it up to one that cannot be part of a name.</summary>
    public (string? Text, int From, int To) What(int index)
    {
        var from = AfterOf(quantities[index].To);
        var limit = Math.Min(index + 1 < quantities.Count ? quantities[index + 1].From : lexemes.Length, from + LongestWhat);
        var to = from;
        while (to < limit && IsPart(to, from)) to++;
        while (to > from && (words.Of.Has(lexemes[to - 1]) || lexemes[to - 1].Kind == LexemeKind.Mark)) to--;
        return to <= from ? (null, from, from) : (text[lexemes[from].Span.Start..lexemes[to - 1].Span.End], from, to);
    }

    /// <summary>Which measure a quantity is, or <see langword="null"/>.</summary>
    public string? Measure(int index, (string? Text, int From, int To) what)
    {
        if (what.To > what.From && words.What.Match(lexemes, what.From) is { Length: > 0 } counted) return counted.Value;
        return Adjacent(quantities[index].From) ?? After(index, what.To) ?? Before(quantities[index].From);
    }

    /// <summary>
    /// A quantity with the bound that the one before lends it: «no fewer than 10 generals and 30 officers were killed» bounds both,
    /// «more than 40 dead and 12 wounded» but one.
    /// </summary>
    public Quantity Bounded(int index, IReadOnlyList<string?> measures)
    {
        var quantity = quantities[index];
        if (index == 0 || quantity.Min != quantity.Max || measures[index] is null || !string.Equals(measures[index], measures[index - 1], StringComparison.Ordinal)) return quantity;
        var before = quantities[index - 1];
        if (quantity.From - before.To > LongestWhat || quantity.From == 0 || lexemes[quantity.From - 1].Key is not ("et" or "and")) return quantity;
        if (before is { Min: not null, Max: null }) return quantity with { Max = null, MinInclusive = before.MinInclusive };
        return before is { Min: null, Max: not null } ? quantity with { Min = null, MaxInclusive = before.MaxInclusive } : quantity;
    }

    private int AfterOf(int at)
    {
        if (at >= lexemes.Length || !words.Of.Has(lexemes[at])) return at;
        at++;
        if (at < lexemes.Length && lexemes[at].Key is "'") at++;
        return at < lexemes.Length && words.Definite.Has(lexemes[at]) ? at + 1 : at;
    }

    private bool IsPart(int at, int from) =>
        (lexemes[at].Kind == LexemeKind.Letters && !words.Stop.Has(lexemes[at]) && !(at > from && IsMeasured(at)))
        || (lexemes[at].Key is "-" or "'" && lexemes[at].Span.Start == lexemes[at - 1].Span.End && at + 1 < lexemes.Length && lexemes[at + 1].Kind == LexemeKind.Letters);

    private bool IsMeasured(int at) => words.After.Match(lexemes, at).Length > 0 || words.Before.Match(lexemes, at).Length > 0;

    // «killed 12»: the word right ahead outdoes one that follows.
    private string? Adjacent(int from)
    {
        for (var at = from - 1; at >= 0 && at >= from - 3; at--)
            if (words.Before.Match(lexemes, at) is { Length: > 0 } found && at + found.Length <= from && IsBridge(at + found.Length, from)) return found.Value;
        return null;
    }

    private bool IsBridge(int from, int to)
    {
        for (var at = from; at < to; at++)
            if (lexemes[at].Kind == LexemeKind.Mark || words.After.Has(lexemes[at])) return false;
        return true;
    }

    private string? After(int index, int from)
    {
        // In «10 generals and 30 officers were killed» the measure stands after the last: each figure looks past those joined to it.
        var joined = index;
        for (var at = from; at < lexemes.Length && at < from + Reach && !IsBreak(at); at++)
        {
            if (joined + 1 < quantities.Count && at == quantities[joined + 1].From && !Joins(quantities[joined + 1].From)) return null;
            if (joined + 1 < quantities.Count && at == quantities[joined + 1].From) joined++;
            if (words.After.Match(lexemes, at) is { Length: > 0 } found) return found.Value;
            if (at > from && words.Before.Match(lexemes, at).Length > 0 && words.After.Match(lexemes, at).Length == 0) return null;
        }

        return null;
    }

    private bool Joins(int at) => at > 0 && (lexemes[at - 1].Key is "," or "et" or "and" or "&");

    private string? Before(int from)
    {
        for (var at = from - 1; at >= 0 && at > from - Reach && !IsBreak(at); at--)
            if (words.Before.Match(lexemes, at) is { Length: > 0 } found) return found.Value;
        return null;
    }

    private bool IsBreak(int at) => lexemes[at].Key is ";" or ":" or "!" or "?"
        || (lexemes[at].Key is "." && (at + 1 == lexemes.Length || lexemes[at + 1].Span.Start > lexemes[at].Span.End));
}
