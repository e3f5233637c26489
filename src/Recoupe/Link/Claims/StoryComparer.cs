using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>Tells whether two articles are on one story. The same few words said of two stories ("there were no orders") are two propositions.</summary>
internal static class StoryComparer
{
    // Whoever shares so many names tells one story.
    private const int SurelySharedNames = 3;

    // Reports of one story come out within days of each other.
    private const int DaysOfOneStory = 7;

    // With a name in common (a town, a ship), the part of the shorter's terms that reports of one week share on one story; without days, more of it. Measured
    // on four heaps of one story each and on pairs across them: within, nine in ten pairs share more; across, one in ten shares as much and no name.
    private const int ShareInOneWeek = 1_500, ShareOfAnyDay = 2_200;

    // What a story is about, told at length in the same words, without a name of its own: a war, of which all name the states.
    private const int LengthyWords = 14;

    /// <summary>The same whichever of the two comes first.</summary>
    public static Story Of(Fingerprint a, Fingerprint b)
    {
        if (ReferenceEquals(a, b)) return Story.One;
        var shared = a.Terms.Shared(b.Terms).ToList();
        var names = shared.Count(t => t.Kind == TermKind.Name);
        if (names >= SurelySharedNames) return Story.One;
        var areOfOneWeek = PartialDates.AreWithin(a.Day, b.Day, DaysOfOneStory);
        var share = Ratio.Of(shared.Sum(t => t.Weight), Math.Min(a.Terms.Weight, b.Terms.Weight));
        var words = shared.Count(t => t.Kind is TermKind.Word or TermKind.Rare);
        if (names > 0 && share >= (areOfOneWeek ? ShareInOneWeek : ShareOfAnyDay)) return Story.One;
        if (share >= ShareOfAnyDay && words >= LengthyWords) return Story.One;
        if (!areOfOneWeek) return Story.Other;
        return names > 0 ? Story.Perhaps : Story.Nameless;
    }
}

/// <summary>Whether two articles are on one story.</summary>
internal enum Story
{
    /// <summary>Nothing says so.</summary>
    Other,

    /// <summary>They are of one week, and share no name.</summary>
    Nameless,

    /// <summary>They are of one week, and share a name and little else.</summary>
    Perhaps,

    /// <summary>They are.</summary>
    One,
}
