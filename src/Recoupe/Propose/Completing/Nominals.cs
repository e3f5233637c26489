using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>
/// What is told in a noun that names an event or a state: it is made a clause by its own verb, where its bearer is known.
/// </summary>
internal static class Nominals
{
    private const int RelativeReach = 5; // words: «au cours de laquelle»

    /// <summary>Whether a stretch is a noun for a thing told and the clause of it (<c>des informations selon lesquelles P</c>).</summary>
    public static bool IsAboutNoun(Prose prose, Stretch stretch, out Stretch rest)
    {
        rest = stretch;
        if (prose.Words.Rumours.Find(prose, stretch, 3) is not { } found || found.Words.Last >= stretch.Last) return false;
        for (var word = stretch.First; word < found.Words.First; word++)
        {
            var isOther = prose.Trees[word].Tag is PartOfSpeech.Noun && !prose.Trees.Is(word, "compound"); // "media reports"
            if (isOther || prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return false;
        }

        rest = new(found.Words.Last + 1, stretch.Last);
        return true;
    }

    /// <summary>
    /// Two nouns of events, each with what it is of (<c>la fermeture de l'usine et la suppression de 200 emplois</c>); <see langword="null"/>
    /// for one.
    /// </summary>
    public static (Stretch First, Stretch Second)? Parted(Prose prose, Stretch stretch)
    {
        var words = Clauses.Trimmed(prose, stretch, -1);
        if (words.IsEmpty || HasVerb(prose, words) || EventOf(prose, words) is not { } head) return null;
        for (var word = head + 2; word < words.Last - 1; word++)
        {
            var opens = prose.Trees[word - 1].Tag == PartOfSpeech.Cconj && prose.Trees[word].Tag == PartOfSpeech.Det;
            var second = new Stretch(word, words.Last);
            if (opens && EventOf(prose, second) is not null) return (new(words.First, word - 2), second);
        }

        return null;
    }

    /// <summary>The clause; <see langword="null"/> for a noun without a verb or without a bearer.</summary>
    public static Draft? Of(Prose prose, Antecedents antecedents, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        var words = Clauses.Trimmed(prose, BeforeRelative(prose, stretch), -1);
        if (words.IsEmpty || HasVerb(prose, words) || HeadOf(prose, words) is not { } head) return null;
        if ((IsBroughtIn(prose, words) || IsClaimed(prose, words, teller)) && There(prose, teller) is { } there) return Being(prose, words, head, there, teller, passage);
        if (prose.Words.Nominals.Of(prose.Lemma(head)) is not { } nominal) return null;
        var complement = Complement(prose, head, words);
        var lasting = teller.Side == Side.Uncommitted
            || teller.Stance is Stance.Announces or Stance.Warns
            || teller.Certainty is Certainty.Possible;
        if (!nominal.Bearer && complement >= 0 && !IsOwnDeed(prose, teller))
            return Borne(
                prose, Passive(prose, nominal, complement), words, head, complement, teller.Side == Side.Uncommitted, teller, passage);
        if (nominal.Bearer && complement >= 0) return Borne(prose, nominal, words, head, complement, lasting, teller, passage);
        if (teller.Who is not { } who || !IsTellers(prose, teller)) return null;
        return Done(prose, antecedents, nominal, words, head, who, lasting, teller, passage);
    }

    /// <summary>
    /// Whether a noun stands behind a preposition by which its teller wants it not (<c>se prononce contre la fermeture</c>).
    /// </summary>
    public static bool IsUnwanted(Prose prose, Stretch stretch, Standpoint teller)
    {
        var isAgainst = teller.Statement?.Cue is not null && stretch.First > 0 && prose.Is(stretch.First - 1, "against");
        return isAgainst && (prose.CueIs(teller.Statement, "opposing") || Warned(prose, stretch));
    }

    // «met en garde l'armée contre …»: somebody stands before the preposition.
    private static bool Warned(Prose prose, Stretch stretch) =>
        stretch.First > 1 && prose.Trees[stretch.First - 2].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj;

    /// <summary>
    /// What its teller wants not to be: of whoever is warned of a deed, or of the noun's own bearer; <see langword="null"/> where neither
    /// is told.
    /// </summary>
    public static Draft? Unwanted(
        Prose prose, Antecedents antecedents, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        var words = Clauses.Trimmed(prose, BeforeRelative(prose, stretch), -1);
        if (words.IsEmpty || HasVerb(prose, words) || HeadOf(prose, words) is not { } head) return null;
        if (prose.Words.Nominals.Of(prose.Lemma(head)) is not { } nominal) return null;
        var complement = Complement(prose, head, words);
        var sufferer = nominal.Bearer ? -1 : complement;
        Draft? draft = null;
        if (!prose.CueIs(teller.Statement, "opposing"))
        {
            if (new Doers(prose, antecedents, teller).Addressee(head) is { } who)
                draft = Done(prose, antecedents, Undone(prose, nominal, -1), words, head, who, false, teller, passage);
        }
        else if (complement >= 0)
        {
            draft = Borne(prose, Undone(prose, nominal, sufferer), words, head, complement, false, teller, passage);
        }

        return draft is null ? null : draft with
        {
            Predicate = draft.Predicate with { Tense = Tense.Future, Negated = true },
            Kind = PropositionKind.Wish,
            Side = Side.For,
            Certainty = Certainty.Uncommitted,
        };
    }

    // «ne doit pas fermer»; of what suffers it, «ne doit pas être fermée».
    private static Nominal Undone(Prose prose, Nominal nominal, int sufferer)
    {
        string Form(bool plural)
        {
            var should = prose.Words.Forms.Changed("should not", "yes", plural);
            if (sufferer < 0) return $"{should} {nominal.Lemma}";
            return $"{should} {prose.Words.Forms.Changed("passive", "infinitive", plural)} {Participle(prose, nominal, sufferer, plural)}";
        }

        return nominal with
        {
            Bearer = sufferer >= 0 || nominal.Bearer,
            Past = Form(false),
            PastPlural = Form(true),
            Present = Form(false),
            PresentPlural = Form(true),
        };
    }

    private static string Participle(Prose prose, Nominal nominal, int sufferer, bool plural)
    {
        var gender = Phrases.GenderOf(prose, sufferer) == WordGender.Fem ? "fem" : "masc";
        var participle = nominal.Past[(nominal.Past.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return participle + prose.Words.Forms.Changed("participle", gender, plural)?.Trim('=');
    }

    /// <summary>What stands before a relative clause that a comma sets off: «une incursion dans le Sud, au cours de laquelle …».</summary>
    public static Stretch BeforeRelative(Prose prose, Stretch stretch)
    {
        for (var word = stretch.First + 1; word < stretch.Last; word++)
        {
            if (Clauses.IsFinite(prose.Trees, word)) return stretch;
            if (prose.Trees[word].Form is "," && OpensRelative(prose, word + 1, stretch.Last)) return stretch with { Last = word - 1 };
        }

        return stretch;
    }

    private static bool OpensRelative(Prose prose, int first, int last)
    {
        for (var word = first; word <= Math.Min(first + RelativeReach, last); word++)
        {
            if (prose.Trees[word].Features.Has("PronType", "Rel")) return true;
            if (prose.Trees[word].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Det or PartOfSpeech.Noun)) return false;
        }

        return false;
    }

    // «une pause de deux jours», «a truce»: what is asked for or feared is to be.
    private static bool IsBroughtIn(Prose prose, Stretch words) => prose.Is(words.First, "indefinites");

    // «la fermeture de la frontière»: after a verb or noun of claiming.
    private static bool IsClaimed(Prose prose, Stretch words, Standpoint teller)
    {
        var isOwned = Pronouns.Of(prose.Trees.Reading.Language).Possessive(prose.Trees[words.First].Form) is not null;
        var isSaidMore = words.Last - words.First > 1; // «clemency» alone is nobody's
        return isSaidMore && teller.Stance == Stance.Asks && !isOwned && prose.CueIs(teller.Statement, "claiming");
    }

    private static string? There(Prose prose, Standpoint teller) => teller.Stance switch
    {
        _ when prose.CueIs(teller.Statement, "exclusions") => "will",
        Stance.Asks when teller.Statement is { Cue: not null } => "should",
        Stance.Warns => "will",
        Stance.Asserts when teller.Certainty == Certainty.Possible => "will",
        _ => null,
    };

    private static Draft? Being(Prose prose, Stretch words, int head, string there, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        if (prose.Words.Forms.Changed("there", there, Phrases.IsPlural(prose, head)) is not { } given) return null;
        if (there.Equals("should", StringComparison.Ordinal) && prose.CueIs(teller.Statement, "inquiries")) return null;
        var wording = new Wording(prose.Text).Give(given, null);
        Write(prose, words, passage, wording);
        var what = new Argument(
            ArgumentRole.Subject, prose.Trees.Span(words.First, words.Last), prose.Lemma(head), null, prose.MentionAt(head)?.Name,
            prose.MentionAt(head)?.Type);
        var predicate = new Predicate(prose.Words.Forms.Changed("there", "lemma", false) ?? "be", null, false, null, Tense.Future);
        var isWish = there.Equals("should", StringComparison.Ordinal);
        return isWish
            ? new(wording, predicate, [what], PropositionKind.Wish, Side.For, Certainty.Uncommitted)
            : new(wording, predicate, [what], PropositionKind.Forecast, teller.Side, teller.Certainty);
    }

    private static bool HasVerb(Prose prose, Stretch words) =>
        Enumerable.Range(words.First, words.Last - words.First + 1).Any(w => Clauses.IsFinite(prose.Trees, w));

    private static bool IsOwnDeed(Prose prose, Standpoint teller) =>
        teller.Stance == Stance.Announces
            || (teller.Statement is { Stance: Stance.Asserts } && prose.CueIs(teller.Statement, "confessions"));

    // «l'arrestation de deux journalistes», whoever it was that arrested them: what the complement suffers.
    private static Nominal Passive(Prose prose, Nominal nominal, int complement)
    {
        string Form(string when, bool plural) =>
            $"{prose.Words.Forms.Changed("passive", when, plural)} {Participle(prose, nominal, complement, plural)}";
        return nominal with
        {
            Bearer = true,
            Past = Form("past", false),
            PastPlural = Form("past", true),
            Present = Form("present", false),
            PresentPlural = Form("present", true),
        };
    }

    // Whoever announces, denies or owns to a deed speaks of his own.
    private static bool IsTellers(Prose prose, Standpoint teller) =>
        teller.Stance is Stance.Announces or Stance.Denies
            || (teller.Statement is { Stance: Stance.Asserts } && prose.CueIs(teller.Statement, "confessions"));

    // «la mort de l'otage»: the complement does it.
    private static Draft? Borne(
        Prose prose, Nominal nominal, Stretch words, int head, int complement, bool lasting, Standpoint teller,
        ImmutableArray<TextSpan> passage)
    {
        var last = Math.Min(words.Last, prose.Trees.Last(complement));
        var first = prose.Trees.Child(complement, "case") + 1;
        if (first <= 0 || first > complement || prose.Is(complement, "pronouns")) return null;
        var (bearer, plural) = (new Stretch(first, complement > last ? complement : last), Phrases.IsPlural(prose, complement));
        var wording = new Wording(prose.Text);
        wording.Give(OpenerOf(prose, first, plural), null);
        Write(prose, prose.IsContracted(first) ? bearer with { First = first + 1 } : bearer, passage, wording);
        var verb = lasting ? plural ? nominal.PresentPlural : nominal.Present : plural ? nominal.PastPlural : nominal.Past;
        wording.Change(Agreeing(prose, verb, Phrases.GenderOf(prose, complement)), prose.Trees[head].Span);
        Write(prose, new(bearer.Last + 1, words.Last), passage, wording);
        var subject = new Argument(
            ArgumentRole.Subject, prose.Trees.Span(first, bearer.Last), prose.Lemma(complement), null, prose.MentionAt(complement)?.Name,
            prose.MentionAt(complement)?.Type);
        return new(wording, PredicateOf(prose, nominal, head, lasting), [subject], KindOf(teller), teller.Side, teller.Certainty);
    }

    // «toute participation au raid», «le lancement d'une opération»: whoever tells does it.
    private static Draft? Done(
        Prose prose, Antecedents antecedents, Nominal nominal, Stretch words, int head, Antecedent who, bool lasting, Standpoint teller,
        ImmutableArray<TextSpan> passage)
    {
        var verb = lasting ? who.Plural ? nominal.PresentPlural : nominal.Present : who.Plural ? nominal.PastPlural : nominal.Past;
        var rest = new Stretch(head + 1, words.Last);
        var wording = new Wording(prose.Text).Give(who.Words, who.From).Change(Agreeing(prose, verb, who.Gender), prose.Trees[head].Span);
        if (!nominal.Bearer)
        {
            if (Complement(prose, head, words) is not (>= 0 and var what)) return null;
            var first = prose.Trees.Child(what, "case") + 1;
            if (first <= 0 || first > words.Last) return null;
            wording.Give(OpenerOf(prose, first, Phrases.IsPlural(prose, what)), null);
            rest = rest with { First = prose.IsContracted(first) ? first + 1 : first };
        }

        if (rest.IsEmpty && words.First == head) return null;
        var edits = new Edits();
        if (!new Completion(prose, antecedents, teller, passage).Rest(new(head, rest, -1, null), who, edits)) return null;
        edits.Write(prose, rest, passage, wording);
        return new(
            wording, PredicateOf(prose, nominal, head, lasting), Arguments.OfNoun(prose, head, new(head + 1, words.Last), who),
            KindOf(teller), teller.Side, teller.Certainty);
    }

    // «du pont»: le; «d'otages»: des; nothing before what has its own.
    private static string OpenerOf(Prose prose, int first, bool plural)
    {
        if (prose.IsContracted(first)) return prose.Trees[first].Form;
        var opensItself = prose.Trees[first].Tag is PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Propn;
        return opensItself || !plural ? "" : prose.Words.Forms.Changed("article", "some", false) ?? "";
    }

    // «est impliquée»: a participle agrees after the verb to be.
    private static string Agreeing(Prose prose, string verb, WordGender gender)
    {
        if (gender != WordGender.Fem || !prose.Words.Has("agreeing", verb.Split(' ')[0])) return verb;
        return prose.Words.Forms.Changed("feminine", verb, plural: false) ?? verb;
    }

    private static PropositionKind KindOf(Standpoint teller) =>
        teller.Stance == Stance.Announces ? PropositionKind.Act : PropositionKind.Fact;

    private static Predicate PredicateOf(Prose prose, Nominal nominal, int head, bool lasting) =>
        new(nominal.Lemma, prose.Trees[head].Span, false, null, lasting ? Tense.Present : Tense.Past);

    private static int? EventOf(Prose prose, Stretch words) =>
        HeadOf(prose, words) is { } head && prose.Words.Nominals.Of(prose.Lemma(head)) is not null ? head : null;

    private static int? HeadOf(Prose prose, Stretch words)
    {
        for (var word = words.First; word <= words.Last; word++)
        {
            // "the death toll" is a toll.
            if (IsFirstOfCompound(prose, word, words)) continue;
            if (prose.Trees[word].Tag is PartOfSpeech.Noun) return word;
            if (prose.IsWord(word)
                && prose.Trees[word].Tag is not (PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Pron or PartOfSpeech.Num))
                return null;
        }

        return null;
    }

    private static bool IsFirstOfCompound(Prose prose, int word, Stretch words) =>
        prose.Trees[word].Tag is PartOfSpeech.Noun && prose.Trees.Is(word, "compound")
            && prose.Trees[word].Head > word && words.Contains(prose.Trees[word].Head);

    // «3 958 morts et de plus de 9 000 disparus»: the second of two is no complement of the first.
    private static int Complement(Prose prose, int head, Stretch words)
    {
        var own = prose.Trees.Children(head).FirstOrDefault(
            c => c > head && words.Contains(c) && !prose.Trees.Is(c, "conj") && OpenedAt(prose, c) >= 0, -1);
        return own >= 0 ? own : Beside(prose, head, words);
    }

    // «démentir la destruction du pont»: trees may hang the complement on the verb; what stands next to the noun is the noun's.
    private static int Beside(Prose prose, int head, Stretch words)
    {
        if (head + 1 > words.Last || !prose.Words.Has("of", prose.Trees[head + 1].Lemma)) return -1;
        var noun = prose.Trees[head + 1].Head;
        var isComplement = noun > head && words.Contains(noun) && OpenedAt(prose, noun) == head + 1;
        return isComplement && prose.Trees[noun].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? noun : -1;
    }

    // Where its «de», "of" stands.
    private static int OpenedAt(Prose prose, int complement)
    {
        var preposition = prose.Trees.Child(complement, "case");
        return preposition >= 0 && prose.Words.Has("of", prose.Trees[preposition].Lemma) ? preposition : -1;
    }

    private static void Write(Prose prose, Stretch words, ImmutableArray<TextSpan> passage, Wording wording)
    {
        if (words.IsEmpty) return;
        var edits = new Edits();
        Balance.Mend(prose, words, edits);
        edits.Write(prose, words, passage, wording);
    }
}
