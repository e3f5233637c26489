using AngleSharp.Dom;

namespace Recoupe.Clean.Metadata;

/// <summary>The meta elements of a page by name or property, case aside; of two alike the first.</summary>
internal sealed class MetaElements
{
    private readonly Dictionary<string, string> _contents = new(StringComparer.OrdinalIgnoreCase);

    public MetaElements(IDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            var content = (meta.GetAttribute("content") ?? meta.GetAttribute("datetime"))?.Trim();
            if (!string.IsNullOrEmpty(name) && !string.IsNullOrEmpty(content)) _contents.TryAdd(name, content);
        }
    }

    /// <summary>What the element of that name holds, or <see langword="null"/>.</summary>
    public string? this[string name] => _contents.GetValueOrDefault(name);
}
