using Recoupe.Extract;
using Recoupe.Extract.Statements;
using Recoupe.Extract.Times;
using Recoupe.Language;

namespace Recoupe.Bench;

/// <summary>Prints the trees of texts as the rules of telling see them, for whoever writes such rules.</summary>
internal static class MendedTrees
{
    public static int Print(string[] args)
    {
        if (args is not [var language, var path, .. var wanted]) return 2;
        var text = File.ReadAllText(path);
        var article = SpecArticle.Of(text, language, null);
        var reading = Reader.Load(language).Read(text);
        var prose = new StatementContext(article, reading, MentionFinder.Find(article, reading), TimeFinder.Find(article, reading));
        foreach (var sentence in prose.Trees.Reading.Sentences)
        {
            var words = sentence.Span.In(text).ToString();
            if (wanted.Length > 0 && !Array.Exists(wanted, w => words.Contains(w, StringComparison.Ordinal))) continue;
            Console.WriteLine($"# {words.ReplaceLineEndings(" ")}");
            for (var word = sentence.FirstWord; word < sentence.EndWord; word++) Print(prose, word);
        }

        return 0;
    }

    private static void Print(StatementContext prose, int word)
    {
        var w = prose.Trees[word];
        Console.WriteLine($"{word}\t{w.Form}\t{w.Lemma}\t{w.Tag}\t{w.Head}\t{w.Relation}\t{w.Features.Value}\t{(prose.QuotationOf(word) is >= 0 and var q ? "quotation " + q : "")}\t{SourceKinds.MentionAt(prose, word)?.Type}");
    }
}
