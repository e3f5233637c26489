using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Tell.Exchange;

/// <summary>A ledger as spreadsheets: a file a noun, with passage and URL in each row.</summary>
public static class CsvExport
{
    private const string Mark = "\uFEFF";

    private static readonly ImmutableArray<string> Standings = ["count.kind", "count.updates", "count.disagrees", "count.same"];

    /// <summary>
    /// The files, one by one, each to be written as UTF-8; the tables carry a mark, for spreadsheets to know it by. The last says what
    /// the others are (CSV on the Web, W3C 2015), for programs.
    /// </summary>
    /// <param name="told">What is told; the language of its words is that of the headings, and says what parts the cells.</param>
    public static IEnumerable<DossierFile> Files(ExchangeLedger told)
    {
        var (ledger, book) = (told.Ledger, new Book(told));
        yield return book.Sheet(
            "articles", ["id", "title", "date", "date.from", "language", "family"], ledger.Articles.Select(book.Article));
        yield return book.Sheet(
            "statements",
            ["id", "source", "source.kind", "via", "certainty", "stance", "manner", "said"],
            ledger.Articles.SelectMany(book.Statements));
        yield return book.Sheet(
            "claims",
            ["id", "claim", "side", "for", "against", "rating", "first", "last", "source", "certainty"],
            ledger.Claims.SelectMany(book.Claim));
        yield return book.Sheet(
            "figures",
            ["value", "min", "max", "approximate", "unit", "what", "measure", "asof", "place", "source"],
            ledger.Articles.SelectMany(book.Figures));
        yield return book.Sheet(
            "counts",
            ["id", "measure", "what", "min", "max", "approximate", "unit", "place", "source", "asof", .. Standings],
            ledger.Counts.SelectMany(book.Count));
        yield return book.Sheet("names", ["id", "name", "type"], ledger.Entities.SelectMany(book.Entity));
        yield return book.Sheet("lineage", ["from", "to", "lineage", "direction", "score", "reasons"], ledger.Lineage.Select(book.Tie));
        yield return book.Sheet("families", ["id", "origin"], ledger.Families.SelectMany(book.Family));
        yield return book.Sheet("questions", ["question", "claim", "first", "last"], ledger.Questions.SelectMany(book.Question));
        yield return CsvMetadata.Of(told.Words, book.Sheets);
    }

    /// <summary>A row: its own cells, then where it can be seen.</summary>
    private sealed record Row(IEnumerable<string?> Cells, ArticleId? Article, TextSpan? Span);

    private sealed class Book(ExchangeLedger told)
    {
        private static readonly ImmutableArray<string> Places = ["passage", "article", "site", "url", "start", "end"];

        private readonly Ledger _ledger = told.Ledger;
        private readonly Locale _words = told.Words;

        private readonly List<(string Name, ImmutableArray<string> Columns)> _sheets = [];
        private readonly ImmutableDictionary<ArticleId, Family> _families = told.Ledger.Families
            .SelectMany(f => f.Members.Select(m => (m, f))).ToImmutableDictionary(f => f.m, f => f.f);

        /// <summary>The sheets made so far, each with the keys of its columns.</summary>
        public IEnumerable<(string Name, ImmutableArray<string> Columns)> Sheets => _sheets;

        public DossierFile Sheet(string name, ImmutableArray<string> columns, IEnumerable<Row> rows)
        {
            var text = new StringBuilder(Mark);
            var all = columns.AddRange(Places);
            _sheets.Add((name, all));
            Line(text, [.. all.Select(column => _words["csv." + column])]);
            foreach (var row in rows) Line(text, [.. row.Cells, .. Place(row)]);
            return new DossierFile(name + ".csv", text.ToString());
        }

        public Row Article(ArticleHeader article) => new(
            [
                article.Id.Value, article.Title, article.Published?.Value, article.Published is { } p ? EnumNames.Of(p.From) : null,
                article.Language, _families.GetValueOrDefault(article.Id)?.Id,
            ],
            article.Id,
            null);

        public IEnumerable<Row> Statements(ArticleHeader article) => Open(article.Id).Findings.Statements.Select(s => new Row(
            [
                s.Id, s.Source.Name, EnumNames.Of(s.Source.Kind), string.Join(", ", s.Via),
                EnumNames.Of(s.Certainty), EnumNames.Of(s.Stance), EnumNames.Of(s.Manner), s.Said,
            ],
            article.Id,
            s.Content.Whole()));

        public IEnumerable<Row> Claim(Claim claim) =>
            from position in claim.Positions
            select new Row(
                [
                    claim.Id, claim.Text, EnumNames.Of(position.Side), Text(claim.Independent.For), Text(claim.Independent.Against),
                    Text(claim.Credibility.Value), claim.First, claim.Last,
                    told.Statement(position)?.Source.Name, EnumNames.Of(position.Certainty),
                ],
                position.Article,
                position.Spans.Whole());

        public IEnumerable<Row> Figures(ArticleHeader article)
        {
            var findings = Open(article.Id).Findings;
            return findings.Figures.Select(f => new Row(
                [
                    _words.Value(f), Text(f.Min), Text(f.Max), YesOrNo(f.Approximate), f.Unit,
                    f.What, f.Measure, f.AsOf, f.Place, told.Statement(article.Id, f.Statement)?.Source.Name,
                ],
                article.Id,
                f.Span));
        }

        public IEnumerable<Row> Count(Count count)
        {
            var (value, name) = (count.Value, count.Voice.Name);
            string?[] what = [count.Id, count.Measure, count.What];
            string?[] much = [Text(value.Min), Text(value.Max), YesOrNo(value.Approximate), value.Unit];
            string?[] by = [count.Where, name, count.AsOf, EnumNames.Of(count.Kind)];
            CountRelationKind[] kinds = [CountRelationKind.Update, CountRelationKind.Disagrees, CountRelationKind.Same];
            return count.Passages.Select(p => new Row([.. what, .. much, .. by, .. kinds.Select(kind => Others(count, kind))], p.Article, p.Span));
        }

        public IEnumerable<Row> Entity(Entity entity) =>
            entity.Mentions.Select(p => new Row([entity.Id, entity.Name, EnumNames.Of(entity.Type)], p.Article, p.Span));

        public Row Tie(Lineage tie)
        {
            var seen = tie.Reasons.SelectMany(r => r.Passages).Where(p => p.Article == tie.To).Select(p => (TextSpan?)p.Span)
                .FirstOrDefault();
            return new Row(
                [
                    tie.From, tie.To.Value, EnumNames.Of(tie.Kind), EnumNames.Of(tie.Direction),
                    tie.Score.ToString("0.0000", CultureInfo.InvariantCulture), string.Join(" ", tie.Reasons.Select(_words.Reason)),
                ],
                tie.To,
                seen);
        }

        public IEnumerable<Row> Family(Family family) => family.Members.Select(m => new Row([family.Id, family.Origin], m, null));

        public IEnumerable<Row> Question(Question question) =>
            from id in question.Claims
            let claim = told.Claim(id)
            where claim is not null
            select new Row([question.Text, claim.Text, claim.First, claim.Last], claim.Wording[0].Article, claim.Wording[0].Span);

        private static string Others(Count count, CountRelationKind kind) =>
            string.Join(' ', count.Relations.Where(r => r.Kind == kind).Select(r => r.To));

        private IEnumerable<string?> Place(Row row)
        {
            if (row.Article is not { } id || told.Header(id) is not { } article) return [null, row.Article?.Value, null, null, null, null];
            var passage = row.Span is { } span ? told.Quote(new Passage(id, span)) : null;
            return [passage, article.Name, article.Site, article.Url, Text(row.Span?.Start), Text(row.Span?.End)];
        }

        private void Line(StringBuilder text, ImmutableArray<string?> cells)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (i > 0) text.Append(_words["csv.separator"]);
                Cell(text, cells[i] ?? "");
            }

            text.Append("\r\n");
        }

        private void Cell(StringBuilder text, string cell)
        {
            if (IsFormula(cell)) cell = "'" + cell;
            if (cell.AsSpan().IndexOfAny('"', '\n', '\r') < 0 && !cell.Contains(_words["csv.separator"], StringComparison.Ordinal))
                text.Append(cell);
            else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        // A spreadsheet computes a cell that begins so, also one that an article wrote; the apostrophe makes it a text.
        // The wide forms are what East Asian keyboards give, and are computed too.
        private static bool IsFormula(string cell) =>
            cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];

        private string YesOrNo(bool value) => value ? _words["yes"] : _words["no"];

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

        private string? Text(decimal? number) =>
            number?.ToString("0.############################", CultureInfo.InvariantCulture)
                .Replace(".", _words["number.point"], StringComparison.Ordinal);

        private FiledArticle Open(ArticleId article) => told.Open(article);
    }
}
