using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Recoupe.Tell;

namespace Recoupe.Bench.Crashes;

/// <summary>
/// What is left where the n-th write of a verb fails, for every n: the disk is full from there on, one write fails, half of it is written and
/// nothing after, nothing is from there on. The ledger opens and verifies, what was acknowledged is in it, what is forgotten is nowhere, and the
/// verb done once more comes to the same bytes.
/// </summary>
internal static partial class CrashBench
{
    private const int MostShown = 20; // faults of a verb
    private const int FewestOfVerb = 2; // writes of each that are tried, where not all are
    private const string Loaded = "LD_PRELOAD", Secret = "quillebeuf";

    private static readonly string[] _ways = ["count", "full", "failing", "torn", "stopped"];

    /// <summary>Every n, or with a number every so many.</summary>
    public static int Run(string[] args)
    {
        var every = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
        if (Environment.GetEnvironmentVariable(Loaded) is { Length: > 0 }) return Tried(every);
        var folder = Directory.CreateTempSubdirectory("recoupe-crash-").FullName;
        try
        {
            var library = Path.Combine(folder, "faults.so");
            if (!Compiles(library))
            {
                Console.Error.WriteLine("No C compiler was found: nothing was tried.");
                return 2;
            }

            var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(CrashBench).Assembly.Location, "crash", .. args]) { UseShellExecute = false };
            start.Environment[Loaded] = library;
            using var child = Process.Start(start)!;
            child.WaitForExit();
            return child.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [LibraryImport("faults.so", EntryPoint = "faults_arm", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void Arm(string folder, nint at, int way);

    [LibraryImport("faults.so", EntryPoint = "faults_disarm")]
    private static partial nint Disarm();

    /// <summary>Makes the library that fails writes, where there is a C compiler.</summary>
    internal static bool Compiles(string library)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Crashes", "faults.c");
        foreach (var compiler in (string[])["cc", "gcc", "clang"])
        {
            try
            {
                using var made = Process.Start(compiler, ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]);
                made.WaitForExit();
                if (made.ExitCode == 0) return true;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not installed.
            }
        }

        return false;
    }

    private static int Tried(int every)
    {
        NativeLibrary.SetDllImportResolver(typeof(CrashBench).Assembly, (name, _, _) =>
            name is "faults.so" ? NativeLibrary.Load(Environment.GetEnvironmentVariable(Loaded)!) : 0);
        var folder = Directory.CreateTempSubdirectory("recoupe-crash-").FullName;
        try
        {
            var faults = new List<string>();
            var (trials, shown) = (0, 0);
            foreach (var verb in CrashVerb.All(folder))
            {
                var trial = new Trial(verb, Path.Combine(folder, "work"));
                var writes = trial.Writes();
                var (tried, step) = (0, Math.Clamp(writes / FewestOfVerb, 1, every));
                for (var n = 1 + (trials % step); n <= writes; n += step)
                {
                    for (var way = 1; way < _ways.Length; way++)
                    {
                        tried++;
                        faults.AddRange(trial.Fails(n, way).Select(fault => $"{verb.Name}, write {n} of {writes}, {_ways[way]}: {fault}"));
                    }
                }

                trials += tried;
                foreach (var fault in faults.Skip(shown).Take(MostShown)) Console.WriteLine(fault);
                shown = faults.Count;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verb.Name}\t{writes} writes\t{tried} trials\t{faults.Count} faults so far"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trials} trials, {faults.Count} faults"));
            return faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One verb tried over a folder that is as it was each time.</summary>
    private sealed class Trial
    {
        private readonly CrashVerb _verb;
        private readonly string _work;
        private readonly string _before;
        private readonly string _after;

        public Trial(CrashVerb verb, string work)
        {
            (_verb, _work) = (verb, work);
            Reset();
            _before = State();
            _verb.Do(_work);
            _after = State();
        }

        /// <summary>How many writes it takes.</summary>
        public int Writes()
        {
            Reset();
            Arm(_work, 0, 0);
            _verb.Do(_work);
            return (int)Disarm();
        }

        public IEnumerable<string> Fails(int n, int way)
        {
            Reset();
            var told = Attempt(n, way);
            if (told.Fault is { } fault) yield return fault;
            var state = Guarded(State);
            if (!string.Equals(state, _after, StringComparison.Ordinal) && (told.IsDone || !IsBefore(state)))
                yield return $"{(told.IsDone ? "acknowledged" : "refused")}, and then the ledger is neither as before nor as after: {Head(state)}";
            if (string.Equals(state, _after, StringComparison.Ordinal) && !_verb.IsRepeated) yield break;
            var again = Guarded(() =>
            {
                _verb.Do(_work);
                return State();
            });
            if (!string.Equals(again, _after, StringComparison.Ordinal)) yield return $"done once more, it does not come to the same: {Head(again)}";
            if (_verb.Erases && Left()) yield return "bytes of what was forgotten are left";
        }

        // As it was; or, of a verb that keeps several things, some of them, and whole.
        private bool IsBefore(string state) => string.Equals(state, _before, StringComparison.Ordinal) || (_verb.HasSteps && state.StartsWith('{'));

        private (bool IsDone, string? Fault) Attempt(int n, int way)
        {
            Arm(_work, n, way);
            try
            {
                _verb.Do(_work);
                return (true, null);
            }
            catch (LedgerException)
            {
                return (false, null);
            }
            catch (Exception e)
            {
                return (false, $"{e.GetType().Name}, no LedgerException: {e.Message}");
            }
            finally
            {
                Disarm();
            }
        }

        private bool Left() => Directory.EnumerateFiles(_work).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) >= 0);

        private static string Head(string state) => state[..Math.Min(state.Length, 160)].ReplaceLineEndings(" ");

        private static string Guarded(Func<string> read)
        {
            try
            {
                return read();
            }
            catch (Exception e)
            {
                return $"{e.GetType().Name}: {e.Message}";
            }
        }

        private void Reset()
        {
            if (Directory.Exists(_work)) Directory.Delete(_work, recursive: true);
            Directory.CreateDirectory(_work);
            foreach (var file in Directory.EnumerateFiles(_verb.Start)) File.Copy(file, Path.Combine(_work, Path.GetFileName(file)));
        }

        // The export, the log and the faults that verifying finds, all in one text.
        private string State()
        {
            var ledger = Path.Combine(_work, CrashVerb.LedgerName);
            if (!File.Exists(ledger)) return "none";
            using var pipeline = CrashVerb.Open(_work);
            using var export = new MemoryStream();
            LedgerJson.Write(export, pipeline.Ledger());
            var faults = string.Concat(pipeline.Verify().Select(f => $"{f.Code} {f.Where}: {f.Message}\n"));
            return faults + Encoding.UTF8.GetString(export.ToArray()) + _verb.Beside(_work);
        }
    }
}
