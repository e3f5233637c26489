using Recoupe.Extract;
using Recoupe.Language;

namespace Recoupe.Bench;

/// <summary>Prints what is found in a text, for a look.</summary>
internal static class FoundTimes
{
    public static int Print(string[] args)
    {
        var reader = Reader.Load(args[0]);
        foreach (var path in args[1..])
        {
            Console.WriteLine($"== {path}");
            var text = File.ReadAllText(path);
            var article = SpecArticle.Of(text, args[0], null);
            var found = Extractor.Extract(article, reader.Read(text));
            foreach (var t in found.Times) Console.WriteLine($"time\t{t.Span.Start}\t{t.Span.In(text)}\t{t.Type}\t{t.Value}\t{t.Modifier}\t{t.Anchor}");
            foreach (var f in found.Figures)
                Console.WriteLine($"figure\t{f.Span.Start}\t{f.Span.In(text)}\t{(f.MinInclusive ? '[' : '(')}{f.Min},{f.Max}{(f.MaxInclusive ? ']' : ')')}\t{(f.Approximate ? "about" : "")}\t{f.Unit}\t{f.What}\t{f.Measure}\t{f.AsOf}\t{f.Place}");
        }

        return 0;
    }
}
