using System.Collections.Frozen;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>What sort of source a noun heads.</summary>
internal sealed class KindFile
{
    private readonly FrozenDictionary<string, NounKind> _kinds;
    private readonly FrozenSet<string> _crowds;

    private KindFile(IReadOnlyCollection<(string Heading, string Line)> lines)
    {
        // A noun may stand under several headings: the first that is listed holds (sondage: document before event).
        _kinds = lines.Where(l => l.Heading != "crowd").DistinctBy(l => l.Line, StringComparer.Ordinal)
            .ToFrozenDictionary(l => l.Line, l => Enum.Parse<NounKind>(l.Heading, ignoreCase: true), StringComparer.Ordinal);
        _crowds = lines.Where(l => l.Heading == "crowd").Select(l => l.Line).ToFrozenSet(StringComparer.Ordinal);
    }

    public static KindFile Read(string path) => new([.. SectionedFile.Read(path)]);

    public NounKind Of(string lemma) => _kinds.GetValueOrDefault(lemma);

    public bool IsCrowd(string lemma) => _crowds.Contains(lemma);
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
