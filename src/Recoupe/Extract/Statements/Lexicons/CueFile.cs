namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>Reads the cue verbs and the nouns for a thing told.</summary>
internal static class CueFile
{
    private static readonly string[] Reflexives = ["se", "s'"];
    private static readonly string[] Articles = ["le", "la", "les", "un", "une", "the", "a", "an"];

    public static IEnumerable<CueEntry> Read(string path) =>
        SectionedFile.Read(path).Select(l => Parse(SectionedFile.Fields(l.Heading), SectionedFile.Fields(l.Line)));

    /// <summary>The effect that two words tell, as in <c>denies CT-</c>.</summary>
    public static Effect EffectOf(string field)
    {
        var words = SectionedFile.Words(field);
        return new(Enum.Parse<Stance>(words[0], ignoreCase: true), CertaintyScale.OfCode(words[1]));
    }

    private static CueEntry Parse(string[] group, string[] line)
    {
        var words = SectionedFile.Words(line[0].Replace("s'", "s' ", StringComparison.Ordinal));
        var reflexive = Reflexives.Contains(words[0], StringComparer.Ordinal);
        if (reflexive) words = words[1..];
        words = [.. words.Select(Bare).Where(w => w.Length > 0)];
        var effect = EffectOf(group[0]);
        var takes = line.Length > 1 && line[1].Length > 0 ? line[1] : group.Length > 1 ? group[1] : "";
        var negated = line.FirstOrDefault(f => f.StartsWith("not ", StringComparison.Ordinal));
        return new(words[0], words[1..], reflexive, [.. SectionedFile.Words(takes).Select(TakeOf)], effect, negated is null ? Negation(effect) : EffectOf(negated[4..]))
        {
            OnlyNegated = group.Contains("negated", StringComparer.Ordinal),
        };
    }

    // Articles vary with their noun, so none is asked for.
    private static string Bare(string word)
    {
        var bare = word.StartsWith("l'", StringComparison.Ordinal) || word.StartsWith("d'", StringComparison.Ordinal) ? word[2..] : word;
        return Articles.Contains(bare, StringComparer.Ordinal) ? "" : bare;
    }

    // What does not assert withholds; what does not deny or ask does nothing else by not doing it.
    private static Effect Negation(Effect effect) =>
        effect.Stance is Stance.Asserts or Stance.Announces or Stance.Warns ? Effect.Refusal : effect;

    private static Complement TakeOf(string take)
    {
        if (take[0] == '~') return new(ComplementKind.Oblique, take[1..]);
        var colon = take.IndexOf(':');
        var word = colon < 0 ? "" : take[(colon + 1)..];
        return new((colon < 0 ? take : take[..colon]) switch
        {
            "quote" => ComplementKind.Quote,
            "that" => ComplementKind.That,
            "inf" => ComplementKind.Infinitive,
            "ing" => ComplementKind.Gerund,
            "wh" => ComplementKind.Question,
            "noun" => ComplementKind.Object,
            "as" => ComplementKind.Predicate,
            "say" => ComplementKind.Told,
            "nothing" => ComplementKind.Nothing,
            _ => throw new FormatException($"No form of content '{take}'."),
        }, word);
    }
}
