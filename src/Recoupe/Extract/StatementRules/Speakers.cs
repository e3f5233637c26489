using Recoupe.Language;

namespace Recoupe.Extract.StatementRules;

/// <summary>
/// Resolves who tells. A name or description is looked up among the article's referents; a pronoun, or a quotation that nobody is told to
/// have said, goes to the most salient earlier referent that agrees: near, a subject, somebody who has spoken before.
/// </summary>
internal sealed class Speakers
{
    private const int LookBack = 80;
    private const int SentencesBack = 6;

    private readonly Prose _prose;
    private readonly Referents _referents;
    private readonly HashSet<Identity> _spoken = [];

    public Speakers(Prose prose)
    {
        _prose = prose;
        _referents = new(prose);
    }

    /// <summary>Resolves a draft's source; drafts are given in text order, <paramref name="around"/> is who tells what the draft stands in.</summary>
    public Teller Of(Draft draft, Teller? around)
    {
        var teller = draft.Kind == SourceKind.Article ? Teller.Article : Resolve(draft, around);
        if (teller.Identity is { } identity) _spoken.Add(identity);
        return teller;
    }

    private Teller Resolve(Draft draft, Teller? around)
    {
        if (draft.Source is not { } phrase) return draft.Quoted ? Contextual(draft) : Teller.Nobody;
        var pronoun = _prose.Lexicon.Pronouns.Of(_prose.Trees[phrase.Head].Form) ?? _prose.Lexicon.Pronouns.Of(Wording(phrase));
        if (pronoun is { } p) return Pronominal(phrase, p, around);
        if (_prose.Trees[phrase.Head].Tag == PartOfSpeech.Pron) return new(Span(phrase), new() { Name = Wording(phrase), Bare = Wording(phrase), Kind = SourceKind.Anonymous });
        return Nominal(phrase);
    }

    private Teller Nominal(Phrase phrase)
    {
        var referent = _referents.Of(phrase);
        if (referent.Identity.Kind != SourceKind.Anonymous || !IsBare(phrase) || referent.Plural) return new(Span(phrase), referent.Identity);
        // «le responsable» alone: whoever spoke last, where nobody was called so before.
        var agreeing = Best(phrase.First, false, referent.Gender, people: true);
        var known = referent.Identity.Name.Length > Wording(phrase).Length;
        return new(Span(phrase), known || agreeing is null ? referent.Identity : agreeing.Identity);
    }

    private bool IsBare(Phrase phrase) =>
        phrase.Last - phrase.First == 1 && phrase.Last == phrase.Head && _prose.Lexicon.Function.IsDefinite(_prose.Trees[phrase.First].Form);

    private Teller Pronominal(Phrase phrase, Pronoun pronoun, Teller? around)
    {
        if (pronoun.Role == PronounRole.Speaker) return new(Span(phrase), around?.Identity);
        if (pronoun.Role == PronounRole.Nobody) return new(null, null) { Kind = SourceKind.Anonymous };
        var best = Best(phrase.First, pronoun.Plural, pronoun.Gender, people: _prose.Lexicon.Pronouns.IsHuman(_prose.Trees[phrase.Head].Form));
        return new(Span(phrase), best?.Identity);
    }

    private Teller Contextual(Draft draft)
    {
        var word = _prose.Trees.WordAt(draft.Start);
        var best = Best(word, null, Gender.Any, people: true);
        return best is null ? Teller.Nobody : new(Span(best.Phrase), best.Identity);
    }

    private Referent? Best(int word, bool? plural, Gender gender, bool people)
    {
        Referent? best = null;
        var bestScore = int.MinValue;
        var all = _referents.All;
        var at = IndexBefore(word);
        for (var back = 0; back < LookBack && at - back >= 0; back++)
        {
            var candidate = all[at - back];
            var distance = _prose.Trees.SentenceOf(word) - _prose.Trees.SentenceOf(candidate.Phrase.Head);
            if (distance > SentencesBack) break;
            if (!Agrees(candidate, plural, gender, people)) continue;
            var score = Salience(candidate, distance) - back / 2;
            if (score <= bestScore) continue;
            (best, bestScore) = (candidate, score);
        }

        return best;
    }

    private int IndexBefore(int word)
    {
        int low = 0, high = _referents.All.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_referents.All[middle].Phrase.Head < word) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    private static bool Agrees(Referent candidate, bool? plural, Gender gender, bool people)
    {
        if (plural is { } p && candidate.Plural != p && !(p && candidate.Identity.Kind is SourceKind.Organisation or SourceKind.Media)) return false;
        if (gender != Gender.Any && candidate.Gender != Gender.Any && candidate.Gender != gender) return false;
        return !people || candidate.Identity.Kind is SourceKind.Person or SourceKind.Anonymous;
    }

    private int Salience(Referent candidate, int distance)
    {
        var score = -6 * distance;
        if (candidate.Subject) score += 7;
        if (_spoken.Contains(candidate.Identity)) score += 4;
        if (candidate.Identity.Kind == SourceKind.Person) score += 4;
        if (_prose.QuotationOf(candidate.Phrase.Head) >= 0) score -= 12;
        return score;
    }

    private TextSpan Span(Phrase phrase) => _prose.Trees.Span(phrase.First, phrase.Last);

    private string Wording(Phrase phrase) => Span(phrase).In(_prose.Text).ToString();
}

/// <summary>Who tells, resolved.</summary>
/// <param name="Span">The words that name the source here.</param>
/// <param name="Identity">Who it is; <see langword="null"/> where nobody is named.</param>
internal sealed record Teller(TextSpan? Span, Identity? Identity)
{
    /// <summary>The article itself.</summary>
    public static Teller Article { get; } = new(null, null) { Kind = SourceKind.Article };

    /// <summary>Nobody that is named.</summary>
    public static Teller Nobody { get; } = new(null, null) { Kind = SourceKind.Anonymous };

    /// <summary>The sort of source.</summary>
    public SourceKind Kind { get; init; } = Identity?.Kind ?? SourceKind.Anonymous;

    /// <summary>As a statement has it.</summary>
    public Source ToSource() => new(Span, Identity?.Name, Kind);
}
