namespace Recoupe.Run;

/// <summary>Counts what becomes of a run's inputs, and tells whoever watches.</summary>
internal sealed class RunTally(IProgress<RunProgress>? watcher)
{
    private readonly List<Rejection> refused = [];
    private int added;
    private int changed;
    private int unchanged;
    private int pages;
    private long bytes;

    public void Refuse(Rejection rejection)
    {
        refused.Add(rejection);
        Tell(rejection.Input, 0);
    }

    public void Keep(string path, int size, bool isNew)
    {
        if (isNew) added++;
        else changed++;
        Tell(path, size);
    }

    public void Skip(Page page)
    {
        unchanged++;
        Tell(page.Path, page.Bytes.Length);
    }

    public RunSummary Summary() => new(added, changed, unchanged, [.. refused]);

    private void Tell(string path, int size)
    {
        pages++;
        bytes += size;
        watcher?.Report(new RunProgress(pages, bytes, path));
    }
}
