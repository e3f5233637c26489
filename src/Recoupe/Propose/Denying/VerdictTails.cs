using Recoupe.Language;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Denying;

/// <summary>Verdicts after what they deny: <c>l'information selon laquelle P est fausse</c>.</summary>
internal static class VerdictTails
{
    private const int Longest = 6; // words

    /// <summary>What is left without the verdict at its end; the article that gives it is against what is left.</summary>
    public static Stretch Cut(Prose prose, Stretch stretch, ref Standpoint teller)
    {
        var last = stretch.Last;
        while (last > stretch.First && !prose.IsWord(last)) last--;
        for (var word = last - 1; word >= Math.Max(stretch.First + 3, last - Longest); word--)
        {
            if (prose.Words.VerdictTails.Find(prose, new(word, last), 0) is not { } tail || tail.Words.Last != last) continue;
            if (!Enumerable.Range(stretch.First, word - stretch.First).Any(w => prose.Trees[w].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adj))
                continue;
            if (teller.Statement is null)
            {
                teller = teller with
                {
                    Side = tail.Effect.Side,
                    Certainty = tail.Effect.Certainty ?? teller.Certainty,
                    Evidence = tail.Effect.Evidence,
                    IsFramed = true,
                };
            }

            return stretch with { Last = word - 1 };
        }

        return stretch;
    }
}
