using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>A message of e-mail, or a part of one (RFC 2045 to 2047, 2231).</summary>
internal sealed partial class MailPart
{
    private const int Deepest = 8; // messages forwarded in messages
    private const int MostParts = 100; // far above what people attach
    private const int MostPieces = 32; // of the name of a file

    private readonly Dictionary<string, string> _fields;
    private readonly byte[] _body;

    private MailPart(Dictionary<string, string> fields, byte[] body) => (_fields, _body) = (fields, body);

    /// <summary>What it says it is, lower-cased, without parameters.</summary>
    public string Type => _fields.GetValueOrDefault("Content-Type", "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The message or part in these bytes.</summary>
    public static MailPart Of(byte[] bytes)
    {
        using var source = new ByteSource(new MemoryStream(bytes));
        var head = WarcRecord.FieldsOf(source);
        return new(head, source.Bytes(bytes.Length - (int)source.Position));
    }

    /// <summary>A field of its head with what is written as <c>=?utf-8?Q?…?=</c> put into letters.</summary>
    public string? Field(string name) =>
        _fields.TryGetValue(name, out var value)
            ? string.Join(' ', Words(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : null;

    /// <summary>The parts that hold no parts and are no attachments, in order.</summary>
    public IEnumerable<MailPart> Leaves(int depth = 0)
    {
        if (Disposition is "attachment" || (depth > 0 && Type is "message/rfc822")) return [];
        if (!Type.StartsWith("multipart/", StringComparison.Ordinal)) return [this];
        return depth < Deepest && Parameter("boundary") is { Length: > 0 } boundary
            ? Parts("--" + boundary).Take(MostParts).SelectMany(part => part.Leaves(depth + 1))
            : [];
    }

    /// <summary>The parts that are attached, in order.</summary>
    public IEnumerable<MailPart> Attachments(int depth = 0)
    {
        if (depth > 0 && (Disposition is "attachment" || Type is "message/rfc822")) return [this];
        if (!Type.StartsWith("multipart/", StringComparison.Ordinal)
            || depth >= Deepest
            || Parameter("boundary") is not { Length: > 0 } boundary)
            return [];
        return Parts("--" + boundary).Take(MostParts).SelectMany(part => part.Attachments(depth + 1));
    }

    /// <summary>The name of the file that it is, or <see langword="null"/>.</summary>
    public string? FileName =>
        (Named("filename", "Content-Disposition") ?? Named("name", "Content-Type")) is { Length: > 0 } name
            ? Path.GetFileName(name.Replace('\\', '/'))
            : null;

    /// <summary>Its bytes as they were before they were sent.</summary>
    public byte[] Bytes() => Decoded();

    /// <summary>Its text in the letters that it declares.</summary>
    public string Text()
    {
        var bytes = Decoded();
        var name = Parameter("charset") ?? "";
        return name.Length == 0
            || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            ? PageText.OfHtml(bytes)
            : PageText.In(name, bytes);
    }

    private string Disposition => _fields.GetValueOrDefault("Content-Disposition", "").Split(';')[0].Trim().ToLowerInvariant();

    private byte[] Decoded() => _fields.GetValueOrDefault("Content-Transfer-Encoding", "").Trim().ToLowerInvariant() switch
    {
        "base64" => Base64Bytes(Encoding.Latin1.GetString(_body)),
        "quoted-printable" => Unquoted(Encoding.Latin1.GetString(_body), isWord: false),
        _ => _body,
    };

    private IEnumerable<MailPart> Parts(string boundary)
    {
        var mark = Encoding.Latin1.GetBytes(boundary);
        var start = -1;
        for (var at = 0; at >= 0 && at < _body.Length; at = After(at, "\n"u8))
        {
            if (!IsMarkedAt(at, mark)) continue;
            if (start >= 0) yield return Of(_body[start..at]);
            start = After(at, "\n"u8);
            if (start < 0 || _body.AsSpan(at + mark.Length).StartsWith("--"u8)) yield break;
        }

        if (start >= 0) yield return Of(_body[start..]);
    }

    // The mark stands alone on its line: one that begins another is not it.
    private bool IsMarkedAt(int at, byte[] mark)
    {
        var line = _body.AsSpan(at);
        if (!line.StartsWith(mark)) return false;
        var rest = line[mark.Length..];
        return rest.IsEmpty || rest[0] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' || rest.StartsWith("--"u8);
    }

    private int After(int at, ReadOnlySpan<byte> end) => _body.AsSpan(at).IndexOf(end) is >= 0 and var found ? at + found + end.Length : -1;

    private string? Parameter(string name, string field = "Content-Type")
    {
        foreach (var parameter in _fields.GetValueOrDefault(field, "").Split(';').Skip(1))
        {
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter.AsSpan(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].Trim(' ', '\t', '"');
        }

        return null;
    }

    // Plain, or by RFC 2231: with its letters (utf-8''pi%C3%A8ce.docx), in numbered pieces, or both.
    private string? Named(string name, string field)
    {
        if (Parameter(name, field) is { } plain) return Words(plain);
        if (Parameter(name + "*", field) is { } extended) return Extended(extended);
        var whole = new StringBuilder();
        for (var piece = 0; piece < MostPieces; piece++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{name}*{piece}");
            if (Parameter(number, field) is { } words) whole.Append(words.Replace("%", "%25", StringComparison.Ordinal));
            else if (Parameter(number + "*", field) is { } letters) whole.Append(letters);
            else break;
        }

        if (whole.Length == 0) return null;
        var isExtended = Parameter(name + "*0*", field) is not null;
        return isExtended ? Extended(whole.ToString()) : Unescaped("utf-8", whole.ToString());
    }

    // The name of the letters, the language, the name.
    private static string Extended(string value) =>
        value.Split('\'', 3) is [var charset, _, var name] ? Unescaped(charset, name) : Unescaped("utf-8", value);

    private static string Unescaped(string charset, string name) => PageText.In(charset, Unquoted(name.Replace('%', '='), isWord: false));

    // Between two encoded words white space stands for nothing.
    private static string Words(string value) => Word().Replace(Between().Replace(value, "?==?"), Decode);

    private static string Decode(Match word)
    {
        var text = word.Groups["text"].Value;
        var bytes = word.Groups["how"].Value is "B" or "b" ? Base64Bytes(text) : Unquoted(text, isWord: true);
        return PageText.In(word.Groups["charset"].Value, bytes);
    }

    // What is cut or holds other letters is read as far as it goes.
    private static byte[] Base64Bytes(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/') letters.Append(c);
        }

        if (letters.Length % 4 == 1) letters.Length--;
        letters.Append('=', (4 - (letters.Length % 4)) % 4);
        return Convert.FromBase64String(letters.ToString());
    }

    private static byte[] Unquoted(string text, bool isWord)
    {
        using var bytes = new MemoryStream(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && LineEnd(text, i + 1) is > 0 and var end)
            {
                i = end;
            }
            else if (text[i] == '='
                && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.WriteByte(value);
                i += 2;
            }
            else
            {
                bytes.WriteByte(isWord && text[i] == '_' ? (byte)' ' : (byte)text[i]);
            }
        }

        return bytes.ToArray();
    }

    // A "=" at a line's end only says that the line was broken.
    private static int LineEnd(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r') at++;
        return at < text.Length && text[at] == '\n' ? at : 0;
    }

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]{1,40})(\*[^?]{0,20})?\?(?<how>[BbQq])\?(?<text>[^?]{0,400})\?=", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\?=\s{1,20}=\?", RegexOptions.NonBacktracking)]
    private static partial Regex Between();
}
