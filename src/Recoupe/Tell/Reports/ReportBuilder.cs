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
    private readonly ExchangeLedger _told;
    private readonly Locale _words;
    private readonly List<ReportBlock> _blocks = [];
    private readonly List<ReportNote> _notes = [];

    private readonly string _title;

    private ReportBuilder(ExchangeLedger told)
    {
        (_told, _words) = (told, told.Words);
        _title = Title();
    }

    /// <summary>The report.</summary>
    /// <param name="told">What is told.</param>
    /// <param name="searched">How many articles were looked through for it: those of the whole ledger.</param>
    /// <param name="version">The program's.</param>
    public static Report Of(ExchangeLedger told, int searched, string version)
    {
        var builder = new ReportBuilder(told);
        foreach (var question in told.Ledger.Questions) builder.Add(question);
        foreach (var dispute in told.Ledger.Disputes) builder.Add(dispute);
        builder.AddClaims(searched);
        builder.AddFigures();
        builder.AddArticles();
        builder.AddEnd(version);
        return new(builder._title, told.Words.Language, [.. builder._blocks], [.. builder._notes]);
    }

    // One dispute or one question gives the report its title.
    private string Title() => _told.Ledger switch
    {
        { Disputes: [var dispute], Questions: [] } => OneLine(dispute.Text),
        { Questions: [var question] } => OneLine(question.Text),
        _ => _words["report.title"],
    };

    private void Add(Question question)
    {
        if (!string.Equals(OneLine(question.Text), _title, StringComparison.Ordinal)) Heading(1, question.Text);
        var sides = question.Answers.ToLookup(a => a.Side, a => _told.Claim(a.Claim));
        foreach (var side in Enum.GetValues<AnswerSide>().Where(sides.Contains))
        {
            Heading(2, _words["question.side." + EnumNames.Of(side)]);
            foreach (var claim in sides[side].OfType<Claim>())
                Item(new ReportRun(OneLine(claim.Text), claim.Language), Said(" · " + Standing(claim)));
        }
    }

    private void Add(Dispute dispute)
    {
        Heading(1, _words.Say("report.dispute", ("text", OneLine(dispute.Text))));
        foreach (var reason in dispute.Worth) Item(Said(_words.Reason(reason)));
        foreach (var relation in dispute.Relations)
        {
            if (_told.Claim(relation.A) is not { } a || _told.Claim(relation.B) is not { } b) continue;
            Item(
                Said(_words["relation." + EnumNames.Of(relation.Kind)] + " : "),
                new ReportRun(OneLine(a.Text), a.Language),
                Said(" / "),
                new ReportRun(OneLine(b.Text), b.Language));
        }
    }

    private void AddClaims(int searched)
    {
        if (_told.Ledger.Claims.IsEmpty) return;
        Heading(1, _words["claims"]);
        foreach (var claim in _told.Ledger.Claims) Add(claim, searched);
    }

    private void Add(Claim claim, int searched)
    {
        _blocks.Add(new ReportHeading(2, OneLine(claim.Text), claim.Language));
        Paragraph(Said(Facts(claim)));
        Paragraph(
            new ReportRun($"{Rating(claim)}.", _words.Language, IsStrong: true),
            Said(" " + string.Join(" ", claim.Credibility.Reasons.Select(_words.Reason))));
        foreach (var side in Enum.GetValues<Side>()) AddSide(claim, side);
        if (claim.Contradicts.IsEmpty && claim.Independent.Against == 0) Paragraph(Said(_words.Count("dispute.none", searched)));
        foreach (var other in claim.Contradicts.Select(c => _told.Claim(c.Claim)).OfType<Claim>())
            Item(Said(_words["claim.contradicts"] + " : "), new ReportRun(OneLine(other.Text), other.Language));
    }

    private void AddSide(Claim claim, Side side)
    {
        var positions = claim.Positions.Where(p => p.Side == side).ToList();
        if (positions.Count == 0) return;
        _blocks.Add(new ReportHeading(3, _words["side." + EnumNames.Of(side)], _words.Language));
        foreach (var position in positions) Add(position);
    }

    private void Add(Position position)
    {
        var passage = _told.Hedged(position);
        var statement = _told.Statement(position);
        var via = statement is { Via.IsEmpty: false } ? $" ({_words["via"]} {string.Join(", ", statement.Via)})" : "";
        var said = _words.Say("quoted", ("text", OneLine(_told.Unmarked(passage))));
        Item(
            new ReportRun(OneLine(_told.Teller(position)), _words.Language, IsStrong: true),
            Said($"{via}, {_words.Of(position.Certainty)} : "),
            new ReportRun(said, _told.Header(position.Article)?.Language ?? _words.Language, Note: Note(passage)));
    }

    private void AddFigures()
    {
        var rows = _told.Ledger.Claims.SelectMany(c => c.Positions).DistinctBy(p => (p.Article, p.Proposition)).SelectMany(Figures)
            .Distinct().ToList();
        if (rows.Count == 0) return;
        Heading(1, _words["figures"]);
        string[] heads = ["column.value", "column.what", "column.by", "column.asof", "column.article"];
        _blocks.Add(new ReportTable(
            [[.. heads.Select(head => new ReportRun(_words[head], _words.Language, IsStrong: true))], .. rows.Select(row => Row(row))]));
    }

    private ImmutableArray<ReportRun> Row(FigureRow row) =>
    [
        Said(_words.Value(row.Figure)),
        Said(row.Figure.What ?? ""),
        Said(row.By),
        Said(row.Figure.AsOf is { } day ? _words.Day(day) : ""),
        Said(row.In, Note(row.Passage)),
    ];

    private IEnumerable<FigureRow> Figures(Position position)
    {
        var (whole, by) = (ExchangeLedger.Whole(position), _told.Teller(position));
        var name = _told.Header(position.Article)?.Site ?? _told.Header(position.Article)?.Headline() ?? "";
        return _told.Open(position.Article).Findings.Figures.Where(f => whole.Span.Contains(f.Span))
            .Select(f => new FigureRow(f, by, name, new Passage(position.Article, f.Span)));
    }

    private void AddArticles()
    {
        Heading(1, _words["articles"]);
        foreach (var article in _told.Ledger.Articles) Item(Said(Cited(article), 0));
    }

    private void AddEnd(string version)
    {
        Heading(1, _words["overview.fair"]);
        foreach (var line in new[] { "fair.rates", "fair.said", "fair.voices", "fair.doubt" }) Paragraph(Said(_words[line]));
        Paragraph(Said(_words.Say("report.made", ("version", version), ("rule", Credibility.Rule))));
    }

    private string Facts(Claim claim)
    {
        string?[] facts =
        [
            Standing(claim),
            claim.When is { } when ? _words.Say("claim.when", ("day", _words.Told(when))) : null,
            claim.Where,
            _words.Say("claim.told", ("days", _words.Told(claim.First, claim.Last))),
            claim.Id,
        ];
        return string.Join(" · ", facts.OfType<string>());
    }

    private string Standing(Claim claim)
    {
        var (pro, contra) = claim.Independent;
        if (pro + contra == 0) return _words["report.voices.none"];
        string?[] sides = [pro > 0 ? _words.Count("voices.for", pro) : null, contra > 0 ? _words.Count("voices.against", contra) : null];
        return string.Join(", ", sides.OfType<string>());
    }

    private string Rating(Claim claim) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{claim.Credibility.Value} – {_words[$"rating.{claim.Credibility.Value.ToString(CultureInfo.InvariantCulture)}"]}");

    private int Note(Passage passage)
    {
        var header = _told.Header(passage.Article);
        var place = string.Create(CultureInfo.InvariantCulture, $"{passage.Span.Start}–{passage.Span.End}");
        var cited = header is null ? passage.Article.Value : Cited(header);
        _notes.Add(new ReportNote(
            _words.Say("report.note", ("article", cited), ("place", place), ("hash", header?.TextHash ?? "")),
            header is null ? null : ExchangeLedger.Web(header)));
        return _notes.Count;
    }

    private string Cited(ArticleHeader article)
    {
        var day = article.BelievedDay() is { } believed ? _words.Told(believed) : _words["day.undated"];
        string?[] parts = [OneLine(article.Headline()), article.Site, day, ExchangeLedger.Web(article)];
        return string.Join(", ", parts.OfType<string>());
    }

    private void Heading(int level, string text) => _blocks.Add(new ReportHeading(level, OneLine(text), _words.Language));

    private void Paragraph(params ImmutableArray<ReportRun> runs) => _blocks.Add(new ReportParagraph(runs));

    private void Item(params ImmutableArray<ReportRun> runs) => _blocks.Add(new ReportParagraph(runs, IsItem: true));

    private ReportRun Said(string text, int note = 0) => new(OneLine(text), _words.Language, Note: note);

    // What a news page wrote may break its lines; no word processor's paragraph does. Blanks at the ends part runs.
    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n', '\t', '\v', '\f', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
        return XmlText.Printable(line);
    }

    private readonly record struct FigureRow(Figure Figure, string By, string In, Passage Passage);
}
