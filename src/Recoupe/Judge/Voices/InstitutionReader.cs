using System.Collections.Immutable;

namespace Recoupe.Judge.Voices;

/// <summary>The institution that some words name or speak for.</summary>
/// <param name="Body">A key of the organisation; <see langword="null"/> where it is an office.</param>
/// <param name="Office">The office or organ of a state or town.</param>
/// <param name="Entity">The organisation's entity.</param>
internal readonly record struct Institution(string? Body, Office? Office, Entity? Entity)
{
    public bool IsNone => Body is null && Office is null;
}

/// <summary>How a source's words lead to an institution.</summary>
internal enum Standing
{
    /// <summary>They are its own name, or its office's.</summary>
    Itself,

    /// <summary>They name whoever speaks for it or heads it.</summary>
    Mouth,

    /// <summary>They name somebody of it.</summary>
    Member,
}

/// <summary>Reads the institution that a source's words, or a role's, stand for.</summary>
internal sealed class InstitutionReader(Territories territories)
{
    // «le président biélorusse»: how far its state may stand from a head of state.
    private const int StateWithin = 3;

    private static readonly InstitutionWords Lists = InstitutionWords.Shipped;

    /// <summary>The first institution that the words name, with how they lead to it.</summary>
    public (Institution Institution, Standing Standing) Read(ImmutableArray<string> words, ImmutableArray<NamedWords> names)
    {
        var standing = Standing.Itself;
        for (var at = 0; at < words.Length && !Lists.Stops.IsAt(words, at); at++)
        {
            if (Lists.Former.IsAt(words, at)) return (default, standing);
            if (At(at, words, names) is { IsNone: false } found) return (found, standing);
            if (names.FirstOrDefault(n => n.At == at) is { Length: > 0, IsPerson: true } person) at = person.End - 1;
            else if (HeadOfState(words, at, names) is { } presidency) return (new(null, presidency, null), standing);
            else if (Lists.Spokes.IsAt(words, at) || Lists.Heads.IsAt(words, at)) standing = Max(standing, Standing.Mouth);
            else if (Lists.Own.IsAt(words, at)) return (default, standing);
            else if (Lists.Officials.IsAt(words, at)) standing = Standing.Member;
        }

        return (StateIn(words, standing), standing);
    }

    /// <summary>The first institution that a sentence names, whatever else it tells.</summary>
    public Institution FirstIn(ImmutableArray<string> words, ImmutableArray<NamedWords> names)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (At(at, words, names) is { IsNone: false } found) return found;
        }

        return default;
    }

    private Institution At(int at, ImmutableArray<string> words, ImmutableArray<NamedWords> names)
    {
        var isOrganisation = IsOrganisationAt(names, at, out var name);
        if (isOrganisation && IsWellKnown(name)) return BodyOf(name, words, names);
        var known = Lists.KnownPhrases.At(words, at);
        if (known.Words > 0) return new(Lists.Parts.GetValueOrDefault(known.Value, known.Value), null, null);
        if (OfficeAt(words, at) is { } office) return new(null, office, null);
        if (!isOrganisation) return default;
        return OfficeNamed(name, words) is { } named ? new(null, named, name.Entity) : BodyOf(name, words, names);
    }

    private static Standing Max(Standing a, Standing b) => a > b ? a : b;

    private static bool IsOrganisationAt(ImmutableArray<NamedWords> names, int at, out NamedWords name)
    {
        name = names.FirstOrDefault(n => n.At == at && (n.IsOrganisation || IsWellKnown(n)));
        return name.Length > 0;
    }

    private static bool IsWellKnown(NamedWords name) => KnownAs(name.Entity) is not null;

    private static string? KnownAs(Entity entity) =>
        entity.Variants.Append(entity.Name).Select(v => Lists.Known.GetValueOrDefault(string.Join(' ', FoldedWords.Of(v)))).FirstOrDefault(id => id is not null);

    // «le Bureau … des Nations unies»: an organ that is not known is of the body that is.
    private static Institution BodyOf(NamedWords name, ImmutableArray<string> words, ImmutableArray<NamedWords> names)
    {
        if (KnownAs(name.Entity) is { } known) return new(Lists.Parts.GetValueOrDefault(known, known), null, name.Entity);
        var whole = names.FirstOrDefault(n => n.At >= name.End && n.IsOrganisation && Lists.Of.IsAt(words, n.At - 1) && IsWellKnown(n));
        if (whole.Length > 0 && KnownAs(whole.Entity) is { } of) return new(Lists.Parts.GetValueOrDefault(of, of), null, whole.Entity);
        return new("entity " + name.Entity.Id, null, name.Entity);
    }

    private Office? OfficeAt(ImmutableArray<string> words, int at)
    {
        if (Lists.StateOffices.At(words, at) is { Words: > 0 } state) return OfState(state.Value, words, at + state.Words);
        if (Lists.TownOffices.At(words, at) is { Words: > 0 } town) return new(town.Value, null, TownOf(words[(at + town.Words)..]), false);
        if (Lists.Societies.At(words, at) is { Words: > 0 } society) return new(society.Value, null, territories.StateIn(words), false);
        return Lists.Wholes.IsAt(words, at) ? new(Office.WholeState, null, territories.StateIn(words), true) : null;
    }

    // A place of the ledger, or else the word that stands where the town's name does: «la maire de Morvec».
    private string? TownOf(ImmutableArray<string> after)
    {
        if (territories.TownIn(after) is { } place) return place;
        var isTold = after.Length > 1 && Lists.Of.IsAt(after, 0) && !Lists.Stops.IsAt(after, 1);
        return isTold && !Lists.Articles.IsAt(after, 1) && after[1] is not ("ville" or "commune" or "city" or "town" or "cette" or "this" or "sa" or "leur" or "notre") ? "word " + after[1] : null;
    }

    // «Libyan Red Crescent Society», «Police nationale norvégienne»: a name that tells an office, of where, and no more.
    private Office? OfficeNamed(NamedWords name, ImmutableArray<string> words)
    {
        var own = words[name.At..name.End];
        for (var at = 0; at < own.Length; at++)
        {
            if (OfficeAt(own, at) is not { } office) continue;
            var rest = own.RemoveRange(at, OfficeLength(own, at));
            return rest.All(IsSmall) ? OfficeAt(words, name.At + at) ?? office : null;
        }

        return null;
    }

    private static int OfficeLength(ImmutableArray<string> words, int at) =>
        new[] { Lists.StateOffices, Lists.TownOffices, Lists.Societies, Lists.Wholes }.Max(t => t.At(words, at).Words);

    private bool IsSmall(string word) =>
        Lists.Organs.IsAt([word], 0) || Lists.Of.IsAt([word], 0) || Lists.Portfolios.IsAt([word], 0) || Lists.Articles.IsAt([word], 0) || word is "s" or "and" or "et"
        || territories.StateIn([word]) is not null;

    private Office OfState(string name, ImmutableArray<string> words, int after)
    {
        var portfolio = string.Equals(name, "ministry", StringComparison.Ordinal) ? Portfolio(words, after) : null;
        return new(name, portfolio, territories.StateIn(words), true);
    }

    // «ministère britannique de la Défense», "health ministry", "minister of the interior".
    private static string? Portfolio(ImmutableArray<string> words, int after)
    {
        const int around = 6;
        for (var at = after; at < Math.Min(words.Length, after + around) && !Lists.Stops.IsAt(words, at); at++)
        {
            if (Lists.Portfolios.At(words, at) is { Words: > 0 } found) return found.Value;
        }

        return after >= 2 && Lists.Portfolios.At(words, after - 2) is { Words: > 0 } before ? before.Value : null;
    }

    private Office? HeadOfState(ImmutableArray<string> words, int at, ImmutableArray<NamedWords> names)
    {
        if (!words[at].StartsWith("president", StringComparison.Ordinal)) return null;
        var next = at + 1;
        while (next < words.Length && next <= at + StateWithin && (Lists.Of.IsAt(words, next) || Lists.Articles.IsAt(words, next))) next++;
        if (names.Any(n => n.IsOrganisation && n.At > at && n.At <= next)) return null;
        // «la Fédération française» has a president of its own: the state stands beside him.
        var state = (next < words.Length ? territories.StateIn([words[next]]) : null) ?? (at > 0 ? territories.StateIn([words[at - 1]]) : null);
        return state is null ? null : new("presidency", null, state, true);
    }

    // «Moscou», «les États-Unis»: a country or capital that acts is its government; «des responsables américains» are of it.
    private Institution StateIn(ImmutableArray<string> words, Standing standing)
    {
        if (standing == Standing.Member) return territories.StateIn(words) is { } of ? new(null, new(Office.WholeState, null, of, true), null) : default;
        var bare = words.SkipWhile(w => Lists.Articles.IsAt([w], 0)).ToImmutableArray();
        return territories.Whole(bare) is { } state ? new(null, new(Office.WholeState, null, state, true), null) : default;
    }
}
