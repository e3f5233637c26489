using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Tell.Exchange;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Reports;

/// <summary>
/// Makes a report of a ledger, or of the part of it that was asked for: who stands where, each with its passage and a footnote that says
/// where it stands, figures as a table, what was looked for and not found, the rating with its reasons.
/// </summary>
internal sealed class ReportBuilder
{
    private readonly ExchangeLedger told;
    private readonly Locale words;
    private readonly List<ReportBlock> blocks = [];
    private readonly List<ReportNote> notes = [];

    private ReportBuilder(ExchangeLedger told) => (this.told, words) = (told, told.Words);

    /// <summary>The report.</summary>
    /// <param name="told">What is told.</param>
    /// <param name="searched">How many articles were looked through for it: those of the whole ledger.</param>
    /// <param name="version">The program's.</param>
    public static Report Of(ExchangeLedger told, int searched, string version)
    {
        var builder = new ReportBuilder(told);
        var title = builder.Title();
        foreach (var question in told.Ledger.Questions) builder.Add(question);
        foreach (var dispute in told.Ledger.Disputes) builder.Add(dispute);
        builder.AddClaims(searched);
        builder.AddFigures();
        builder.AddArticles();
        builder.AddEnd(version);
        return new(title, told.Words.Language, [.. builder.blocks], [.. builder.notes]);
    }

    // One dispute or one question gives the report its title.
    private string Title() => told.Ledger switch
    {
        { Disputes: [var dispute], Questions: [] } => OneLine(dispute.Text),
        { Questions: [var question] } => OneLine(question.Text),
        _ => words["report.title"],
    };

    private void Add(Question question)
    {
        Heading(1, question.Text);
        var sides = question.Answers.ToLookup(a => a.Side, a => told.Claim(a.Claim));
        foreach (var side in Enum.GetValues<AnswerSide>().Where(sides.Contains))
        {
            Heading(2, words["question.side." + EnumNames.Of(side)]);
            foreach (var claim in sides[side].OfType<Claim>())
                Item(new ReportRun(OneLine(claim.Text), claim.Language), Said(" · " + Standing(claim)));
        }
    }

    private void Add(Dispute dispute)
    {
        Heading(1, words.Say("report.dispute", ("text", OneLine(dispute.Text))));
        foreach (var reason in dispute.Worth) Item(Said(words.Reason(reason)));
        foreach (var relation in dispute.Relations)
        {
            if (told.Claim(relation.A) is not { } a || told.Claim(relation.B) is not { } b) continue;
            Item(
                Said(words["relation." + EnumNames.Of(relation.Kind)] + " : "),
                new ReportRun(OneLine(a.Text), a.Language),
                Said(" / "),
                new ReportRun(OneLine(b.Text), b.Language));
        }
    }

    private void AddClaims(int searched)
    {
        if (told.Ledger.Claims.IsEmpty) return;
        Heading(1, words["claims"]);
        foreach (var claim in told.Ledger.Claims) Add(claim, searched);
    }

    private void Add(Claim claim, int searched)
    {
        blocks.Add(new ReportHeading(2, OneLine(claim.Text), claim.Language));
        Paragraph(Said(Facts(claim)));
        Paragraph(
            new ReportRun($"{Rating(claim)}.", words.Language, IsStrong: true),
            Said(" " + string.Join(" ", claim.Credibility.Reasons.Select(words.Reason))));
        foreach (var side in Enum.GetValues<Side>()) AddSide(claim, side);
        if (claim.Contradicts.IsEmpty && claim.Independent.Against == 0) Paragraph(Said(words.Count("dispute.none", searched)));
        foreach (var other in claim.Contradicts.Select(c => told.Claim(c.Claim)).OfType<Claim>())
            Item(Said(words["claim.contradicts"] + " : "), new ReportRun(OneLine(other.Text), other.Language));
    }

    private void AddSide(Claim claim, Side side)
    {
        var positions = claim.Positions.Where(p => p.Side == side).ToList();
        if (positions.Count == 0) return;
        blocks.Add(new ReportHeading(3, words["side." + EnumNames.Of(side)], words.Language));
        foreach (var position in positions) Add(position);
    }

    private void Add(Position position)
    {
        var passage = ExchangeLedger.Whole(position);
        var statement = told.Statement(position);
        var via = statement is { Via.IsEmpty: false } ? $" ({words["via"]} {string.Join(", ", statement.Via)})" : "";
        var said = words.Say("quoted", ("text", OneLine(told.Quote(passage))));
        Item(
            new ReportRun(OneLine(told.Teller(position)), words.Language, IsStrong: true),
            Said($"{via}, {words.Of(position.Certainty)} : "),
            new ReportRun(said, told.Header(position.Article)?.Language ?? words.Language, Note: Note(passage)));
    }

    private void AddFigures()
    {
        var rows = told.Ledger.Claims.SelectMany(c => c.Positions).DistinctBy(p => (p.Article, p.Proposition)).SelectMany(Figures)
            .Distinct().ToList();
        if (rows.Count == 0) return;
        Heading(1, words["figures"]);
        string[] heads = ["column.value", "column.what", "column.by", "column.asof", "column.article"];
        blocks.Add(new ReportTable(
            [[.. heads.Select(head => new ReportRun(words[head], words.Language, IsStrong: true))], .. rows.Select(row => Row(row))]));
    }

    private ImmutableArray<ReportRun> Row(FigureRow row) =>
    [
        Said(words.Value(row.Figure)),
        Said(row.Figure.What ?? ""),
        Said(row.By),
        Said(row.Figure.AsOf is { } day ? words.Day(day) : ""),
        Said(row.In, Note(row.Passage)),
    ];

    private IEnumerable<FigureRow> Figures(Position position)
    {
        var (whole, by) = (ExchangeLedger.Whole(position), told.Teller(position));
        var name = told.Header(position.Article)?.Site ?? told.Header(position.Article)?.Headline() ?? "";
        return told.Open(position.Article).Findings.Figures.Where(f => whole.Span.Contains(f.Span))
            .Select(f => new FigureRow(f, by, name, new Passage(position.Article, f.Span)));
    }

    private void AddArticles()
    {
        Heading(1, words["articles"]);
        foreach (var article in told.Ledger.Articles) Item(Said(Cited(article), 0));
    }

    private void AddEnd(string version)
    {
        Heading(1, words["overview.fair"]);
        foreach (var line in new[] { "fair.rates", "fair.said", "fair.voices", "fair.doubt" }) Paragraph(Said(words[line]));
        Paragraph(Said(words.Say("report.made", ("version", version), ("rule", Credibility.Rule))));
    }

    private string Facts(Claim claim)
    {
        string?[] facts =
        [
            Standing(claim),
            claim.When is { } when ? words.Say("claim.when", ("day", words.Told(when))) : null,
            claim.Where,
            words.Say("claim.told", ("days", words.Told(claim.First, claim.Last))),
            claim.Id,
        ];
        return string.Join(" · ", facts.OfType<string>());
    }

    private string Standing(Claim claim)
    {
        var (pro, contra) = claim.Independent;
        if (pro + contra == 0) return words["report.voices.none"];
        string?[] sides = [pro > 0 ? words.Count("voices.for", pro) : null, contra > 0 ? words.Count("voices.against", contra) : null];
        return string.Join(", ", sides.OfType<string>());
    }

    private string Rating(Claim claim) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{claim.Credibility.Value} – {words[$"rating.{claim.Credibility.Value.ToString(CultureInfo.InvariantCulture)}"]}");

    private int Note(Passage passage)
    {
        var header = told.Header(passage.Article);
        var place = string.Create(CultureInfo.InvariantCulture, $"{passage.Span.Start}–{passage.Span.End}");
        var cited = header is null ? passage.Article.Value : Cited(header);
        notes.Add(new ReportNote(
            words.Say("report.note", ("article", cited), ("place", place), ("hash", header?.TextHash ?? "")),
            header is null ? null : ExchangeLedger.Web(header)));
        return notes.Count;
    }

    private string Cited(ArticleHeader article)
    {
        var day = article.Published is { Doubted: null } published ? words.Told(published.Value) : words["day.undated"];
        string?[] parts = [OneLine(article.Headline()), article.Site, day, ExchangeLedger.Web(article)];
        return string.Join(", ", parts.OfType<string>());
    }

    private void Heading(int level, string text) => blocks.Add(new ReportHeading(level, OneLine(text), words.Language));

    private void Paragraph(params ImmutableArray<ReportRun> runs) => blocks.Add(new ReportParagraph(runs));

    private void Item(params ImmutableArray<ReportRun> runs) => blocks.Add(new ReportParagraph(runs, IsItem: true));

    private ReportRun Said(string text, int note = 0) => new(OneLine(text), words.Language, Note: note);

    // What a news page wrote may break its lines; no word processor's paragraph does. Blanks at the ends part runs.
    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n', '\t', '\v', '\f', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
        return XmlText.Printable(line);
    }

    private readonly record struct FigureRow(Figure Figure, string By, string In, Passage Passage);
}
