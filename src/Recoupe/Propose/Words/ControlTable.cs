using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Propose.Words;

/// <summary>Who does what an infinitive tells after a verb.</summary>
internal enum Control
{
    /// <summary>The list does not say.</summary>
    Unknown,

    /// <summary>Whoever the verb's object or addressee is.</summary>
    Object,

    /// <summary>Whoever tells, whoever is told.</summary>
    Subject,

    /// <summary>Whoever is told, where somebody is; else whoever tells.</summary>
    Either,

    /// <summary>Nobody: it is forbidden or prevented.</summary>
    Nobody,
}

/// <summary>Verbs by who does what an infinitive tells after them (<c>Languages/xx/control.txt</c>).</summary>
internal sealed class ControlTable
{
    private readonly FrozenDictionary<string, Control> _verbs;
    private readonly FrozenSet<string> _nouns;
    private readonly FrozenSet<string> _prepositions;

    private ControlTable(string path)
    {
        var lines = LanguageFile.Sections(path).Select(line => (line.Heading, Word: Prose.Plain(line.Entry))).ToList();
        _nouns = lines.Where(l => l.Heading is "nouns").Select(l => l.Word).ToFrozenSet(StringComparer.Ordinal);
        _prepositions = lines.Where(l => l.Heading is "to").Select(l => l.Word).ToFrozenSet(StringComparer.Ordinal);
        _verbs = lines.Where(l => ControlOf(l.Heading) != Control.Unknown)
            .DistinctBy(l => l.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(l => l.Word, l => ControlOf(l.Heading), StringComparer.Ordinal);
    }

    public static ControlTable Read(string path) => new(path);

    public Control Of(string lemma) => _verbs.GetValueOrDefault(lemma);

    /// <summary>Whether a noun is of a telling whose infinitive is done by whom it is of (<c>accusation</c>).</summary>
    public bool IsOfAnother(string noun) => _nouns.Contains(noun);

    /// <summary>Whether a preposition stands before whoever is told to.</summary>
    public bool IsBeforeTold(string preposition) => _prepositions.Contains(preposition);

    private static Control ControlOf(string heading) => heading switch
    {
        "object" => Control.Object,
        "subject" => Control.Subject,
        "either" => Control.Either,
        "nobody" => Control.Nobody,
        _ => Control.Unknown,
    };
}
