namespace Recoupe.Run;

/// <summary>Counts what becomes of a run's inputs, and tells whoever watches.</summary>
internal sealed class RunTally(IProgress<RunProgress>? watcher)
{
    private readonly List<Rejection> _refused = [];
    private int _added;
    private int _changed;
    private int _unchanged;
    private int _pages;
    private long _bytes;

    public void Refuse(Rejection rejection)
    {
        _refused.Add(rejection);
        Tell(rejection.Input, 0);
    }

    public void Keep(string path, int size, bool isNew)
    {
        if (isNew) _added++;
        else _changed++;
        Tell(path, size);
    }

    public void Skip(Page page)
    {
        _unchanged++;
        Tell(page.Path, page.Bytes.Length);
    }

    public RunSummary Summary() => new(_added, _changed, _unchanged, [.. _refused]);

    private void Tell(string path, int size)
    {
        _pages++;
        _bytes += size;
        watcher?.Report(new RunProgress(_pages, _bytes, path));
    }
}
