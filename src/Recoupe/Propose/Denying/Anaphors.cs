using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Denying;

/// <summary>What points back at a thing told.</summary>
/// <param name="OfFigures">Whether it stands for a number (<c>ce bilan</c>) and not for whatever was told (<c>cette information</c>).</param>
/// <param name="Plural">Whether it stands for several.</param>
/// <param name="OfDeaths">Whether that number is of the dead (<c>ce bilan</c>, <c>the death toll</c>).</param>
internal readonly record struct Anaphor(bool OfFigures, bool Plural, bool OfDeaths = false)
{
    /// <summary>Whether it is set beside what its own sentence tells (<c>P, an assertion that X disputes</c>).</summary>
    public bool IsBeside { get; init; }

    /// <summary>Whether no demonstrative ties what is meant to what was told (<c>the reports</c>, <c>les accusations</c>).</summary>
    public bool IsBare { get; init; }
}

/// <summary>Finds the words that point back at a thing told: <c>ces chiffres</c>, <c>cette information</c>, <c>the claims</c>, <c>it</c>.</summary>
internal static class Anaphors
{
    private const int Longest = 4; // words: what says more of it says what it is

    /// <summary>What a stretch that is nothing else points at; <see langword="null"/> for any other.</summary>
    public static Anaphor? Of(Prose prose, Stretch stretch)
    {
        var (first, last) = (stretch.First, stretch.Last);
        while (first < last && !prose.IsWord(first)) first++;
        while (last > first && !prose.IsWord(last)) last--;
        if (last - first >= Longest) return null;
        if (first == last) return prose.Is(first, "pointing pronouns") ? new(false, false) : null;
        if (!prose.Is(first, "pointers")) return null;
        Anaphor? found = null;
        var isBeside = first > 0 && prose.Is(first, "indefinites") && prose.Trees[first - 1].Form is ",";
        for (var word = first + 1; word <= last; word++)
        {
            if (found is null && Noun(prose, word) is { } noun)
                found = noun with { IsBeside = isBeside, IsBare = IsBare(prose, first, noun) };
            else if (prose.Trees[word].Tag is not (PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Det) && !prose.Is(word, "pointers")) return null;
        }

        return found;
    }

    private static bool IsBare(Prose prose, int first, Anaphor noun) =>
        noun is { Plural: true, OfFigures: false } && prose.Is(first, "articles");

    /// <summary>A stretch without a noun set beside it that stands for it: <c>P, an assertion that X disputes</c>.</summary>
    public static Stretch WithoutBeside(Prose prose, Stretch stretch)
    {
        for (var comma = stretch.First + 2; comma + 2 <= stretch.Last; comma++)
        {
            var isBeside = prose.Trees[comma].Form is "," && prose.Is(comma + 1, "indefinites") && prose.Is(comma + 1, "pointers");
            if (isBeside && Noun(prose, comma + 2) is { OfFigures: false }) return stretch with { Last = comma - 1 };
        }

        return stretch;
    }

    /// <summary>What the words of a verdict point at: a number, where they name one; else whatever was told.</summary>
    public static Anaphor In(Prose prose, Stretch stretch)
    {
        for (var word = stretch.First; word <= stretch.Last; word++)
        {
            if (Noun(prose, word) is { } noun) return noun;
        }

        return new(false, false);
    }

    /// <summary>How a noun points back; <see langword="null"/> for one that does not.</summary>
    public static Anaphor? Noun(Prose prose, int word)
    {
        var lemma = prose.Trees[word].Lemma;
        var ofFigures = prose.Words.Has("pointed figures", lemma) || prose.Is(word, "pointed figures");
        if (!ofFigures && !prose.Words.Has("pointed tellings", lemma) && !prose.Is(word, "pointed tellings")) return null;
        var isToll = prose.Words.Has("tolls", lemma) || (word > 0 && prose.Words.Has("tolls", prose.Trees[word - 1].Lemma));
        return new(ofFigures, Phrases.IsPlural(prose, word), ofFigures && isToll);
    }
}
