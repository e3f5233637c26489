using Recoupe.Language;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>
/// Tells whom a statement names as the doer of what it tells: its source, where that speaks of itself or claims a deed («a revendiqué une incursion»,
/// «a nié toute implication»); else the name before a deed, or after «par».
/// </summary>
internal static class Agents
{
    // Words between a name and what it does, and from «par» to the end of a name; a subject opens what is told.
    private const int Near = 3, Opening = 3, NameWithin = 5;

    // From «je» to what he did: of what stands further on («je doute que les rebelles aient tué …») another is the doer.
    private const int OwnWithin = 4;

    /// <summary>A key of doers among the figures: like an hour, one act has one.</summary>
    public static ulong Doer { get; } = StableHash.Of("doer");

    /// <summary>Each name or state of the doer as a figure of its own; none where it cannot be told.</summary>
    public static IEnumerable<FigureFingerprint> Of(Article article, Statement statement, IReadOnlyList<ScannedWord> words, List<(Term Term, int Index)> told)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        // Who knows nothing of a capture says nothing of who captured.
        if (vocabulary.Ignorance.In(words).Any()) return [];
        var terms = IsOwn(article, statement, words, vocabulary)
            ? vocabulary.NameTerms(statement.Source.Name!).Select(t => (Term: t, Span: statement.Source.Span ?? statement.Content[0]))
            : Named(words, told, vocabulary);
        return terms.Where(t => t.Term.Kind is TermKind.Name or TermKind.State).Select(t => new FigureFingerprint(Doer, false, t.Term.Value, t.Term.Value, null, t.Span));
    }

    private static bool IsOwn(Article article, Statement statement, IReadOnlyList<ScannedWord> words, Vocabulary vocabulary) =>
        statement.Source is { Kind: SourceKind.Person or SourceKind.Organisation or SourceKind.Anonymous, Name: not null } &&
        (IsOfHimself(words, vocabulary) || (statement.Cue is { } cue && vocabulary.OwnDeeds.In(WordScanner.Scan(article.Text, cue)).Any()));

    private static bool IsOfHimself(IReadOnlyList<ScannedWord> words, Vocabulary vocabulary) =>
        words.Count > 0 && vocabulary.FirstPerson.BeginsAt(words, 0) && vocabulary.Terms(words, _ => false).Any(t => t.Index <= OwnWithin && BilingualLexicon.Shipped.IsDone(t.Term));

    private static IEnumerable<(Term Term, TextSpan Span)> Named(IReadOnlyList<ScannedWord> words, List<(Term Term, int Index)> told, Vocabulary vocabulary)
    {
        var done = told.FirstOrDefault(t => BilingualLexicon.Shipped.IsDone(t.Term));
        if (!BilingualLexicon.Shipped.IsDone(done.Term)) return [];
        var by = vocabulary.By.In(words).Where(i => i > done.Index && i - done.Index <= Near).Select(i => (int?)i).FirstOrDefault();
        var (first, last) = by is { } after ? (after + 1, after + NameWithin)
            : vocabulary.Passive.In(words).Any(i => i < done.Index && done.Index - i <= Near) ? (0, -1)
            : (Math.Max(0, done.Index - Near), Math.Min(Opening, done.Index - 1));
        return told.Where(t => t.Index >= first && t.Index <= last).Select(t => (t.Term, words[t.Index].Span));
    }
}
