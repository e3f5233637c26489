using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Recoupe.Store;

/// <summary>An article's text and blocks, kept apart from its header so that headers can be read alone.</summary>
internal sealed record Body(string Text, ImmutableArray<Block> Blocks);

[JsonSerializable(typeof(PageFacts))]
[JsonSerializable(typeof(ArticleHeader))]
[JsonSerializable(typeof(Body))]
[JsonSerializable(typeof(Findings))]
[JsonSerializable(typeof(ImmutableArray<Lineage>))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class StoredNouns : JsonSerializerContext;

/// <summary>
/// The nouns as the tables hold them: JSON, compressed. Not the export's form, and free to change with the schema version.
/// </summary>
internal static class StoredJson
{
    private static readonly StoredNouns Default = StoredNouns.Default;

    public static string Of(PageFacts facts) => JsonSerializer.Serialize(facts, Default.PageFacts);

    public static byte[] Of(ArticleHeader header) => Pack(header, Default.ArticleHeader);

    public static byte[] Of(Body body) => Pack(body, Default.Body);

    public static byte[] Of(Findings findings) => Pack(findings, Default.Findings);

    public static byte[] Of(ImmutableArray<Lineage> lineage) => Pack(lineage, Default.ImmutableArrayLineage);

    public static PageFacts Facts(string json) =>
        JsonSerializer.Deserialize(json, Default.PageFacts) ?? throw new JsonException("It is null.");

    public static ArticleHeader Header(byte[] packed) => Unpack(packed, Default.ArticleHeader);

    public static Body Body(byte[] packed) => Unpack(packed, Default.Body);

    public static Findings Findings(byte[] packed) => Unpack(packed, Default.Findings);

    public static ImmutableArray<Lineage> Lineage(byte[] packed) => Unpack(packed, Default.ImmutableArrayLineage);

    private static byte[] Pack<T>(T value, JsonTypeInfo<T> type) => Blob.Pack(JsonSerializer.SerializeToUtf8Bytes(value, type));

    private static T Unpack<T>(byte[] packed, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Blob.Unpack(packed), type) ?? throw new JsonException("It is null.");
}
