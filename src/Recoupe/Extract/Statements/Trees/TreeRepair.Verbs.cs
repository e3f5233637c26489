using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// Verbs that the tagger or the parser did not see whole.
internal sealed partial class TreeRepair
{
    private const int PerfectReach = 7;

    // «…», annonce Jean Martin: after a quotation and before a name or a noun with its article, what could be the cue is it.
    private void FindVerbs(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 1; word < sentence.EndWord - 1; word++)
        {
            if (_words[word].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Adj)) continue;
            if (!(FollowsQuotation(sentence, word) || OpensContent(word)) || _lexicon.Function.VerbOf(_words[word].Form, _lexicon.Verbs.ContainsKey) is not { } lemma) continue;
            if (OpensContent(word)) TakeClause(sentence, word, lemma);
            else if (SubjectAfter(sentence, word) is >= 0 and var subject) MakeVerb(word, lemma, subject);
        }
    }

    // «considère toute attaque comme»: after «tout» and in a noun's place it is a noun.
    private void MakeNouns(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 1; word < sentence.EndWord; word++)
        {
            if (_words[word] is not { Tag: PartOfSpeech.Verb, Relation: "obj" or "nsubj" or "nsubj:pass" or "obl" } || _words[word - 1].Head != word) continue;
            if (!_lexicon.Function.IsEvery(_words[word - 1].Form)) continue;
            _words[word] = _words[word] with { Tag = PartOfSpeech.Noun, Lemma = _words[word].Form.ToLowerInvariant(), Features = new("Number=Sing") };
            _words[word - 1] = _words[word - 1] with { Tag = PartOfSpeech.Det, Relation = "det" };
        }
    }

    // "The ministry denied reports that P": between two nouns, what was taken for a participle of the second is what the first does.
    private void FreeMiddle(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 1; word < sentence.EndWord - 1; word++)
        {
            if (!IsMiddle(sentence, word)) continue;
            var (told, subject) = (WholeNoun(sentence, Math.Max(word + 1, _words[word].Head)), word - 1);
            while (_words[subject].Head is var above && above >= sentence.FirstWord && above < word && IsNoun(above)) subject = above;
            var root = RootOf(sentence);
            var isMain = root == told || root == subject || _words[told].Head == root;
            Hang(word, isMain ? -1 : _words[told].Head, isMain ? "root" : _words[told].Relation);
            if (isMain && root != told && root != subject) Hang(root, word, "ccomp");
            Hang(subject, word, "nsubj");
            Hang(told, word, "obj");
            _words[word] = _words[word] with { Features = new("Mood=Ind|Tense=Past|VerbForm=Fin") };
        }
    }

    // "media reports that P": what may be a verb too, right after a bare noun that is told of.
    private int WholeNoun(Sentence sentence, int noun)
    {
        var next = noun + 1;
        if (!WholeNounFollows(sentence, noun)) return noun;
        _words[next] = _words[next] with { Tag = PartOfSpeech.Noun, Features = new("Number=Plur") };
        if (_words[noun].Head != next) Hang(next, _words[noun].Head, _words[noun].Relation);
        Hang(noun, next, "compound");
        return next;
    }

    private bool WholeNounFollows(Sentence sentence, int noun) =>
        noun + 2 < sentence.EndWord
        && _words[noun + 1].Tag == PartOfSpeech.Verb
        && _lexicon.Nouns.ContainsKey(_words[noun + 1].Lemma)
        && _lexicon.Function.IsThat(_words[noun + 2].Form);

    private bool IsMiddle(Sentence sentence, int word)
    {
        if (_words[word] is not { Tag: PartOfSpeech.Verb } verb || !IsPastParticiple(word) || !IsNoun(word - 1)) return false;
        if (!_lexicon.Verbs.ContainsKey(verb.Lemma)) return false;
        var isBefore = verb.Relation is "amod" && verb.Head > word && IsNoun(verb.Head);
        if (!isBefore && !(verb.Relation is "acl" && IsNoun(word + 1) && WholeNounFollows(sentence, word + 1))) return false;
        for (var before = sentence.FirstWord; before < word; before++)
        {
            if (IsFiniteVerb(before) || _words[before].Tag == PartOfSpeech.Aux) return false;
        }

        return true;
    }

    private bool IsNoun(int word) => _words[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;

    // "…," its spokeswoman, Milena Dostra, told reporters: what could be a participle of the noun right after a quotation, or takes it for what is told, is the verb
    // that has it for a subject, where there is no other.
    private void FindTellers(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 2; word < sentence.EndWord; word++)
        {
            if (_words[word].Tag != PartOfSpeech.Verb || !_lexicon.Verbs.ContainsKey(_words[word].Lemma) || TellerBefore(sentence, word) is not (>= 0 and var noun)) continue;
            var first = noun;
            while (first > sentence.FirstWord && _words[first - 1].Head == noun && _words[first - 1].Tag != PartOfSpeech.Punct) first--;
            if (first <= sentence.FirstWord || !FollowsQuotation(sentence, first) || HasOtherVerb(first, word, sentence.EndWord)) continue;
            var above = RootOf(sentence) is var root && (root == noun || root == word) ? -1 : root;
            Hang(word, above, above < 0 ? "root" : "parataxis");
            Hang(noun, word, "nsubj");
            _words[word] = _words[word] with { Features = new("Mood=Ind|Tense=Past|VerbForm=Fin") };
        }
    }

    private int TellerBefore(Sentence sentence, int verb)
    {
        if (_words[verb] is { Relation: "acl", Head: var noun } && noun >= sentence.FirstWord && noun < verb && IsPastParticiple(verb)) return noun;
        if (HasSubject(sentence, verb)) return -1;
        for (var i = sentence.FirstWord; i < verb; i++)
            if (_words[i] is { Tag: PartOfSpeech.Noun or PartOfSpeech.Propn, Relation: "ccomp" } && _words[i].Head == verb) return i;
        return -1;
    }

    private bool IsPastParticiple(int word) => _words[word].Features.Has("VerbForm", "Part") && _words[word].Features.Has("Tense", "Past");

    private bool HasOtherVerb(int first, int verb, int end)
    {
        for (var i = first; i < end; i++)
            if (i != verb && IsFiniteVerb(i)) return true;
        return false;
    }

    // «La préfecture dément que…»: after its noun and before a conjunction it is no adjective.
    private bool OpensContent(int word)
    {
        if (_words[word].Head != word - 1 || _words[word - 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return false;
        if (OpensInfinitive(word)) return true;
        return _words[word].Tag == PartOfSpeech.Adj && _words[word + 1].Tag == PartOfSpeech.Sconj;
    }

    // «Le directeur dément avoir signé»
    private bool OpensInfinitive(int word) => _words[word + 1].Features.Has("VerbForm", "Inf");

    private void TakeClause(Sentence sentence, int word, string lemma)
    {
        var (subject, clause) = (word - 1, RootOf(sentence));
        if (clause <= word) return;
        MakeVerb(word, lemma, subject);
        Hang(word, -1, "root");
        Hang(clause, word, OpensInfinitive(word) ? "xcomp" : "ccomp");
    }

    private bool FollowsQuotation(Sentence sentence, int word)
    {
        var before = _words[word - 1].Form == "," ? word - 2 : word - 1;
        return before >= sentence.FirstWord && _words[before].Form is "»" or "”" or "\"";
    }

    private int SubjectAfter(Sentence sentence, int word)
    {
        var next = word + 1;
        if (_words[next].Tag == PartOfSpeech.Det && next + 1 < sentence.EndWord) next++;
        else if (_words[next].Tag != PartOfSpeech.Propn && !char.IsUpper(_words[next].Form[0])) return -1;
        return _words[next].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? next : -1;
    }

    private void MakeVerb(int word, string lemma, int subject)
    {
        var above = _words[word].Head;
        if (Governs(subject, word)) above = _words[subject].Head;
        _words[word] = _words[word] with { Tag = PartOfSpeech.Verb, Lemma = lemma, Features = new("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"), Head = above, Relation = above < 0 ? "root" : "parataxis" };
        Hang(subject, word, "nsubj");
    }

    // «a de son côté fustigé», «a jusqu'à présent nié»: an adverbial between the two halves of a compound tense makes the parser part them.
    private void JoinPerfects(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord - 2; word++)
        {
            if (TurnedPerfect(sentence, word) is >= 0 and var turned) TurnPerfect(sentence, word, turned);
            if (_lexicon.Function.IsPerfect(_words[word].Lemma) && _words[word].Features.Has("VerbForm", "Fin") && !IsAuxiliary(word) && (ComplementParticiple(sentence, word) ?? ParticipleAfter(sentence, word)) is >= 0 and var participle) JoinPerfect(sentence, word, participle);
        }
    }

    // «a par ailleurs fait savoir»: the auxiliary was made a clause of its own participle.
    private int TurnedPerfect(Sentence sentence, int word)
    {
        if (!_lexicon.Function.IsPerfect(_words[word].Lemma) || !_words[word].Features.Has("VerbForm", "Fin") || IsAuxiliary(word)) return -1;
        var participle = _words[word].Head;
        if (participle <= word || participle >= Math.Min(word + PerfectReach, sentence.EndWord)) return -1;
        return IsPastParticiple(participle) && _lexicon.Verbs.ContainsKey(_words[participle].Lemma) && !HasSubject(sentence, participle) ? participle : -1;
    }

    private void TurnPerfect(Sentence sentence, int auxiliary, int participle)
    {
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == auxiliary) Hang(i, participle, _words[i].Relation);
        }

        Hang(auxiliary, participle, "aux");
        _words[auxiliary] = _words[auxiliary] with { Tag = PartOfSpeech.Aux };
    }

    private bool IsAuxiliary(int word) => _words[word].Relation.StartsWith("aux", StringComparison.Ordinal);

    // «n'avait rien signé»: a participle is no complement of the auxiliary of its tense.
    private int? ComplementParticiple(Sentence sentence, int word)
    {
        for (var i = word + 1; i < Math.Min(word + PerfectReach, sentence.EndWord); i++)
        {
            if (_words[i].Head == word && _words[i].Relation == "xcomp" && IsPastParticiple(i)) return i;
        }

        return null;
    }

    private int ParticipleAfter(Sentence sentence, int word)
    {
        if (_words[word + 1].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Adv)) return -1;
        for (var i = word + 2; i < Math.Min(word + PerfectReach, sentence.EndWord); i++)
        {
            if (_words[i].Tag == PartOfSpeech.Verb) return _words[i].Features.Has("VerbForm", "Part") && _words[i].Features.Has("Tense", "Past") && _lexicon.Verbs.ContainsKey(_words[i].Lemma) && (Governs(word, i) || (_words[i].Head > word && _words[i].Head < i && !Governs(i, word))) ? i : -1;
            if (_words[i].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Adv or PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Pron)) return -1;
        }

        return -1;
    }

    // What hung on the auxiliary, and what hung on the word between that the participle was taken to qualify, hangs on the participle.
    private void JoinPerfect(Sentence sentence, int auxiliary, int participle)
    {
        var between = _words[participle].Head;
        Hang(participle, _words[auxiliary].Head, _words[auxiliary].Relation);
        Hang(auxiliary, participle, "aux");
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (i != participle && i != auxiliary && (_words[i].Head == auxiliary || (_words[i].Head == between && between != auxiliary && i > participle))) Hang(i, participle, _words[i].Head == between && between != auxiliary && _words[i].Relation == "acl" ? "xcomp" : _words[i].Relation);
        }

        HangInfinitive(sentence, participle);
        HangRelative(sentence, participle);
        if (_words[participle].Features.Has("Voice", "Pass")) _words[participle] = _words[participle] with { Features = new(_words[participle].Features.Value.Replace("|Voice=Pass", "", StringComparison.Ordinal)) };
    }

    // «a jusqu'à présent nié avoir vu»
    private void HangInfinitive(Sentence sentence, int participle)
    {
        var verb = participle + 1;
        if (verb >= sentence.EndWord || !_words[verb].Features.Has("VerbForm", "Inf")) return;
        if (_words[verb].Head > verb && IsAuxiliary(verb)) verb = _words[verb].Head;
        if (!Governs(verb, participle)) Hang(verb, participle, "xcomp");
    }

    // «l'alliance, laquelle a jusqu'à présent nié»
    private void HangRelative(Sentence sentence, int participle)
    {
        for (var word = sentence.FirstWord + 2; word < participle; word++)
        {
            if (_words[word].Head != participle || _words[word].Relation != "nsubj" || !_words[word].Features.Has("PronType", "Rel")) continue;
            var noun = _words[word - 1].Form == "," ? word - 2 : word - 1;
            if (_words[noun].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && !Governs(participle, noun)) Hang(participle, noun, "acl:relcl");
        }
    }

    // "Mr. Carver and Mr. Marsh say the bridge is safe": with a subject right before it, no infinitive.
    private void MakeFinite(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 1; word < sentence.EndWord; word++)
        {
            if (_words[word].Tag != PartOfSpeech.Verb || _words[word].Features.Value != "VerbForm=Inf" || _words[word].Relation is "xcomp" || !_lexicon.Verbs.ContainsKey(_words[word].Lemma)) continue;
            if (_words[word - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron && IsBareWithSubject(sentence, word)) _words[word] = _words[word] with { Features = new("Mood=Ind|Tense=Pres|VerbForm=Fin") };
        }
    }

    private bool IsBareWithSubject(Sentence sentence, int verb)
    {
        var subject = false;
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (_words[i].Head != verb) continue;
            if (i < verb && (IsAuxiliary(i) || _words[i].Relation is "mark" or "case" || _words[i].Tag == PartOfSpeech.Part)) return false;
            subject |= i < verb && _words[i].Relation == "nsubj";
        }

        return subject;
    }

    // "Officials said the two raised $350 million": past tense and participle look alike, but what takes a clause and no noun takes a clause.
    private void MakeClauses(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 2; word < sentence.EndWord; word++)
        {
            TakeRelative(sentence, word);
            TakeObject(sentence, word);
            TakeFinite(sentence, word);
            if (_words[word] is not { Tag: PartOfSpeech.Verb, Relation: "acl", Head: >= 0 and var noun } || noun >= word || !IsPastParticiple(word)) continue;
            if (_words[noun] is not { Relation: "obj" or "ccomp", Head: >= 0 and var verb }) continue;
            if (verb >= noun || !TakesClauseOnly(verb) || !IsActive(sentence, word)) continue;
            if (_words[word - 1].Tag == PartOfSpeech.Aux) continue; // «soupçonne l'armée d'avoir vu P»: a perfect infinitive is no past tense
            Hang(word, verb, "ccomp");
            Hang(noun, word, "nsubj");
            _words[word] = _words[word] with { Features = new("Mood=Ind|Tense=Past|VerbForm=Fin") };
        }
    }

    // "Ms. Carver said the EB-5 program has sent": a clause with a subject of its own and no pronoun is told, and the noun it was hung on is of that subject.
    private void TakeRelative(Sentence sentence, int word)
    {
        if (_words[word] is not { Tag: PartOfSpeech.Verb, Relation: "acl:relcl", Head: >= 0 and var noun } || noun >= word) return;
        if (_words[noun] is not { Relation: "obj", Head: >= 0 and var verb } || verb >= noun) return;
        if (!TakesClauseOnly(verb)) return;
        if (OwnSubject(noun, word) is not (>= 0 and var subject) || _words[subject].Tag == PartOfSpeech.Pron || !IsOneClause(noun, word)) return;
        Hang(word, verb, "ccomp");
        Hang(noun, subject, "nmod");
    }

    // "police believe the driver fled": a finite verb after a noun, and no pronoun for it, is told of the noun.
    private void TakeFinite(Sentence sentence, int word)
    {
        if (_words[word] is not { Relation: "acl" or "acl:relcl" or "parataxis", Head: >= 0 and var noun } || noun >= word) return;
        if (_words[noun].Head is not (>= 0 and var verb) || verb >= noun || !TakesClause(verb)) return;
        if (_words[noun].Relation != "obj" && !MayOpenClause(sentence, verb, noun)) return;
        var isFinite = IsFiniteVerb(word) || HasFiniteAuxiliary(noun, word);
        if (!isFinite || OwnSubject(noun, word) >= 0 || !IsOneClause(noun, word)) return;
        Hang(word, verb, "ccomp");
        Hang(noun, word, "nsubj");
    }

    // "The Red Cross said four died", "said at least 40 people were dead": of a verb that has its subject, whatever the parser took the
    // noun for.
    private bool MayOpenClause(Sentence sentence, int verb, int noun)
    {
        if (_words[noun].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num)) return false;
        if (_words[noun].Relation is not ("nsubj" or "obl" or "iobj" or "ccomp" or "dep")) return false;
        for (var word = verb + 1; word < noun; word++)
        {
            if (_words[word].Head == noun && _words[word].Relation is "case" or "mark") return false;
        }

        return OwnSubject(sentence.FirstWord - 1, verb) >= 0;
    }

    private bool TakesClause(int verb) =>
        _lexicon.Verbs.TryGetValue(_words[verb].Lemma, out var tellings)
            && Array.Exists(tellings, t => t.Rest.Length == 0 && t.May(ComplementKind.That));

    private bool IsOneClause(int first, int last)
    {
        for (var i = first + 1; i < last; i++)
        {
            if (_words[i].Form is "," or ":" or "\"" or "”" or "»") return false;
            if (_words[i].Features.Has("PronType", "Rel")) return false;
        }

        return true;
    }

    // "Supporters say the program, run by the state, has brought billions": the noun before the aside is the clause's subject.
    private void TakeObject(Sentence sentence, int word)
    {
        if (_words[word] is not { Tag: PartOfSpeech.Verb, Relation: "ccomp", Head: >= 0 and var verb } || verb >= word) return;
        if (!TakesClauseOnly(verb) || HasSubject(sentence, word) || !IsFiniteGroup(FirstAuxiliary(sentence, word), word)) return;
        for (var i = verb + 1; i < word; i++)
        {
            if (_words[i].Head == verb && _words[i].Relation == "obj") Hang(i, word, "nsubj");
        }
    }

    private int FirstAuxiliary(Sentence sentence, int verb)
    {
        var first = verb;
        while (first > sentence.FirstWord && _words[first - 1].Tag is PartOfSpeech.Aux or PartOfSpeech.Adv) first--;
        return first;
    }

    private int OwnSubject(int first, int verb)
    {
        for (var i = first + 1; i < verb; i++)
        {
            if (_words[i].Head == verb && _words[i].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    private bool TakesClauseOnly(int verb) =>
        _lexicon.Verbs.TryGetValue(_words[verb].Lemma, out var tellings) && Array.TrueForAll(tellings, t => t.Rest.Length > 0 || t.OnlyNegated || (t.May(ComplementKind.That) && !t.May(ComplementKind.Object)));

    // It has an object of its own.
    private bool IsActive(Sentence sentence, int verb)
    {
        for (var i = verb + 1; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == verb && _words[i].Relation == "obj") return true;
        }

        return false;
    }
}
