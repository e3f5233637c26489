using System.Text;

namespace Recoupe.Train.Names;

/// <summary>A row of a file with a token a row, with where its form lies in the text put together.</summary>
internal readonly record struct Row(string[] Fields, int Start, int End);

/// <summary>A document of such a file: its text, and its rows sentence by sentence.</summary>
internal sealed record RowDocument(string Id, string Text, List<List<Row>> Sentences);

/// <summary>Reads files of one token a row (CoNLL-U, IOB2, BIO), and puts their text together: as given in <c># text</c>, or by the rules of typography.</summary>
internal static class RowFile
{
    private const string ClosedLeft = ",.;:!?)]}»%’'";
    private const string ClosedRight = "([{«";

    /// <param name="path">The file.</param>
    /// <param name="form">Which field holds the form.</param>
    /// <param name="separator">What parts the fields.</param>
    /// <param name="documentBreak">What begins a line at which a document begins; <see langword="null"/> for a document a sentence.</param>
    public static IEnumerable<RowDocument> Read(string path, int form, char separator, string? documentBreak)
    {
        var builder = new Builder(form);
        foreach (var line in File.ReadLines(path))
        {
            if (documentBreak is null ? line.Length == 0 : line.StartsWith(documentBreak, StringComparison.Ordinal))
            {
                builder.EndSentence();
                if (builder.EndDocument(line) is { } document)
                    yield return document;
            }
            else if (line.Length == 0)
            {
                builder.EndSentence();
            }
            else
            {
                builder.Add(line, separator);
            }
        }

        builder.EndSentence();
        if (builder.EndDocument("") is { } last)
            yield return last;
    }

    private sealed class Builder(int form)
    {
        private readonly List<string[]> _rows = [];
        private StringBuilder _text = new();
        private List<List<Row>> _sentences = [];
        private string? _given;
        private string _id = "";

        public void Add(string line, char separator)
        {
            if (line.StartsWith("# text = ", StringComparison.Ordinal))
                _given = line["# text = ".Length..];
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) && _text.Length > 0)
                _text.Append('\n');
            else if (line[0] != '#' && line.Split(separator) is var fields && fields.Length > form && IsWhole(fields[0], form))
                _rows.Add(fields);
        }

        public void EndSentence()
        {
            if (_rows.Count == 0)
                return;
            if (_text.Length > 0)
                _text.Append(' ');
            _sentences.Add(_given is null ? Join() : Align(_given));
            _rows.Clear();
            _given = null;
        }

        public RowDocument? EndDocument(string line)
        {
            var document = _sentences.Count == 0 ? null : new RowDocument(_id, _text.ToString(), _sentences);
            (_text, _sentences, _id) = (new(), [], line);
            return document;
        }

        // Multiword tokens (3-4) and empty nodes (5.1) repeat what other rows say.
        private static bool IsWhole(string id, int form) => form == 0 || id.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

        private List<Row> Align(string given)
        {
            var (offset, at) = (_text.Length, 0);
            _text.Append(given);
            var rows = new List<Row>();
            foreach (var fields in _rows)
            {
                var found = given.IndexOf(fields[form], at, StringComparison.Ordinal);
                // A word of a multiword token is not in the text; it lies where its token does.
                var start = found >= 0 && found - at < 12 ? found : at;
                var end = found >= 0 && found - at < 12 ? found + fields[form].Length : at;
                rows.Add(new(fields, offset + start, offset + end));
                at = end;
            }

            return rows;
        }

        private List<Row> Join()
        {
            var rows = new List<Row>();
            for (var i = 0; i < _rows.Count; i++)
            {
                var word = _rows[i][form];
                if (i > 0 && !ClosedLeft.Contains(word[0], StringComparison.Ordinal) && !EndsOpen(_rows[i - 1][form]))
                    _text.Append(' ');
                rows.Add(new(_rows[i], _text.Length, _text.Length + word.Length));
                _text.Append(word);
            }

            return rows;
        }

        private static bool EndsOpen(string word) =>
            ClosedRight.Contains(word[^1], StringComparison.Ordinal) || (word.Length > 1 && (word[^1] is '\'' or '’'));
    }
}
