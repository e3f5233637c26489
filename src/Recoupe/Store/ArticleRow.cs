using System.Collections.Immutable;

namespace Recoupe.Store;

/// <summary>What is made of a page, as its row holds it. Packing takes longer than filing, and many threads can do it.</summary>
internal sealed record ArticleRow(Prepared Prepared, byte[] Header, byte[] Body, byte[] Findings)
{
    public static ArticleRow Of(Prepared prepared) => new(
        prepared,
        StoredJson.Of(prepared.Article.Header),
        StoredJson.Of(new Body(prepared.Article.Text, prepared.Article.Blocks)),
        StoredJson.Of(prepared.Findings));

    /// <summary>A row that was packed elsewhere.</summary>
    public static ArticleRow Of(
        byte[] header, byte[] body, byte[] findings, byte[] fingerprint, ImmutableArray<BlockingKey> keys, byte[] sketch)
    {
        var text = StoredJson.Body(body);
        var article = new Article(StoredJson.Header(header), text.Text, text.Blocks);
        return new(new(article, StoredJson.Findings(findings), fingerprint, keys, sketch), header, body, findings);
    }
}
