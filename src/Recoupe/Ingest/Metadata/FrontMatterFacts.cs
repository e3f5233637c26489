using System.Text;
using Recoupe.Formats;
using Recoupe.Ingest.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Recoupe.Ingest.Metadata;

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
        catch (Exception e) when (IngestGate.IsOfTheInput(e))
        {
            // The parser throws more than its own exceptions where a mapping in braces breaks off.
            return IngestRefusals.BrokenSidecar(path, e.Message);
        }
    }

    private static Fields FieldsOf(Parser parser)
    {
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return YamlFields.Of(parser);
    }
}
