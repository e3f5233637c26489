using System.Text.Json;
using Recoupe.Language;

namespace Recoupe.Tell;

/// <summary>One article and what was found in it, as JSON (<c>docs/schema/article.schema.json</c>).</summary>
public static class ArticleJson
{
    /// <summary>Writes one object, without a line end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="filed">The article with its findings.</param>
    /// <param name="reading">Its sentences and words; <see langword="null"/> where its language is not read.</param>
    /// <param name="entities">The ledger's entities; <see cref="EntityIndex.Empty"/> for an article read alone.</param>
    /// <param name="tokens">Whether every word is written too.</param>
    /// <param name="indented">Whether the object is laid out over many lines.</param>
    public static void Write(
        Stream output, FiledArticle filed, Reading? reading, EntityIndex entities, bool tokens = false, bool indented = false)
    {
        using var json = Json.Writer(output, indented);
        json.WriteStartObject();
        json.WriteNumber("schema", Json.Schema);
        WriteHeader(json, filed.Article.Header);
        json.WriteString("text", filed.Article.Text);
        json.List("blocks", filed.Article.Blocks, block => WriteBlock(json, block));
        json.List("sentences", reading?.Sentences ?? [], sentence => json.Span(sentence.Span));
        if (tokens && reading is not null) json.List("tokens", reading.Tokens, token => WriteToken(json, token, reading));
        WriteFindings(json, filed, entities);
        json.WriteEndObject();
    }

    private static void WriteHeader(Utf8JsonWriter json, ArticleHeader header)
    {
        json.WriteString("id", header.Id.Value);
        json.WriteString("textHash", header.TextHash);
        json.WriteString("name", header.Name);
        json.WriteString("path", header.Path);
        json.WriteString("url", header.Url);
        json.WriteString("site", header.Site);
        json.WriteString("title", header.Title);
        json.Strings("authors", header.Authors);
        json.WriteString("language", header.Language);
        json.Published(header.Published);
        json.Reasons("notes", header.Notes);
    }

    private static void WriteBlock(Utf8JsonWriter json, Block block)
    {
        json.WriteStartObject();
        json.Bounds(block.Span);
        json.WriteString("kind", EnumNames.Of(block.Kind));
        json.Span("onPage", block.OnPage);
        json.WriteEndObject();
    }

    private static void WriteToken(Utf8JsonWriter json, Token token, Reading reading)
    {
        json.WriteStartObject();
        json.Bounds(token.Span);
        json.List("words", Enumerable.Range(token.FirstWord, token.WordCount), index => WriteWord(json, index, reading.Words[index]));
        json.WriteEndObject();
    }

    private static void WriteWord(Utf8JsonWriter json, int index, Word word)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteString("form", word.Form);
        json.WriteString("lemma", word.Lemma);
        json.WriteString("tag", word.Tag.ToString().ToUpperInvariant());
        json.WriteString("features", word.Features.ToString());
        if (word.Head < 0) json.WriteNull("head");
        else json.WriteNumber("head", word.Head);
        json.WriteString("relation", word.Relation);
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, FiledArticle filed, EntityIndex entities)
    {
        var (article, findings) = filed;
        json.List("mentions", findings.Mentions, mention =>
        {
            json.WriteStartObject();
            json.Bounds(mention.Span);
            json.WriteString("type", EnumNames.Of(mention.Type));
            json.WriteString("entity", entities.Of(article.Id, mention)?.Id);
            json.WriteString("name", mention.Name);
            json.WriteEndObject();
        });
        json.List("times", findings.Times, time => WriteTime(json, time));
        json.List("figures", findings.Figures, figure => WriteFigure(json, figure));
        json.List("statements", findings.Statements, statement =>
            WriteStatement(json, statement, entities.Of(article.Id, statement.Source, findings), Write));
        json.List("own", findings.Own, Write);

        void Write(Proposition proposition) =>
            PropositionJson.Write(json, proposition, argument => entities.Of(article.Id, argument, findings)?.Id);
    }

    private static void WriteTime(Utf8JsonWriter json, TimeExpression time)
    {
        json.WriteStartObject();
        json.Bounds(time.Span);
        json.WriteString("type", EnumNames.Of(time.Type));
        json.WriteString("value", time.Value);
        json.WriteString("mod", time.Modifier);
        json.WriteString("anchor", time.Anchor);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        json.Bounds(figure.Span);
        json.Quantity("min", figure.Min);
        json.WriteBoolean("minInclusive", figure.MinInclusive);
        json.Quantity("max", figure.Max);
        json.WriteBoolean("maxInclusive", figure.MaxInclusive);
        json.WriteBoolean("approximate", figure.Approximate);
        json.WriteString("unit", figure.Unit);
        json.WriteString("what", figure.What);
        json.WriteString("measure", figure.Measure);
        json.WriteString("statement", figure.Statement);
        json.WriteString("asOf", figure.AsOf);
        json.WriteString("place", figure.Place);
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, Statement statement, Entity? source, Action<Proposition> write)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        json.WriteString("inside", statement.Inside);
        json.List("content", statement.Content, json.Span);
        json.WriteStartObject("source");
        json.Span("span", statement.Source.Span);
        json.WriteString("name", statement.Source.Name);
        json.WriteString("kind", EnumNames.Of(statement.Source.Kind));
        json.WriteString("entity", source?.Id);
        json.WriteEndObject();
        json.Span("cue", statement.Cue);
        json.WriteString("manner", EnumNames.Of(statement.Manner));
        json.Strings("via", statement.Via);
        json.WriteString("certainty", EnumNames.Of(statement.Certainty));
        json.WriteString("stance", EnumNames.Of(statement.Stance));
        WriteSaid(json, statement.Said);
        json.List("propositions", statement.Propositions, write);
        json.WriteEndObject();
    }

    private static void WriteSaid(Utf8JsonWriter json, string? said)
    {
        json.WritePropertyName("said");
        if (said is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("value", said);
        json.WriteEndObject();
    }
}
