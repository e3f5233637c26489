using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// Cues of two verbs, and cues whose subject or clause the parser lost.
internal sealed partial class TreeRepair
{
    // «a fait savoir que»: of a cue of two verbs the first is the head, as its entry in the lexicon has it.
    private void UnfoldCausatives(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord - 1; word++)
        {
            if (!IsAuxiliary(word) || !_lexicon.Verbs.TryGetValue(_words[word].Lemma, out var tellings)) continue;
            var verb = _words[word].Head;
            if (verb <= word || !_words[verb].Features.Has("VerbForm", "Inf")) continue;
            if (Array.Exists(tellings, t => t.Rest.Length > 0 && t.Rest[0] == _words[verb].Lemma)) Unfold(sentence, word, verb);
        }
    }

    private void Unfold(Sentence sentence, int first, int verb)
    {
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == verb && i != first) Hang(i, first, _words[i].Relation);
        }

        _words[first] = _words[first] with { Tag = PartOfSpeech.Verb };
        Hang(first, _words[verb].Head, _words[verb].Relation);
        Hang(verb, first, "xcomp");
    }

    // "Figures show that …": at the head of a sentence a plural may look like a verb, with the cue for its clause.
    private void FreeFirst(Sentence sentence)
    {
        var (first, cue) = (sentence.FirstWord, sentence.FirstWord + 1);
        if (cue >= sentence.EndWord || _words[first].Tag != PartOfSpeech.Verb || _words[cue].Tag != PartOfSpeech.Verb || _words[cue].Head != first) return;
        if (!_lexicon.Verbs.ContainsKey(_words[cue].Lemma) || !_words[cue].Features.Has("VerbForm", "Fin") || HasSubject(sentence, cue) || HasSubject(sentence, first)) return;
        for (var i = cue + 1; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == first) Hang(i, cue, _words[i].Relation);
        }

        Hang(cue, _words[first].Head, _words[first].Relation);
        Hang(first, cue, "nsubj");
        _words[first] = _words[first] with { Tag = PartOfSpeech.Noun, Features = new("Number=Plur") };
    }

    // "The coach rejected claims that P": after a cue that takes a thing told, the plural of such a thing is no verb.
    private void MakeThingsTold(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 2; word < sentence.EndWord; word++)
        {
            var cue = word - 1;
            if (_words[word].Tag != PartOfSpeech.Verb || _words[cue].Tag != PartOfSpeech.Verb || !_lexicon.Nouns.ContainsKey(_words[word].Lemma)) continue;
            if (string.Equals(_words[word].Form, _words[word].Lemma, StringComparison.OrdinalIgnoreCase) || !TakesThing(cue) || Governs(word, word - 2) == Governs(cue, word - 2)) continue;
            TakeThing(sentence, cue, word);
        }
    }

    private bool TakesThing(int verb) => _lexicon.Verbs.TryGetValue(_words[verb].Lemma, out var tellings)
        && Array.Exists(tellings, t => t.Rest.Length == 0 && (t.May(ComplementKind.Told) || t.May(ComplementKind.Object)));

    private void TakeThing(Sentence sentence, int cue, int thing)
    {
        for (var i = sentence.FirstWord; i < cue; i++)
        {
            if (_words[i].Head == thing) Hang(i, cue, _words[i].Relation);
        }

        var above = _words[thing].Head;
        var subject = _words[cue].Head;
        Hang(cue, above == cue ? -1 : above, above < 0 || above == cue ? "root" : _words[thing].Relation);
        if (subject >= sentence.FirstWord && subject < cue) Hang(subject, cue, "nsubj");
        Hang(thing, cue, "obj");
        _words[thing] = _words[thing] with { Tag = PartOfSpeech.Noun, Features = new("Number=Plur") };
        _words[cue] = _words[cue] with { Features = new("Mood=Ind|Tense=Past|VerbForm=Fin") };
    }

    // "The coach rejected claims": where a sentence has no other verb, what was taken for a participle of its noun is its verb.
    private void MakeRoots(Sentence sentence)
    {
        var noun = RootOf(sentence);
        if (noun < 0 || _words[noun].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return;
        var verb = noun + 1;
        while (verb < sentence.EndWord && !(_words[verb].Tag == PartOfSpeech.Verb && _words[verb].Head == noun && _words[verb].Relation == "acl")) verb++;
        if (verb >= sentence.EndWord || !IsPastParticiple(verb) || !_lexicon.Function.IsPastForm(_words[verb].Form) || HasMainVerb(sentence, verb)) return;
        if (!TakesUp(verb + 1, sentence) && !_lexicon.Verbs.ContainsKey(_words[verb].Lemma)) return;
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (i > verb && _words[i].Head == noun) Hang(i, verb, _words[i].Relation);
            if (i < verb && _words[i].Head == verb && _words[i].Relation == "nsubj") Hang(i, noun, "flat");
        }

        Hang(verb, -1, "root");
        Hang(noun, verb, "nsubj");
        _words[verb] = _words[verb] with { Features = new("Mood=Ind|Tense=Past|VerbForm=Fin") };
    }

    // A finite verb that does not hang within what the participle governs.
    private bool HasMainVerb(Sentence sentence, int participle)
    {
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (i != participle && _words[i].Features.Has("VerbForm", "Fin") && !Governs(participle, i)) return true;
        }

        return false;
    }

    // What an object or a clause begins with.
    private bool TakesUp(int word, Sentence sentence)
    {
        if (word >= sentence.EndWord) return false;
        return _words[word].Tag is PartOfSpeech.Det or PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Pron;
    }

    // "said no new talks are planned": a noun with a finite passive is the subject of what is told.
    private void TakePassive(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 3; word < sentence.EndWord; word++)
        {
            if (_words[word] is not { Tag: PartOfSpeech.Verb or PartOfSpeech.Adj, Relation: "acl", Head: >= 0 and var noun } || noun >= word) continue;
            if (_words[noun] is not { Relation: "obj", Head: >= 0 and var cue } || cue >= noun) continue;
            if (!TakesClauseOnly(cue) || !HasFiniteAuxiliary(noun, word)) continue;
            Hang(word, cue, "ccomp");
            Hang(noun, word, "nsubj:pass");
        }
    }

    private bool HasFiniteAuxiliary(int first, int verb)
    {
        for (var i = first + 1; i < verb; i++)
        {
            if (_words[i].Head == verb && _words[i].Features.Has("VerbForm", "Fin") && (IsAuxiliary(i) || _words[i].Relation == "cop")) return true;
        }

        return false;
    }

    // "On Tuesday, the spokesman, Ivo Kern, said P": what stands between commas after a time or place is the subject, where the verb has none.
    private void FreeFronted(Sentence sentence)
    {
        for (var verb = sentence.FirstWord + 3; verb < sentence.EndWord; verb++)
        {
            if (_words[verb].Tag != PartOfSpeech.Verb || !IsFiniteGroup(FirstAuxiliary(sentence, verb), verb) || HasSubject(sentence, verb)) continue;
            if (FrontedBy(sentence, verb) is >= 0 and var fronted && AppositionOf(fronted, verb) is >= 0 and var subject) Hang(subject, verb, "nsubj");
        }
    }

    // The noun of an adverbial that opens the sentence: no role or person, of which what follows the comma may be said.
    private int FrontedBy(Sentence sentence, int verb)
    {
        if (_words[sentence.FirstWord].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Propn or PartOfSpeech.Noun)) return -1;
        for (var i = sentence.FirstWord; i < verb; i++)
        {
            if (_words[i].Head == verb && _words[i].Relation.StartsWith("obl", StringComparison.Ordinal)) return IsRole(i) || OpensAttribution(sentence.FirstWord) ? -1 : i;
        }

        return -1;
    }

    private bool OpensAttribution(int word)
    {
        foreach (var attribution in _lexicon.Attributions.BeginningWith(_words[word].Form.ToLowerInvariant()))
        {
            var at = 0;
            while (at < attribution.Words.Length && word + at < _words.Count && IsWordOf(attribution.Words[at], word + at)) at++;
            if (at == attribution.Words.Length) return true;
        }

        return false;
    }

    private bool IsWordOf(string word, int at) => _words[at].Lemma == word || string.Equals(_words[at].Form, word, StringComparison.OrdinalIgnoreCase);

    private int AppositionOf(int noun, int verb)
    {
        for (var i = noun + 2; i < verb; i++)
        {
            if (_words[i].Head != noun || _words[i].Relation != "appos") continue;
            if (_words[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return i;
        }

        return -1;
    }

    // "The army said it hit a depot": with a subject of its own and no auxiliary, what looks like a participle is the past tense.
    private void MakePast(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 2; word < sentence.EndWord; word++)
        {
            if (_words[word] is not { Tag: PartOfSpeech.Verb, Relation: "ccomp", Head: >= 0 and var cue } || cue >= word || !IsPastParticiple(word)) continue;
            if (!_lexicon.Verbs.ContainsKey(_words[cue].Lemma) || OwnSubject(cue, word) is not (>= 0 and var subject)) continue;
            if (!HasAuxiliary(cue, word) && subject == word - 1) _words[word] = _words[word] with { Features = new("Mood=Ind|Tense=Past|VerbForm=Fin") };
        }
    }

    private bool HasAuxiliary(int first, int verb)
    {
        for (var i = first + 1; i < verb; i++)
        {
            if (_words[i].Head == verb && IsAuxiliary(i)) return true;
        }

        return false;
    }

    // «told the agency on Monday that eleven boats were missing»: the parser takes the conjunction for the object of the clause that it opens.
    private void MakeConjunctions(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 2; word < sentence.EndWord - 1; word++)
        {
            if (!_words[word].Features.Has("PronType", "Rel") || !_lexicon.Function.IsThat(_words[word].Form)) continue;
            if (_words[word].Relation is not ("obj" or "obl" or "mark")) continue;
            var clause = _words[word].Head;
            if (clause <= word || !_words[clause].Relation.StartsWith("acl", StringComparison.Ordinal) || HasObjectGap(word, clause)) continue;
            if (TellerOf(_words[clause].Head, sentence) is not (>= 0 and var cue) || OwnSubject(word, clause) < 0) continue;
            _words[word] = _words[word] with { Tag = PartOfSpeech.Sconj };
            Hang(word, clause, "mark");
            Hang(clause, cue, "ccomp");
        }
    }

    // A passive, a copula or an intransitive has no object that a pronoun could stand for.
    private bool HasObjectGap(int pronoun, int clause)
    {
        for (var i = pronoun + 1; i < clause; i++)
        {
            if (_words[i].Head == clause && _words[i].Relation is "cop" or "aux:pass" or "aux") return _words[i].Relation == "aux" && !_words[clause].Features.Has("VerbForm", "Part");
        }

        return _words[clause].Tag == PartOfSpeech.Verb;
    }

    // The cue that has the noun for whom it tells.
    private int TellerOf(int noun, Sentence sentence)
    {
        var at = noun;
        for (var climb = 0; climb < Climbs && at >= sentence.FirstWord; climb++, at = _words[at].Head)
        {
            if (_words[at].Tag != PartOfSpeech.Verb || !_lexicon.Verbs.ContainsKey(_words[at].Lemma)) continue;
            return TakesClauseOnly(at) ? at : -1;
        }

        return -1;
    }
}
