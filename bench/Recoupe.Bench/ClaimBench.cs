using System.Collections.Immutable;
using System.Text.Json;
using Recoupe.Extract;
using Recoupe.Extract.Figures;
using Recoupe.Ingest;
using Recoupe.Judge;
using Recoupe.Language;
using Recoupe.Link;
using Recoupe.Link.Claims;
using Recoupe.Link.Questions;
using Recoupe.Link.TextReuse;
using Recoupe.Read;

namespace Recoupe.Bench;

/// <summary>Shows the claims made of statements marked by hand: how far linking goes when extraction is right.</summary>
internal static class ClaimBench
{
    public static int Show(string[] args)
    {
        var gold = File.ReadLines(args[1]).Select(l => JsonDocument.Parse(l).RootElement).ToLookup(s => s.GetProperty("doc").GetString()!, StringComparer.Ordinal);
        var filed = Intake.Pages([args[0]]).Select(p => p.Value).OfType<Page>().Select(p => Filed(p, gold[Path.GetFileName(p.Path)])).OrderBy(f => f.Article.Id).ToList();
        var prints = filed.Select(f => Linker.Fingerprint(f.Article, ArticleReader.Read(f.Article), f.Findings)).ToList();
        var ties = (from i in Enumerable.Range(0, prints.Count) from j in Enumerable.Range(i, prints.Count - i) select Linker.Compare(prints[i], prints[j])).ToList();
        var lineage = ties.SelectMany(t => t.Lineage).ToList();
        var families = FamilyBuilder.Of(prints.Select(Signature.Of), lineage);
        var claims = Rater.Rate(ClaimBuilder.Of(filed, [.. ties.SelectMany(t => t.Statements)], Rulings.None), filed, families.Families, [], Rulings.None);
        foreach (var claim in claims.Where(c => c.Positions.Length > 1 || c.Contradicts.Length > 0).OrderByDescending(c => c.Positions.Length).ThenBy(c => c.Id, StringComparer.Ordinal))
            Tell(claim, claims, filed);
        foreach (var question in QuestionMatcher.Of(args[2..], filed, claims))
        {
            Console.WriteLine($"\n== {question.Text}");
            foreach (var id in question.Claims)
                Tell(claims.First(c => string.Equals(c.Id, id, StringComparison.Ordinal)), claims, filed);
        }

        return 0;
    }

    private static void Tell(Claim claim, ImmutableArray<Claim> claims, List<FiledArticle> filed)
    {
        Console.WriteLine($"\n[{claim.Credibility.Value}] {claim.Text}  (for {claim.Independent.For}, against {claim.Independent.Against}; when {claim.When}, where {claim.Where})");
        foreach (var position in claim.Positions)
        {
            var file = filed.First(f => f.Article.Id == position.Article);
            var statement = file.Findings.Statements.First(s => string.Equals(s.Id, position.Statement, StringComparison.Ordinal));
            Console.WriteLine($"   {position.Side,-11} {file.Article.Header.Name[..Math.Min(12, file.Article.Header.Name.Length)]} {statement.Source.Name} | {statement.Certainty} {statement.Stance} | {string.Join(" … ", statement.Content.Select(c => c.In(file.Article.Text).ToString()))}");
        }

        foreach (var other in claim.Contradicts)
            Console.WriteLine($"   CONTRADICTS {other.Reasons[0].Code} {claims.First(c => string.Equals(c.Id, other.Claim, StringComparison.Ordinal)).Text}");
    }

    private static FiledArticle Filed(Page page, IEnumerable<JsonElement> gold)
    {
        var article = LineageBench.Read(page);
        var reading = ArticleReader.Read(article);
        if (reading is null) return new(article, Findings.None);
        var found = Extractor.Extract(article, reading);
        var statements = gold.Select((g, i) => Statement(article, g, i)).OfType<Statement>().ToImmutableArray();
        return new(article, found with { Statements = statements, Figures = FigureFinder.Find(article, reading, found.Times, statements) });
    }

    private static Statement? Statement(Article article, JsonElement gold, int index)
    {
        var content = gold.GetProperty("content").EnumerateArray().Select(c => Span(article.Text, c.GetString()!)).OfType<TextSpan>().ToImmutableArray();
        if (content.IsEmpty) return null;
        var name = gold.GetProperty("source_name").GetString();
        return new(
            ContentHash.Id(article.Id.Value, index.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            null,
            content,
            new(Span(article.Text, gold.GetProperty("source").GetString()!), string.IsNullOrEmpty(name) ? null : name, Enum.Parse<SourceKind>(gold.GetProperty("source_kind").GetString()!, true)),
            null,
            Enum.Parse<Manner>(gold.GetProperty("manner").GetString()!, true),
            [],
            gold.GetProperty("certainty").GetString() switch
            {
                "CT+" => Certainty.Certain,
                "PR+" => Certainty.Probable,
                "PS+" => Certainty.Possible,
                "CT-" => Certainty.CertainlyNot,
                "PR-" => Certainty.ProbablyNot,
                "PS-" => Certainty.PossiblyNot,
                _ => Certainty.Uncommitted,
            },
            Enum.Parse<Stance>(gold.GetProperty("stance").GetString()!, true),
            null);
    }

    private static TextSpan? Span(string text, string words)
    {
        var start = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? null : new(start, start + words.Length);
    }
}
