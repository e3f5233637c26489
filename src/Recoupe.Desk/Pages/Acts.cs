using Recoupe.Tell;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Desk.Pages;

/// <summary>What can be done with a thing that is shown, as plain forms; the keys press their buttons.</summary>
internal static class Acts
{
    /// <summary>The form of a claim's page that parts what is ticked.</summary>
    public const string SplitForm = "split";

    /// <summary>What stands under a telling: the way to its passage, its citation, and what can be decided of it.</summary>
    public static Html OnTelling(Locale words, StatementView telling, Claim? claim, bool readOnly)
    {
        var id = telling.Statement.Id;
        var passage = claim is null ? Html.None
            : Html.Of($"""<a class="act" data-key="p" href="claim-{claim.Id}.html?p={id}#passage">{words["desk.passage"]}</a> """);
        var tick = claim is null || readOnly
            ? Html.None
            : Html.Of($"""<label class="act tick"><input type="checkbox" name="id" value="{id}" form="{SplitForm}" data-key="v"> {words["desk.tick"]}</label> """);
        return Html.Of($"""
            <div class="acts" data-cite="{Citation.Of(words, telling)}">
            {passage}{tick}{(readOnly ? Html.None : Decisions(words, telling))}</div>
            """);
    }

    /// <summary>What stands under a claim in a list: what the keys need to know of it.</summary>
    public static Html OnRow(DossierModel shelf, Claim claim)
    {
        // Whoever is known by name stands for the claim.
        var told = claim.Positions.Select(p => p.Statement is { } id ? shelf.Telling(p.Article, id) : null).OfType<StatementView>()
            .OrderBy(t => t.Source is null).FirstOrDefault();
        var outlet = claim.Positions.Select(p => shelf.Header(p.Article)?.Site).FirstOrDefault(site => site is not null);
        var cite = told is null ? claim.Text : Citation.Of(shelf.Words, told);
        return Html.Of($"""
            <div class="acts" data-cite="{cite}" data-who="{told?.Source?.Id}" data-outlet="{outlet}" data-lang="{claim.Language}" data-rating="{claim.Credibility.Value}">
            <label class="act tick"><input type="checkbox" name="claim" value="{claim.Id}" form="chosen" data-key="v">
            {shelf.Words["desk.choose"]}</label></div>
            """);
    }

    /// <summary>How a claim that answers a question is said not to bear on it.</summary>
    public static Html OnAnswer(Locale words, Question question, Claim claim) => Html.Of($"""
        <form method="post" action="/decide" class="acts"><input type="hidden" name="id" value="{claim.Id}">
        <input type="hidden" name="value" value="{question.Id}">
        <button name="act" value="bears-not" data-key="n">{words["desk.bears.not"]} <kbd class="key">n</kbd></button></form>
        """);

    /// <summary>How a claim that was not found for a question is said to bear on it.</summary>
    public static Html OnOther(Locale words, Question question, Claim claim) => Html.Of($"""
        <form method="post" action="/decide" class="acts"><input type="hidden" name="id" value="{claim.Id}">
        <input type="hidden" name="value" value="{question.Id}">
        <button name="act" value="bears" data-key="o">{words["desk.bears"]} <kbd class="key">o</kbd></button></form>
        """);

    /// <summary>What can be done with a name.</summary>
    public static Html OnName(Locale words, Entity entity) => Html.Of($"""
        <details class="acts menu" data-menu="m"><summary>{words["desk.name.acts"]}</summary>
        <form method="post" action="/mask" class="fields"><input type="hidden" name="name" value="{entity.Id}">
        <label>{words["desk.note"]} <input name="note" maxlength="500" autocomplete="off"></label>
        <button>{words["desk.mask"]}</button></form>
        <form method="post" action="/grade" class="fields"><input type="hidden" name="source" value="{entity.Name}">
        {Grades(words)}<button>{words["desk.grade"]}</button></form>
        <form method="post" action="/decide" class="fields"><input type="hidden" name="id" value="{entity.Id}">
        <label>{words["desk.name.other"]} <input name="id" required autocomplete="off" maxlength="200"></label>
        <button name="act" value="same-entity">{words["desk.same"]}</button> <button name="act" value="different-entity">
        {words["desk.different"]}</button></form>
        </details>
        """);

    /// <summary>A grade from A to F with its reason.</summary>
    public static Html Grades(Locale words) => Html.Of($"""
        <label>{words["desk.grade.letter"]} <select name="grade">
        {"ABCDEF".Select(g => Html.Of($"""<option>{g.ToString()}</option>"""))}</select></label>
        <label>{words["desk.grade.note"]} <input name="note" required maxlength="500" autocomplete="off"></label>

        """);

    /// <summary>How a decision of one's own is taken back.</summary>
    public static Html OnDecision(Locale words, StandingDecision standing) => Html.Of($"""
        <form method="post" action="/undo" class="acts"><button name="decision" value="{standing.Decision.Id}" data-key="u">
        {words["desk.undo.this"]}</button></form>
        """);

    // A side, or none at all: one press each.
    private static Html Decisions(Locale words, StatementView telling) => Html.Of($"""
        <details class="menu"><summary>{words["desk.decide"]}</summary><form method="post" action="/decide">
        <input type="hidden" name="id" value="{telling.Statement.Id}">
        <button name="act" value="side-for" data-key="+">{words["desk.side.for"]}</button>
        <button name="act" value="side-against" data-key="-">{words["desk.side.against"]}</button>
        <button name="act" value="side-uncommitted" data-key="0">{words["desk.side.neither"]}</button>
        <button name="act" value="dismiss" data-key="x">{words["desk.dismiss"]}</button>
        <button name="act" value="dismiss-source" data-key="s">{words["desk.dismiss.source"]}</button></form></details>
        """);
}
