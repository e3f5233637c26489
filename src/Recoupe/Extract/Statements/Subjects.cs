using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>Finds the word that names who does what a verb says.</summary>
internal static class Subjects
{
    private const int Climbs = 6;
    private const int Near = 12;
    private const int FarAfter = 24;
    private const int OpeningReach = 4;
    private const int LongestNameInMarks = 4;

    /// <summary>The head of the subject, or of the agent of a passive; −1 where there is none.</summary>
    public static int Of(StatementContext prose, Cue cue) => cue.Passive ? Agent(prose, cue.Word)
        : Subject(prose, cue.Word) is var subject and >= 0 ? subject
        // «comme le laissent entendre les sondages»
        : cue.Last > cue.Word && IsFinite(prose.Trees, cue.Word) ? NounAfter(prose, cue.Word, cue.Last) : -1;

    /// <summary>Whoever quotes with a verb: its subject, or that of the verb it hangs on; −1 where there is none.</summary>
    public static int Quoting(StatementContext prose, int verb) => Subject(prose, verb);

    /// <summary>The subject that hangs on the verb itself; −1 where there is none.</summary>
    public static int Own(DependencyTrees trees, int verb)
    {
        if (trees.Child(verb, "nsubj") is var subject and >= 0) return subject;
        // «a-t-il ajouté», «il estime que»: parsers call the pronoun of an inversion, and many another, an expletive.
        if (trees.Child(verb, "expl:subj") is var impersonal and >= 0) return impersonal;
        return trees.Child(verb, "expl") is var clitic && clitic >= 0 && trees[clitic].Form[0] == '-' ? clitic : -1;
    }

    /// <summary>The doer of a passive; −1 where it names none.</summary>
    public static int Agent(StatementContext prose, int verb)
    {
        foreach (var child in prose.Trees.Children(verb))
        {
            if (child > verb && (prose.Trees.Is(child, "obl:agent") || (prose.Trees.Is(child, "obl") && HasCase(prose, child)))) return child;
        }

        return -1;
    }

    private static bool HasCase(StatementContext prose, int noun)
    {
        var mark = prose.Trees.Child(noun, "case");
        return mark >= 0 && prose.Lexicon.Function.IsAgent(prose.Trees[mark].Form);
    }

    // A verb without a subject takes that of the verb it hangs on, or the noun it qualifies.
    private static int Subject(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        if (QuotedAs.TellerOf(prose, verb) is >= 0 and var quoted) return quoted;
        if (SecondVerbs.ParticipleBefore(prose, verb) is >= 0 and var twin) return Subject(prose, twin);
        if (OfTellingAbove(prose, verb) is var told and >= 0) return told;
        if (SecondVerbs.TellerOf(prose, verb) is >= 0 and var teller) return OwnAtLevel(prose, verb, teller);
        var at = verb;
        for (var climb = 0; climb < Climbs && at >= 0; climb++)
        {
            if (OwnAtLevel(prose, verb, at) is var own and >= 0 && !(climb == 0 && IsOfAnother(prose, verb, own))) return Antecedent(prose, at, own);
            if (climb == 0 && Inverted(prose, verb) is var inverted and >= 0) return inverted;
            if (OfPredicate(prose, verb, at) is >= 0 and var able) return able;
            if (trees.Is(at, "acl") && !IsAside(prose, at)) return trees[trees[at].Head].Tag == PartOfSpeech.Verb ? NounBefore(prose, verb) : InProse(prose, IssuerOf(prose, verb, trees[at].Head));
            if (!trees.IsAny(at, "conj", "xcomp", "advcl", "parataxis", "ccomp", "dep", "acl")) return -1;
            if (climb == 0 && IsAside(prose, at)) return OfMainClause(prose, at);
            if (climb == 0 && IsFinite(trees, verb) && !trees.Is(at, "conj")) return LeftNoun(prose, verb);
            at = trees[at].Head;
        }

        return -1;
    }

    // «L'alliance n'est pas en mesure de confirmer P»: an infinitive of what is said of a subject is that subject's.
    private static int OfPredicate(StatementContext prose, int verb, int at)
    {
        if (!prose.Trees.Is(at, "acl") || !prose.Trees[at].Features.Has("VerbForm", "Inf")) return -1;
        return prose.Trees.HasChild(prose.Trees[at].Head, "cop") ? OwnAtLevel(prose, verb, prose.Trees[at].Head) : -1;
    }

    // "issued a statement saying P": the statement is its issuer's.
    private static int IssuerOf(StatementContext prose, int verb, int noun)
    {
        var above = prose.Trees[noun].Head;
        if (above < 0 || !prose.Trees.Is(noun, "obj") || !prose.Lexicon.Function.IsIssuing(prose.Trees[above].Lemma)) return noun;
        return OwnAtLevel(prose, verb, above) is >= 0 and var issuer ? issuer : noun;
    }

    // «X n'a pas expliqué comment P, mais a déclaré que Q»: hung on P by the parser, the second telling is still that of X.
    private static int OfTellingAbove(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        if (!trees.Is(verb, "conj") || Own(trees, verb) >= 0 || !IsFinite(trees, verb) || prose.Lexicon.Verbs.ContainsKey(trees[trees[verb].Head].Lemma)) return -1;
        var at = trees[verb].Head;
        for (var climb = 0; climb < Climbs && at >= 0; climb++, at = trees[at].Head)
        {
            if (prose.Lexicon.Verbs.ContainsKey(trees[at].Lemma) && IsFinite(trees, at)) return OwnAtLevel(prose, verb, at);
            if (!trees.IsAny(at, "ccomp", "xcomp", "advcl", "conj")) return -1;
        }

        return -1;
    }

    // Nobody inside a quotation is the subject of a verb outside it; outside may stand the subject of a verb that opens it.
    private static int OwnAtLevel(StatementContext prose, int verb, int at) =>
        InProse(prose, Own(prose.Trees, at)) is var own and >= 0 && (prose.QuotationOf(own) == prose.QuotationOf(verb) || OpensQuotation(prose, own, verb) || IsNameInMarks(prose, own, verb)) && AgreesInPerson(prose, at, own) && !prose.IsClitic(own) && !IsDay(prose, own) ? own : -1;

    // "issued a statement Friday saying P": a day tells nothing.
    private static bool IsDay(StatementContext prose, int word) => prose.IsTime(word) && prose.Trees[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;

    // Les «gilets jaunes» demandent P
    private static bool IsNameInMarks(StatementContext prose, int subject, int verb)
    {
        if (prose.QuotationOf(subject) is not (>= 0 and var quotation) || prose.Quotations[quotation].Parent != prose.QuotationOf(verb)) return false;
        var first = prose.Trees.WordAt(prose.Quotations[quotation].Inner.Start);
        var last = prose.Trees.WordAt(prose.Quotations[quotation].Inner.End) - 1;
        for (var i = first; i <= last; i++)
        {
            if (prose.Trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux || !prose.IsWord(i)) return false;
        }

        return last - first < LongestNameInMarks && first > 1 && prose.Trees[first - 2].Tag is PartOfSpeech.Det or PartOfSpeech.Adj;
    }

    // la Maison-Blanche «examinait P»
    private static bool OpensQuotation(StatementContext prose, int subject, int verb)
    {
        if (prose.QuotationOf(verb) is not (var quotation and >= 0)) return false;
        return subject < verb && prose.QuotationOf(subject) == prose.Quotations[quotation].Parent && verb - prose.Trees.WordAt(prose.Quotations[quotation].Inner.Start) < OpeningReach;
    }

    // «KYIV – Washington enquête»: a dateline taken for the subject has the subject hanging on it.
    private static int InProse(StatementContext prose, int subject)
    {
        // "This Wednesday (18), Norland blamed …": the day and who blames both hang on the verb.
        if (subject >= 0 && IsDay(prose, subject) && SiblingInProse(prose, subject) is >= 0 and var who) return who;
        if (subject < 0 || prose.InProse(subject)) return subject;
        if (SiblingInProse(prose, subject) is >= 0 and var sibling) return sibling;
        foreach (var child in prose.Trees.Children(subject))
        {
            if (prose.InProse(child) && prose.Trees[child].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return child;
        }

        return -1;
    }

    // "OSLO (AP) — Mayor Anna Lind said": the place and the mayor both hang on the verb.
    private static int SiblingInProse(StatementContext prose, int subject)
    {
        var verb = prose.Trees[subject].Head;
        if (verb < 0) return -1;
        foreach (var sibling in prose.Trees.Children(verb))
        {
            if (sibling > subject && prose.Trees.Is(sibling, "nsubj") && prose.InProse(sibling)) return sibling;
        }

        return -1;
    }

    // «le général, dit-on, pourrait …, a rapporté X»: a subject before the comma belongs to the verb between.
    private static bool IsOfAnother(StatementContext prose, int verb, int subject)
    {
        var first = GroupStart(prose.Trees, verb);
        if (!FollowsComma(prose.Trees, verb) || subject > first) return false;
        if (Inverted(prose, verb) is var inverted && (inverted < 0 || prose.Trees[inverted].Head != verb || !SourceKinds.MayTell(prose, inverted, inverted, inverted))) return false;
        // «Le gouvernement, rival de Tripoli, avance un bilan»: what stands between the commas is said of the subject.
        if (prose.Trees.Is(inverted, "obj") && EndsWithAside(prose.Trees, subject, first)) return false;
        var after = NounPhrases.Of(prose, subject).Last;
        if (IsSaying(prose, verb)) return true;
        for (var i = after + 1; i < first; i++)
        {
            if (prose.Trees[i].Features.Has("VerbForm", "Fin") && !prose.Trees.Governs(subject, i)) return true;
        }

        return false;
    }

    // Between a subject and its verb an apposition stands alone, a comma before and after it.
    private static bool EndsWithAside(DependencyTrees trees, int subject, int verb)
    {
        foreach (var child in trees.Children(subject))
        {
            if (child < subject || child > verb || !trees.Is(child, "appos")) continue;
            if (trees[trees.First(child) - 1].Form is "," && trees.Last(child) + 2 >= verb) return true;
            if (trees[trees.First(child)].Form is "," && trees.Last(child) + 1 >= verb) return true;
        }

        return false;
    }

    private static bool FollowsComma(DependencyTrees trees, int verb) => GroupStart(trees, verb) is > 0 and var first && trees[first - 1].Form == ",";

    private static int GroupStart(DependencyTrees trees, int verb)
    {
        var first = verb;
        while (first > 0 && trees[first - 1].Tag is PartOfSpeech.Aux) first--;
        return first;
    }

    // Where the parser made the subject the head: «Me Martin, en défense, insiste».
    private static int LeftNoun(StatementContext prose, int verb)
    {
        var head = prose.Trees[verb].Head;
        return head >= 0 && head < verb && prose.Trees[head].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && prose.QuotationOf(head) == prose.QuotationOf(verb)
            && SourceKinds.MayTell(prose, head, head, head) ? head : -1;
    }

    // Where the parser made a relative clause of another clause: the nouns that stand right before the verb.
    private static int NounBefore(StatementContext prose, int verb)
    {
        var found = -1;
        var trees = prose.Trees;
        for (var i = verb - 1; i >= prose.SentenceStart(verb) && i > verb - Near; i--)
        {
            if (i == verb - 1 && trees[i].Form == ",") continue;
            if (trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Cconj or PartOfSpeech.Sconj) break;
            if (trees[i].Form is "," or ";" or ":") break;
            if (trees[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && !trees.HasChild(i, "case") && prose.QuotationOf(i) == prose.QuotationOf(verb)) found = i;
        }

        return found;
    }

    // A verb that neither asks nor tells somebody: a person after it can only be who says it.
    private static bool IsSaying(StatementContext prose, int verb) =>
        prose.Lexicon.Verbs.TryGetValue(prose.Trees[verb].Lemma, out var tellings)
        && Array.Exists(tellings, t => t.Rest.Length == 0 && !t.Reflexive && t.May(ComplementKind.That) && t.May(ComplementKind.Quote))
        && !Array.Exists(tellings, t => t.Effect.Stance == Stance.Asks);

    // «La ministre, Anna Lind, a démenti ces chiffres»: what is denied is no teller.
    private static bool IsDenied(StatementContext prose, int verb, int noun) =>
        prose.Trees.Is(noun, "obj") && prose.Trees[noun].Head == verb && SourceKinds.KindOfNoun(prose, noun) is NounKind.Document or NounKind.None
        && prose.Lexicon.Verbs.TryGetValue(prose.Trees[verb].Lemma, out var tellings) && Array.Exists(tellings, t => t.Effect.Stance == Stance.Denies);

    // «nous explique M. Martin»: a pronoun of another person is whom, not who.
    private static bool AgreesInPerson(StatementContext prose, int verb, int subject) =>
        !prose.Trees[verb].Features.Has("Person", "3") || prose.PronounAt(subject)?.Role != PronounRole.Speaker;

    // A participle after a comma, at the end of a sentence, is said of the subject of the sentence.
    private static bool IsAside(StatementContext prose, int verb)
    {
        var first = ContentFinder.FirstWord(prose, verb);
        if (first > 1 && prose.Trees[first - 1].Tag is PartOfSpeech.Pron or PartOfSpeech.Det) first--;
        return first > 0 && prose.Trees[first - 1].Form == "," && !IsFinite(prose.Trees, verb) && !prose.Trees[verb].Features.Has("VerbForm", "Inf");
    }

    private static int OfMainClause(StatementContext prose, int verb)
    {
        if (OfSpeakerBefore(prose, verb) is >= 0 and var speaker) return speaker;
        var root = verb;
        while (prose.Trees[root].Head >= 0) root = prose.Trees[root].Head;
        if (InProse(prose, Own(prose.Trees, root)) is var own and >= 0 && prose.QuotationOf(own) == prose.QuotationOf(verb)) return own < verb || root < verb ? own : -1;
        return NearestTeller(prose, verb);
    }

    // «…, a déclaré un responsable, mettant en garde contre P»: said of whoever an incise before it gives for its subject.
    private static int OfSpeakerBefore(StatementContext prose, int verb)
    {
        if (!prose.Trees.Is(verb, "acl")) return -1;
        var noun = prose.Trees[verb].Head;
        var teller = prose.Trees[noun].Head;
        if (teller < 0 || teller > noun || !prose.Lexicon.Verbs.ContainsKey(prose.Trees[teller].Lemma)) return -1;
        return Own(prose.Trees, teller) == noun ? noun : -1;
    }

    // After a quotation the sentence's own subject is that of its incise.
    private static int NearestTeller(StatementContext prose, int verb)
    {
        for (var at = prose.Trees[verb].Head; at >= 0; at = prose.Trees[at].Head)
        {
            if (prose.QuotationOf(at) != prose.QuotationOf(verb)) continue;
            if (prose.Trees[at].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return at;
            if (Own(prose.Trees, at) is var own and >= 0) return own;
            if (Inverted(prose, at) is var inverted and >= 0) return inverted;
        }

        return OfVerbBefore(prose, verb);
    }

    // «…», a-t-il plaidé, estimant que P: hung on the quotation by the parser, it is of the telling before.
    private static int OfVerbBefore(StatementContext prose, int verb)
    {
        for (var at = verb - 1; at >= prose.SentenceStart(verb) && prose.QuotationOf(at) == prose.QuotationOf(verb); at--)
        {
            if (prose.Trees[at].Tag != PartOfSpeech.Verb || !IsFinite(prose.Trees, at)) continue;
            return Own(prose.Trees, at) is var own and >= 0 && prose.QuotationOf(own) == prose.QuotationOf(verb) ? own : Inverted(prose, at);
        }

        return -1;
    }

    private static int Antecedent(StatementContext prose, int verb, int subject)
    {
        if (prose.PronounAt(subject)?.Role != PronounRole.Relative) return subject;
        if ((prose.Trees.Is(verb, "acl") || prose.Trees.Is(verb, "advcl")) && prose.Trees[prose.Trees[verb].Head].Tag == PartOfSpeech.Verb && NounBefore(prose, subject) is var noun and >= 0) return noun;
        if (prose.Trees.Is(verb, "acl") || prose.Trees.Is(verb, "advcl")) return prose.Trees[verb].Head;
        return prose.Trees.Is(verb, "parataxis") && NounBeside(prose, subject) is >= 0 and var beside ? beside : AboveConjuncts(prose.Trees, verb, subject);
    }

    // "referred to the Red League, which later denied it": hung on the other verb by the parser, the clause is still of the noun before it.
    private static int NounBeside(StatementContext prose, int pronoun)
    {
        var at = pronoun - 1;
        var start = prose.SentenceStart(pronoun);
        while (at > start && (prose.Trees[at].Form == "," || prose.Trees[at].Tag == PartOfSpeech.Adj)) at--;
        if (at <= start || prose.Trees[at].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return -1;
        while (prose.Trees.IsAny(at, "flat", "compound", "appos") && prose.Trees[at].Head is >= 0 and var head && head > start && head < pronoun) at = head;
        return at;
    }

    private static int AboveConjuncts(DependencyTrees trees, int verb, int subject)
    {
        var at = verb;
        while (at >= 0 && trees.Is(at, "conj")) at = trees[at].Head;
        return at >= 0 && trees.Is(at, "acl") ? trees[at].Head : subject;
    }

    // Where the parser took the subject of an inversion for something else: the noun right after the verb («a déclaré Kirby»).
    private static int Inverted(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        if (!IsFinite(trees, verb) || (trees.Is(verb, "conj") && !FollowsComma(trees, verb))) return -1;
        if (NameBefore(prose, verb) is >= 0 and var name) return name;
        var after = NounAfter(prose, verb, verb);
        if (after >= 0 && IsDenied(prose, verb, after)) return -1;
        // «… est venu, a annoncé la fermeture»: a second verb has the subject of the first, unless somebody who may tell follows.
        return after >= 0 && SharesSubject(trees, verb) && !SourceKinds.MayTell(prose, after, after, after) ? -1 : after;
    }

    // It is joined to a verb whose subject has its number: «est fermé, affirment des internautes» is not.
    private static bool SharesSubject(DependencyTrees trees, int verb)
    {
        if (!trees.Is(verb, "conj") || Own(trees, trees[verb].Head) is not (>= 0 and var subject)) return false;
        var auxiliary = trees.Child(verb, "aux");
        var finite = auxiliary >= 0 && auxiliary < verb ? auxiliary : verb;
        return trees[subject].Features.Has("Number", "Plur") == trees[finite].Features.Has("Number", "Plur");
    }

    // "NAIROBI, May 4 (KNA): Health Minister Joy Otieno on Tuesday said the clinic …": a person's name right before the verb, but for a day, is its subject.
    private static int NameBefore(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        var at = GroupStart(trees, verb) - 1;
        var start = prose.SentenceStart(verb);
        while (at > start && (prose.IsTime(at) || trees[at].Tag == PartOfSpeech.Adv || (trees[at].Tag == PartOfSpeech.Adp && prose.IsTime(at + 1)))) at--;
        if (at < start || prose.QuotationOf(at) != prose.QuotationOf(verb) || SourceKinds.MentionAt(prose, at) is not { Type: NameType.Person } name) return -1;
        while (trees[at].Head >= start && trees[at].Head < verb && name.Span.Contains(trees[trees[at].Head].Span)) at = trees[at].Head;
        return at;
    }

    private static int NounAfter(StatementContext prose, int verb, int last)
    {
        var trees = prose.Trees;
        var end = Math.Min(last + Near, trees.Sentence(verb).EndWord - 1);
        for (var i = last + 1; i <= end; i++)
        {
            if (i == last + 1 && trees[i].Form == ",") continue;
            if (trees[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && !trees.HasChild(i, "case") && !prose.IsTime(i) && prose.QuotationOf(i) == prose.QuotationOf(verb)) return i;
            if (trees[i].Form == "," && i > last + 1) return TellerAfter(prose, verb, i);
            if (trees[i].Tag is PartOfSpeech.Punct or PartOfSpeech.Verb or PartOfSpeech.Sconj) return -1;
        }

        return -1;
    }

    // «…», a déclaré dans la soirée, sur France Bleu, le maire de Saint-Leu, Jean Carvel: after places and days between commas, somebody of a known sort.
    private static int TellerAfter(StatementContext prose, int verb, int comma)
    {
        var trees = prose.Trees;
        var end = Math.Min(verb + FarAfter, prose.SentenceEnd(verb));
        for (var i = comma + 1; i <= end; i++)
        {
            if (trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj or PartOfSpeech.Cconj) return -1;
            if (prose.QuotationOf(i) != prose.QuotationOf(verb)) return -1;
            if (trees[i].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || trees[i - 1].Form is not "," && trees[i - 1].Tag != PartOfSpeech.Det) continue;
            if (StandsAfterComma(prose, i) && SourceKinds.MayTell(prose, i, i, i)) return i;
        }

        return -1;
    }

    private static bool StandsAfterComma(StatementContext prose, int noun)
    {
        var first = noun;
        while (prose.Trees[first - 1].Tag is PartOfSpeech.Det or PartOfSpeech.Adj) first--;
        return prose.Trees[first - 1].Form == ",";
    }

    /// <summary>Whether a verb, or an auxiliary of it, is finite.</summary>
    public static bool IsFinite(DependencyTrees trees, int verb)
    {
        if (trees[verb].Features.Has("VerbForm", "Fin")) return true;
        foreach (var child in trees.Children(verb))
        {
            if (trees.IsAny(child, "aux", "cop") && trees[child].Features.Has("VerbForm", "Fin")) return true;
        }

        return false;
    }
}
