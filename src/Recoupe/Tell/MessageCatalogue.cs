using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recoupe.Tell;

/// <summary>
/// Messages that are written in English where they arise, and their translations: an English message, an equals sign, the same in
/// another language, paired as gettext pairs them. A <c>{place}</c> stands for what varies, which is translated too where it is a message
/// of its own.
/// </summary>
internal sealed class MessageCatalogue
{
    private readonly FrozenDictionary<string, string> _whole;
    private readonly ImmutableArray<(string[] Parts, string[] Places, string Translation)> _patterns;

    public MessageCatalogue(IReadOnlyList<KeyValuePair<string, string>> lines)
    {
        _whole = lines.ToFrozenDictionary(StringComparer.Ordinal);
        _patterns = [.. lines.Where(l => l.Key.Contains('{')).Select(l => Pattern(l.Key, l.Value))];
    }

    /// <summary>The message in the catalogue's language; as it is where the catalogue lacks it.</summary>
    public string Translate(string english)
    {
        if (_whole.TryGetValue(english, out var translation)) return translation;
        foreach (var (parts, places, wording) in _patterns)
        {
            if (Values(english, parts) is { } values)
                return Locale.Fill(wording, [.. places.Zip(values, (place, value) => (place, Within(english, value)))]);
        }

        return english;
    }

    // A message of its own, «'2024-13-45' is no day.», is shorter than what it stands in.
    private string Within(string message, string value) => value.Length < message.Length ? Translate(value) : value;

    private static (string[] Parts, string[] Places, string Translation) Pattern(string english, string translation)
    {
        var pieces = english.Split('{', '}');
        return ([.. pieces.Where((_, i) => i % 2 == 0)], [.. pieces.Where((_, i) => i % 2 == 1)], translation);
    }

    // What stands between the fixed parts; null where they are not the message's. The last part ends the message.
    private static List<string>? Values(string message, string[] parts)
    {
        if (!message.StartsWith(parts[0], StringComparison.Ordinal)) return null;
        var values = new List<string>();
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var end = i == parts.Length - 1 ? message.Length - parts[i].Length : message.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (end < at || !message.AsSpan(end).StartsWith(parts[i], StringComparison.Ordinal)) return null;
            values.Add(message[at..end]);
            at = end + parts[i].Length;
        }

        return values;
    }
}
