using System.Collections.Frozen;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>A language's small words that the rules of telling go by.</summary>
internal sealed class FunctionWords
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _sections;

    private FunctionWords(IEnumerable<(string Heading, string Line)> lines) =>
        _sections = lines.GroupBy(l => l.Heading, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(l => l.Line).ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    public static FunctionWords Read(string path) => new(SectionedFile.Read(path));

    /// <summary>Opens a finite clause that is told: <c>que</c>, <c>that</c>.</summary>
    public bool IsThat(string word) => Has("that", word);

    /// <summary>Makes a noun's clause: <c>selon lesquelles</c> after <c>informations</c>.</summary>
    public bool IsWhereby(string word) => Has("whereby", word);

    /// <summary>What is published and tells: <c>article</c>, <c>post</c>.</summary>
    public bool IsPublication(string lemma) => Has("publication", lemma);

    /// <summary>A participle by which a thing told tells its clause: <c>affirmant</c> que, <c>suggesting</c> that.</summary>
    public bool IsClaiming(string word) => Has("claiming", word);

    /// <summary>The second word of such a participle: laissant <c>entendre</c>, faisant <c>état</c>.</summary>
    public bool IsClaimingTail(string word) => Has("claiming tail", word);

    /// <summary>Such a participle that needs no conjunction before its clause: <c>suggesting</c> the boat was towed.</summary>
    public bool IsBareClaiming(string word) => Has("bare claiming", word);

    /// <summary>Introduces what a noun is of.</summary>
    public bool IsOf(string lemma) => Has("of", lemma);

    /// <summary>Opens a hypothesis.</summary>
    public bool IsIf(string word) => Has("if", word);

    /// <summary>Opens a clause that concedes or contrasts (<c>bien que</c>, <c>although</c>).</summary>
    public bool IsConcession(string words) => Has("concession", words);

    /// <summary>A pronoun that never is a subject (<c>leur</c> a dit).</summary>
    public bool IsClitic(string word) => Has("clitic", word);

    /// <summary>A verb whose compound tenses are made like a passive (<c>serait mort</c>).</summary>
    public bool IsMotion(string lemma) => Has("motion", lemma);

    /// <summary>A pronoun that makes a verb reflexive.</summary>
    public bool IsReflexive(string word) => Has("reflexive", word);

    /// <summary>Opens an indirect question.</summary>
    public bool IsQuestion(string word) => Has("question", word);

    /// <summary>Turns a clause round.</summary>
    public bool IsNegation(string word) => Has("negation", word);

    /// <summary>A verb under whose infinitive the telling still takes place (<c>tient à préciser</c>).</summary>
    public bool IsCarrier(string lemma) => Has("carrier", lemma);

    /// <summary>A verb whose negation withholds what its infinitive would tell (n'a pas <c>souhaité</c> commenter).</summary>
    public bool IsWithholding(string lemma) => Has("withholding", lemma);

    /// <summary>A word that says by itself that its infinitive is not done (<c>unable</c> to say).</summary>
    public bool IsUnable(string lemma) => Has("unable", lemma);

    /// <summary>Denies two things together: <c>ni</c>, <c>neither</c>.</summary>
    public bool IsNeither(string word) => Has("neither", word);

    /// <summary>Words after a cue that hold it to what follows, so that it was said (would say <c>no more than</c>).</summary>
    public bool IsLimit(string words) => Has("limit", words);

    /// <summary>An auxiliary under which nothing has been told yet (<c>could</c> say).</summary>
    public bool IsModal(string lemma) => Has("modal", lemma);

    /// <summary>A clause, or the opening of one, that rejects what was told (<c>c'est faux</c>, <c>no such</c>).</summary>
    public bool IsRejection(string words) => Has("rejection", words);

    /// <summary>An object pronoun that may stand for a thing told (<c>l'</c>a démenti, denied <c>it</c>).</summary>
    public bool IsThing(string word) => Has("thing", word);

    /// <summary>An adjective by which a thing told is called untrue (jugé <c>infondé</c>, called <c>baseless</c>).</summary>
    public bool IsUntrue(string lemma) => Has("untrue", lemma);

    /// <summary>What may be had of somebody who is asked: <c>commentaire</c>, <c>response</c>.</summary>
    public bool IsReply(string lemma) => Has("reply", lemma);

    /// <summary>A verb by which such a reply is had (<c>recevoir</c>).</summary>
    public bool IsReceiving(string lemma) => Has("receiving", lemma);

    /// <summary>Introduces where something is read or heard (lit-on <c>dans</c> le rapport).</summary>
    public bool IsPlace(string lemma) => Has("place", lemma);

    /// <summary>Opens a sentence that points at what was told before it: <c>c'est ce que</c> a dit X.</summary>
    public bool IsPointing(string words) => Has("pointing", words);

    /// <summary>Introduces whom is told.</summary>
    public bool IsAddressee(string word) => Has("addressee", word);

    /// <summary>Introduces the doer of a passive.</summary>
    public bool IsAgent(string word) => Has("agent", word);

    /// <summary>Says that the source's own act or intent is told (<c>avoir l'intention</c>, <c>will</c>).</summary>
    public bool IsIntent(string lemma) => Has("intent", lemma);

    /// <summary>A verb that expresses a thing told (<c>exprimer</c> doubts).</summary>
    public bool IsExpressing(string lemma) => Has("expressing", lemma);

    /// <summary>An article or demonstrative that points back.</summary>
    public bool IsDefinite(string word) => Has("definite", word);

    /// <summary>Opens a source label that stands before a colon or comma: <c>Pour</c> X.</summary>
    public bool IsLabel(string word) => Has("label", word);

    /// <summary>Opens a comparison that an incise may stand in: <c>comme</c> l'explique X, <c>as</c> X said.</summary>
    public bool IsAs(string word) => Has("as", word);

    /// <summary>A verb whose conditional wishes or advises (<c>il faudrait</c>).</summary>
    public bool IsWish(string lemma) => Has("wish", lemma);

    /// <summary>A word that the past conditional is made with.</summary>
    public bool IsPerfect(string lemma) => Has("perfect", lemma);

    /// <summary>A noun that may stand for any institution named before.</summary>
    public bool IsGeneric(string word) => Has("generic", word);

    /// <summary>An indefinite that stands before nouns only: <c>toute</c> attaque.</summary>
    public bool IsEvery(string word) => Has("every", word);

    /// <summary>A demonstrative before a noun: <c>ce</c> candidat, <c>this</c> man.</summary>
    public bool IsDemonstrative(string word) => Has("demonstrative", word);

    /// <summary>A pronoun that only a subject is, as it follows its verb (<c>a-t-il</c>).</summary>
    public bool IsNominative(string word) => Has("nominative", word);

    /// <summary>An adjective that makes any role somebody's who was named before (<c>l'ancien ministre</c>).</summary>
    public bool IsFormer(string lemma) => Has("former", lemma);

    /// <summary>A noun for a person that a text mostly uses of somebody it has named (<c>l'artiste</c>, <c>the suspect</c>).</summary>
    public bool IsAnaphoric(string lemma) => Has("anaphoric", lemma);

    /// <summary>A noun for a person that may stand for any role (<c>le responsable</c>, <c>the official</c>).</summary>
    public bool IsHypernym(string lemma) => Has("hypernym", lemma);

    /// <summary>A noun that any institution may be called by (<c>the organisation</c>).</summary>
    public bool IsAnyInstitution(string lemma) => Has("any institution", lemma);

    /// <summary>A noun that may stand for any paper that was told of before (<c>the document</c>, <c>ce texte</c>).</summary>
    public bool IsPaper(string lemma) => Has("paper", lemma);

    /// <summary>A noun for whoever was left unnamed and spoke before (cette <c>source</c>).</summary>
    public bool IsRetold(string lemma) => Has("retold", lemma);

    /// <summary>An adjective that says that it is who or what was named before (la <c>même</c> autorité).</summary>
    public bool IsSame(string lemma) => Has("same", lemma);

    /// <summary>A noun for words that come from nobody in particular where it stands in the plural (recent <c>reports</c>).</summary>
    public bool IsUnsourced(string lemma) => Has("unsourced", lemma);

    /// <summary>A noun for all media together, through none of which a telling went (told the <c>press</c>).</summary>
    public bool IsAllMedia(string lemma) => Has("all media", lemma);

    /// <summary>Letters that stand after a person's name (<c>QC</c>).</summary>
    public bool IsNameLetters(string form) => Has("name letters", form);

    /// <summary>A title that tells no role: <c>Me</c>, <c>Mrs</c>.</summary>
    public bool IsHonorific(string lemma) => Has("honorific", lemma);

    /// <summary>Joins a name to what it is of: <c>de</c>, <c>of</c>.</summary>
    public bool IsOwning(string lemma) => Has("owning", lemma);

    /// <summary>A verb by which somebody puts out a text of his own (<c>publier</c>, <c>issue</c>).</summary>
    public bool IsIssuing(string lemma) => Has("issuing", lemma);

    /// <summary>Introduces by what or on what occasion something is told (<c>dans</c> un communiqué).</summary>
    public bool IsWithin(string word) => Has("within", word);

    /// <summary>An occasion of telling that is no text: <c>conférence</c>, <c>interview</c>.</summary>
    public bool IsOccasion(string lemma) => Has("occasion", lemma);

    /// <summary>Whether a word has an ending that the language's past tense shares with its participle (<c>rejected</c>).</summary>
    public bool IsPastForm(string form)
    {
        foreach (var ending in _sections.GetValueOrDefault("pastending", []))
        {
            if (form.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The verb that a word might be the present of, by the endings that the language adds (<c>annonce</c>, <c>annoncer</c>).</summary>
    public string? VerbOf(string form, Func<string, bool> isVerb)
    {
        foreach (var ending in _sections.GetValueOrDefault("ending", []))
        {
            if (isVerb(form.ToLowerInvariant() + ending)) return form.ToLowerInvariant() + ending;
        }

        return null;
    }

    /// <summary>The gender a title or noun tells by itself.</summary>
    public Gender GenderOf(string word) => Has("feminine", word) ? Gender.Fem : Has("masculine", word) ? Gender.Masc : Gender.Any;

    private bool Has(string section, string word) => _sections.TryGetValue(section, out var words) && words.Contains(word);
}
