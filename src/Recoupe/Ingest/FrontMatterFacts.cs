using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Recoupe.Ingest;

/// <summary>Reads what the front matter of a text or Markdown page says.</summary>
internal static class FrontMatterFacts
{
    private const int Longest = 1 << 15; // four bytes a character of what FrontMatter looks at

    /// <summary>What it says; nothing where there is none.</summary>
    public static Outcome<PageFacts> Of(string path, ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Longest)]).TrimStart('\uFEFF');
        var length = FrontMatter.LengthIn(head);
        if (length == 0) return default;
        var yaml = head[..length].TrimEnd()[3..^3];
        try
        {
            return Facts.Of(FieldsOf(new Parser(new StringReader(yaml))));
        }
        catch (YamlException e)
        {
            return Refusals.BrokenSidecar(path, e.Message);
        }
    }

    // Events, not objects: whatever is nested deeper or aliased is passed over without recursion or expansion.
    private static Fields FieldsOf(Parser parser)
    {
        var fields = new Fields();
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
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
        parser.SkipThisAndNestedEvents();
        return null;
    }
}
