using Recoupe.Language;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>The last thing done to contents before they become statements: whatever the rules before did, what leaves is in order.</summary>
internal static class ContentParts
{
    /// <summary>Leaves of each content the parts that lie in the text and are not empty, in text order, none over another; drops what has none left.</summary>
    public static void Settle(List<StatementDraft> drafts, int length)
    {
        foreach (var draft in drafts) Settle(draft.Content, length);
        drafts.RemoveAll(d => d.Content.Count == 0);
    }

    private static void Settle(List<TextSpan> parts, int length)
    {
        parts.RemoveAll(p => p.Start < 0 || p.Length <= 0 || p.End > length);
        parts.Sort();
        for (var i = parts.Count - 1; i > 0; i--)
        {
            if (!parts[i - 1].Overlaps(parts[i])) continue;
            parts[i - 1] = parts[i - 1] with { End = Math.Max(parts[i - 1].End, parts[i].End) };
            parts.RemoveAt(i);
        }
    }
}
