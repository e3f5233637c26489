using System.Text.Json;

namespace Recoupe.Tell;

/// <summary>What a page holds once its site is taken away, as JSON: the form of <c>recoupe extract</c>.</summary>
public static class PageJson
{
    /// <summary>Writes one object, without a line end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="article">The article on the page.</param>
    /// <param name="indented">Whether the object is laid out over many lines.</param>
    public static void Write(Stream output, Article article, bool indented = false)
    {
        var header = article.Header;
        using var json = Json.Writer(output, indented);
        json.WriteStartObject();
        json.WriteNumber("schema", Json.Schema);
        json.WriteString("name", header.Name);
        json.WriteString("title", header.Title);
        json.Strings("authors", header.Authors);
        json.WriteString("site", header.Site);
        json.WriteString("url", header.Url);
        Write(json, header.Published);
        json.WriteString("language", header.Language);
        json.WriteString("text", article.Prose());
        json.Reasons("notes", header.Notes);
        json.WriteEndObject();
    }

    // A day that is not believed is not told; and no span, for the text here is shorter than the article's.
    private static void Write(Utf8JsonWriter json, Publication? published)
    {
        json.WritePropertyName("published");
        if (published is not { Doubted: null })
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("value", published.Value);
        json.WriteString("from", EnumNames.Of(published.From));
        json.WriteEndObject();
    }
}
