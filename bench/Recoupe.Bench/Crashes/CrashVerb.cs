using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Recoupe.Clean;
using Recoupe.Extract;
using Recoupe.Ingest.Fetch;
using Recoupe.Ingest.Forms;
using Recoupe.Propose;
using Recoupe.Read;

namespace Recoupe.Bench.Crashes;

/// <summary>A verb that writes, over a small ledger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">The folder that it begins with.</param>
/// <param name="Do">What it does in a folder.</param>
internal sealed record CrashVerb(string Name, string Start, Action<string> Do)
{
    public const string LedgerName = "ledger.recoupe";

    private const string Marks = "seen.txt";

    private static readonly DateTimeOffset _moment = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly ConcurrentDictionary<ArticleId, Outcome<ReadArticle>> _read = [];

    /// <summary>Whether doing it again where it is done changes nothing.</summary>
    public bool IsRepeated { get; init; } = true;

    /// <summary>Whether it keeps more than one thing, one after the other, and may stop in between.</summary>
    public bool HasSteps { get; init; }

    /// <summary>Whether no byte of the article with the rare name may stay.</summary>
    public bool Erases { get; init; }

    /// <summary>What it writes beside the ledger.</summary>
    public Func<string, string> Beside { get; init; } = _ => "";

    /// <summary>All of them; what they begin with is made in a folder.</summary>
    public static IEnumerable<CrashVerb> All(string folder)
    {
        var (none, some, decided) = (Made(folder, "none"), Made(folder, "some"), Made(folder, "decided"));
        Add(some, [0, 1, 2]);
        Add(decided, [0, 1, 2, 4]);
        Decide(decided);
        return
        [
            new("run", none, work => Add(work, [0, 1, 2])) { HasSteps = true },
            new("add", some, work => Add(work, [3, 4])),
            new("decide", some, Decide) { IsRepeated = false },
            new("undo", decided, Undo) { IsRepeated = false },
            new("mask", decided, Mask) { IsRepeated = false },
            new("forget", decided, Forget) { Erases = true, HasSteps = true },
            new("question", some, work => With(work, pipeline => pipeline.Ask("La digue de Sarvel a-t-elle cédé ?"))),
            new("mark", some, Mark) { HasSteps = true, Beside = work => File.Exists(Path.Combine(work, Marks)) ? File.ReadAllText(Path.Combine(work, Marks)) : "" },
        ];
    }

    /// <summary>The ledger of a folder; what was read of a page before is not read again.</summary>
    public static Pipeline Open(string work) => Pipeline.Open(Path.Combine(work, LedgerName), page => _read.GetOrAdd(page.Id, _ => ReadPage(page)));

    private static Outcome<ReadArticle> ReadPage(Page page)
    {
        var cleaned = Cleaner.Clean(page);
        if (cleaned.Value is not { } article) return cleaned.Rejection!;
        var reading = ArticleReader.Read(article)!;
        var findings = Extractor.Extract(article, reading, out var trees);
        return new ReadArticle(article, reading, Proposer.Propose(article, trees, findings));
    }

    private static string Made(string folder, string name)
    {
        var made = Path.Combine(folder, name);
        Directory.CreateDirectory(made);
        return made;
    }

    private static void With(string work, Action<Pipeline> act)
    {
        using var pipeline = Open(work);
        act(pipeline);
    }

    private static void Add(string work, int[] articles) => With(work, pipeline =>
        pipeline.Add(articles.Select(i => (Outcome<Page>)Article(i)), null, CancellationToken.None));

    private static Page Article(int i) =>
        new($"a{i}.txt", $"a{i}", PageKind.Text, [.. Encoding.UTF8.GetBytes(Texts[i])], PageFacts.None with { Url = $"https://orvec.example/{i}", Site = $"Orvec {i}" });

    private static void Decide(string work) => With(work, pipeline =>
        Kept(pipeline.Decide(DecisionAct.Rate, [Rated(pipeline)], "3", "vu sur place", "ann", Clock.Fixed)));

    private static string Rated(Pipeline pipeline) => pipeline.Ledger().Claims.First(c => c.Text.Contains("digue", StringComparison.Ordinal)).Id;

    private static void Undo(string work) => With(work, pipeline => Kept(pipeline.Undo(pipeline.Ledger().Decisions[0].Decision.Id, null, "ann", Clock.Fixed)));

    private static void Mask(string work) => With(work, pipeline => Kept(pipeline.Mask("Irène Maubourg", null, "ann", Clock.Fixed)));

    private static void Forget(string work) => With(work, pipeline => Kept(pipeline.Forget(Article(4).Id.Value)));

    private static void Mark(string work)
    {
        try
        {
            var seen = SeenEntries.Of(Path.Combine(work, Marks));
            foreach (var title in (string[])["Un", "Deux"])
            {
                var entry = new FeedEntry(PageFacts.None with { Title = title }, null);
                if (!seen.Has(entry)) seen.Take(entry);
            }

            seen.Keep();
        }
        catch (IOException e)
        {
            throw new LedgerException("STORE-6", e.Message, "", e); // as the verb tells it
        }
    }

    private static void Kept<T>(Outcome<T> outcome)
        where T : class
    {
        if (outcome.Rejection is { } refused) throw new InvalidOperationException($"{refused.Code}: {refused.Message}");
    }

    /// <summary>The articles of the heap; the last has the name that is to be forgotten.</summary>
    internal static ImmutableArray<string> Texts { get; } =
    [
        "La digue de Sarvel a cédé\n\nLa préfète Irène Maubourg a affirmé mardi que la digue de Sarvel avait cédé dans la nuit. Selon elle, douze maisons ont été inondées.\n\nLe maire, Paul Destrée, a demandé l'aide de l'armée.\n",
        "Sarvel : la préfète confirme\n\nLa digue de Sarvel avait cédé dans la nuit, a affirmé mardi la préfète Irène Maubourg. Douze maisons ont été inondées, selon elle. Les habitants ont été relogés à Tourvan.\n",
        "Aucune rupture, dit l'exploitant\n\nLa société Hydrel a démenti mercredi que la digue de Sarvel avait cédé. « Notre ouvrage est intact », a déclaré son directeur, Marc Oudin.\n",
        "Tourvan accueille les sinistrés\n\nLe maire de Tourvan, Luc Périer, a annoncé jeudi que quarante personnes étaient hébergées dans le gymnase. Selon la Croix-Rouge, dix d'entre elles sont des enfants.\n",
        "Le témoin de Quillebeuf\n\nUn habitant, Jean quillebeuf, a déclaré que la digue de Sarvel avait cédé vers minuit. Il a affirmé avoir vu l'eau monter dans la rue des Tanneurs.\n",
    ];

    private sealed class Clock : TimeProvider
    {
        public static TimeProvider Fixed { get; } = new Clock();

        public override DateTimeOffset GetUtcNow() => _moment;
    }
}
