namespace Recoupe.Extract.Quotations;

/// <summary>The sorts of quotation mark; a quotation closes with the sort it opened with.</summary>
internal enum MarkFamily : byte
{
    /// <summary>« ».</summary>
    Angle,

    /// <summary>“ ” „.</summary>
    Curly,

    /// <summary>".</summary>
    Straight,

    /// <summary>‘ ’ '.</summary>
    Single,
}

/// <summary>What a mark can do, by its shape and its neighbours.</summary>
internal enum MarkRole : byte
{
    /// <summary>Opens.</summary>
    Open,

    /// <summary>Closes.</summary>
    Close,

    /// <summary>Either, as what is open decides.</summary>
    Either,
}

/// <summary>A quotation mark at a place in the text.</summary>
internal readonly record struct Mark(int At, int Length, MarkFamily Family, MarkRole Role);

/// <summary>Finds the quotation marks of a line, apostrophes left out.</summary>
internal static class Marks
{
    public static List<Mark> Of(string text, int start, int end)
    {
        var marks = new List<Mark>();
        var lastSingle = LastSingleCloser(text, start, end);
        for (var i = start; i < end; i++)
        {
            if (At(text, i, start, end, lastSingle) is not { } mark) continue;
            marks.Add(mark);
            i += mark.Length - 1;
        }

        return marks;
    }

    private static Mark? At(string text, int at, int start, int end, int lastSingle) => text[at] switch
    {
        '«' or '‹' => new(at, 1, MarkFamily.Angle, MarkRole.Open),
        '»' or '›' => new(at, 1, MarkFamily.Angle, MarkRole.Close),
        '„' => new(at, 1, MarkFamily.Curly, MarkRole.Open),
        '“' => new(at, 1, MarkFamily.Curly, Spaced(text, at, 1, start, end) == MarkRole.Close ? MarkRole.Either : MarkRole.Open),
        '”' => new(at, 1, MarkFamily.Curly, Spaced(text, at, 1, start, end) == MarkRole.Open ? MarkRole.Either : MarkRole.Close),
        '"' or '＂' => new(at, 1, MarkFamily.Straight, Spaced(text, at, 1, start, end)),
        '‘' when at + 1 < end && char.IsLetterOrDigit(text[at + 1]) => new(at, 1, MarkFamily.Single, MarkRole.Open),
        '`' when Doubled(text, at, end) => new(at, 2, MarkFamily.Straight, MarkRole.Open),
        '\'' when Doubled(text, at, end) => new(at, 2, MarkFamily.Straight, MarkRole.Close),
        '\'' or '’' => SingleAt(text, at, start, end, lastSingle),
        _ => null,
    };

    private static bool Doubled(string text, int at, int end) => at + 1 < end && text[at + 1] == text[at];

    private static Mark? SingleAt(string text, int at, int start, int end, int lastSingle)
    {
        if (Closes(text, at, start, end)) return new(at, 1, MarkFamily.Single, MarkRole.Close);
        var opens = text[at] == '\'' && at < lastSingle && Spaced(text, at, 1, start, end) == MarkRole.Open && char.IsLetter(text[at + 1]);
        return opens ? new(at, 1, MarkFamily.Single, MarkRole.Open) : null;
    }

    private static bool Closes(string text, int at, int start, int end) =>
        at > start && !char.IsWhiteSpace(text[at - 1]) && (at + 1 >= end || !char.IsLetterOrDigit(text[at + 1]));

    private static int LastSingleCloser(string text, int start, int end)
    {
        var at = end - 1;
        while (at >= start && !(text[at] is '\'' && Closes(text, at, start, end)))
            at--;
        return at;
    }

    // A mark with space on its left only opens; on its right only, closes.
    private static MarkRole Spaced(string text, int at, int length, int start, int end)
    {
        var left = at == start || char.IsWhiteSpace(text[at - 1]) || "([{«“—–-".Contains(text[at - 1], StringComparison.Ordinal);
        var right = at + length >= end || char.IsWhiteSpace(text[at + length]) || ".,;:!?…)]}»”".Contains(text[at + length], StringComparison.Ordinal);
        if (at == start) return MarkRole.Open;
        if (left == right) return MarkRole.Either;
        return left ? MarkRole.Open : MarkRole.Close;
    }
}
