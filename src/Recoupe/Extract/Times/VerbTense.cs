using Recoupe.Extract.Patterns;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Times;

/// <summary>Whether the words about a time put it in the future.</summary>
internal sealed class VerbTense(Reading reading, WordClass future)
{
    private const int Reach = 12;

    /// <summary>Whether the nearest verb of its sentence is in the future tense.</summary>
    public bool IsFuture(TextSpan span)
    {
        var at = BinarySearch.First(reading.Words.Length, i => reading.Words[i].Span.Start >= span.Start);
        if (at >= reading.Words.Length) return false;
        for (var distance = 0; distance < Reach; distance++)
        {
            if (TenseAt(at - distance, at) is { } before) return before;
            if (TenseAt(at + distance, at) is { } after) return after;
        }

        return false;
    }

    /// <summary>Whether the nearest verb of its sentence is in a past tense.</summary>
    public bool IsPast(TextSpan span)
    {
        var at = BinarySearch.First(reading.Words.Length, i => reading.Words[i].Span.Start >= span.Start);
        if (at >= reading.Words.Length) return false;
        for (var distance = 0; distance < Reach; distance++)
        {
            if (TenseAt(at - distance, at) is not null) return IsPastAt(at - distance);
            if (TenseAt(at + distance, at) is not null) return IsPastAt(at + distance);
        }

        return false;
    }

    // «a vendu», "has sold": the auxiliary's participle tells.
    private bool IsPastAt(int verb)
    {
        var word = reading.Words[verb];
        if (word.Features.Has("Tense", "Past") || word.Features.Has("Tense", "Imp")) return true;
        var participle = word.Head;
        return word.Relation == "aux" && participle > verb && reading.Words[participle].Features.Has("Tense", "Past");
    }

    // True for the future, false for another finite verb, null for what is no verb.
    private bool? TenseAt(int index, int from)
    {
        if (index < 0 || index >= reading.Words.Length) return null;
        var word = reading.Words[index];
        if (word.Features.Has("Tense", "Fut") || future.Has(new Lexeme(word.Span, word.Form.ToLowerInvariant(), LexemeKind.Letters))) return !IsParted(index, from);
        return word.Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && word.Features.Has("VerbForm", "Fin") && !IsParted(index, from) ? false : null;
    }

    private bool IsParted(int a, int b)
    {
        for (var i = Math.Min(a, b); i < Math.Max(a, b); i++)
            if (reading.Words[i].Form is "." or "!" or "?" or ";") return true;
        return false;
    }
}
