using System.Collections.Concurrent;
using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Propose.Words;

/// <summary>What a language's files say to wording: small words, forms, frames, verbs of nouns. Loaded once a language.</summary>
internal sealed class ProposalWords
{
    private static readonly ConcurrentDictionary<string, Lazy<ProposalWords>> Loaded = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, FrozenSet<string>> _lists;

    private readonly FrozenSet<string> _people;
    private readonly FrozenSet<string> _bodies;
    private readonly FrozenDictionary<string, string> _classes;

    private ProposalWords(string language)
    {
        _lists = LanguageFile.Sections(language + "/propositions.txt")
            .GroupBy(line => line.Heading, line => Prose.Plain(line.Entry), StringComparer.Ordinal)
            .ToFrozenDictionary(list => list.Key, list => list.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _classes = _lists.Where(list => list.Key.StartsWith("alike ", StringComparison.Ordinal))
            .SelectMany(list => list.Value.Select(noun => KeyValuePair.Create(noun, list.Key)))
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        var sources = LanguageFile.Sections(language + "/sources.txt")
            .ToLookup(line => line.Heading, line => Prose.Plain(line.Entry), StringComparer.Ordinal);
        _people = sources.Where(kind => kind.Key.StartsWith("person", StringComparison.Ordinal))
            .SelectMany(kind => kind).ToFrozenSet(StringComparer.Ordinal);
        _bodies = sources["organisation"].Concat(sources["crowd"]).Concat(sources["media"]).ToFrozenSet(StringComparer.Ordinal);
        Forms = new(language);
        Frames = FrameTable.Read(language + "/frames.txt");
        Hedges = FrameTable.Read(language + "/clause-hedges.txt");
        Rumours = FrameTable.Read(language + "/rumours.txt");
        Impersonals = FrameTable.Read(language + "/impersonals.txt");
        VerdictTails = FrameTable.Read(language + "/verdict-tails.txt");
        Idle = FrameTable.Read(language + "/idle-clauses.txt");
        Contraries = FrameTable.Read(language + "/contraries.txt");
        Verdicts = FrameTable.Read(language + "/verdicts.txt");
        Nominals = NominalTable.Read(language + "/nominals.txt");
        Controls = ControlTable.Read(language + "/control.txt");
    }

    public FormTable Forms { get; }

    /// <summary>What stands before a clause and says what its teller makes of it.</summary>
    public FrameTable Frames { get; }

    /// <summary>What in a clause makes it less than certain.</summary>
    public FrameTable Hedges { get; }

    /// <summary>Nouns for a thing told, up to the clause that tells it.</summary>
    public FrameTable Rumours { get; }

    /// <summary>Subjects that stand for nothing, with what follows them (<c>il faut</c>).</summary>
    public FrameTable Impersonals { get; }

    /// <summary>What opens a clause that goes against what others tell (<c>contrairement à ce qu'affirme X</c>).</summary>
    public FrameTable Contraries { get; }

    /// <summary>Clauses that put nothing forward: refusals to speak, what only announces a clause or points back at a deed.</summary>
    public FrameTable Idle { get; }

    /// <summary>What says so after the clause that is denied.</summary>
    public FrameTable VerdictTails { get; }

    /// <summary>What says of a thing told before that it is not so.</summary>
    public FrameTable Verdicts { get; }

    /// <summary>The verbs of nouns.</summary>
    public NominalTable Nominals { get; }

    /// <summary>Who does what an infinitive tells after a verb.</summary>
    public ControlTable Controls { get; }

    public static ProposalWords Of(string language) => Loaded.GetOrAdd(language, l => new(() => new ProposalWords(l))).Value;

    /// <summary>Whether a form stands in a list, whatever its capitals.</summary>
    public bool Has(string list, string form) => _lists.TryGetValue(list, out var words) && words.Contains(Prose.Plain(form));

    /// <summary>What nouns a noun is alike, each of which may stand for another; <see langword="null"/> where none is listed.</summary>
    public string? ClassOf(string lemma) => _classes.GetValueOrDefault(lemma);

    /// <summary>Whether a noun names what a human being is.</summary>
    public bool IsHuman(string lemma) => _people.Contains(lemma);

    /// <summary>Whether a noun names somebody that may be asked or accused: a human being, a body of them, a crowd.</summary>
    public bool IsSomebody(string lemma) => IsHuman(lemma) || _bodies.Contains(lemma);
}
