using System.Text;
using Recoupe.Tell;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Pipelines;

/// <summary>Pages that are read elsewhere come back as bytes, and make the same ledger.</summary>
public sealed class ElsewhereTests : IDisposable
{
    private static readonly string[] Pages =
        [.. new[] { "07-chronicle-colonel.txt", "09-veilleur-rumeur.md", "10-echo-dementi.txt" }.Select(n => Path.Combine(StoryGold.Articles, n))];

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_read_elsewhere_is_filed_as_what_is_read_here()
    {
        using var here = Pipeline.Open(_folder["here.recoupe"]);
        using var away = Pipeline.Open(_folder["away.recoupe"], new Fake(page => Pipeline.ReadPacked(page)));
        here.Add(Pages);
        away.Add(Pages).Added.ShouldBe(Pages.Length);
        Export(away).ShouldBe(Export(here));
    }

    [Fact]
    public void A_page_that_cannot_be_used_is_refused_as_here()
    {
        string[] pages = [Pages[0], _folder.File("code.txt", "int main(void) { return 0; }\n")];
        using var here = Pipeline.Open(_folder["here.recoupe"]);
        using var away = Pipeline.Open(_folder["away.recoupe"], new Fake(page => Pipeline.ReadPacked(page)));
        away.Add(pages).Refused.ShouldBe(here.Add(pages).Refused);
    }

    [Fact]
    public void A_page_that_ended_every_reader_is_refused_and_the_rest_is_filed()
    {
        var tried = 0;
        using var away = Pipeline.Open(
            _folder["away.recoupe"], new Fake(page => Interlocked.Increment(ref tried) == 1 ? Pipeline.RefusePacked(page) : Pipeline.ReadPacked(page)));
        var run = away.Add(Pages);
        (run.Added, run.Refused.Single().Code).ShouldBe((Pages.Length - 1, "READ-2"));
    }

    [Fact]
    public void Bytes_that_no_reader_made_are_not_filed()
    {
        using var away = Pipeline.Open(_folder["away.recoupe"], new Fake(page => [.. Pipeline.ReadPacked(page).Select(b => (byte)(b ^ 1))]));
        Should.Throw<LedgerException>(() => away.Add(Pages)).Code.ShouldBe("READERS-3");
        away.Count().ShouldBe(0);
        byte[]? other = null;
        using var swapped = Pipeline.Open(_folder["swapped.recoupe"], new Fake(page => other ??= Pipeline.ReadPacked(page)));
        Should.Throw<LedgerException>(() => swapped.Add(Pages)).Code.ShouldBe("READERS-3");
    }

    private static string Export(Pipeline pipeline)
    {
        using var output = new MemoryStream();
        LedgerJson.Write(output, pipeline.Ledger());
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private sealed class Fake(Func<byte[], byte[]> read) : IPageReaders
    {
        public int AtOnce => 1;

        public byte[] Read(byte[] page, CancellationToken cancel) => read(page);
    }
}
