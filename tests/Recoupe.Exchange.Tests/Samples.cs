using System.Text;
using Recoupe.Tell;
using Recoupe.Tell.Exchange;
using Recoupe.Tests.Tell;

[assembly: AssemblyFixture(typeof(Recoupe.Exchange.Tests.Samples))]

namespace Recoupe.Exchange.Tests;

/// <summary>
/// What is told: the sample story as the program reads it, with a question and a rating by hand, and the ledger that attacks its readers.
/// </summary>
public sealed class Samples : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recoupe-exchange-").FullName;
    private readonly Pipeline pipeline;
    private readonly Dictionary<ArticleId, FiledArticle> articles;
    private readonly Lazy<ExchangeLedger> real;

    public Samples()
    {
        pipeline = Pipeline.Open(Path.Combine(folder, "story.recoupe"));
        pipeline.Add([Path.Combine(Root(AppContext.BaseDirectory), "samples", "story")]);
        pipeline.Ask("Le colonel Zarovitch a-t-il été capturé ?");
        Story = pipeline.Ledger();
        real = new(ReadReal);
        articles = Story.Articles.ToDictionary(a => a.Id, a => pipeline.Required(a.Id));
    }

    /// <summary>What is tried: with <c>RECOUPE_ARTICLES</c>, a folder of real articles too, which the repository does not hold.</summary>
    public static TheoryData<string> All => Real is null ? ["story", "shared", "hostile"] : ["story", "shared", "hostile", "real"];

    private static string? Real => Environment.GetEnvironmentVariable("RECOUPE_ARTICLES") is { Length: > 0 } given ? given : null;

    public Ledger Story { get; }

    /// <summary>Where decisions are made; by one class of tests alone, since a pipeline is of one thread.</summary>
    public Pipeline Pipeline => pipeline;

    public FiledArticle Filed(ArticleId article) => articles[article];

    public ExchangeLedger Of(string which) => which switch
    {
        "real" => real.Value,
        "hostile" => new(HostileLedger.Ledger, _ => HostileLedger.Filed, Locale.For("en")),
        _ => new(Story, Filed, Locale.For("fr"), share: which == "shared"),
    };

    public ExchangeLedger Of(Ledger ledger) => new(ledger, Filed, Locale.For("fr"));

    /// <summary>What a form writes, as text.</summary>
    public static string Text(string format, ExchangeLedger told) =>
        Encoding.UTF8.GetString(Bytes(output => ExchangeFormat.Named(format)!.Write(output, told)));

    public static byte[] Bytes(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return bytes.ToArray();
    }

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private ExchangeLedger ReadReal()
    {
        using var read = Pipeline.Open(Path.Combine(folder, "real.recoupe"));
        read.Add([Real!]).Added.ShouldBeGreaterThan(0);
        var ledger = read.Ledger();
        var filed = ledger.Articles.ToDictionary(a => a.Id, a => read.Required(a.Id));
        return new(ledger, id => filed[id], Locale.For("fr"));
    }

    private static string Root(string below) =>
        Directory.Exists(Path.Combine(below, "samples")) ? below : Root(Path.GetDirectoryName(below.TrimEnd(Path.DirectorySeparatorChar))!);
}
