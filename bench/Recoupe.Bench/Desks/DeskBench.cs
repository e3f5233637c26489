using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Recoupe.Store;

namespace Recoupe.Bench.Desks;

/// <summary>Desks in processes of their own: how soon they open, what several people at once lose, what a kill loses, what hours would cost.</summary>
internal static class DeskBench
{
    private const int Readers = 16, Writers = 2;

    // A desk is killed at some moment of its first seconds: while it opens, derives, decides and adds.
    private const int LongestLife = 2500; // milliseconds

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // A ledger that grew for so many rounds is left for a new copy, or the last rounds would measure its size.
    private const int RoundsTogether = 20;

    private static readonly string[] _pages = ["/", "/new.html", "/claims.html", "/claims.html?contested=1", "/disputes.html", "/articles.html", "/names.html", "/figures.html", "/questions.html", "/decisions.html", "/search.html?q=barrage", "/found?q=colonel"];

    /// <summary>Milliseconds from the start of the process to the last byte of the first page.</summary>
    public static int Start(string[] args)
    {
        var times = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5;
        using var folder = new LedgerCopy(args[1]);
        var took = Enumerable.Range(0, times).Select(_ => Opened(args[0], folder.Ledger).GetAwaiter().GetResult()).ToList();
        Console.WriteLine($"milliseconds to the first page, each of {times}: {string.Join(", ", took.Select(t => t.ToString("F0", CultureInfo.InvariantCulture)))}");
        return 0;
    }

    /// <summary>Two analysts at desks of their own over one ledger: what is lost, and how late one sees what the other decided.</summary>
    public static int Two(string[] args)
    {
        using var folder = new LedgerCopy(args[1]);
        var (made, lost, late) = Two(args[0], folder.Ledger, int.Parse(args[2], CultureInfo.InvariantCulture)).GetAwaiter().GetResult();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{made} decisions, {lost} lost; seen by the other after {late[late.Length / 2]:F0} ms (median), {late[late.Length * 95 / 100]:F0} ms (95th percentile), {late[^1]:F0} ms (last)"));
        return lost == 0 ? 0 : 1;
    }

    /// <summary>Desks killed at any moment while somebody decides and adds: what was acknowledged and is not there.</summary>
    public static int Kill(string[] args)
    {
        var (decisions, articles, lost) = Kill(args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture)).GetAwaiter().GetResult();
        Console.WriteLine($"{args[2]} kills; {decisions} decisions and {articles} articles acknowledged, {lost} lost");
        return lost == 0 ? 0 : 1;
    }

    /// <summary>Sixteen who read and two who decide: errors, times, memory.</summary>
    public static int Load(string[] args)
    {
        using var folder = new LedgerCopy(args[1]);
        var errors = Load(args[0], folder.Ledger, TimeSpan.FromSeconds(int.Parse(args[2], CultureInfo.InvariantCulture)), Console.WriteLine).GetAwaiter().GetResult();
        return errors == 0 ? 0 : 1;
    }

    public static async Task<(int Made, int Lost, double[] Late)> Two(string program, string ledger, int decisions)
    {
        using var one = await DeskProcess.Start(program, ledger, "amina");
        using var other = await DeskProcess.Start(program, ledger, "chloe");
        var claims = Claims(ledger);
        var made = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        using var stop = new CancellationTokenSource();
        ConcurrentDictionary<string, long>[] seen = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
        Task[] watching = [Watch(one, seen[0], stop.Token), Watch(other, seen[1], stop.Token)];
        var each = decisions / 2;
        await Task.WhenAll(
            Decide(one, claims, each, "amina", made),
            Decide(other, claims, each, "chloe", made));
        var patience = Stopwatch.StartNew();
        while (seen.Any(s => made.Keys.Any(id => !s.ContainsKey(id))) && patience.Elapsed < LongestWait) await Task.Delay(20);
        await stop.CancelAsync();
        await Task.WhenAll(watching);
        var log = new DecisionLog(ledger).Read().Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var lost = made.Keys.Count(id => !log.Contains(id)) + (decisions - made.Count);
        // The later of the two: whoever decided sees it at once.
        double[] late = [.. made.Select(m => seen.Max(s => s.TryGetValue(m.Key, out var at) ? Math.Max(0, Stopwatch.GetElapsedTime(m.Value, at).TotalMilliseconds) : double.PositiveInfinity)).Order()];
        return (made.Count, lost, late);
    }

    public static async Task<(int Decisions, int Articles, int Lost)> Kill(string program, string sample, int kills)
    {
        var random = new Random(22);
        var (decisions, articles, lost) = (0, 0, 0);
        for (var round = 0; round < kills;)
        {
            using var folder = new LedgerCopy(sample);
            var (made, added, claims) = (new ConcurrentBag<string>(), new ConcurrentBag<string>(), Claims(folder.Ledger));
            for (var i = 0; i < RoundsTogether && round < kills; i++, round++)
            {
                using var desk = await DeskProcess.Start(program, folder.Ledger, "amina");
                var work = Task.WhenAll(UntilKilled(() => DecideOn(desk, claims, made)), UntilKilled(() => AddTo(desk, round, added)));
                if (round % 2 == 0) await FirstOf(made, made.Count); // else at any moment: as it opens, too
                await Task.WhenAny(work, Task.Delay(random.Next(LongestLife)));
                desk.Kill();
                await work;
            }

            lost += Lost(folder.Ledger, made, added);
            (decisions, articles) = (decisions + made.Count, articles + added.Count);
        }

        return (decisions, articles, lost);
    }

    public static async Task<int> Load(string program, string ledger, TimeSpan span, Action<string> say)
    {
        using var desk = await DeskProcess.Start(program, ledger, "amina", "--metrics");
        var claims = Claims(ledger);
        var (errors, requests) = (0, new ConcurrentBag<double>());
        using var stop = new CancellationTokenSource(span);
        var people = Enumerable.Range(0, Readers).Select(i => Read(i)).Concat(Enumerable.Range(0, Writers).Select(i => Write(i))).ToList();
        using var watcher = await desk.Client();
        var clock = Stopwatch.StartNew();
        for (var mark = span / 10; mark <= span; mark += span / 10)
        {
            if (mark > clock.Elapsed) await Task.Delay(mark - clock.Elapsed);
            var (_, told) = await watcher.Get("/metrics");
            var memory = told.Split('\n').Single(line => line.StartsWith("process_resident_memory_bytes ", StringComparison.Ordinal));
            say(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:F0} s\t{requests.Count} requests\t{long.Parse(memory.Split(' ')[1], CultureInfo.InvariantCulture) >> 20} MB"));
        }

        await Task.WhenAll(people);
        double[] took = [.. requests.Order()];
        say(string.Create(CultureInfo.InvariantCulture, $"{took.Length} requests, {errors} errors, median {took[took.Length / 2]:F0} ms, 95th percentile {took[took.Length * 95 / 100]:F0} ms"));
        return errors;

        async Task Read(int seed)
        {
            using var client = await desk.Client();
            var random = new Random(seed);
            while (!stop.IsCancellationRequested)
            {
                var path = random.Next(3) == 0 ? $"/claim-{claims[random.Next(claims.Count)]}.html" : _pages[random.Next(_pages.Length)];
                await Timed(async () => (await client.Get(path)).Status is HttpStatusCode.OK or HttpStatusCode.NotFound);
            }
        }

        // Decided and taken back: the ledger is as large in the end as it was.
        async Task Write(int seed)
        {
            using var client = await desk.Client();
            var random = new Random(seed);
            while (!stop.IsCancellationRequested)
            {
                string? made = null;
                await Timed(async () => (made = await client.Rate(claims[random.Next(claims.Count)], random.Next(1, 7), "Seen.")) is not null);
                await Timed(async () => await client.Post("/undo", ("decision", made ?? "")) is not null);
            }
        }

        async Task Timed(Func<Task<bool>> ask)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                if (!await ask()) Interlocked.Increment(ref errors);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref errors);
            }

            requests.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static async Task<double> Opened(string program, string ledger)
    {
        var started = Stopwatch.GetTimestamp();
        using var desk = await DeskProcess.Start(program, ledger, "amina");
        using var client = await desk.Client();
        var (status, page) = await client.Get("/");
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return status == HttpStatusCode.OK && page.Contains("</html>", StringComparison.Ordinal) ? took : throw new InvalidOperationException(page);
    }

    private static async Task Decide(DeskProcess desk, IReadOnlyList<string> claims, int count, string by, ConcurrentDictionary<string, long> made)
    {
        using var client = await desk.Client();
        for (var i = 0; i < count; i++)
        {
            if (await client.Rate(claims[i % claims.Count], 1 + (i % 6), $"{by} {i}") is { } id) made[id] = Stopwatch.GetTimestamp();
        }
    }

    // What a page shows once it is told that the ledger is another.
    private static async Task Watch(DeskProcess desk, ConcurrentDictionary<string, long> seen, CancellationToken stop)
    {
        using var listener = await desk.Client();
        using var reader = await desk.Client();
        try
        {
            await foreach (var _ in listener.Events(stop))
            {
                var (_, page) = await reader.Get("/decisions.html", stop);
                var now = Stopwatch.GetTimestamp();
                foreach (var part in page.Split("id=\"d-").Skip(1)) seen.TryAdd(part[..part.IndexOf('"', StringComparison.Ordinal)], now);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task FirstOf(ConcurrentBag<string> made, int before)
    {
        for (var patience = Stopwatch.StartNew(); made.Count == before && patience.Elapsed < LongestWait;) await Task.Delay(10);
    }

    private static async Task UntilKilled(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // It was killed: what was not acknowledged may be lost.
        }
    }

    private static async Task DecideOn(DeskProcess desk, IReadOnlyList<string> claims, ConcurrentBag<string> made)
    {
        using var client = await desk.Client();
        for (var i = 0; ; i++)
        {
            if (await client.Rate(claims[i % claims.Count], 1 + (i % 6), "Seen.") is { } id) made.Add(id);
        }
    }

    // An article is acknowledged once the page says that it was added.
    private static async Task AddTo(DeskProcess desk, int round, ConcurrentBag<string> added)
    {
        using var client = await desk.Client();
        for (var i = 0; ; i++)
        {
            var name = FormattableString.Invariant($"Pont-{round}-{i}");
            await client.Post("/add", ("text", $"{name}\n\nLe maire de Valmorel a annoncé que le pont {round} serait fermé {i} jours. Selon le préfet, la fermeture durera deux semaines, le temps de vérifier les piles."));
            while (!(await client.Get("/add.html")).Body.Contains("<p class=\"flash\">1 article", StringComparison.Ordinal)) await Task.Delay(10);
            added.Add(name);
        }
    }

    private static int Lost(string ledger, IEnumerable<string> made, IEnumerable<string> added)
    {
        var log = new DecisionLog(ledger).Read().Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        using var pipeline = Pipeline.Open(ledger, create: false);
        var articles = pipeline.Ledger().Articles.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var faults = pipeline.Verify().Count();
        return made.Count(id => !log.Contains(id)) + added.Count(name => !articles.Contains(name)) + faults;
    }

    private static List<string> Claims(string ledger)
    {
        using var pipeline = Pipeline.OpenToRead(ledger);
        return [.. pipeline.Ledger().Claims.Select(c => c.Id)];
    }

    /// <summary>A ledger that is worked on in place of the one that was given; of a folder of texts, one that is made of them.</summary>
    public sealed class LedgerCopy : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("recoupe-desk-bench-").FullName;

        public LedgerCopy(string given)
        {
            if (Directory.Exists(given))
            {
                using var pipeline = Pipeline.Open(Ledger);
                pipeline.Add([given]);
                _ = pipeline.Ledger();
            }
            else
            {
                File.Copy(given, Ledger);
            }
        }

        public string Ledger => Path.Combine(_folder, "ledger.recoupe");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
