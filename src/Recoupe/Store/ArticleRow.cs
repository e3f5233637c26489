namespace Recoupe.Store;

/// <summary>What is made of a page, as its row holds it. Packing takes longer than filing, and many threads can do it.</summary>
internal sealed record ArticleRow(Prepared Prepared, byte[] Header, byte[] Body, byte[] Findings)
{
    public static ArticleRow Of(Prepared prepared) => new(
        prepared,
        StoredJson.Of(prepared.Article.Header),
        StoredJson.Of(new Body(prepared.Article.Text, prepared.Article.Blocks)),
        StoredJson.Of(prepared.Findings));
}
