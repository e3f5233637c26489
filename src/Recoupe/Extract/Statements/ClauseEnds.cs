using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>
/// Tells where a content ends. Parsers attach the tail of a long sentence badly, so a clause that is told runs to the end of its sentence
/// unless something ends it: another verb beside the cue, a participle that tells something else, or the end of the clause the cue stands in.
/// </summary>
internal static class ClauseEnds
{
    private const int RelativeReach = 6;
    private const int ConcessionReach = 9;
    private const int Climbs = 40;
    private const int AsideReach = 4; // words from who tells it by the way to the verb: "he has since denied"

    /// <summary>The last word of a clause told, which begins at <paramref name="first"/>.</summary>
    public static int Of(StatementContext prose, Cue cue, int first)
    {
        var end = Bound(prose, cue, first);
        foreach (var sibling in prose.Trees.Children(cue.Word))
        {
            if (sibling > first && Breaks(prose, cue, sibling, first)) end = Math.Min(end, prose.Trees.First(sibling) - 1);
        }

        end = Math.Min(end, BeforeNextTelling(prose, cue, first, end));
        end = Math.Min(AfterMarks(prose, cue, first, end), BeforeAside(prose, first, end));
        end = Math.Min(end, BeforeMain(prose, cue, first, end));
        end = Math.Min(end, BeforeRemark(prose, first, end));
        return QuotedThrough(prose, first, TellingBoundary.Before(prose, cue.Word, first, end));
    }

    // "said 3,958 people had died (adjusting a report that said 11,300 had)": a remark in brackets at the end, with a verb, is the writer's.
    private static int BeforeRemark(StatementContext prose, int first, int end)
    {
        if (prose.QuotationOf(first) >= 0) return end;
        for (var word = first + 1; word < end; word++)
        {
            if (prose.Trees[word].Form != "(" || prose.QuotationOf(word) >= 0) continue;
            return ClosesAtEnd(prose, word, end) && HasVerb(prose.Trees, word, end) ? word - 1 : end;
        }

        return end;
    }

    private static bool ClosesAtEnd(StatementContext prose, int opener, int end)
    {
        var last = end;
        while (last > opener && !prose.IsWord(last)) last--;
        for (var word = opener + 1; word < last; word++)
        {
            if (prose.Trees[word].Form == ")") return false;
        }

        return true;
    }

    private static bool HasVerb(DependencyTrees trees, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Any(word => trees[word].Tag is PartOfSpeech.Verb);

    // «Neuf hommes, soupçonnés d'être des passeurs, ont été inculpés»: what is told between commas ends before the verb of the noun.
    private static int BeforeMain(StatementContext prose, Cue cue, int first, int end)
    {
        var trees = prose.Trees;
        var isBetween = trees.Is(cue.Word, "acl") && trees[cue.Word].Head < cue.Word && cue.First > 0 && trees[cue.First - 1].Form == ",";
        if (!isBetween || !trees[cue.Word].Features.Has("VerbForm", "Part")) return end;
        for (var word = first; word < end; word++)
        {
            if (trees[word].Form == "," && Subjects.IsFinite(trees, word + 1)) return word - 1;
        }

        return end;
    }

    /// <summary>The last word of an infinitive told: a finite verb beside it, with no subject of its own, is the teller's (<c>dit avoir vu et reste prudent</c>).</summary>
    public static int OfInfinitive(StatementContext prose, Cue cue, int first)
    {
        var trees = prose.Trees;
        var end = Of(prose, cue, first);
        for (var i = first + 1; i < end; i++)
        {
            if (trees[i].Tag != PartOfSpeech.Cconj) continue;
            var verb = i + 1;
            while (verb < end && (trees[verb].Tag is PartOfSpeech.Adv || prose.IsClitic(verb))) verb++;
            if (trees[verb].Features.Has("VerbForm", "Fin") && trees[verb].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && prose.QuotationOf(verb) == prose.QuotationOf(cue.Word)) return i - 1;
        }

        return end;
    }

    // «a estimé que « P », alors que la tension monte»: after the marks that all of it stands in, a clause behind a comma is the article's.
    private static int AfterMarks(StatementContext prose, Cue cue, int first, int end)
    {
        while (first < end && !prose.IsWord(first)) first++;
        if (prose.QuotationOf(first) is not (>= 0 and var quotation)
            || prose.Quotations[quotation].Parent != prose.QuotationOf(cue.Word)) return end;
        if (prose.Trees.WordAt(prose.Quotations[quotation].Inner.Start) < first - 1) return end;
        var last = prose.Trees.WordAt(prose.Quotations[quotation].Inner.End) - 1;
        var comma = last + 1;
        while (comma < end && prose.Trees[comma].Form is "»" or "”" or "\"") comma++;
        return comma < end && prose.Trees[comma].Form == ","
            && (prose.OpensConcession(comma + 1) || prose.Trees[comma + 1].Tag == PartOfSpeech.Sconj) ? last : end;
    }

    // "claimed P, an accusation he has denied", "that P, which they said should stand": what others make of it behind a comma is told by
    // them.
    private static int BeforeAside(StatementContext prose, int first, int end)
    {
        var trees = prose.Trees;
        for (var comma = first + 2; comma + 3 <= end; comma++)
        {
            if (trees[comma].Form != "," || prose.QuotationOf(comma) >= 0) continue;
            var next = comma + 1;
            if (trees[next].Tag == PartOfSpeech.Det && prose.Lexicon.Nouns.ContainsKey(trees[next + 1].Lemma)) next += 2;
            else if (trees[next].Features.Has("PronType", "Rel")) next++;
            else continue;
            if (trees[next].Features.Has("PronType", "Rel")) next++;
            if (next < end && TellsAside(prose, next, end)) return comma - 1;
        }

        return end;
    }

    // A pronoun or a name, and a verb of telling close after it.
    private static bool TellsAside(StatementContext prose, int subject, int end)
    {
        var trees = prose.Trees;
        if (prose.PronounAt(subject)?.Role != PronounRole.Third
            && SourceKinds.MentionAt(prose, subject) is not { Type: NameType.Person }) return false;
        for (var verb = subject + 1; verb <= Math.Min(end, subject + AsideReach); verb++)
        {
            if (trees[verb].Tag is PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Propn) continue;
            return trees[verb].Tag == PartOfSpeech.Verb && IsCue(prose, verb) && Subjects.IsFinite(trees, verb);
        }

        return false;
    }

    // «…, mais a déclaré que», «…, affirmant que»: another telling of the same source ends the content, wherever the parser hung it.
    private static int BeforeNextTelling(StatementContext prose, Cue cue, int first, int end)
    {
        var trees = prose.Trees;
        for (var i = first + 2; i < end; i++)
        {
            if (prose.QuotationOf(i) >= 0 || trees[i].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux) || !IsCue(prose, i)) continue;
            var start = GroupStart(prose, i);
            var joined = start > first + 1 && (trees[start - 1].Form == "," || trees[start - 1].Tag == PartOfSpeech.Cconj);
            if (joined && IsParticiple(trees, i) && !Subjects.IsFinite(trees, i)) return start - 2;
            if (joined && trees[start - 1].Tag == PartOfSpeech.Cconj && SecondVerbs.TellerOf(prose, i) == cue.Word) return start - 2;
            if (Concession(prose, first, i) is var before and >= 0) return before;
            if (Subjects.Own(trees, i) is var subject and >= 0 && subject < i) start = Math.Min(start, NounPhrases.Of(prose, subject).First);
            if (start > first && trees[start - 1].Tag == PartOfSpeech.Cconj && Subjects.IsFinite(trees, i) && i + 1 <= end && prose.Lexicon.Function.IsThat(trees[i + 1].Form)) return start - 2;
        }

        return end;
    }

    // «…, bien qu'il n'ait pas exclu P»: what the source tells beside it is another telling.
    private static int Concession(StatementContext prose, int first, int verb)
    {
        if (!Subjects.IsFinite(prose.Trees, verb)) return -1;
        for (var i = verb - 1; i > Math.Max(first, verb - ConcessionReach); i--)
        {
            if (prose.Trees[i].Form == ",") return prose.OpensConcession(i + 1) ? i - 1 : -1;
        }

        return -1;
    }

    private static int GroupStart(StatementContext prose, int verb)
    {
        var start = verb;
        while (start > 1 && (prose.Trees[start - 1].Tag is PartOfSpeech.Aux or PartOfSpeech.Adv || prose.IsClitic(start - 1))) start--;
        return start;
    }

    /// <summary>The last word of a noun told, with what follows it up to the next comma.</summary>
    public static int OfPhrase(StatementContext prose, Cue cue, int head)
    {
        var bound = Of(prose, cue, head);
        var end = Math.Min(prose.Trees.Last(head), bound);
        for (var i = end + 1; i <= bound && (prose.IsWord(i) || OpensRelative(prose, i) || OpensMarks(prose, i)) && !Stops(prose, cue, i); i++)
            end = i;
        return QuotedThrough(prose, head, end);
    }

    // "the vote as a “sham” and the count as “theatre”": words in marks are of the phrase.
    private static bool OpensMarks(StatementContext prose, int word)
    {
        if (prose.Trees[word].Form is not ("«" or "“" or "\"")) return false;
        return word + 1 < prose.Trees.Count && prose.QuotationOf(word + 1) > prose.QuotationOf(word - 1);
    }

    // «une incursion …, au cours de laquelle …»
    private static bool OpensRelative(StatementContext prose, int comma)
    {
        if (prose.Trees[comma].Form != ",") return false;
        for (var i = comma + 1; i < Math.Min(comma + RelativeReach, prose.Trees.Count); i++)
        {
            if (prose.PronounAt(i)?.Role == PronounRole.Relative && prose.Trees[i].Tag == PartOfSpeech.Pron) return true;
            if (prose.Trees[i].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Det or PartOfSpeech.Noun)) return false;
        }

        return false;
    }

    // A conjunct or adverbial of the cue's own clause after the noun is not of the noun.
    private static bool Stops(StatementContext prose, Cue cue, int word)
    {
        if (prose.Trees[word].Tag is PartOfSpeech.Sconj) return true;
        if (prose.Trees[word].Tag is PartOfSpeech.Cconj && prose.Trees[word].Head is >= 0 and var conjunct && prose.Trees[conjunct].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return true;
        if (prose.Trees[word].Head == cue.Word && prose.Trees.Is(word, "mark")) return true;
        return prose.Trees[word].Head == cue.Word && prose.Trees.Is(word, "conj") && prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux;
    }

    private static bool Breaks(StatementContext prose, Cue cue, int sibling, int first)
    {
        var trees = prose.Trees;
        if (trees.First(sibling) <= first) return false;
        if (trees.Is(sibling, "conj") && (GoesOn(prose, sibling) || IsBackshifted(prose, cue, sibling))) return false;
        // "accused of putting P, taking Q and leaving R"
        if (trees.Is(sibling, "conj") && IsGerund(prose, sibling) && IsGerund(prose, first)) return false;
        if (trees.Is(sibling, "conj")) return trees[sibling].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux || Subjects.Own(trees, sibling) >= 0;
        return trees.IsAny(sibling, "advcl", "acl", "parataxis") && trees[ContentFinder.FirstWord(prose, sibling) - 1].Form == ","
            && IsCue(prose, sibling)
            && IsParticiple(trees, sibling);
    }

    private static bool IsGerund(StatementContext prose, int word) =>
        prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && IsParticiple(prose.Trees, word)
            && !Subjects.IsFinite(prose.Trees, word);

    // By itself: "taking her on a trip" tells nothing, though "taking issue with" does.
    private static bool IsCue(StatementContext prose, int verb) =>
        prose.Lexicon.Verbs.TryGetValue(prose.Trees[verb].Lemma, out var tellings)
        && Array.Exists(tellings, t => t.Rest.Length == 0
            || (verb + 1 < prose.Trees.Count && (prose.Trees[verb + 1].Lemma == t.Rest[0] || prose.IsForm(verb + 1, t.Rest[0]))));

    // «… et que P», «…, où P»: what the conjunct opens with puts it inside the content.
    private static bool GoesOn(StatementContext prose, int conjunct)
    {
        var trees = prose.Trees;
        for (var i = trees.First(conjunct); i < conjunct; i++)
        {
            if (prose.Lexicon.Function.IsThat(trees[i].Form) || prose.Lexicon.Function.IsQuestion(trees[i].Form)) return true;
            // «…, au cours de laquelle P»
            if (prose.PronounAt(i)?.Role == PronounRole.Relative && trees[i].Features.Has("PronType", "Rel")) return true;
            if (prose.IsWord(i) && trees[i].Tag is not (PartOfSpeech.Cconj or PartOfSpeech.Adp)) return false;
        }

        return false;
    }

    // "said they had not been paid, and the foreman had kept P": what lies before a past telling is told by it, too.
    private static bool IsBackshifted(StatementContext prose, Cue cue, int conjunct)
    {
        var trees = prose.Trees;
        if (!trees[cue.Word].Features.Has("Tense", "Past") || Subjects.Own(trees, conjunct) < 0) return false;
        var auxiliary = trees.Child(conjunct, "aux");
        if (auxiliary < 0) return false;
        if (auxiliary >= conjunct) return false;
        if (!trees[auxiliary].Features.Has("Tense", "Past")) return false;
        return trees[auxiliary].Features.Has("VerbForm", "Fin") && prose.Lexicon.Function.IsPerfect(trees[auxiliary].Lemma) && trees[conjunct].Features.Has("VerbForm", "Part");
    }

    private static bool IsParticiple(DependencyTrees trees, int word) =>
        (trees[word].Features.Has("VerbForm", "Part") && !trees[word].Features.Has("Tense", "Past")) || trees[word].Features.Has("VerbForm", "Ger");

    // In a relative or adverbial clause the content ends with that clause at the latest.
    private static int Bound(StatementContext prose, Cue cue, int first)
    {
        var trees = prose.Trees;
        var end = prose.SentenceEnd(cue.Word);
        var (at, climb) = (cue.Word, 0);
        for (; at >= 0 && climb < Climbs; at = trees[at].Head, climb++)
        {
            // «n'a pas précisé où se trouvaient les otages»: the parser may hang the cue on what is told.
            if (trees[at].Head >= first) break;
            if (trees.IsAny(at, "acl", "advcl", "csubj", "nmod", "appos")) end = Math.Min(end, Math.Max(trees.Last(at), at));
            if (trees[at].Head < 0 && at > cue.Word) end = Math.Min(end, BeforeMainSubject(prose, at, cue.Word, end));
        }

        return Within(prose, cue.Word, end);
    }

    // «Pour ceux qui estiment que P, il a …»: the main clause begins where its subject does.
    private static int BeforeMainSubject(StatementContext prose, int root, int cue, int end)
    {
        var subject = Subjects.Own(prose.Trees, root);
        if (subject < cue) return end;
        var first = prose.Trees.First(subject);
        return first > cue + 1 && prose.Trees[first - 1].Form == "," ? first - 2 : end;
    }

    // What is told inside a quotation ends with it.
    private static int Within(StatementContext prose, int word, int end)
    {
        var quotation = prose.QuotationOf(word);
        if (quotation < 0) return end;
        var last = prose.Trees.WordAt(prose.Quotations[quotation].Inner.End) - 1;
        return Math.Min(end, Math.Max(last, word));
    }

    // A quotation that begins inside the content ends inside it, were it several sentences long.
    private static int QuotedThrough(StatementContext prose, int first, int end)
    {
        var quotation = prose.OutermostOf(Math.Max(first, end));
        if (quotation < 0 || prose.OutermostOf(first - 1 >= 0 ? first - 1 : first) == quotation) return end;
        return Math.Max(end, prose.Trees.WordAt(prose.Quotations[quotation].Inner.End) - 1);
    }
}
