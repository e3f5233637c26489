using System.Collections.Immutable;

namespace Recoupe.Judge.Voices;

/// <summary>A statement in its article, with who tells it.</summary>
internal sealed record ToldBy(Article Article, Statement Statement, Actor Actor);

/// <summary>A telling that adds no voice of its own, with the code of the reason.</summary>
internal sealed record FoldedTelling(ToldBy Told, string Why);

/// <summary>One ultimate source, with all the tellings that come down to it.</summary>
/// <param name="Name">What it is called wherever it is heard.</param>
/// <param name="IsNamed">Whether it can be told who that is.</param>
/// <param name="Entity">The entity of its institution or person, or <see langword="null"/>.</param>
/// <param name="Camp">Those who do not bear it out; <see langword="null"/> where it is a camp alone.</param>
/// <param name="Told">The tellings that it is counted for; at least one.</param>
/// <param name="Folded">The tellings that add nothing to it.</param>
internal sealed record HeardVoice(string Name, bool IsNamed, string? Entity, string? Camp, ImmutableArray<ToldBy> Told, ImmutableArray<FoldedTelling> Folded)
{
    /// <summary>The voice as the ledger lists it.</summary>
    public ClaimVoice On(Side side) => new(
        side,
        IsNamed ? Entity : null,
        IsNamed ? Wording() : null,
        IsNamed,
        [.. Told.Select(Member).Distinct().Order(ByPlace)],
        [.. Folded.Select(f => new FoldedMember(Member(f.Told), f.Told.Actor.Wording is { Length: > 0 } source ? source : null, Because(f))).OrderBy(f => f.Told, ByPlace)]);

    private static readonly Comparer<VoiceMember> ByPlace = Comparer<VoiceMember>.Create((a, b) =>
        a.Article.CompareTo(b.Article) is var order and not 0 ? order : string.CompareOrdinal(a.Statement, b.Statement));

    private static VoiceMember Member(ToldBy told) => new(told.Article.Id, told.Statement.Id);

    // The shortest that articles have for it, which tells it without an aside.
    private string Wording() => Told.Where(t => t.Actor.IsNamed).Select(t => t.Actor.Wording).OrderBy(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).First();

    private static Reason Because(FoldedTelling folded) =>
        Reason.Of(folded.Why, folded.Told.Statement.Content.Select(c => new Passage(folded.Told.Article.Id, c)));
}

/// <summary>Who is heard on one side of a claim.</summary>
/// <param name="Voices">Each once, in ordinal order of their names.</param>
/// <param name="Public">Talk of nobody in particular, which is no voice.</param>
internal sealed record HeardSide(ImmutableArray<HeardVoice> Voices, ImmutableArray<ToldBy> Public);
