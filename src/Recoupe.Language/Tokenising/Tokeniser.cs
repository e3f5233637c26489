using System.Collections.Immutable;

namespace Recoupe.Language.Tokenising;

/// <summary>Cuts a text into sentences and words that are not yet analysed.</summary>
internal static class Tokeniser
{
    public static Reading Tokenise(string text, string language)
    {
        var atoms = Atoms.Of(text);
        var tokens = ImmutableArray.CreateBuilder<Token>(atoms.Count);
        var words = ImmutableArray.CreateBuilder<Word>(atoms.Count);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var first = 0;
        for (var i = 0; i < atoms.Count; i++)
        {
            var span = new TextSpan(atoms[i].Start, atoms[i].End);
            tokens.Add(new(span, i, 1));
            words.Add(Word.Bare(span, span.In(text).ToString()));
            if (i + 1 < atoms.Count && !SentenceEnds.After(text, atoms, i)) continue;
            sentences.Add(new(new(tokens[first].Span.Start, span.End), first, i + 1 - first));
            first = i + 1;
        }

        return new(text, language, sentences.ToImmutable(), tokens.ToImmutable(), words.ToImmutable(), []);
    }
}
