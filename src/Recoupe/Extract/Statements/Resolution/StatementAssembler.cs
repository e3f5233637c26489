using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>Puts tellings into the tellings they stand in, resolves who tells, and writes them down.</summary>
internal sealed class StatementAssembler(StatementContext prose, List<StatementDraft> drafts, string textHash)
{
    private readonly SpeakerResolver _speakers = new(prose);
    private readonly Dictionary<StatementDraft, StatementDraft?> _around = [];
    private readonly Dictionary<StatementDraft, Teller> _tellers = [];
    private readonly Dictionary<StatementDraft, Teller> _passing = [];
    private readonly Dictionary<StatementDraft, string> _ids = [];
    private readonly Rebuttals _rebuttals = new(prose);

    public ImmutableArray<Statement> Statements()
    {
        drafts.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        FindAround();
        foreach (var draft in drafts)
        {
            var around = _around[draft] is { } outer ? _tellers[outer] : null;
            if (draft.PassedOnBy is not null) _passing[draft] = _speakers.Of(draft.AsPassedOn, around);
            _tellers[draft] = _speakers.Of(draft, around);
        }

        foreach (var draft in drafts)
            _ids[draft] = IdOf(draft);
        return [.. drafts.Where(IsTold).Select(ToStatement)];
    }

    // The smallest telling whose content holds the cue; drafts come outer first, so a stack of open ones will do.
    private void FindAround()
    {
        var open = new List<StatementDraft>();
        foreach (var draft in drafts)
        {
            open.RemoveAll(o => o.End <= draft.Start);
            _around[draft] = open.LastOrDefault(o => Holds(o, draft));
            open.Add(draft);
            if (open.Count > 64) open.RemoveAt(0);
        }
    }

    private static bool Holds(StatementDraft outer, StatementDraft inner) =>
        inner.Cue is { } cue ? outer.Covers(cue) && outer.CueWord != inner.CueWord : outer.Covers(inner.Content[0]) && outer.End - outer.Start > inner.End - inner.Start;

    // «said he believes X» is one telling: what the teller thinks is not told twice.
    private bool IsOwnThought(StatementDraft draft)
    {
        if (draft.Effect is not { Stance: Stance.Asserts, Certainty: Certainty.Probable or Certainty.Possible } && !IsIntent(draft) && !IsNeverSaid(draft) && !IsSaidThereAndThen(draft)) return false;
        return _around[draft] is { } around && _tellers[draft].Identity is { } teller && teller == _tellers[around].Identity;
    }

    // «a dit qu'il n'avait pas l'intention de P»
    private bool IsIntent(StatementDraft draft) => draft.Effect.Stance is Stance.Announces or Stance.Declines && draft.CueWord >= 0 && HasNoun(draft);

    // «a dit qu'il n'avait jamais promis P», "said he had never promised P": he tells that he did not tell it.
    private bool IsNeverSaid(StatementDraft draft) => draft.Effect == Effect.Refusal && draft.CueWord >= 0 && !draft.Quoted;

    // The infinitive may hang on the noun or on the verb that goes with it.
    private bool HasNoun(StatementDraft draft)
    {
        for (var i = draft.CueWord; i < prose.Trees.Count && (i == draft.CueWord || prose.Trees[i].Span.Start < draft.Cue?.End); i++)
        {
            if (prose.Trees[i].Tag == PartOfSpeech.Noun) return true;
        }

        return false;
    }

    // «… Elle condamne P», in a quotation of hers.
    private bool IsSaidThereAndThen(StatementDraft draft)
    {
        if (draft.Within < 0) return false;
        if (draft.CueWord < 0) return false;
        if (prose.QuotationOf(draft.CueWord) != draft.Within) return false;
        return prose.Trees[draft.CueWord].Features.Has("Tense", "Pres") && draft.Source is { } source && prose.PronounAt(source.Head)?.Role == PronounRole.Third;
    }

    private bool IsTold(StatementDraft draft) => !IsOwnThought(draft) && IsAttributed(draft);

    private bool IsAttributed(StatementDraft draft) => draft.Kind == SourceKind.Article || draft.Kind is not null || draft.Source is not null || _tellers[draft].Identity is not null;

    private Statement ToStatement(StatementDraft draft)
    {
        var effect = _rebuttals.Of(draft, _tellers[draft], Factuality.EffectOf(prose, draft));
        var around = _around[draft];
        return new(
            _ids[draft],
            around is not null && IsTold(around) ? _ids[around] : null,
            [.. draft.Content],
            _tellers[draft].ToSource(),
            draft.Cue,
            Factuality.MannerOf(prose, draft),
            [.. ViaOf(draft)],
            effect.Certainty,
            effect.Stance,
            StatementTime.Of(prose, draft));
    }

    private List<string> ViaOf(StatementDraft draft)
    {
        List<string> via = [.. Intermediaries.Of(prose, draft).Where(name => name != _tellers[draft].Identity?.Bare)];
        if (_passing.GetValueOrDefault(draft)?.Identity is { } passing && passing != _tellers[draft].Identity) via.Add(passing.Bare);
        var depth = 0;
        for (var at = _around[draft]; at is not null && depth < 8; at = _around[at], depth++)
        {
            if (_tellers[at].Identity is { } teller && teller != _tellers[draft].Identity) via.Add(teller.Bare);
            via.AddRange(Intermediaries.Of(prose, at));
        }

        return [.. via.Distinct(StringComparer.Ordinal)];
    }

    private string IdOf(StatementDraft draft) => ContentHash.Id(
        textHash, string.Join(';', draft.Content.Select(Text)), Text(_tellers[draft].Span), Text(draft.Cue));

    private static string Text(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    private static string Text(TextSpan? span) => span is { } s ? Text(s) : "";
}
