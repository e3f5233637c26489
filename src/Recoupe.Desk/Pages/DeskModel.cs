using Recoupe.Desk.Accounts;
using Recoupe.Desk.Ledgers;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Desk.Pages;

/// <summary>A ledger laid out as the dossier lays it out, with what can be done beside it.</summary>
internal static class DeskModel
{
    public static DossierModel Of(Snapshot snapshot, Locale words, Caller caller, string today) =>
        new(snapshot.Ledger, snapshot.Filed, words, share: false, today, Dossier.Version) { Hooks = Hooks(snapshot, words, caller) };

    private static PageHooks Hooks(Snapshot snapshot, Locale words, Caller caller) => new()
    {
        PageEach = true,
        Telling = (telling, claim) => Acts.OnTelling(words, telling, claim, !caller.MayChange),
        Answer = (question, claim) => !caller.MayChange ? Html.None : Acts.OnAnswer(words, question, claim),
        Row = claim => Acts.OnRow(snapshot.Model(words, caller), claim),
        Entity = entity => !caller.MayChange ? Html.None : Acts.OnName(words, entity),
        Decision = standing => !caller.MayChange || !DeskLedger.IsOf(standing, caller) || standing.State == DecisionState.Undone ? Html.None
            : Acts.OnDecision(words, standing),
    };
}
