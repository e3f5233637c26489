using Recoupe.Desk.Ledgers;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Desk.Pages;

/// <summary>A ledger laid out as the dossier lays it out, with what can be done beside it.</summary>
internal static class DeskModel
{
    public static DossierModel Of(Snapshot snapshot, Locale words, DeskOptions options, Func<StandingDecision, bool> isMine,
        string today) =>
        new(snapshot.Ledger, snapshot.Filed, words, share: false, today, Dossier.Version) { Hooks = Hooks(snapshot, words, options,
            isMine) };

    private static PageHooks Hooks(Snapshot snapshot, Locale words, DeskOptions options, Func<StandingDecision, bool> isMine) => new()
    {
        PageEach = true,
        Telling = (telling, claim) => Acts.OnTelling(words, telling, claim, options.ReadOnly),
        Row = claim => Acts.OnRow(snapshot.Model(words), claim),
        Entity = entity => options.ReadOnly ? Html.None : Acts.OnName(words, entity),
        Decision = standing => options.ReadOnly || !isMine(standing) || standing.State == DecisionState.Undone ? Html.None
            : Acts.OnDecision(words, standing),
    };
}
