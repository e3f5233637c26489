using Recoupe.Propose.Words;

namespace Recoupe.Propose.Splitting;

/// <summary>Questions, which put nothing forward.</summary>
internal static class Questions
{
    private const int Beyond = 3; // words: marks may stand between a sentence and its question mark

    /// <summary>Whether a stretch asks, or tells how, why or who without telling that.</summary>
    public static bool IsOne(Prose prose, Stretch stretch)
    {
        var sentence = prose.Trees.Sentence(stretch.Last);
        for (var word = stretch.First; word <= Math.Min(stretch.Last + Beyond, sentence.EndWord - 1); word++)
        {
            if (prose.Trees[word].Form.Contains('?', StringComparison.Ordinal)) return true;
        }

        var first = stretch.First;
        while (first < stretch.Last && !prose.IsWord(first)) first++;
        return prose.Is(first, "questions") || (prose.Is(first, "what") && prose.Is(first + 1, "relatives"));
    }
}
