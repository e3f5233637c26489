using Recoupe.Utility;

namespace Recoupe.Propose.Words;

/// <summary>
/// How a language's forms change where a subject is supplied (<c>Languages/xx/forms.txt</c>). A section is a change, a line a form or, with
/// a hyphen, an ending, and
/// what it becomes in the singular and in the plural; the longest line that fits holds.
/// </summary>
internal sealed class FormTable
{
    private readonly Dictionary<string, List<(string From, string Singular, string Plural)>> _changes = new(StringComparer.Ordinal);

    public FormTable(string language)
    {
        foreach (var (heading, entry) in LanguageFile.Sections(language + "/forms.txt"))
        {
            var parts = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!_changes.TryGetValue(heading, out var list)) _changes[heading] = list = [];
            list.Add((parts[0], parts[1], parts.Length > 2 ? parts[2] : parts[1]));
        }
    }

    /// <summary>The form after a change; <see langword="null"/> where no line fits.</summary>
    public string? Changed(string change, string form, bool plural)
    {
        var plain = Prose.Plain(form);
        var best = (From: "", Singular: "", Plural: "");
        foreach (var line in _changes.GetValueOrDefault(change) ?? [])
        {
            if (Weight(line.From) > Weight(best.From) && Fits(line.From, plain)) best = line;
        }

        if (best.From.Length == 0) return null;
        var result = (plural ? best.Plural : best.Singular).Replace('_', ' ');
        return best.From[0] == '-' ? plain[..^(best.From.Length - 1)] + result.TrimStart('-') : result;
    }

    /// <summary>A phrase with what melts into one at its joints (<c>de le</c>: <c>du</c>) melted.</summary>
    public string Melted(string phrase)
    {
        foreach (var (from, to, _) in _changes.GetValueOrDefault("melts") ?? [])
        {
            var words = from.Replace('_', ' ');
            if (phrase.StartsWith(words, StringComparison.Ordinal)) return to.Replace('_', ' ') + phrase[words.Length..];
        }

        return phrase;
    }

    // A line that is a whole form goes before every ending.
    private static int Weight(string line) => line.Length == 0 || line[0] == '-' ? line.Length : int.MaxValue;

    private static bool Fits(string line, string form) =>
        line[0] == '-' ? form.EndsWith(line[1..], StringComparison.Ordinal) : string.Equals(line, form, StringComparison.Ordinal);
}
