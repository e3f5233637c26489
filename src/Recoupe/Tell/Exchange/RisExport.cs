using System.Globalization;
using System.Text;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Exchange;

/// <summary>Articles as RIS references, which reference managers read: a tag a line, no line inside a value.</summary>
internal static class RisExport
{
    public static void Write(Stream output, ExchangeLedger told)
    {
        foreach (var article in told.Ledger.Articles) output.Write(Encoding.UTF8.GetBytes(Of(article)));
    }

    private static string Of(ArticleHeader article)
    {
        var lines = new StringBuilder();
        Line("TY", "NEWS");
        Line("ID", article.Id.Value);
        Line("TI", article.Headline());
        foreach (var author in article.Authors) Line("AU", author);
        Line("T2", article.Site);
        if (ReferenceDay.Of(article.Published) is { } day)
        {
            Line("PY", day.Year.ToString("0000", CultureInfo.InvariantCulture));
            Line("DA", string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}/{Part(day.Month)}/{Part(day.Day)}/"));
        }

        Line("UR", ExchangeLedger.Web(article));
        Line("LA", article.Language);
        Line("N1", "SHA-256 " + article.TextHash);
        return lines.Append("ER  - \r\n\r\n").ToString();

        void Line(string tag, string? value)
        {
            if (value is { Length: > 0 }) lines.Append(tag).Append("  - ").Append(OneLine(value)).Append("\r\n");
        }
    }

    private static string Part(int number) => number == 0 ? "" : number.ToString("00", CultureInfo.InvariantCulture);

    // A value that broke its line would start a tag of its own making.
    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
