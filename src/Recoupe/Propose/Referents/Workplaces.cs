using Recoupe.Language;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Referents;

/// <summary>
/// Whose <c>la direction</c>, <c>the staff</c> are: the one institution whose people tell something in the article
/// (<c>la section CFDT du centre hospitalier de Sarle</c>).
/// </summary>
internal sealed class Workplaces
{
    private readonly Prose _prose;
    private readonly Antecedent? _only;

    public Workplaces(Prose prose, Func<int, Antecedent?> phraseOf)
    {
        _prose = prose;
        var found = Places()
            .Select(phraseOf)
            .OfType<Antecedent>()
            .DistinctBy(p => p.Words, StringComparer.OrdinalIgnoreCase)
            .Take(2)
            .ToList();
        _only = found is [var only] ? only : null;
    }

    /// <summary>Says of the people of an institution, and of who runs it, whose they are.</summary>
    public void Complete(Stretch words, Edits edits)
    {
        if (_only is null || _prose.Words.Forms.Changed("of", "yes", plural: false) is not { } of) return;
        for (var word = words.First + 1; word <= words.Last; word++)
        {
            if (!IsBare(word) || edits.Touches(word, word)) continue;
            edits.Insert(word, _prose.Words.Forms.Melted(of + char.ToLowerInvariant(_only.Words[0]) + _only.Words[1..]), _only.From);
        }
    }

    // «la direction», «chaque agent»; not «la direction du parti», «la direction régionale».
    private bool IsBare(int word)
    {
        var trees = _prose.Trees;
        if (trees[word].Tag != PartOfSpeech.Noun || !_prose.Words.Has("staffed", trees[word].Lemma)) return false;
        if (!_prose.Is(word - 1, "definites") && !_prose.Is(word - 1, "each")) return false;
        var isSaidMore = trees.Children(word).Any(c => c > word
            && trees.IsAny(c, "nmod", "amod", "acl", "appos", "flat", "compound", "conj"));
        if (isSaidMore || word + 1 == trees.Count) return !isSaidMore;
        return trees[word + 1].Tag is not (PartOfSpeech.Adj or PartOfSpeech.Propn or PartOfSpeech.Noun);
    }

    // The complements of those who tell: «du centre hospitalier de Sarle», "of the Sarle plant".
    private IEnumerable<int> Places()
    {
        var trees = _prose.Trees;
        foreach (var span in _prose.Findings.Statements.Select(s => s.Source.Span).OfType<TextSpan>())
        {
            for (var word = trees.WordAt(span.Start); word < trees.Count && trees[word].Span.Start < span.End; word++)
            {
                var isOwner = trees.Child(word, "case") is >= 0 and var case_ && _prose.Words.Has("owning", trees[case_].Lemma);
                if (isOwner && _prose.Words.Has("workplaces", trees[word].Lemma)) yield return word;
            }
        }
    }
}
