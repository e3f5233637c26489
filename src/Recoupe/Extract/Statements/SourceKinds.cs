using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements;

/// <summary>Tells what sort of source a phrase names.</summary>
internal static class SourceKinds
{
    private const int NearComma = 8; // words from a role to the comma after what it is over: «le procureur de la République de Metz,»

    /// <summary>Whether a phrase may name who tells: a name, a role, an institution, a text, somebody counted.</summary>
    public static bool MayTell(StatementContext prose, int head, int first, int last)
    {
        if (IsSpeechless(prose, head)) return false;
        if (KindOfNoun(prose, head) != NounKind.None) return true;
        if (prose.Lexicon.Kinds.IsCrowd(prose.Trees[head].Lemma)) return true;
        return IsProper(prose, head) || MentionIn(prose, first, last, NameType.Person) is not null || MentionAt(prose, head) is not null;
    }

    /// <summary>Whether a word is a thing that cannot tell: a storm, a toll; a name is none.</summary>
    public static bool IsSpeechless(StatementContext prose, int head) =>
        prose.Trees[head].Tag == PartOfSpeech.Noun && prose.Lexicon.Kinds.IsSpeechless(prose.Trees[head].Lemma)
            && MentionAt(prose, head) is null;

    /// <summary>The sort of source that a phrase names.</summary>
    public static SourceKind KindOf(StatementContext prose, NounPhrase phrase)
    {
        var noun = KindOfNoun(prose, phrase.Head);
        if (noun == NounKind.Media) return SourceKind.Media;
        if (noun == NounKind.Document) return SourceKind.Document;
        if (NamesPerson(prose, phrase)) return SourceKind.Person;
        if (noun == NounKind.Organisation) return SourceKind.Organisation;
        if (MentionAt(prose, phrase.Head) is { } mention) return mention.Type == NameType.Person ? SourceKind.Person : OfName(prose, mention);
        if (noun == NounKind.Person) return SourceKind.Anonymous;
        return IsProper(prose, phrase.Head) ? Unlisted(prose, phrase) : SourceKind.Anonymous;
    }

    /// <summary>Whether a word heads the name of an outlet, known or so called.</summary>
    public static bool IsOutlet(StatementContext prose, int word) =>
        KindOfNoun(prose, word) == NounKind.Media || (MentionAt(prose, word) is { } mention ? OfName(prose, mention) == SourceKind.Media : CueLexicon.IsOutlet(prose.Trees[word].Form));

    // A tagger that never met an acronym takes it for a noun as often as for a name.
    private static bool IsProper(StatementContext prose, int word)
    {
        var form = prose.Trees[word].Form;
        if (prose.Trees[word].Tag == PartOfSpeech.Noun && char.IsUpper(form[0]) && word > prose.SentenceStart(word) && prose.IsWord(word - 1)) return true;
        return prose.Trees[word].Tag == PartOfSpeech.Propn || form.Length > 1 && !form.AsSpan().ContainsAnyExceptInRange('A', 'Z');
    }

    /// <summary>The sort of source a noun makes, alone or with the word after it (<c>Maison Blanche</c>, <c>haut responsable</c>).</summary>
    public static NounKind KindOfNoun(StatementContext prose, int word)
    {
        var kind = OfLemma(prose, word);
        var next = word + 1;
        if (next >= prose.Trees.Count || prose.Trees[next].Head != word || !prose.Trees.IsAny(next, "amod", "flat", "nmod", "compound", "appos")) return kind;
        var both = prose.Lexicon.Kinds.Of(prose.Trees[word].Lemma + " " + prose.Trees[next].Form.ToLowerInvariant());
        if (both != NounKind.None) return both;
        return kind == NounKind.None && prose.Trees[next].Tag is PartOfSpeech.Adj or PartOfSpeech.Noun ? OfLemma(prose, next) : kind;
    }

    private static NounKind OfLemma(StatementContext prose, int word)
    {
        var kind = prose.Lexicon.Kinds.Of(prose.Trees[word].Lemma);
        return kind != NounKind.None ? kind : prose.Lexicon.Kinds.Of(prose.Trees[word].Form.ToLowerInvariant());
    }

    /// <summary>Whether a phrase holds the name of the person it is about, not only of somebody in a complement.</summary>
    public static bool NamesPerson(StatementContext prose, NounPhrase phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (prose.Trees[i].Tag != PartOfSpeech.Propn && MentionAt(prose, i) is null) continue;
            if (MentionAt(prose, i) is { Type: not NameType.Person }) continue;
            if ((Identifies(prose, phrase, i) || StandsBeside(prose, phrase, i)) && (MentionAt(prose, i) is { Type: NameType.Person } || LooksPersonal(prose, phrase, i))) return true;
        }

        return false;
    }

    public static Mention? MentionAt(StatementContext prose, int word)
    {
        var (mentions, at) = (prose.Mentions, prose.Trees[word].Span);
        var first = BinarySearch.First(mentions.Length, i => mentions[i].Span.End > at.Start);
        return first < mentions.Length && mentions[first].Span.Overlaps(at) ? mentions[first] : null;
    }

    private static Mention? MentionIn(StatementContext prose, int first, int last, NameType type)
    {
        for (var i = first; i <= last; i++)
        {
            if (MentionAt(prose, i) is { } mention && mention.Type == type) return mention;
        }

        return null;
    }

    // The head itself, its apposition or a flat part of it: «le porte-parole du Kremlin, Dmitri Peskov», not «un proche de Poutine».
    public static bool Identifies(StatementContext prose, NounPhrase phrase, int word)
    {
        var trees = prose.Trees;
        var named = false;
        for (var at = word; at >= 0; at = trees[at].Head)
        {
            if (at == phrase.Head) return true;
            var beside = trees.IsAny(at, "appos", "flat", "compound", "conj", "parataxis") || (trees.Is(at, "nmod") && !trees.HasChild(at, "case"));
            // «the mayor of Ormel, John Carver»: parsers hang the name on the town.
            if (!beside && !(named && KindOfNoun(prose, phrase.Head) == NounKind.Person)) return false;
            named = trees.Is(at, "appos");
        }

        return false;
    }

    /// <summary>Whether a word is of a name that stands right after a role and a comma, whatever the tree says: «the prosecutor, Mrs Eva Strand».</summary>
    public static bool StandsBeside(StatementContext prose, NounPhrase phrase, int word)
    {
        if (KindOfNoun(prose, phrase.Head) != NounKind.Person || prose.Trees.HasChild(phrase.Head, "case") || MentionAt(prose, word) is not { Type: NameType.Person }) return false;
        for (var i = word - 1; i > phrase.Head; i--)
        {
            if (prose.Trees[i].Form == ",") return i - phrase.Head <= NearComma;
            if (prose.Trees[i].Tag is PartOfSpeech.Adp or PartOfSpeech.Verb or PartOfSpeech.Cconj) return false;
        }

        return false;
    }

    // Without a list of names: two capitalised words together, or one beside a role.
    private static bool LooksPersonal(StatementContext prose, NounPhrase phrase, int word)
    {
        if (prose.Mentions.Length > 0) return false;
        if (KindOfNoun(prose, phrase.Head) == NounKind.Person) return true;
        var next = word + 1;
        return next <= phrase.Last && prose.Trees[next].Tag == PartOfSpeech.Propn && KindOfNoun(prose, word) == NounKind.None && KindOfNoun(prose, next) == NounKind.None;
    }

    private static SourceKind OfName(StatementContext prose, Mention mention)
    {
        foreach (var part in mention.Name.Split(' '))
        {
            if (prose.Lexicon.Kinds.Of(part.ToLowerInvariant()) == NounKind.Media || IsChannel(part)) return SourceKind.Media;
        }

        return CueLexicon.IsOutlet(mention.Name) ? SourceKind.Media : SourceKind.Organisation;
    }

    // TalkTV, BFMTV
    private static bool IsChannel(string name) => name.Length > 3 && name.EndsWith("TV", StringComparison.Ordinal);

    private static SourceKind Unlisted(StatementContext prose, NounPhrase phrase)
    {
        var name = prose.Trees.Span(phrase.First, phrase.Last).In(prose.Text).ToString();
        return CueLexicon.IsOutlet(name) ? SourceKind.Media : prose.Mentions.Length > 0 ? SourceKind.Organisation : SourceKind.Person;
    }
}
