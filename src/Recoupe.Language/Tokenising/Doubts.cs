using Recoupe.Language.Learning;
using Recoupe.Language.Tagging;

namespace Recoupe.Language.Tokenising;

/// <summary>Whether a token that may stand for several words (French <c>des</c>, <c>du</c>; English <c>its</c>) does so here, by its neighbours.</summary>
internal static class Doubts
{
    public static readonly string[] Classes = ["one", "several"];

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">The token in doubt.</param>
    /// <param name="first">The first token of its sentence: what comes before is not looked at, so that a text, a heading and a sentence begin alike.</param>
    /// <param name="lexicon">The language's lexicon.</param>
    /// <param name="to">Where features go.</param>
    /// <param name="form">What stands there instead, to learn from.</param>
    public static void Collect(string text, IReadOnlyList<TextSpan> tokens, int at, int first, Lexicon? lexicon, FeatureSet to, string? form = null)
    {
        to.Clear();
        while (first < at && !char.IsLetterOrDigit(text[tokens[first].Start])) first++;
        var token = WordLook.Of(form ?? tokens[at].In(text), lexicon);
        var last = at - 1 < first ? default : Look(text, tokens, at - 1, lexicon);
        var before = at - 2 < first ? default : Look(text, tokens, at - 2, lexicon);
        var third = Look(text, tokens, at + 3, lexicon);
        var next = Look(text, tokens, at + 1, lexicon);
        var after = Look(text, tokens, at + 2, lexicon);
        to.Add(0, token.Lower);
        to.Add(1, token.Lower, last.Lower);
        to.Add(2, token.Lower, next.Lower);
        to.Add(3, token.Lower, last.Full);
        to.Add(4, token.Lower, next.Full);
        to.Add(5, token.Lower, last.Coarse, next.Coarse);
        to.Add(6, token.Lower, before.Lower, last.Lower);
        to.Add(7, token.Lower, last.Lower, next.Lower);
        to.Add(8, token.Lower, last.Suffixes[2]);
        to.Add(9, token.Lower, next.Suffixes[2]);
        to.Add(10, token.Lower, last.Suffixes[1], next.Suffixes[1]);
        to.Add(11, token.Lower, before.Coarse, last.Coarse, next.Coarse);
        to.Add(12, token.Lower, before.Lower);
        to.Add(13, token.Lower, after.Lower);
        to.Add(14, token.Lower, last.Coarse, next.Coarse, after.Coarse);
        to.Add(15, token.Form, last.Shape, next.Shape);
        to.Add(16, token.Lower, before.Full, last.Full);
        to.Add(17, token.Lower, last.Full, next.Lower);
        to.Add(18, token.Lower, last.Lower, next.Full);
        to.Add(19, token.Lower, last.Suffixes[4]);
        to.Add(20, token.Lower, last.Lower, after.Full);
        to.Add(21, last.Coarse, next.Coarse, after.Coarse, third.Coarse);
        to.Add(22, last.Lower, next.Coarse, after.Full);
        to.Add(23, last.Full, after.Full, third.Full);
    }

    private static WordLook Look(string text, IReadOnlyList<TextSpan> tokens, int at, Lexicon? lexicon) =>
        (uint)at < (uint)tokens.Count ? WordLook.Of(tokens[at].In(text), lexicon) : default;
}
