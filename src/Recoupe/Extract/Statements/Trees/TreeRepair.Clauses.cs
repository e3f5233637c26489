using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// Clauses that a conjunction opens and the parser hung on a noun of theirs: «affirmant que les deux groupes – le Cercle et la Ligue – ne sont pas en cause».
internal sealed partial class TreeRepair
{
    private void HangClauses(Sentence sentence)
    {
        for (var mark = sentence.FirstWord + 1; mark < sentence.EndWord - 2; mark++)
        {
            if (_words[mark].Tag != PartOfSpeech.Sconj || !_lexicon.Function.IsThat(_words[mark].Form) || !TakesThat(mark - 1)) continue;
            if (TakenFrom(sentence, mark) || FirstClauseAfter(sentence, mark) is not (>= 0 and var verb)) continue;
            if (Governs(verb, mark - 1)) continue;
            HangClause(sentence, mark, verb);
        }
    }

    // «a averti vendredi que P»: a clause with no other word before its conjunction is told, not when or why it was.
    private void HangThats(Sentence sentence)
    {
        for (var mark = sentence.FirstWord + 1; mark < sentence.EndWord - 1; mark++)
        {
            if (_words[mark] is not { Tag: PartOfSpeech.Sconj, Head: >= 0 and var clause } || clause <= mark || !_lexicon.Function.IsThat(_words[mark].Form)) continue;
            if (_words[clause] is not { Relation: "advcl", Head: >= 0 and var cue } || cue >= mark || !TakesThat(cue) || _words[cue].Tag != PartOfSpeech.Verb) continue;
            if (_words[mark - 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Noun or PartOfSpeech.Propn && !HasComplement(cue, mark)) Hang(clause, cue, "ccomp");
        }
    }

    private bool HasComplement(int cue, int mark)
    {
        for (var i = cue + 1; i < mark; i++)
        {
            if (_words[i].Head == cue && _words[i].Relation is "ccomp" or "xcomp" or "obj") return true;
        }

        return false;
    }

    // «considère l'accord comme caduc», «serait considérée comme une attaque»: what such a verb says of something is its complement, and nobody's doing.
    private void HangPredicates(Sentence sentence)
    {
        for (var opener = sentence.FirstWord + 2; opener < sentence.EndWord - 1; opener++)
        {
            if (_words[opener] is not { Relation: "case" or "mark", Head: >= 0 and var said } || said <= opener) continue;
            if (DescriberOf(said, _words[opener].Lemma) is >= 0 and var verb && verb < opener && _words[said].Relation is not "conj") Hang(said, verb, "xcomp");
        }
    }

    // The verb above, or above its object, that takes a predicate so opened.
    private int DescriberOf(int said, string opener)
    {
        var at = _words[said].Head;
        if (at >= 0 && _words[at].Relation == "obj" && !Describes(at, opener)) at = _words[at].Head;
        return at >= 0 && Describes(at, opener) ? at : -1;
    }

    private bool Describes(int verb, string opener) => _words[verb].Tag == PartOfSpeech.Verb
        && _lexicon.Verbs.TryGetValue(_words[verb].Lemma, out var tellings) && Array.Exists(tellings, t => t.May(ComplementKind.Predicate, opener));

    // «n'a pas voulu dire combien de salariés partiraient»: the clause after an infinitive of telling is that infinitive's.
    private void HangUnderInfinitives(Sentence sentence)
    {
        for (var verb = sentence.FirstWord + 1; verb < sentence.EndWord - 1; verb++)
        {
            if (_words[verb] is not { Relation: "xcomp", Head: >= 0 and var carrier } || carrier > verb || !_words[verb].Features.Has("VerbForm", "Inf")) continue;
            if (!_lexicon.Verbs.TryGetValue(_words[verb].Lemma, out var tellings)) continue;
            if (!OpensClauseOf(tellings, verb + 1)) continue;
            for (var clause = verb + 2; clause < sentence.EndWord; clause++)
            {
                if (_words[clause].Head == carrier && _words[clause].Relation == "ccomp") Hang(clause, verb, "ccomp");
            }
        }
    }

    // «a déclaré mercredi avoir vaincu P»: an infinitive without a subject is a complement like any other, and the day before it is the telling's.
    private void HangInfinitives(Sentence sentence)
    {
        for (var verb = sentence.FirstWord + 1; verb < sentence.EndWord; verb++)
        {
            if (_words[verb] is not { Relation: "ccomp" or "xcomp", Head: >= 0 and var cue } || cue >= verb || HasSubject(sentence, verb)) continue;
            var first = FirstAuxiliary(sentence, verb);
            while (_words[first].Tag == PartOfSpeech.Adv) first++;
            if (!_words[first].Features.Has("VerbForm", "Inf") || IsFiniteGroup(first, verb)) continue;
            Hang(verb, cue, "xcomp");
            for (var i = cue + 1; i < first; i++)
            {
                if (IsNegation(i) && _words[i].Head == cue) Hang(i, verb, "advmod");
                else if (_words[i].Head == verb && _words[i].Relation is "obl" or "advmod" && !IsNegation(i)) Hang(i, cue, _words[i].Relation);
            }
        }
    }

    // «affirme ne pas avoir vu P»: what negates an infinitive is its own.
    private bool IsNegation(int word) => _words[word].Features.Has("Polarity", "Neg");

    private bool OpensClauseOf(CueEntry[] tellings, int opener)
    {
        if (_lexicon.Function.IsThat(_words[opener].Form)) return Array.Exists(tellings, t => t.May(ComplementKind.That));
        return _lexicon.Function.IsQuestion(_words[opener].Form) && Array.Exists(tellings, t => t.May(ComplementKind.Question));
    }

    // A verb that takes a clause, or a noun that does.
    private bool TakesThat(int word)
    {
        if (_words[word].Tag == PartOfSpeech.Noun) return _lexicon.Nouns.ContainsKey(_words[word].Lemma);
        if (_words[word].Tag != PartOfSpeech.Verb || !_lexicon.Verbs.TryGetValue(_words[word].Lemma, out var tellings)) return false;
        return Array.Exists(tellings, t => t.May(ComplementKind.That));
    }

    // «a nié P, affirmant que Q»: a clause right after a verb that takes one is that verb's, and no conjunct of the one above.
    private bool TakenFrom(Sentence sentence, int mark)
    {
        var (governor, clause) = (mark - 1, _words[mark].Head);
        if (!IsClauseHead(sentence, mark, clause)) return false;
        var above = _words[clause].Head;
        if (_words[governor].Tag != PartOfSpeech.Verb || above >= governor || Governs(clause, governor)) return true;
        if (_words[clause].Relation is "conj" or "parataxis" or "ccomp") Hang(clause, governor, "ccomp");
        return true;
    }

    // What a conjunction may well hang on: a verb after it, or what is said of something by a copula.
    private bool IsClauseHead(Sentence sentence, int mark, int head)
    {
        if (head <= mark) return false;
        if (_words[head].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return true;
        for (var i = mark + 1; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == head && _words[i].Relation is "cop" or "aux" or "aux:pass") return true;
        }

        return false;
    }

    // The first verb in its finite group, those of relative clauses left out.
    private int FirstClauseAfter(Sentence sentence, int mark)
    {
        for (var verb = mark + 2; verb < sentence.EndWord; verb++)
        {
            if (_words[verb].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Adj) || IsRelativeClause(verb)) continue;
            if (_words[verb].Features.Has("VerbForm", "Fin") || HasFiniteAuxiliary(mark, verb)) return verb;
        }

        return -1;
    }

    private bool IsRelativeClause(int verb) => _words[verb].Relation.StartsWith("acl:relcl", StringComparison.Ordinal);

    private void HangClause(Sentence sentence, int mark, int verb)
    {
        var (governor, noun) = (mark - 1, _words[mark].Head);
        var subject = noun > mark ? noun : ObjectBetween(mark, verb);
        var hasOwn = OwnSubject(mark, verb) >= 0;
        Hang(mark, verb, "mark");
        Hang(verb, governor, _words[governor].Tag == PartOfSpeech.Noun ? "acl" : "ccomp");
        if (subject >= 0 && !hasOwn && subject < verb) Hang(subject, verb, "nsubj");
    }

    // What the verb before the conjunction was given for an object.
    private int ObjectBetween(int mark, int verb)
    {
        for (var i = mark + 1; i < verb; i++)
        {
            if (_words[i].Head == mark - 1 && _words[i].Relation == "obj") return i;
        }

        return -1;
    }
}
