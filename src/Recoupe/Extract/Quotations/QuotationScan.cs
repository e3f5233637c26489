using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Extract.Quotations;

/// <summary>What is open while quotations are looked for, line by line.</summary>
internal sealed class QuotationScan(string text)
{
    private const int Deepest = 6;
    private const int LinesAhead = 8;
    private const int ShortLine = 60;

    private readonly List<Draft> _drafts = [];
    private readonly Stack<Draft> _open = new();

    /// <summary>Reads the next line.</summary>
    public void Line(List<QuotedLine> lines, int index)
    {
        var line = lines[index];
        var first = 0;
        if (_open.TryPeek(out var carried))
        {
            var reopens = line.Reopens(carried.Family);
            carried.Begin(reopens ? line.Marks[0].At + line.Marks[0].Length : line.Span.Start);
            if (reopens) first = 1;
        }

        for (var i = first; i < line.Marks.Count; i++)
            Take(line, i);
        EndLine(lines, index);
    }

    /// <summary>What was found.</summary>
    public ImmutableArray<Quotation> Found()
    {
        while (_open.TryPop(out var draft))
            draft.Abandon(text.Length);
        return [.. Kept().Select(d => d.ToQuotation(text))];
    }

    // A pair of marks with nothing between them is dropped; what was nested in it cannot be.
    private IEnumerable<Draft> Kept()
    {
        var kept = _drafts.Where(d => d.HasText(text)).ToList();
        for (var i = 0; i < kept.Count; i++)
            kept[i].Index = i;
        return kept;
    }

    private void Take(QuotedLine line, int index)
    {
        var mark = line.Marks[index];
        var opened = IsOpen(mark.Family);
        var opens = mark.Role == MarkRole.Open || (mark.Role == MarkRole.Either && !opened);
        if (mark.Role == MarkRole.Close && !opened) opens = OpensAfterAll(line, index);
        else if (mark.Role == MarkRole.Open && mark.Family == MarkFamily.Straight && opened && ClosesNext(line, index)) opens = false;
        if (opens) Open(mark);
        else if (opened) Close(mark);
    }

    // «communities," For example … exercise"»: a mark that looks closing opens where nothing is open and another one follows.
    private static bool OpensAfterAll(QuotedLine line, int index)
    {
        if (line.Marks[index].Family is MarkFamily.Single or MarkFamily.Angle) return false;
        var next = line.Next(index);
        return next >= 0 && line.Marks[next].Role != MarkRole.Open;
    }

    // A straight mark that looks opening within straight marks is nested only where two more close after it.
    private static bool ClosesNext(QuotedLine line, int index)
    {
        var closers = 0;
        for (var i = line.Next(index); i >= 0 && closers < 2; i = line.Next(i))
        {
            if (line.Marks[i].Role == MarkRole.Open) return closers == 0;
            closers++;
        }

        return closers == 0;
    }

    private bool IsOpen(MarkFamily family)
    {
        foreach (var draft in _open)
        {
            if (draft.Family == family) return true;
        }

        return false;
    }

    private void Open(Mark mark)
    {
        if (_open.Count == Deepest) return;
        var draft = new Draft(mark, _open.TryPeek(out var parent) ? parent : null);
        _drafts.Add(draft);
        _open.Push(draft);
    }

    private void Close(Mark mark)
    {
        while (_open.Pop() is { } draft)
        {
            if (draft.Family == mark.Family)
            {
                draft.Close(mark.At, mark.At + mark.Length);
                return;
            }

            draft.Abandon(mark.At);
        }
    }

    private void EndLine(List<QuotedLine> lines, int index)
    {
        if (_open.Count == 0) return;
        var outer = _open.Last();
        var end = lines[index].Span.End;
        var runsOn = RunsOn(lines, index, outer.Family);
        while (_open.Count > (runsOn == 0 ? 0 : 1))
            _open.Pop().EndWith(end, text);
        if (runsOn > 0) outer.Pause(end);
        else _open.Clear();
    }

    // How many lines ahead a quotation left open goes on: where a line closes it, or reopens it with at most a caption between.
    private static int RunsOn(List<QuotedLine> lines, int index, MarkFamily family)
    {
        for (var ahead = 1; ahead <= LinesAhead && index + ahead < lines.Count; ahead++)
        {
            var line = lines[index + ahead];
            if (line.Reopens(family)) return ahead == 1 || (ahead == 2 && lines[index + 1].Span.Length < ShortLine) ? ahead : 0;
            if (line.First(family) is { } role) return role == MarkRole.Close || (ahead <= 2 && line.ClosesMore(family)) ? ahead : 0;
        }

        return 0;
    }

    private sealed class Draft(Mark mark, Draft? parent)
    {
        private readonly List<TextSpan> _parts = [];
        private int _start = mark.At + mark.Length;
        private int _end;
        private bool _closed;

        public MarkFamily Family => mark.Family;

        public int Index { get; set; } = -1;

        /// <summary>Goes on after a line's end.</summary>
        public void Begin(int start) => _start = start;

        /// <summary>Stops at a line's end, to go on in a later line.</summary>
        public void Pause(int end) => _parts.Add(new(_start, end));

        public void Close(int end, int after)
        {
            Pause(end);
            (_end, _closed) = (after, true);
        }

        public void Abandon(int end)
        {
            Pause(Math.Max(_start, end));
            _end = end;
        }

        // One mark may close two: « il faut … « bon pied, bon œil ».
        public void EndWith(int end, string text)
        {
            var inner = end;
            while (inner > _start && (char.IsWhiteSpace(text[inner - 1]) || text[inner - 1] is '»' or '.')) inner--;
            var shared = text.AsSpan(inner, end - inner).Contains('»') && mark.Family == MarkFamily.Angle;
            Pause(shared ? inner : end);
            (_end, _closed) = (end, shared);
        }

        public bool HasText(string text) => _parts.Exists(p => !text.AsSpan(p.Start, p.Length).IsWhiteSpace());

        public Quotation ToQuotation(string text) => new(
            new(mark.At, _end),
            [.. _parts.Select(p => QuotationParser.Trim(text, p)).Where(p => p.Length > 0)],
            parent?.Index ?? -1,
            _closed);
    }
}
