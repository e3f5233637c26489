using System.Collections.Immutable;
using Recoupe.Tell.Pages.Charts;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>A question of the user's: the claims found for it, both sides, by date and certainty.</summary>
internal static class QuestionPage
{
    private const int LanesShown = 12; // as many as a screen holds

    private static readonly ImmutableArray<AnswerSide> Order = [AnswerSide.Yes, AnswerSide.No, AnswerSide.Depends, AnswerSide.Unknown];

    public static Html Body(DossierModel shelf, Question question)
    {
        var words = shelf.Words;
        ImmutableArray<(Claim Claim, AnswerSide Side)> answers = [.. Answers(shelf, question)
            .OrderBy(a => a.Claim, Comparer<Claim>.Create(ByDay))];
        ImmutableArray<Claim> claims = [.. answers.Select(a => a.Claim)];
        return Html.Of($"""
            <p class="kicker">{words["question"]}</p>
            <h1><bdi>{question.Text}</bdi></h1>
            <p class="lead">{(claims.IsEmpty ? Html.Text(words["question.none"]) : Standing(shelf, answers))}</p>
            {(claims.IsEmpty ? Html.None : Html.Of($"""<p class="meta">{words["question.how"]}</p>"""))}
            {Chart.Lanes(shelf, [.. claims.OrderByDescending(c => c.IsContested).ThenByDescending(c => c.Positions.Length).Take(LanesShown).OrderBy(c => claims.IndexOf(c))])}
            {Order.Select(side => Section(shelf, question, side, [.. answers.Where(a => a.Side == side).Select(a => a.Claim)]))}
            """);
    }

    private static IEnumerable<(Claim Claim, AnswerSide Side)> Answers(DossierModel shelf, Question question)
    {
        var sides = question.Answers.ToDictionary(a => a.Claim, a => a.Side, StringComparer.Ordinal);
        return question.Claims.Select(shelf.Claim).OfType<Claim>().Select(c => (c, sides.GetValueOrDefault(c.Id, AnswerSide.Unknown)));
    }

    private static int ByDay(Claim a, Claim b)
    {
        var order = string.CompareOrdinal(a.First ?? "~", b.First ?? "~");
        if (order == 0) order = a.Credibility.Value.CompareTo(b.Credibility.Value);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    // How it stands, in the desk's words and without a verdict.
    private static Html Standing(DossierModel shelf, ImmutableArray<(Claim Claim, AnswerSide Side)> answers)
    {
        var (words, last) = (shelf.Words, answers.Select(a => a.Claim.Last).OfType<string>().Max(StringComparer.Ordinal));
        return Html.Text(words.Say("question.stands", ("yes", Count(AnswerSide.Yes)), ("no", Count(AnswerSide.No)), ("day", last is null ? words["day.undated"] : words.Told(last))));

        string Count(AnswerSide side) => words.Number(answers.Count(a => a.Side == side));
    }

    private static Html Section(DossierModel shelf, Question question, AnswerSide side, ImmutableArray<Claim> claims) =>
        claims.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{shelf.Words["question.side." + EnumNames.Of(side)]}</h2>
        {claims.Select(claim => ClaimPages.Card(shelf, claim, shelf.Hooks.Answer(question, claim)))}</section>

        """);
}
