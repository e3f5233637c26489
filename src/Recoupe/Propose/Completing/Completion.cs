using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>Completes clauses so that they can be read alone: subjects, first persons, owners, what the article says by hearsay.</summary>
internal sealed class Completion(Prose prose, Antecedents antecedents, Standpoint teller, IReadOnlyList<TextSpan> passage)
{
    private const int LongestConnector = 3; // words: «dans le même temps»
    private const int LongestQuotation = 80; // words: farther back, a mark is another's

    private DependencyTrees Trees => prose.Trees;

    private FormTable Forms => prose.Words.Forms;

    private Pronouns Pronouns => antecedents.Pronouns;

    /// <summary>A finite clause with its subject; <see langword="null"/> where it cannot be read alone.</summary>
    public (Wording Wording, Antecedent? Subject)? Finite(Clause clause, Edits edits)
    {
        var wording = new Wording(prose.Text);
        Antecedent? subject = null;
        if (clause.Subject >= 0)
        {
            if (!Subject(clause, edits, out subject)) return null;
        }
        else
        {
            subject = clause.Leader is { } leader ? SubjectOf(leader) : null;
            if (subject is null) return null;
            wording.Give(subject.Words, subject.From);
            if (clause.Auxiliary >= 0) GiveAuxiliary(clause.Auxiliary, subject, wording);
        }

        if (!Rest(clause, subject, edits)) return null;
        edits.Write(prose, clause.Words, passage, wording);
        return (wording, subject);
    }

    /// <summary>
    /// Puts what stands in a clause for its teller into the third person, and gives owners their names; false where that cannot be done.
    /// </summary>
    public bool Rest(Clause clause, Antecedent? subject, Edits edits)
    {
        SayPlainly(clause.Head, subject, edits);
        DropConnector(clause.Words, edits);
        DropIdleNegation(clause, edits);
        for (var word = clause.Words.First; word <= clause.Words.Last; word++)
        {
            if (prose.Is(word, "hearsay") || prose.Is(word, "selves")) edits.Drop(word, word);
            if (!edits.Touches(word, word) && IsTold(word) && !Complete(word, clause, subject, edits)) return false;
        }

        NameCountries(clause.Words, edits);
        antecedents.ShortForms.Complete(clause.Words, edits);
        if (teller.Statement is not null) antecedents.Workplaces.Complete(clause.Words, edits);
        Balance.Mend(prose, clause.Words, edits);
        return true;
    }

    // «craint que Poutine ne fasse pression»: what negates beside another word negates nothing alone, before a verb that needs the other.
    private void DropIdleNegation(Clause clause, Edits edits)
    {
        var idle = -1;
        for (var word = clause.Words.First; word <= clause.Words.Last; word++)
        {
            if (prose.Is(word, "idle negations") && word < clause.Head && idle < 0) idle = word;
            else if (IsSecondNegation(word) || (idle >= 0 && IsOnly(word))) return;
        }

        var verb = Clauses.FiniteOf(Trees, clause.Head);
        var isBefore = idle >= 0 && verb > idle && verb - idle <= 2 && IsTold(idle);
        if (isBefore && !IsNegatedAlone(verb) && !IsNegatedAlone(clause.Head)) edits.Drop(idle, idle);
    }

    private bool IsSecondNegation(int word) => prose.Is(word, "second negations") || prose.Words.Has("second negations", Trees[word].Lemma);

    private bool IsNegatedAlone(int verb) => prose.Words.Has("negated alone", Trees[verb].Lemma);

    // «ne compte que trois ponts»; not «pour que».
    private bool IsOnly(int word) =>
        prose.Words.Has("joins", Trees[word].Form) && Trees[word].Tag != PartOfSpeech.Cconj
        && Trees[word - 1].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Adv) && !prose.Is(word - 1, "subordinators");

    // «En effet, …», "However, …": what ties a clause to the one before means nothing alone.
    private void DropConnector(Stretch words, Edits edits)
    {
        for (var last = words.First; last <= Math.Min(words.First + LongestConnector, words.Last - 1); last++)
        {
            if (Trees[last + 1].Form is not "," || edits.Touches(words.First, last + 1)) continue;
            var said = Prose.Plain(Phrases.Flat(Trees.Span(words.First, last).In(prose.Text)));
            if (prose.Words.Has("connectors", said)) edits.Drop(words.First, last + 1);
            return;
        }
    }

    // «le pays», «du pays»: the country that was named before, unless the clause names it itself.
    private void NameCountries(Stretch words, Edits edits)
    {
        for (var word = words.First + 1; word <= words.Last; word++)
        {
            var article = word - 1;
            var isBare = prose.Is(article, "definites")
                && Trees[article].Head == word
                && !Trees.HasChild(word, "nmod")
                && !Trees.HasChild(word, "amod");
            if (!isBare || edits.Touches(article, word) || antecedents.Country(word) is not { } country) continue;
            if (country.From is { } from && Trees.Span(words.First, words.Last).Contains(from)) continue;
            edits.Replace(article, article, country.Words, country.From);
            edits.Drop(word, word);
        }
    }

    /// <summary>Who or what a clause's subject is, worded to be given again.</summary>
    public Antecedent? SubjectOf(Clause clause)
    {
        if (clause.Subject < 0) return clause.Leader is { } leader ? SubjectOf(leader) : null;
        if (Pronouns.Subject(Trees[clause.Subject].Form) is { } pronoun) return Resolved(clause.Subject, pronoun);
        return prose.Is(clause.Subject, "pronouns") ? Pronoun(clause) : antecedents.Noun(clause.Subject);
    }

    // «ont été ramenés et placés»: the finite word, and what stands with it before the first participle.
    private void GiveAuxiliary(int finite, Antecedent subject, Wording wording)
    {
        wording.Give(ChangedPerson(finite, subject.Plural) ?? Trees[finite].Form, Trees[finite].Span);
        foreach (var more in Trees.Children(Trees[finite].Head).Where(c => c > finite && Trees.Is(c, "aux"))) wording.Give(Trees[more].Form, Trees[more].Span);
    }

    private bool Subject(Clause clause, Edits edits, out Antecedent? subject)
    {
        subject = null;
        var word = clause.Subject;
        if (Pronouns.Subject(Trees[word].Form) is { } pronoun && Trees[word].Tag != PartOfSpeech.Propn)
        {
            if (pronoun.Person == 3 && IsImpersonal(clause)) return true;
            subject = Resolved(word, pronoun) is { } found && !IsIdentified(clause, pronoun, found) ? found : null;
            if (subject is null || word > clause.Head) return false;
            edits.Replace(word, word, subject.Words, subject.From);
            if (pronoun.Person == 1) ChangePersons(clause, subject.Plural, edits);
            return true;
        }

        if (!prose.Is(word, "pronouns") || Trees.HasChild(word, "acl") || IsNobody(word)) return Noun(clause, edits, out subject);
        if (IsImpersonal(clause)) return true;
        subject = Pronoun(clause);
        if (subject is null) return false;
        edits.Replace(word, word, subject.Words, subject.From);
        return true;
    }

    // «no one»
    private bool IsNobody(int word) => word > 0 && Trees[word - 1].Head == word && prose.Is(word - 1, "negations");

    // A short form that the article resolves elsewhere («l'alliance»); else the phrase stands as it is.
    private bool Noun(Clause clause, Edits edits, out Antecedent? subject)
    {
        subject = antecedents.Noun(clause.Subject);
        if (!IsRelativeOnly(clause, edits)) return false;
        if (antecedents.SourceAt(clause.Subject) is not { } full) return true;
        var phrase = Phrases.Of(prose, clause.Subject);
        if (phrase is not { } words || words.Last - words.First > 1 || prose.IsContracted(words.First)) return true;
        edits.Replace(words.First, words.Last, full.Words, full.From);
        subject = full;
        return true;
    }

    // «it was a show trial»: whatever it was, it is neither whoever tells nor what was named before the telling.
    private bool IsIdentified(Clause clause, PersonOf pronoun, Antecedent found)
    {
        if (pronoun.Person == 3 && IsDoneToPosts(clause, found)) return true;
        var isWhat = pronoun.Thing && Trees.HasChild(clause.Head, "cop") && Trees[clause.Head].Tag == PartOfSpeech.Noun;
        return isWhat && found.Head < teller.From;
    }

    // «elle a été partagée 300 fois»: a post was, and not whoever wrote it.
    private bool IsDoneToPosts(Clause clause, Antecedent found)
    {
        if (!Trees.HasChild(clause.Head, "aux:pass") || !prose.Words.Has("done to posts", Trees[clause.Head].Lemma)) return false;
        var noun = found.Head >= 0 ? Trees[found.Head].Lemma : "";
        return !prose.Words.Has("pictures", noun) && !prose.Words.Has("posts", noun);
    }

    // «les gens qui ont été tués», and no more: the people were killed. «la crue qu'a connue la ville» says nothing of the flood.
    private bool IsRelativeOnly(Clause clause, Edits edits)
    {
        var between = Trees.Children(clause.Head).Where(c => c > clause.Subject && c < clause.Head);
        var relative = between.FirstOrDefault(c => Trees[c].Features.Has("PronType", "Rel"), -1);
        if (relative < 0) return true;
        if (!Trees.Is(relative, "nsubj")) return !(Trees.Is(clause.Head, "acl") && Trees[clause.Head].Head == clause.Subject);
        edits.Drop(relative, relative);
        return true;
    }

    private Antecedent? Resolved(int word, PersonOf pronoun) => pronoun.Person switch
    {
        1 => Speaking(pronoun.Plural),
        3 => antecedents.Third(word, pronoun, (teller.Who, IsBeside()), IsQuoted(word), teller.From),
        _ => null,
    };

    private Antecedent? Speaking(bool plural) => plural ? teller.Us : teller.Me;

    // «selon X»: no verb and no noun of telling.
    private bool IsBeside() => teller.Statement?.Cue is not null
        && prose.CueWords(teller.Statement).All(w => Trees[w].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Noun));

    // A relative has its noun; «on» in a quotation is those who speak; «cela» is nothing that can be named.
    private Antecedent? Pronoun(Clause clause)
    {
        if (prose.Is(clause.Subject, "relatives"))
            return Trees.Is(clause.Head, "acl") && Trees[clause.Head].Head is >= 0 and var noun ? antecedents.Noun(NotPlace(noun)) : null;
        return prose.Is(clause.Subject, "people") && IsQuoted(clause.Subject) && teller.Us is { Plural: false } us ? us : null;
    }

    private bool IsPlace(int noun) => prose.MentionAt(noun) is { Type: NameType.Place } || prose.Words.Has("locations", prose.Lemma(noun));

    // «un naufrage au large de la Grèce qui a fait 82 morts»: the nearest noun above that is no place.
    private int NotPlace(int noun)
    {
        while (IsPlace(noun) && Trees.IsAny(noun, "nmod", "obl"))
        {
            var above = Trees[noun].Head;
            if (above < 0 || above > noun || Trees[above].Tag != PartOfSpeech.Noun) return noun;
            noun = above;
        }

        return noun;
    }

    private bool IsQuoted(int word) => teller.Statement switch
    {
        { Manner: Manner.Direct } => true,
        { Manner: Manner.Mixed } => IsInMarks(word),
        { Inside: { } outer } => prose.StatementOf(outer) is { Manner: Manner.Direct },
        _ => false,
    };

    private bool IsInMarks(int word)
    {
        for (var at = word - 1; at >= 0 && word - at < LongestQuotation && Trees.SentenceOf(word) - Trees.SentenceOf(at) <= 1; at--)
        {
            if (Trees[at].Form is "«" or "“") return true;
            if (Trees[at].Form is "»" or "”") return false;
        }

        return false;
    }

    private bool IsImpersonal(Clause clause)
    {
        if (!prose.Is(clause.Subject, "expletives")) return false;
        var (first, last) = (clause.Subject, Math.Min(clause.Words.Last, clause.Head + 8));
        return prose.Words.Impersonals.Find(prose, new(first, last), 0) is not null;
    }

    private void ChangePersons(Clause clause, bool plural, Edits edits)
    {
        for (var word = clause.Words.First; word <= clause.Words.Last; word++)
        {
            if (!IsFirstVerb(word, clause) || ChangedPerson(word, plural) is not { } changed) continue;
            if (!string.Equals(changed, prose.Form(word), StringComparison.Ordinal)) edits.Replace(word, word, changed, null);
        }
    }

    // The clause's own finite verb, and those beside it that share its subject.
    private bool IsFirstVerb(int word, Clause clause)
    {
        if (!Clauses.IsFinite(Trees, word)) return false;
        var head = Trees.IsAny(word, "aux", "cop") ? Trees[word].Head : word;
        return head == clause.Head
            || (Trees.Is(head, "conj") && Trees[head].Head == clause.Head && Clauses.SubjectOf(prose, head, clause.Words) < 0);
    }

    private string? ChangedPerson(int verb, bool plural)
    {
        var features = Trees[verb].Features;
        var tense = features.Has("Mood", "Cnd")
            ? "conditional"
            : features["Tense"] switch { "Fut" => "future", "Imp" => "imperfect", "Past" => "past", _ => "present" };
        return Forms.Changed(tense, Trees[verb].Form, plural);
    }

    // «aurait été capturé»: the article's mark of hearsay, which goes into the certainty; «soit fermé»: a mood that only the telling asks
    // for.
    private void SayPlainly(int head, Antecedent? subject, Edits edits)
    {
        var verb = Clauses.FiniteOf(Trees, head);
        if (verb < 0) return;
        var isHearsay = teller.Hearsay && Trees[verb].Features.Has("Mood", "Cnd") && !prose.Words.Has("modals", Trees[verb].Lemma);
        if (!isHearsay && !Trees[verb].Features.Has("Mood", "Sub")) return;
        var plural = Trees[verb].Features.Has("Number", "Plur") || (subject?.Plural ?? false);
        if (Forms.Changed(isHearsay ? "plain" : "subjunctive", Trees[verb].Form, plural) is not { } plain) return;
        if (!string.Equals(plain, prose.Form(verb), StringComparison.Ordinal)) edits.Replace(verb, verb, plain, null);
    }

    private bool IsTold(int word) => passage.Any(span => span.Contains(Trees[word].Span));

    private bool Complete(int word, Clause clause, Antecedent? subject, Edits edits)
    {
        var form = Trees[word].Form;
        if (Trees[word].Tag == PartOfSpeech.Propn)
        {
            if (antecedents.FullName(word) is { } full) edits.Replace(word, word, full.Words, full.From);
            return true;
        }

        if (prose.Is(word, "there") && Trees.Is(word, "advmod"))
        {
            if (antecedents.Whereabouts(word) is { } where) edits.Insert(word, where.Words, where.From);
            return true;
        }

        if (Pronouns.Possessive(form) is { } owner && !IsPlainObject(word) && Trees[word].Tag is PartOfSpeech.Det or PartOfSpeech.Pron)
            return Owner(word, owner, clause, subject, edits);
        if (word == clause.Subject) return true;
        if (IsEmphatic(word, clause))
        {
            edits.Drop(word, Trees[word + 1].Form is "," ? word + 1 : word);
            return true;
        }

        if (Pronouns.Subject(form) is { Person: not 3 } inner && Trees.IsAny(word, "nsubj")) return Inner(word, inner, edits);
        if (Pronouns.Object(form) is not { } person || !Trees.IsAny(word, "obj", "iobj", "obl", "nmod", "expl")) return true;
        return person.Person == 3 ? Third(word, person, clause, subject, edits) : Object(word, person, subject, edits);
    }

    // "imprisoned her" owns nothing: the word is the verb's.
    private bool IsPlainObject(int word) =>
        Trees.IsAny(word, "obj", "iobj", "obl") && Pronouns.Object(Trees[word].Form) is not null && Trees[word].Tag == PartOfSpeech.Pron;

    // «imprisoned her»: whoever tells it, where nobody else can be meant; else it stays as it is.
    private bool Third(int word, PersonOf person, Clause clause, Antecedent? subject, Edits edits)
    {
        var isTeller = teller.Who is { Person: true, Plural: false } who
            && !person.Plural
            && (who.Gender == person.Gender || who.Gender == WordGender.Any)
            && subject is { Person: false } && !IsQuoted(word);
        // In a quotation it may be what was spoken of before the quotation was.
        var other = isTeller ? teller.Who : IsQuoted(word) ? null : antecedents.Other(word, person, clause, subject, teller.Who);
        var isSubject = other is not null
            && subject is not null
            && string.Equals(other.Words, subject.Words, StringComparison.OrdinalIgnoreCase);
        if (other is not null && !isSubject) Objects.Give(prose, word, other, edits);
        return true;
    }

    // «parce que nous voulons»: a first person in a clause under this one.
    private bool Inner(int word, PersonOf pronoun, Edits edits)
    {
        if (pronoun.Person == 2 || Speaking(pronoun.Plural) is not { } who) return false;
        edits.Replace(word, word, who.Words, who.From);
        var head = Trees[word].Head;
        if (head < 0) return true;
        var verb = Clauses.FiniteOf(Trees, head);
        if (verb >= 0
            && ChangedPerson(verb, who.Plural) is { } changed
            && !string.Equals(changed, prose.Form(verb), StringComparison.Ordinal))
            edits.Replace(verb, verb, changed, null);
        return true;
    }

    private bool Object(int word, PersonOf person, Antecedent? subject, Edits edits)
    {
        if (person.Person == 2) return false;
        if (Speaking(person.Plural) is not { } who) return false;
        if (prose.Is(word, "reflexives") && word < Trees[word].Head)
        {
            if (subject is null || !string.Equals(subject.Words, who.Words, StringComparison.Ordinal) || HasOtherSubject(word))
                return false;
            edits.Replace(word, word, Forms.Melted("se " + Trees[word + 1].Form)[..^Trees[word + 1].Form.Length].TrimEnd(), null);
            return true;
        }

        var preposition = Trees.Child(word, "case");
        if (preposition == word - 1) edits.Replace(preposition, word, Forms.Melted($"{prose.Form(preposition)} {who.Words}"), who.From);
        else edits.Replace(word, word, who.Words, who.From);
        return true;
    }

    // «Moi, je», «nous sommes nous aussi»: said twice.
    private bool IsEmphatic(int word, Clause clause)
    {
        if (clause.Subject < 0 || word == clause.Subject || word + 1 >= Trees.Count || Trees.HasChild(word, "case")) return false;
        if ((Pronouns.Object(Trees[word].Form) ?? Pronouns.Subject(Trees[word].Form)) is not { Person: 1 } person) return false;
        var isSet = Trees[word + 1].Form is "," || word + 1 == clause.Subject || prose.Is(word + 1, "emphatics");
        return isSet && Pronouns.Subject(Trees[clause.Subject].Form) is { Person: 1 } who && who.Plural == person.Plural;
    }

    // «lorsqu'elle m'a appelé»: not of whoever the clause is of.
    private bool HasOtherSubject(int word)
    {
        var subject = Trees.Child(Trees[word].Head, "nsubj");
        return subject >= 0 && Pronouns.Subject(Trees[subject].Form) is not { Person: 1 };
    }

    private bool Owner(int word, PersonOf owner, Clause clause, Antecedent? subject, Edits edits)
    {
        var named = word > clause.Head || (clause.Subject >= 0 && word > Trees.Last(clause.Subject) && clause.Subject < word);
        if (owner.Person == 3 && (named || word > clause.Words.First)) return true;
        var who = owner.Person switch
        {
            1 => Speaking(owner.Plural),
            3 => antecedents.Third(word, owner, (teller.Who, IsBeside()), IsQuoted(word), teller.From),
            _ => null,
        };
        if (who is null) return false;
        var isSubject = named && subject is not null && string.Equals(subject.Words, who.Words, StringComparison.Ordinal);
        return Owners.Give(prose, word, who, isSubject, edits);
    }
}
