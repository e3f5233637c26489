using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Recoupe.Language;
using Recoupe.Store;

namespace Recoupe.Tests.Store;

public sealed class LedgerFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recoupe-").FullName;

    private string LedgerPath => Path.Combine(folder, "ledger.recoupe");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(11, "STORE-4")]
    [InlineData(unchecked((int)0x80070020), "STORE-4")]
    [InlineData(28, "STORE-3")]
    [InlineData(unchecked((int)0x80070070), "STORE-3")]
    [InlineData(30, "STORE-5")]
    [InlineData(5, "STORE-6")]
    public void What_the_disk_does_not_do_is_told_as_it_is(int cause, string code) =>
        Should.Throw<LedgerException>(() => DiskFault.Told("ledger.decisions.jsonl", () => throw new IOException("no", cause))).Code.ShouldBe(code);

    [Fact]
    public void A_page_kept_twice_is_kept_once()
    {
        using var ledger = LedgerFile.Open(LedgerPath);
        ledger.Keep(PageOf("Un barrage a cédé.")).ShouldBe(PageState.New);
        ledger.Keep(PageOf("Un barrage a cédé.")).ShouldBe(PageState.Before);
        ledger.Keep(PageOf("Un barrage a cédé.", "copy.txt")).ShouldBe(PageState.SeenElsewhere);
        ledger.PageIds().Length.ShouldBe(1);
    }

    [Fact]
    public void One_page_seen_in_two_places_has_one_path_whatever_the_order()
    {
        Path.GetFileName(SeenAt("b.txt", "a.txt")).ShouldBe("a.txt");
        Path.GetFileName(SeenAt("a.txt", "b.txt")).ShouldBe("a.txt");
    }

    [Fact]
    public void An_article_comes_back_as_it_was_filed()
    {
        using var ledger = LedgerFile.Open(LedgerPath);
        var prepared = PreparedOf(PageOf("Le préfet dément : « Personne n’est mort. »"));
        Keep(ledger, prepared);

        var filed = ledger.Filed(prepared.Article.Id)!;

        filed.Article.Text.ShouldBe(prepared.Article.Text);
        filed.Article.Header.ShouldBe(prepared.Article.Header with { Authors = filed.Article.Header.Authors });
        filed.Article.Blocks.ShouldBe(prepared.Article.Blocks);
        filed.Findings.Mentions.ShouldBe(prepared.Findings.Mentions);
        ledger.Fingerprint(1).ShouldBe(prepared.Fingerprint);
    }

    [Fact]
    public void What_fails_halfway_leaves_nothing()
    {
        using (var ledger = LedgerFile.Open(LedgerPath))
        {
            Should.Throw<InvalidOperationException>(() => ledger.Atomically(() =>
            {
                ledger.Keep(PageOf("À moitié."));
                throw new InvalidOperationException("power cut");
            }));
        }

        using var again = LedgerFile.Open(LedgerPath);
        again.PageIds().ShouldBeEmpty();
    }

    [Fact]
    public void Articles_that_share_a_key_are_candidates_until_the_bucket_is_over_its_limit()
    {
        using var ledger = LedgerFile.Open(LedgerPath);
        var all = Enumerable.Range(0, BlockingKey.BucketLimit + 1).Select(i => PreparedOf(PageOf($"Article {i}."), new BlockingKey(1), new BlockingKey(2 + ((uint)i / 2)))).ToList();
        var filed = all.SkipLast(1).Select(p => Keep(ledger, p)).ToList();
        ledger.Candidates(filed[0]).Length.ShouldBe(BlockingKey.BucketLimit - 1);

        Keep(ledger, all[^1]);

        ledger.Candidates(filed[0]).ShouldBe([filed[1].Serial]);
    }

    [Fact]
    public void A_pair_of_terms_is_crowded_sooner()
    {
        using var ledger = LedgerFile.Open(LedgerPath);
        var filed = Enumerable.Range(0, BlockingKey.TermsLimit).Select(i => Keep(ledger, PreparedOf(PageOf($"Article {i}."), new BlockingKey(2)))).ToList();
        ledger.Candidates(filed[0]).Length.ShouldBe(BlockingKey.TermsLimit - 1);
        Keep(ledger, PreparedOf(PageOf("Encore un."), new BlockingKey(2)));
        ledger.Candidates(filed[0]).ShouldBeEmpty();
    }

    [Fact]
    public void A_tie_dies_with_its_last_live_key_and_lives_again_where_the_bucket_empties()
    {
        using var ledger = LedgerFile.Open(LedgerPath);
        var all = Enumerable.Range(0, BlockingKey.BucketLimit + 1).Select(i => PreparedOf(PageOf($"Article {i}."), new BlockingKey(1))).ToList();
        var filed = all.SkipLast(1).Select(p => Keep(ledger, p)).ToList();
        ledger.Tie(filed[0].Serial, filed[1].Serial, 1, TieOf(filed[0].Id, filed[1].Id));
        ledger.Ties().Count().ShouldBe(1);

        Keep(ledger, all[^1]);

        ledger.Ties().ShouldBeEmpty();
        ledger.Drop(all[^1].Article.Id);
        ledger.Revive().ShouldHaveSingleItem().Length.ShouldBe(BlockingKey.BucketLimit);
        ledger.Ties().Count().ShouldBe(1);
        ledger.Candidates(filed[0]).Length.ShouldBe(BlockingKey.BucketLimit - 1);
    }

    [Fact]
    public void Candidates_are_the_same_in_a_ledger_that_was_opened_again()
    {
        ImmutableArray<IndexedArticle> filed;
        using (var ledger = LedgerFile.Open(LedgerPath))
            filed = [.. Enumerable.Range(0, 9).Select(i => Keep(ledger, PreparedOf(PageOf($"Article {i}."), new BlockingKey((uint)i % 3), new BlockingKey(7 + ((uint)i / 2)))))];
        using var again = LedgerFile.Open(LedgerPath);
        again.Candidates(filed[0]).ShouldBe([2, 4, 7]);
        again.Drop(filed[3].Id);
        again.Candidates(filed[0]).ShouldBe([2, 7]);
    }

    [Fact]
    public void What_failed_halfway_is_no_candidate()
    {
        using var ledger = LedgerFile.Open(LedgerPath);
        var first = Keep(ledger, PreparedOf(PageOf("A."), new BlockingKey(1)));
        Should.Throw<InvalidOperationException>(() => ledger.Atomically(() =>
        {
            Keep(ledger, PreparedOf(PageOf("B."), new BlockingKey(1)));
            throw new InvalidOperationException("power cut");
        }));
        ledger.Candidates(first).ShouldBeEmpty();
    }

    [Fact]
    public void Ties_come_back_as_they_were_kept()
    {
        using var ledger = LedgerFile.Open(LedgerPath);
        var (one, two) = (Keep(ledger, PreparedOf(PageOf("A."), new BlockingKey(1))), Keep(ledger, PreparedOf(PageOf("B."), new BlockingKey(1))));
        var (a, b) = InOrder(one.Id, two.Id);
        StatementTie[] statements =
        [
            new(new(a, "0a"), new(b, "0b"), StatementTieKind.Same, 7_312, "SAME-TERMS", []),
            new(new(a, "0a"), new(b, "0c"), StatementTieKind.Contradicts, 4_000, "FIGURES-APART", [new(a, new(3, 9)), new(b, new(300, 512))]),
        ];
        ledger.Tie(one.Serial, two.Serial, 1, TieOf(a, b) with { Statements = [.. statements] });

        var kept = ledger.Ties().ShouldHaveSingleItem();

        kept.Lineage.ShouldHaveSingleItem().ShouldBe(TieOf(a, b).Lineage[0] with { Reasons = kept.Lineage[0].Reasons });
        kept.Statements.Select(t => t with { Settling = [] }).ShouldBe(statements.Select(t => t with { Settling = [] }));
        kept.Statements.SelectMany(t => t.Settling).ShouldBe(statements.SelectMany(t => t.Settling));
    }

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused() => Opened(99).ShouldBe("STORE-2");

    [Fact]
    public void A_ledger_of_an_older_version_is_refused() => Opened(1).ShouldBe("STORE-9");

    [Fact]
    public void A_file_that_is_no_ledger_is_refused_and_left_alone()
    {
        File.WriteAllText(LedgerPath, "Chère grand-mère, il fait beau ici, et la soupe est bonne. À bientôt.");

        Should.Throw<LedgerException>(() => LedgerFile.Open(LedgerPath)).Code.ShouldBe("STORE-1");

        File.ReadAllText(LedgerPath).ShouldStartWith("Chère grand-mère");
    }

    private string Opened(int version)
    {
        LedgerFile.Open(LedgerPath).Dispose();
        using (var raw = new SqliteConnection($"Data Source={LedgerPath};Pooling=False"))
        {
            raw.Open();
            using var command = raw.CreateCommand();
            command.CommandText = $"PRAGMA user_version = {version}";
            command.ExecuteNonQuery();
        }

        return Should.Throw<LedgerException>(() => LedgerFile.Open(LedgerPath)).Code;
    }

    private static (ArticleId A, ArticleId B) InOrder(ArticleId a, ArticleId b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);

    private static Ties TieOf(ArticleId a, ArticleId b) =>
        new([new Lineage(a.Value, b, LineageKind.Copy, LineageDirection.Unknown, 1m, [])], []);

    private static Page PageOf(string text, string path = "page.txt") =>
        new(path, "page", PageKind.Text, [.. System.Text.Encoding.UTF8.GetBytes(text)], PageFacts.None);

    private static Prepared PreparedOf(Page page, params ImmutableArray<BlockingKey> keys)
    {
        var text = System.Text.Encoding.UTF8.GetString(page.Bytes.AsSpan());
        var header = new ArticleHeader(
            page.Id, ContentHash.OfText(text), page.Name, page.Path, null, null, null, [], "fr",
            new Publication("XXXX-04-07", PublicationSource.Text, null, new TextSpan(0, 2)));
        var findings = Findings.None with { Mentions = [new Mention(new TextSpan(0, 2), NameType.Person, "Le")] };
        var article = new Article(header, text, [new Block(new TextSpan(0, text.Length), BlockKind.Body)]);
        return new Prepared(article, findings, [1, 2, 3], keys, [4]);
    }

    private static IndexedArticle Keep(LedgerFile ledger, Prepared prepared)
    {
        ledger.Keep(PageOf(prepared.Article.Text, prepared.Article.Header.Path));
        return ledger.File(ArticleRow.Of(prepared), "1").Filed;
    }

    private string SeenAt(params ReadOnlySpan<string> paths)
    {
        using var ledger = LedgerFile.Open(Path.Combine(folder, paths[0] + ".recoupe"));
        foreach (var path in paths)
            ledger.Keep(PageOf("Le même texte.", path));
        return ledger.Page(ledger.PageIds().Single())!.Path;
    }
}
