namespace Recoupe.Store;

/// <summary>What is made of a page, as its row holds it. Packing takes longer than filing, and many threads can do it.</summary>
internal sealed record Packed(Prepared Prepared, byte[] Header, byte[] Body, byte[] Findings)
{
    public static Packed Of(Prepared prepared) => new(
        prepared,
        Json.Of(prepared.Article.Header),
        Json.Of(new Body(prepared.Article.Text, prepared.Article.Blocks)),
        Json.Of(prepared.Findings));
}
