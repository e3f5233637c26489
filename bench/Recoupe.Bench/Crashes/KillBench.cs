using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Recoupe.Bench.Crashes;

/// <summary>
/// What is left where the program is killed, at a moment or at a write drawn by lot: what was acknowledged is there, the ledger is whole, what was
/// forgotten is nowhere, and the verb done once more comes to the same.
/// </summary>
internal static partial class KillBench
{
    private const double Late = 1.1; // of the time that a verb takes: some moments come after it
    private const int MostOfDesk = 6; // a desk's trial does several things: one of so many trials is its
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(1500);

    public static int Run(string[] args)
    {
        var (count, seed) = (int.Parse(args[1], CultureInfo.InvariantCulture), args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1);
        var folder = Directory.CreateTempSubdirectory("recoupe-kills-").FullName;
        try
        {
            var library = Path.Combine(folder, "faults.so");
            if (!CrashBench.Compiles(library))
            {
                Console.Error.WriteLine("No C compiler was found: nothing was tried.");
                return 2;
            }

            var program = new KilledProgram(Path.GetFullPath(args[0]), library);
            return new Trials(program, folder, new Random(seed)).All(count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Trials(KilledProgram program, string folder, Random random)
    {
        private readonly string _work = Path.Combine(folder, "work");
        private int _faults, _inWindow, _kills;

        public int All(int count)
        {
            var verbs = KilledVerb.All(folder, program).Select(Measured).ToList();
            var decided = Path.Combine(folder, "decided");
            var desk = new DeskTrial(program, decided, _work, random);
            for (var i = 0; i < count; i++)
            {
                if (i % MostOfDesk == 0)
                {
                    Reset(decided);
                    _kills++;
                    foreach (var fault in desk.Faults(TimeSpan.FromMilliseconds(random.Next((int)_soon.TotalMilliseconds)))) Tell($"desk, trial {i}: {fault}");
                }
                else
                {
                    var (verb, before, after, writes, time) = verbs[random.Next(verbs.Count)];
                    var how = random.Next(2) == 0 ? random.Next(1, writes + 1) : -random.Next((int)(time.TotalMilliseconds * Late));
                    foreach (var fault in Faults(verb, before, after, how)) Tell($"{verb.Name}, trial {i}, {(how > 0 ? $"write {how} of {writes}" : $"{-how} ms")}: {fault}");
                }

                if (i % 100 == 99) Console.WriteLine(Told(i + 1));
            }

            Console.WriteLine(Told(count) + $"; things that desks acknowledged: {desk.Acknowledged}");
            return _faults == 0 ? 0 : 1;
        }

        private string Told(int trials) => string.Create(CultureInfo.InvariantCulture, $"{trials} trials, {_kills} kills, {_inWindow} of them between the commit of a forgetting and its end, {_faults} faults");

        private void Tell(string fault)
        {
            _faults++;
            Console.WriteLine(fault);
        }

        private (KilledVerb Verb, string Before, string After, int Writes, TimeSpan Time) Measured(KilledVerb verb)
        {
            Reset(verb.Start);
            var before = State();
            var writes = program.Writes(_work, verb);
            Reset(verb.Start);
            var watch = Stopwatch.StartNew();
            program.Tried(_work, verb);
            return (verb, before, State(), writes, watch.Elapsed);
        }

        private IEnumerable<string> Faults(KilledVerb verb, string before, string after, int how)
        {
            Reset(verb.Start);
            var told = how > 0 ? program.KilledAtWrite(_work, verb, how) : program.KilledAfter(_work, verb, TimeSpan.FromMilliseconds(-how));
            if (told.Status is not (0 or 137)) yield return $"it ends with {told.Status}: {told.Errors}";
            if (told.Status == 137) _kills++;
            if (verb.Erases && IsErasing()) _inWindow++;
            var isDone = told.Status == 0 || (verb.Says && told.Output.Length > 0);
            var state = State();
            var isBefore = string.Equals(state, before, StringComparison.Ordinal) || (verb.HasSteps && state.StartsWith('{'));
            if (!string.Equals(state, after, StringComparison.Ordinal) && (isDone || !isBefore))
                yield return $"{(isDone ? "acknowledged" : "not acknowledged")}, and then the ledger is neither as before nor as after: {Head(state)}";
            if (string.Equals(state, after, StringComparison.Ordinal) && !verb.IsRepeated) yield break;
            program.Tried(_work, verb);
            state = State();
            if (!string.Equals(state, after, StringComparison.Ordinal)) yield return $"done once more, it does not come to the same: {Head(state)}";
            if (verb.Erases && Kept.Names(_work)) yield return "bytes of what was forgotten are left";
        }

        private static string Head(string state) => state[..Math.Min(state.Length, 200)].ReplaceLineEndings(" ");

        // Rows that say that a forgetting was begun and not ended.
        private bool IsErasing()
        {
            var copy = Path.Combine(folder, "copy");
            Directory.CreateDirectory(copy);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(_work, "out"), "ledger.recoupe*")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
            using var database = new SqliteConnection($"Data Source={Path.Combine(copy, "ledger.recoupe")};Pooling=False");
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM erasing";
            var isErasing = command.ExecuteScalar() is > 0L;
            database.Close();
            Directory.Delete(copy, recursive: true);
            return isErasing;
        }

        private void Reset(string start)
        {
            if (Directory.Exists(_work)) Directory.Delete(_work, recursive: true);
            Copy(start, _work);
        }

        private static void Copy(string from, string to)
        {
            Directory.CreateDirectory(to);
            foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            foreach (var inner in Directory.EnumerateDirectories(from)) Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }

        // The export without moments, the accounts' names and what verifying says, in one text. Read in this process, which is faster; a program of
        // another build makes no difference but time.
        private string State()
        {
            var accounts = File.Exists(Path.Combine(_work, "accounts.jsonl")) ? program.Done(_work, "account", "accounts.jsonl") : "";
            try
            {
                return (Kept.Read(Path.Combine(_work, KilledVerb.Ledger)) is { } kept ? WithoutMoments(kept.Export, kept.Faults) : "none") + accounts;
            }
            catch (LedgerException fault)
            {
                return $"{fault.Code}: {fault.Message}";
            }
        }

        private static string WithoutMoments(string export, string faults)
        {
            using var json = JsonDocument.Parse(export);
            var (told, at) = (export, 0);
            foreach (var decision in json.RootElement.GetProperty("decisions").EnumerateArray())
                told = told.Replace(decision.GetProperty("id").GetString()!, $"decision {at++}", StringComparison.Ordinal);
            return faults + Moment().Replace(told, "moment");
        }
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d\d:\d\d)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Moment();
}
