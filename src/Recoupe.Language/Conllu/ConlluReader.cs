using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Recoupe.Language.Conllu;

/// <summary>Reads CoNLL-U into a reading: the text is put together from the tokens and their <c>SpaceAfter</c>; a document or paragraph begins after a blank line.</summary>
public static class ConlluReader
{
    /// <summary>Reads to the end of <paramref name="input"/>. Empty nodes (<c>8.1</c>) and enhanced heads are left out.</summary>
    /// <param name="input">Lines of CoNLL-U.</param>
    /// <param name="language">The ISO 639-1 code of the text.</param>
    /// <exception cref="FormatException">A line is not CoNLL-U; the message names it.</exception>
    public static Reading Read(TextReader input, string language)
    {
        ArgumentNullException.ThrowIfNull(input);
        var document = new Document();
        var number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (!document.Add(line)) throw new FormatException($"Line {number} is not CoNLL-U: ten fields parted by tabs, a number first.");
        }

        return document.End(language);
    }

    private sealed class Document
    {
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<Sentence>.Builder _sentences = ImmutableArray.CreateBuilder<Sentence>();
        private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>();
        private readonly ImmutableArray<Word>.Builder _words = ImmutableArray.CreateBuilder<Word>();
        private string _gap = "";
        private int _firstWord;
        private int _tokenEndWord;

        public bool Add(string line)
        {
            if (line.Length == 0) EndSentence();
            else if (line[0] == '#') AddComment(line);
            else return AddRow(line.Split('\t'));
            return true;
        }

        public Reading End(string language)
        {
            EndSentence();
            return new(_text.ToString(), language, _sentences.ToImmutable(), _tokens.ToImmutable(), _words.ToImmutable(), []);
        }

        private void AddComment(string line)
        {
            if (_text.Length > 0 && (line.StartsWith("# newdoc", StringComparison.Ordinal) || line.StartsWith("# newpar", StringComparison.Ordinal)))
                _gap = "\n\n";
        }

        private bool AddRow(string[] fields)
        {
            if (fields.Length != 10) return false;
            if (fields[0].Contains('.')) return true;
            var dash = fields[0].IndexOf('-');
            var ids = dash < 0 ? fields[0] : fields[0][..dash];
            if (!TryNumber(ids, out var from)) return false;
            if (dash >= 0) return TryNumber(fields[0][(dash + 1)..], out var to) && to >= from && AddToken(fields, to - from + 1);
            if (_words.Count >= _tokenEndWord && !AddToken(fields, 1)) return false;
            return AddWord(fields);
        }

        private bool AddToken(string[] fields, int wordCount)
        {
            _text.Append(_gap);
            var start = _text.Length;
            _text.Append(fields[1]);
            _gap = fields[9].Contains("SpaceAfter=No", StringComparison.Ordinal) ? "" : " ";
            _tokens.Add(new(new(start, _text.Length), _words.Count, wordCount));
            _tokenEndWord = _words.Count + wordCount;
            return true;
        }

        private bool AddWord(string[] fields)
        {
            if (!TryNumber(fields[6] is "_" ? "0" : fields[6], out var head)) return false;
            var features = fields[5] is "_" ? Features.None : new Features(fields[5]);
            _words.Add(new(_tokens[^1].Span, fields[1], fields[2], UpperNames.Parse(fields[3]), features, head == 0 ? -1 : _firstWord + head - 1, fields[7]));
            return true;
        }

        private void EndSentence()
        {
            if (_words.Count == _firstWord) return;
            var first = _tokens.Count - 1;
            while (_tokens[first].FirstWord > _firstWord) first--;
            _sentences.Add(new(new(_tokens[first].Span.Start, _tokens[^1].Span.End), _firstWord, _words.Count - _firstWord));
            _firstWord = _tokenEndWord = _words.Count;
            if (_gap.Length == 0) _gap = " ";
        }

        private static bool TryNumber(string field, out int number) =>
            int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
