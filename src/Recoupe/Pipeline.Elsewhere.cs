using Recoupe.Link;
using Recoupe.Link.Fingerprints;
using Recoupe.Run;
using Recoupe.Store;
using Recoupe.Store.Packing;

namespace Recoupe;

/// <content>Pages that are read elsewhere, as bytes there and back.</content>
public sealed partial class Pipeline
{
    /// <summary>What a page's reading depends on beside the page: who reads for a ledger must have the same.</summary>
    public static string ReadingVersion => StageVersion.Current;

    /// <summary>Opens a ledger whose pages are read elsewhere; the rest is as ever, and the result the same.</summary>
    /// <param name="path">The ledger's file; made where there is none.</param>
    /// <param name="readers">Whoever reads.</param>
    /// <param name="threads">How many articles are compared at once; 0 for one a core.</param>
    /// <param name="pages">Whether pages are kept verbatim.</param>
    /// <exception cref="LedgerException">The file is no ledger, is of a newer version, or cannot be opened.</exception>
    public static Pipeline Open(string path, IPageReaders readers, int threads = 0, bool pages = true) =>
        new(LedgerFile.Promised(path), path, threads, stays: false, pages, ReadAlone, elsewhere: readers);

    /// <summary>Reads a page that was packed; what comes of it, packed.</summary>
    /// <exception cref="InvalidDataException">The bytes are no page.</exception>
    public static byte[] ReadPacked(byte[] page)
    {
        var unpacked = PackedPages.Page(page);
        return PackedPages.Pack(PageGuard.Refused<PreparedPage>(unpacked.Path, () =>
        {
            var outcome = ReadAlone(unpacked);
            return outcome.Value is { } found ? PreparedPage.Of(found) : outcome.Rejection!;
        }));
    }

    /// <summary>What comes of a page that ended every reader that tried it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no page.</exception>
    public static byte[] RefusePacked(byte[] page)
    {
        var path = PackedPages.Page(page).Path;
        return PackedPages.Pack((Outcome<PreparedPage>)new Rejection(
            "READ-2",
            path,
            "Every reader that tried this page was lost, three in all.",
            "Please report it with this page; the rest was read."));
    }

    /// <summary>An article that is ready to be inserted.</summary>
    private sealed record PreparedPage(ArticleRow Row, Fingerprint Print, Sketch Sketch)
    {
        public static PreparedPage Of(ReadArticle found)
        {
            var print = Linker.Fingerprint(found.Article, found.Reading, found.Findings);
            var keys = Linker.Keys(print);
            var sketch = Linker.Sketch(print, keys);
            return new(ArticleRow.Of(new(found.Article, found.Findings, print.ToBytes(), keys, sketch.ToBytes())), print, sketch);
        }

        /// <summary>What was made elsewhere; its keys follow from its fingerprint, here as there.</summary>
        /// <exception cref="InvalidDataException">It is not what was made.</exception>
        public static PreparedPage Of(byte[] header, byte[] body, byte[] findings, byte[] fingerprint)
        {
            var print = Fingerprint.FromBytes(fingerprint);
            var keys = Linker.Keys(print);
            var sketch = Linker.Sketch(print, keys);
            var row = ArticleRow.Of(header, body, findings, fingerprint, keys, sketch.ToBytes());
            return row.Prepared.Article.Id == print.Article
                ? new(row, print, sketch)
                : throw new InvalidDataException("It is of two articles.");
        }
    }

    /// <summary>A page on its way to a reader, and what was made of it on its way back.</summary>
    private static class PackedPages
    {
        public static byte[] Pack(Page page)
        {
            var to = new PackedWriter();
            to.Text(page.Path);
            to.Text(page.Name);
            to.Enum(page.Kind);
            to.Text(StoredJson.Of(page.Given));
            to.Blob(page.Bytes.AsSpan());
            return Recoupe.Store.Blob.Pack(to.Bytes);
        }

        public static Page Page(byte[] packed)
        {
            var from = new PackedReader(Recoupe.Store.Blob.Unpack(packed), new(StringComparer.Ordinal));
            var (path, name, kind, facts) = (from.Text(), from.Text(), from.Enum<PageKind>(), StoredJson.Facts(from.Text()));
            return new(path, name, kind, [.. from.Blob()], facts);
        }

        public static byte[] Pack(Outcome<PreparedPage> outcome)
        {
            var to = new PackedWriter();
            to.Bool(outcome.Value is not null);
            if (outcome.Value is { } prepared)
            {
                to.Blob(prepared.Row.Header);
                to.Blob(prepared.Row.Body);
                to.Blob(prepared.Row.Findings);
                to.Blob(prepared.Row.Prepared.Fingerprint);
            }
            else
            {
                to.Text(outcome.Rejection!.Code);
                to.Text(outcome.Rejection.Input);
                to.Text(outcome.Rejection.Message);
                to.Text(outcome.Rejection.Advice);
            }

            return Seal.Of(to.Bytes);
        }

        /// <summary>What came back for a page.</summary>
        public static Outcome<PreparedPage> Outcome(byte[] packed, ArticleId page)
        {
            try
            {
                var from = new PackedReader(Seal.Open(packed).ToArray(), new(StringComparer.Ordinal));
                if (!from.Bool()) return new Rejection(from.Text(), from.Text(), from.Text(), from.Text());
                var prepared = PreparedPage.Of(from.Blob(), from.Blob(), from.Blob(), from.Blob());
                return prepared.Row.Prepared.Article.Id == page ? prepared : throw new InvalidDataException("It is of another page.");
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException or LedgerException))
            {
                throw new LedgerException(
                    "READERS-3",
                    "what a reader gave back is not what it made",
                    "look for what changes bytes on their way, then run the same command again",
                    fault);
            }
        }
    }
}
