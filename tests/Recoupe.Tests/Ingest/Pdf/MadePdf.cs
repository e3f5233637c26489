using System.Globalization;
using System.Text;

namespace Recoupe.Tests.Ingest.Pdf;

/// <summary>Writes PDFs as printers and browsers do: words set by their widths, in two types, on pages of any number.</summary>
internal sealed class MadePdf(int width = 595, int height = 842)
{
    private static readonly Encoding _letters = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly List<(StringBuilder Content, bool IsPicture)> _pages = [];
    private readonly List<string> _forms = [];

    /// <summary>What the file says of itself, by the names that PDF has for it.</summary>
    public Dictionary<string, string> Information { get; } = [];

    public int Width { get; } = width;

    public int Height { get; } = height;

    public int Pages => _pages.Count;

    /// <summary>How wide a text is, in points.</summary>
    public static double WidthOf(string text, double size) => text.Sum(c => WidthOf(c) * size / 1000);

    public int AddPage(bool isPicture = false)
    {
        _pages.Add((new(), isPicture));
        if (isPicture) _pages[^1].Content.Append("q 500 0 0 700 40 60 cm /Im0 Do Q\n");
        return _pages.Count - 1;
    }

    /// <summary>Sets a text at so many points from the left and upper edge; the wider the blanks, the further it reaches.</summary>
    public void Text(int page, double x, double y, double size, string text, bool bold = false, double blanks = 0) =>
        _pages[page].Content.Append(CultureInfo.InvariantCulture, $"BT /F{(bold ? 2 : 1)} {size:0.##} Tf {blanks:0.###} Tw {x:0.##} {Height - y:0.##} Td ({Escaped(text)}) Tj ET\n");

    public void Raw(int page, string operators) => _pages[page].Content.Append(operators);

    /// <summary>A drawing that pages and other drawings may draw as F0, F1 and so on.</summary>
    public void AddForm(string operators) => _forms.Add(operators);

    public byte[] Bytes(bool isLocked = false)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', _pages.Select((_, i) => $"{(2 * i) + 7} 0 R"))}] /Count {_pages.Count} >>",
            Font("Presse"),
            Font("Presse-Bold"),
            $"<< {string.Concat(Information.Select(i => $"/{i.Key} ({Escaped(i.Value)}) "))}>>",
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
        };
        var first = objects.Count + (2 * _pages.Count) + 1;
        var resources = $"<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im0 6 0 R {string.Join(' ', _forms.Select((_, i) => $"/F{i} {first + i} 0 R"))} >> >>";
        foreach (var (content, _) in _pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Contents {objects.Count + 2} 0 R /Resources {resources} >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        foreach (var form in _forms)
            objects.Add($"<< /Type /XObject /Subtype /Form /BBox [0 0 {Width} {Height}] /Resources {resources} /Length {form.Length} >>\nstream\n{form}\nendstream");

        if (isLocked) objects.Add($"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >>");
        return File(objects, isLocked);
    }

    private static byte[] File(List<string> objects, bool isLocked)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        var locked = isLocked ? $" /Encrypt {objects.Count} 0 R /ID [<{new string('C', 32)}> <{new string('C', 32)}>]" : "";
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R{locked} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Font(string name) =>
        $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 750 /Descent -200 /CapHeight 700 /StemV 80 >> /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [{string.Join(' ', Enumerable.Range(32, 224).Select(code => WidthOf(_letters.GetString([(byte)code])[0])))}] >>";

    private static int WidthOf(char c) => c switch
    {
        ' ' or 'i' or 'l' or 'j' or 'f' or 't' or '.' or ',' or ':' or ';' or '\'' or '’' or '!' or '|' => 278,
        'r' or '-' or '(' or ')' => 333,
        'm' or 'M' or 'W' or 'w' or '…' => 833,
        _ when char.IsUpper(c) => 667,
        _ => 556,
    };

    // Letters beyond ASCII by their codes, so that the file is ASCII and its places can be counted.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var b in _letters.GetBytes(text))
        {
            if (b is (byte)'(' or (byte)')' or (byte)'\\') escaped.Append('\\').Append((char)b);
            else if (b is >= 32 and < 127) escaped.Append((char)b);
            else escaped.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0'));
        }

        return escaped.ToString();
    }
}
