using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>
/// Who does what an infinitive tells (<c>Languages/xx/control.txt</c>): whoever tells (<c>promet de</c>), or whoever is accused, asked,
/// ordered (<c>accuse Y d'avoir</c>,
/// <c>Y est accusé d'avoir</c>, <c>l'accuse d'avoir</c>).
/// </summary>
internal sealed class Doers(Prose prose, Antecedents antecedents, Standpoint teller)
{
    private DependencyTrees Trees => prose.Trees;

    /// <summary>Who does what hangs on a word, worded to be given; <see langword="null"/> where that is not known.</summary>
    public Antecedent? Of(int deed)
    {
        var asks = teller.Stance == Stance.Asks;
        if (TellingVerb(deed) is not (>= 0 and var verb)) return asks || IsOfAnother() ? null : teller.Who;
        var control = prose.Words.Controls.Of(prose.Lemma(verb));
        if (control == Control.Nobody) return null;
        if (asks || control == Control.Object) return Told(verb, deed).Who;
        if (IsPassive(verb)) return null;
        return control switch
        {
            Control.Subject => teller.Who,
            Control.Either => Told(verb, deed) is { Found: true } told ? told.Who : teller.Who,
            _ => BareObject(verb, deed) is >= 0 and var other && IsSomebody(other) ? null : teller.Who,
        };
    }

    /// <summary>Whoever a verb of warning is said to (<c>met en garde l'armée contre</c>), worded to be given.</summary>
    public Antecedent? Addressee(int deed) =>
        TellingVerb(deed) is >= 0 and var verb && Told(verb, deed) is { Found: true } told ? told.Who : null;

    // «les accusations d'avoir attaqué»: who rejects them speaks of himself, who makes them of another.
    private bool IsOfAnother() =>
        teller.Side != Side.Against && prose.CueWords(teller.Statement).Any(w => prose.Words.Controls.IsOfAnother(prose.Lemma(w)));

    // The last verb of the cue: «a accusé», «est accusé», «l'accuse».
    private int TellingVerb(int deed) =>
        prose.CueWords(teller.Statement).LastOrDefault(w => w < deed && Trees[w].Tag == PartOfSpeech.Verb, -1);

    // Whoever is accused or asked, and whether the words say that somebody is.
    private (bool Found, Antecedent? Who) Told(int verb, int deed)
    {
        if (IsPassive(verb)) return (true, Suffering(verb));
        if (Clitic(verb) is >= 0 and var clitic) return (true, IsReflexive(clitic) ? teller.Who : Pointed(clitic, verb));
        if (BareObject(verb, deed) is >= 0 and var bare) return (true, antecedents.Noun(bare, FirstOf(deed)));
        if (Addressed(verb, deed) is >= 0 and var addressed) return (true, antecedents.Noun(addressed, FirstOf(deed)));
        return Relative(verb) is >= 0 and var noun ? (true, antecedents.Noun(noun)) : (false, null);
    }

    // «L'armée est accusée», «accusé d'avoir menti, le maire».
    private Antecedent? Suffering(int verb)
    {
        var subject = Clauses.SubjectOf(prose, verb, new(0, Trees.Count - 1));
        if (subject >= 0) return Suffering(subject, verb);
        if (Trees[verb].Head is not (>= 0 and var head)) return null;
        if (Trees.IsAny(verb, "acl")) return antecedents.Noun(head);
        var above = Trees.IsAny(verb, "advcl") ? Clauses.SubjectOf(prose, head, new(0, Trees.Count - 1)) : -1;
        return above >= 0 ? Suffering(above, head) : null;
    }

    private Antecedent? Suffering(int subject, int verb)
    {
        if (antecedents.Pronouns.Subject(Trees[subject].Form) is { } pronoun)
            return pronoun.Person == 3 ? antecedents.Another(subject, pronoun, teller.Who, verb) : null;
        return prose.Is(subject, "pronouns") ? null : antecedents.Noun(subject);
    }

    private bool IsPassive(int verb)
    {
        if (Trees.HasChild(verb, "aux:pass") || Trees.HasChild(verb, "nsubj:pass")) return true;
        return Trees[verb].Features.Has("VerbForm", "Part") && Trees[verb].Features.Has("Tense", "Past") && !Trees.HasChild(verb, "aux");
    }

    // «l'accuse», «leur a demandé», «accused it».
    private int Clitic(int verb) => Trees.Children(verb).FirstOrDefault(IsClitic, -1);

    private bool IsClitic(int word) =>
        Trees[word].Tag == PartOfSpeech.Pron
            && Trees.IsAny(word, "obj", "iobj", "obl", "expl")
            && antecedents.Pronouns.Clitic(Trees[word].Form) is not null;

    private bool IsReflexive(int word) => Trees[word].Features.Has("Reflex", "Yes") || prose.Is(word, "himself");

    // «leur a demandé de P»: visits that were told of before are asked for nothing.
    private Antecedent? Pointed(int word, int verb) =>
        antecedents.Pronouns.Clitic(Trees[word].Form) is { } pronoun
            && antecedents.Another(word, pronoun, teller.Who, verb) is { } who
            && (who.Person || MayBeAsked(who)) ? who : null;

    private bool MayBeAsked(Antecedent who) =>
        who.Head < 0 || prose.Words.IsSomebody(prose.Lemma(who.Head)) || prose.MentionAt(who.Head) is not null;

    // With its mark: «d'avoir attaqué».
    private int FirstOf(int deed) => Math.Min(deed, Trees.First(deed));

    private int BareObject(int verb, int deed) =>
        Between(verb, deed).FirstOrDefault(c => Trees.IsAny(c, "obj", "iobj", "nsubj") && !Trees.HasChild(c, "case"), -1);

    private int Addressed(int verb, int deed) =>
        Between(verb, deed).FirstOrDefault(c => Trees.IsAny(c, "obj", "iobj", "obl")
            && Trees.Child(c, "case") is >= 0 and var case_
            && prose.Words.Controls.IsBeforeTold(prose.Lemma(case_)), -1);

    // «annonce ses objectifs : réduire …»: a thing does nothing.
    private bool IsSomebody(int noun) =>
        prose.Words.IsHuman(prose.Lemma(noun)) || prose.MentionAt(noun) is { Type: NameType.Person or NameType.Organisation };

    private IEnumerable<int> Between(int verb, int deed) => Trees.Children(verb)
        .Concat(Trees.Children(deed).Where(c => Trees.Is(c, "nsubj")))
        .Where(c => c > verb && c < deed && Trees[c].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && !prose.IsTimeAt(c));

    // «le groupe, que l'armée accuse d'avoir tiré».
    private int Relative(int verb)
    {
        var isRelative = Trees.IsAny(verb, "acl")
            && Trees.Children(verb).Any(c => Trees.IsAny(c, "obj", "obl") && Trees[c].Features.Has("PronType", "Rel"));
        return isRelative ? Trees[verb].Head : -1;
    }
}
