using System.Collections.Frozen;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>What sort of source a noun heads.</summary>
internal sealed class KindFile
{
    private readonly FrozenDictionary<string, NounKind> _kinds;
    private readonly FrozenSet<string> _crowds, _speechless;

    private KindFile(IReadOnlyCollection<(string Heading, string Line)> lines)
    {
        // A noun may stand under several headings: the first that is listed holds (sondage: document before event).
        _kinds = lines.Where(l => l.Heading is not ("crowd" or "speechless")).DistinctBy(l => l.Line, StringComparer.Ordinal)
            .ToFrozenDictionary(l => l.Line, l => Enum.Parse<NounKind>(l.Heading, ignoreCase: true), StringComparer.Ordinal);
        _crowds = Under(lines, "crowd");
        _speechless = Under(lines, "speechless");
    }

    public static KindFile Read(string path) => new([.. SectionedFile.Read(path)]);

    public NounKind Of(string lemma) => _kinds.GetValueOrDefault(lemma);

    public bool IsCrowd(string lemma) => _crowds.Contains(lemma);

    /// <summary>What tells nothing, whatever verb it is the subject of: a storm, a toll.</summary>
    public bool IsSpeechless(string lemma) => _speechless.Contains(lemma);

    private static FrozenSet<string> Under(IEnumerable<(string Heading, string Line)> lines, string heading) =>
        lines.Where(l => l.Heading == heading).Select(l => l.Line).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>The sorts of noun that may head a source.</summary>
internal enum NounKind
{
    /// <summary>Not listed: perhaps no source at all.</summary>
    None,

    /// <summary>A role.</summary>
    Person,

    /// <summary>An institution.</summary>
    Organisation,

    /// <summary>A newspaper, agency, broadcaster.</summary>
    Media,

    /// <summary>A text.</summary>
    Document,
}
