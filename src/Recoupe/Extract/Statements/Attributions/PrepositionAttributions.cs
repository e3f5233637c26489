using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>Tellings that a preposition gives to a source: «selon X», «according to X», «de source policière».</summary>
internal static class PrepositionAttributions
{
    public static IEnumerable<StatementDraft> Find(StatementContext prose)
    {
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (!prose.InProse(word) || PhraseAt(prose, word) is not { } attribution) continue;
            if (ToDraft(prose, attribution) is { } draft) yield return draft;
        }
    }

    private static Attributed? PhraseAt(StatementContext prose, int word)
    {
        foreach (var phrase in prose.Lexicon.Unattributed)
        {
            if (Matches(prose, word, phrase)) return Unnamed(prose, word, phrase.Length);
        }

        foreach (var attribution in Beginning(prose, word))
        {
            if (Matches(prose, word, attribution.Words) && Named(prose, word, attribution) is { } found) return found;
        }

        return null;
    }

    // «A la demande de»: a capital that lost its accent still has its lemma.
    private static Attribution[] Beginning(StatementContext prose, int word) =>
        prose.Lexicon.Attributions.BeginningWith(prose.Trees[word].Form.ToLowerInvariant()) is { Length: > 0 } byForm ? byForm
            : prose.Trees[word].Tag == PartOfSpeech.Adp ? prose.Lexicon.Attributions.BeginningWith(prose.Trees[word].Lemma) : [];

    /// <summary>Whether words stand at a word, by their forms or lemmas.</summary>
    public static bool Matches(StatementContext prose, int word, string[] forms)
    {
        if (word + forms.Length > prose.Trees.Count) return false;
        for (var i = 0; i < forms.Length; i++)
        {
            if (!prose.IsForm(word + i, forms[i]) && prose.Trees[word + i].Lemma != forms[i]) return false;
        }

        return true;
    }

    private static Attributed? Unnamed(StatementContext prose, int word, int length)
    {
        var head = word + length - 1;
        var phrase = NounPhrases.Of(prose, head);
        return new(word, Math.Max(head, phrase.Last), word, Effect.Assertion, new(word + 1, Math.Max(head, phrase.Last), head));
    }

    private static Attributed? Named(StatementContext prose, int word, Attribution attribution)
    {
        var first = word + attribution.Words.Length;
        if (OfAntecedent(prose, word, first, attribution) is { } relative) return relative;
        if (attribution.Opening && !Opens(prose, word, first)) return null;
        if (first >= prose.SentenceEnd(word) + 1 || prose.Trees[first].Tag == PartOfSpeech.Sconj || prose.Lexicon.Function.IsWhereby(prose.Trees[first].Form)) return null;
        var head = HeadAfter(prose, first);
        if (head < 0 || prose.Lexicon.Attributions.IsNoSource(prose.Trees[head].Lemma)) return null;
        if (prose.PronounAt(head)?.Role is PronounRole.Nobody or PronounRole.Speaker) return null;
        if (OfOwnWords(prose, word, head, attribution) is { } own) return own;
        var phrase = BeforeClause(prose, NounPhrases.Of(prose, head) with { First = NounPhrases.IsContracted(prose.Trees, first) ? first + 1 : first }, word);
        return new(word, phrase.Last, first - 1, attribution.Effect, phrase) { Wording = Array.Exists(attribution.Words, prose.Lexicon.Attributions.IsWording) };
    }

    // «selon ses propres termes»: whose words they are tells.
    private static Attributed? OfOwnWords(StatementContext prose, int word, int head, Attribution attribution)
    {
        if (!prose.Lexicon.Attributions.IsWording(prose.Trees[head].Lemma)) return null;
        foreach (var child in prose.Trees.Children(head))
        {
            if (child < head && prose.Trees[child].Features.Has("Poss", "Yes")) return new(word, head, head, attribution.Effect, new(child, child, child)) { Wording = true };
        }

        return null;
    }

    // «Jean Martin, pour qui P»: the source comes before.
    private static Attributed? OfAntecedent(StatementContext prose, int word, int first, Attribution attribution)
    {
        if (first >= prose.Trees.Count || prose.PronounAt(first)?.Role != PronounRole.Relative || prose.Lexicon.Function.IsWhereby(prose.Trees[first].Form)) return null;
        return Antecedent(prose, word) is { } source && SourceKinds.MayTell(prose, source.Head, source.First, source.Last) && SourceKinds.KindOfNoun(prose, source.Head) is not NounKind.Document
            ? new(word, first, first - 1, attribution.Effect, source) : null;
    }

    // The noun phrase that ends before a relative clause.
    private static NounPhrase? Antecedent(StatementContext prose, int clause)
    {
        var trees = prose.Trees;
        var at = clause - 1;
        if (at > 0 && trees[at].Form == ",") at--;
        if (at < prose.SentenceStart(clause) || !prose.IsWord(at)) return null;
        var start = prose.SentenceStart(clause);
        while (trees[at].Head >= start && trees[at].Head < clause && trees.IsAny(at, "nmod", "flat", "amod", "appos", "compound", "nummod")) at = trees[at].Head;
        return trees[at].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? NounPhrases.Of(prose, at) : null;
    }

    // «Pour le maire, le pont est sûr.»: a person, at the head of a sentence, with a clause after the comma.
    private static bool Opens(StatementContext prose, int word, int first)
    {
        if (!OpensSentence(prose, word) || first >= prose.Trees.Count) return false;
        var head = HeadAfter(prose, first);
        if (head < 0 || !IsVoice(prose, head)) return false;
        var comma = NounPhrases.Of(prose, head).Last + 1;
        return comma < prose.SentenceEnd(word) && prose.Trees[comma].Form == "," && (HasClause(prose, comma + 1) || prose.QuotationOf(comma + 2) > prose.QuotationOf(word));
    }

    // At its head, or after what it is about: «Retraites : pour le maire, …».
    private static bool OpensSentence(StatementContext prose, int word) => prose.SentenceStart(word) == word
        || prose.Trees[word - 1].Form == ":";

    private static bool IsVoice(StatementContext prose, int head)
    {
        if (prose.PronounAt(head) is { } pronoun) return pronoun.Role == PronounRole.Third;
        var phrase = NounPhrases.Of(prose, head);
        return SourceKinds.NamesPerson(prose, phrase)
            || (SourceKinds.KindOfNoun(prose, head) is NounKind.Person or NounKind.Organisation && prose.Lexicon.Function.IsDefinite(prose.Trees[phrase.First].Form));
    }

    private static bool HasClause(StatementContext prose, int first)
    {
        for (var i = first; i <= prose.SentenceEnd(first); i++)
        {
            if (Subjects.IsFinite(prose.Trees, i) && Subjects.Own(prose.Trees, i) >= first) return true;
        }

        return false;
    }

    // At the head of a sentence a comma ends the source, unless a name follows a role.
    private static NounPhrase BeforeClause(StatementContext prose, NounPhrase phrase, int word)
    {
        if (prose.SentenceStart(word) != word) return phrase;
        for (var i = phrase.Head + 1; i <= phrase.Last; i++)
        {
            if (prose.Trees[i].Form != ",") continue;
            var named = !SourceKinds.NamesPerson(prose, phrase with { Last = i - 1 }) && IsOfPerson(prose, phrase, i)
                && SourceKinds.MentionAt(prose, i + 1) is { Type: NameType.Person };
            return named || IsBetweenCommas(prose, phrase, i) ? phrase : phrase with { Last = i - 1 };
        }

        return phrase;
    }

    // «Selon le maire, Paul Rémy, …», «Selon un bilan du ministre de la Santé, Othman Rémy, …»: somebody by his role before the comma.
    private static bool IsOfPerson(StatementContext prose, NounPhrase phrase, int comma)
    {
        for (var word = phrase.Head; word < comma; word++)
        {
            if (SourceKinds.KindOfNoun(prose, word) == NounKind.Person) return true;
        }

        return false;
    }

    // «Selon Maud Carlier, ingénieure en chef du barrage, la vanne est usée»: a role between commas, and a clause with a subject after it.
    private static bool IsBetweenCommas(StatementContext prose, NounPhrase phrase, int comma)
    {
        var next = phrase.Last + 1;
        if (phrase.Last <= comma || next >= prose.SentenceEnd(comma) || prose.Trees[next].Form != ",") return false;
        return SourceKinds.KindOfNoun(prose, FirstNoun(prose, comma + 1, phrase.Last)) != NounKind.None && HasClause(prose, next + 1);
    }

    private static int FirstNoun(StatementContext prose, int first, int last)
    {
        var at = first;
        while (at < last && prose.Trees[at].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) at++;
        return at;
    }

    /// <summary>The noun that a preposition before a word governs: the first, or the one the first hangs on to its right; −1 where there is none.</summary>
    public static int HeadAfter(StatementContext prose, int first)
    {
        var end = Math.Min(first + 12, prose.SentenceEnd(first));
        for (var i = first; i <= end; i++)
        {
            if (prose.Trees[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron) return Above(prose, i, end);
            if (prose.Trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Sconj) return -1;
            if (prose.Trees[i].Form is "." or ":" or ",") return -1;
        }

        return -1;
    }

    private static int Above(StatementContext prose, int noun, int end)
    {
        while (prose.Trees[noun].Head > noun && prose.Trees[noun].Head <= end && prose.Trees.IsAny(noun, "compound", "nmod", "flat", "amod", "det", "nummod") && !HasArticle(prose, noun)) noun = prose.Trees[noun].Head;
        return noun;
    }

    // "According to Martin the dam broke": the article begins another phrase.
    private static bool HasArticle(StatementContext prose, int noun)
    {
        for (var i = noun + 1; i < prose.Trees[noun].Head; i++)
        {
            if (prose.Trees[i].Tag == PartOfSpeech.Det) return true;
        }

        return false;
    }

    private static StatementDraft? ToDraft(StatementContext prose, Attributed found)
    {
        var words = found.Wording ? QuotedBeside(prose, found) : null;
        if ((words ?? ContentOf(prose, found)) is not { Count: > 0 } content) return null;
        return new()
        {
            CueWord = found.First,
            Cue = prose.Trees.Span(found.First, found.CueLast),
            Effect = found.Effect,
            Content = content,
            ContentHead = ContentHead(prose, found),
            Source = found.Source,
            Attributed = true,
            Quoted = words is not null,
            Within = prose.OutermostOf(found.First),
        };
    }

    private static int ContentHead(StatementContext prose, Attributed found)
    {
        var at = found.Source.Head;
        // «à en croire X»: the words of the attribution itself are passed over.
        while (prose.Trees[at].Head >= 0 && (at >= found.First && at <= found.Last || prose.Trees[at].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux))) at = prose.Trees[at].Head;
        return prose.Trees[at].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adj ? at : -1;
    }

    // At the head of a clause it gives what follows; elsewhere what comes before, and what the clause goes on with.
    private static List<TextSpan>? ContentOf(StatementContext prose, Attributed found)
    {
        var level = prose.QuotationOf(found.First);
        var (start, end) = Bounds(prose, found.First, level);
        var before = found.First - 1;
        while (before >= start && !prose.IsWord(before) && prose.Trees[before].Form is "," or "(" or "–" or "-" or "—") before--;
        var opens = before < start || !prose.IsWord(before) && prose.Trees[before].Form is ":" or ";" || prose.Trees[before].Tag is PartOfSpeech.Sconj or PartOfSpeech.Cconj;
        if (before >= start && found.Source.First > found.First && prose.PronounAt(before)?.Role == PronounRole.Relative && Antecedent(prose, before) is { } told)
            return Single(prose.Trimmed(told.First, told.Last)) is { } parts && prose.Trimmed(found.Last + 1, NextComma(prose, found.Last + 2, end)) is { } rest ? [.. parts, rest] : null;
        if (found.Source.Last < found.First) return Single(prose.Trimmed(found.Last + 1, NextComma(prose, found.Last + 1, end)));
        end = TellingBoundary.Before(prose, found.First, Math.Min(opens ? found.Last + 2 : found.Last + 1, end), end, atOnce: !opens);
        if (opens) return Single(prose.Trimmed(found.Last + 1, end));
        var content = Single(prose.Trimmed(start, before)) ?? [];
        if (Continuation(prose, found, end) is { } more) content.Add(more);
        return content;
    }

    // «bon enfant», selon les mots du ministre: what is in marks right before or after is what was said in these words.
    private static List<TextSpan>? QuotedBeside(StatementContext prose, Attributed found)
    {
        var (before, after) = (found.First - 1, found.Last + 1);
        while (before >= 0 && !prose.IsWord(before)) before--;
        while (after < prose.Trees.Count && !prose.IsWord(after)) after++;
        var level = prose.QuotationOf(found.First);
        foreach (var word in (ReadOnlySpan<int>)[before, after])
        {
            if (word < 0 || word >= prose.Trees.Count) continue;
            if (prose.QuotationOf(word) is not (>= 0 and var quotation) || quotation == level) continue;
            if (prose.Quotations[quotation].Parent != level) continue;
            return [.. prose.Quotations[quotation].Parts];
        }

        return null;
    }

    private static int NextComma(StatementContext prose, int first, int end)
    {
        for (var i = first; i <= end; i++)
        {
            if (prose.Trees[i].Form == ",") return i - 1;
        }

        return end;
    }

    private static List<TextSpan>? Single(TextSpan? span) => span is { Length: > 2 } s ? [s] : null;

    private static TextSpan? Continuation(StatementContext prose, Attributed found, int end)
    {
        var next = found.Last + 1;
        if (next > end) return null;
        if (prose.Trees[next].Form is not ("," or ")" or "–" or "—")) return null;
        for (var i = next; i <= end; i++)
        {
            if (prose.Trees[i].Head < found.First && prose.Trees[i].Head >= 0 || prose.Trees[i].Head < 0) return prose.Trimmed(next + 1, end);
            if (prose.IsWord(i) && i > next + 6) return null;
        }

        return null;
    }

    // The clause between stops, at the same level of quotation.
    private static (int Start, int End) Bounds(StatementContext prose, int word, int level)
    {
        var (start, end) = (prose.SentenceStart(word), prose.SentenceEnd(word));
        for (var i = word - 1; i >= start; i--)
        {
            if (prose.Trees[i].Form is ";" || (level >= 0 && prose.QuotationOf(i) != level && prose.Quotations[level].Outer.Start > prose.Trees[i].Span.Start)) start = i + 1;
        }

        for (var i = word + 1; i <= end; i++)
        {
            if (prose.Trees[i].Form is ";" || (level >= 0 && prose.Trees[i].Span.Start >= prose.Quotations[level].Inner.End)) end = i - 1;
        }

        return (start, end);
    }

    /// <summary>A preposition and the source it governs.</summary>
    private readonly record struct Attributed(int First, int Last, int CueLast, Effect Effect, NounPhrase Source)
    {
        /// <summary>Whether the source's very words are given.</summary>
        public bool Wording { get; init; }
    }
}
