using System.Globalization;
using System.Text;

namespace Recoupe.Ingest.Documents;

/// <summary>
/// Reads the text of a document in RTF, a paragraph a line. What is no text of it (fonts, colours, pictures, headers, notes on the file) is
/// left out; what breaks off is read as far as it goes.
/// </summary>
internal sealed class RtfText
{
    private const int LongestWord = 32; // letters of a control word
    private const int LongestFigures = 10; // digits of the largest whole number of 32 bits
    private const int Western = 1252; // the code page that RTF has where it names none

    // Groups that hold no running text. Those that open with \* are passed over too: a reader that does not know them must.
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "listtable", "listoverridetable", "rsidtbl", "themedata", "datastore", "xmlnstbl", "fldinst", "bkmkstart", "bkmkend", "annotation", "footnote", "filetbl", "revtbl",
    };

    private readonly byte[] _bytes;
    private readonly StringBuilder _text = new();
    private readonly List<byte> _letters = []; // of the document's own encoding, not yet put into text
    private readonly Stack<(bool IsUnread, int Skip)> _groups = new();
    private Encoding _encoding = CodePagesEncodingProvider.Instance.GetEncoding(Western)!;
    private bool _isUnread;
    private int _skip = 1; // letters for readers without Unicode, after one that is told by its number
    private int _toSkip;

    private RtfText(byte[] bytes) => _bytes = bytes;

    /// <summary>The text in these bytes.</summary>
    public static string Of(byte[] bytes)
    {
        var reader = new RtfText(bytes);
        reader.Read();
        return reader._text.ToString().Trim();
    }

    private void Read()
    {
        for (var at = 0; at < _bytes.Length;)
        {
            switch (_bytes[at])
            {
                case (byte)'{': Open(); at++; break;
                case (byte)'}': Close(); at++; break;
                case (byte)'\\': at = Control(at + 1); break;
                case (byte)'\r' or (byte)'\n': at++; break;
                default: Letter(_bytes[at++]); break;
            }
        }

        Flush();
    }

    private void Open()
    {
        Flush();
        _groups.Push((_isUnread, _skip));
        _toSkip = 0;
    }

    private void Close()
    {
        Flush();
        if (_groups.TryPop(out var outer)) (_isUnread, _skip) = outer;
        _toSkip = 0;
    }

    // What follows a backslash; the place after it.
    private int Control(int at)
    {
        if (at >= _bytes.Length) return at;
        var sign = (char)_bytes[at];
        if (sign == '\'') return Hexadecimal(at + 1);
        if (!char.IsAsciiLetter(sign)) return Sign(sign, at + 1);
        var end = at;
        while (end < _bytes.Length && end - at < LongestWord && char.IsAsciiLetter((char)_bytes[end])) end++;
        var word = Encoding.ASCII.GetString(_bytes, at, end - at);
        var from = end;
        if (end < _bytes.Length && _bytes[end] == (byte)'-') end++;
        while (end < _bytes.Length && end - from < LongestFigures && char.IsAsciiDigit((char)_bytes[end])) end++;
        int? number = int.TryParse(Encoding.ASCII.GetString(_bytes, from, end - from), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given) ? given : null;
        if (end < _bytes.Length && _bytes[end] == (byte)' ') end++;
        return Word(word, number, end);
    }

    private int Word(string word, int? number, int after)
    {
        if (word is "bin") return (int)Math.Min(_bytes.Length, after + (long)Math.Max(0, number ?? 0));
        if (Unread.Contains(word)) _isUnread = true;
        switch (word)
        {
            case "par" or "sect" or "page" or "row": Write("\n"); break;
            case "line" or "cell" or "tab": Write(" "); break;
            case "emdash": Write("—"); break;
            case "endash": Write("–"); break;
            case "lquote": Write("‘"); break;
            case "rquote": Write("’"); break;
            case "ldblquote": Write("“"); break;
            case "rdblquote": Write("”"); break;
            case "bullet": Write("•"); break;
            case "ansicpg" when number is { } page: _encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? _encoding; break;
            case "uc" when number is { } count: _skip = Math.Max(0, count); break;
            case "u" when number is { } code: Unicode(code); break;
        }

        return after;
    }

    private int Sign(char sign, int after)
    {
        switch (sign)
        {
            case '*': _isUnread = true; break;
            case '~': Write("\u00A0"); break;
            case '_': Write("-"); break;
            case '\r' or '\n': Write("\n"); break;
            case '{' or '}' or '\\': Letter((byte)sign); break;
        }

        return after;
    }

    private int Hexadecimal(int at)
    {
        if (at + 2 > _bytes.Length) return _bytes.Length;
        if (byte.TryParse(Encoding.ASCII.GetString(_bytes, at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter)) Letter(letter);
        return at + 2;
    }

    private void Letter(byte letter)
    {
        if (_toSkip > 0) _toSkip--;
        else if (!_isUnread) _letters.Add(letter);
    }

    // Numbers are of 16 bits with a sign, and halves of a pair come one after the other.
    private void Unicode(int code)
    {
        Write(((char)(ushort)(short)code).ToString());
        _toSkip = _skip;
    }

    private void Write(string text)
    {
        Flush();
        if (!_isUnread) _text.Append(text);
    }

    private void Flush()
    {
        if (_letters.Count == 0) return;
        _text.Append(_encoding.GetString([.. _letters]));
        _letters.Clear();
    }
}
