using System.Globalization;
using System.Text;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Exchange;

/// <summary>Articles for BibTeX and BibLaTeX (<c>@online</c>), UTF-8, with what TeX would take for a command escaped.</summary>
internal static class BibTexExport
{
    public static void Write(Stream output, ExchangeLedger told)
    {
        foreach (var article in told.Ledger.Articles) output.Write(Encoding.UTF8.GetBytes(Of(article)));
    }

    private static string Of(ArticleHeader article)
    {
        var entry = new StringBuilder("@online{").Append(article.Id.Value);
        Field("title", "{" + Escaped(article.Headline()) + "}");
        Field("author", string.Join(" and ", article.Authors.Select(author => "{" + Escaped(author) + "}")));
        Field("organization", Escaped(article.Site ?? ""));
        if (ReferenceDay.Of(article.Published) is { } day)
        {
            Field("year", day.Year.ToString("0000", CultureInfo.InvariantCulture));
            Field("date", Date(day));
        }

        Field("url", Address(ExchangeLedger.Web(article) ?? ""));
        Field("langid", article.Language);
        Field("note", "SHA-256 " + article.TextHash);
        return entry.Append("\n}\n\n").ToString();

        void Field(string name, string value)
        {
            if (value.Length > 0) entry.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');
        }
    }

    private static string Date(ReferenceDay day) => day switch
    {
        { Month: 0 } => day.Year.ToString("0000", CultureInfo.InvariantCulture),
        { Day: 0 } => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}"),
    };

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value) text.Append(Escaped(letter));
        return text.ToString();
    }

    private static string Escaped(char letter) => letter switch
    {
        '\\' => @"\textbackslash{}",
        '~' => @"\textasciitilde{}",
        '^' => @"\textasciicircum{}",
        '{' or '}' or '$' or '&' or '%' or '#' or '_' => @"\" + letter,
        _ when char.IsWhiteSpace(letter) => " ",
        _ => letter.ToString(),
    };

    // Addresses are read as they stand; only a brace would end the field.
    private static string Address(string url) =>
        url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);
}
