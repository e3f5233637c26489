using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Recoupe.Ingest.Metadata;

/// <summary>
/// Reads YAML as events, not objects: what is nested deeper, aliased or tagged is passed over without recursion or expansion.
/// </summary>
internal static class YamlFields
{
    // Deeper than any list or front matter; the parser looks at every level that is open for each sign it reads.
    private const int Deepest = 50;

    /// <summary>The fields of the mapping that the parser stands before: each a text, or a list of them.</summary>
    /// <exception cref="YamlException">It is no mapping.</exception>
    public static Fields Of(Parser parser)
    {
        var fields = new Fields();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = parser.Consume<Scalar>().Value;
            fields[name] = [.. Values(parser)];
        }

        return fields;
    }

    private static IEnumerable<string> Values(Parser parser)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            if (Value(parser) is { } only) yield return only;
            yield break;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Value(parser) is { } item) yield return item;
        }
    }

    private static string? Value(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar)) return scalar.Value;
        Skip(parser);
        return null;
    }

    private static void Skip(Parser parser)
    {
        var depth = 0;
        do
        {
            depth += parser.Consume<ParsingEvent>().NestingIncrease;
            if (depth > Deepest) throw new YamlException("It is nested too deep.");
        }
        while (depth > 0);
    }
}
