using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoupe.Utility;

namespace Recoupe.Store;

/// <summary>
/// The analyst's decisions, beside the ledger and not in it, so that they outlive it: JSON lines, only ever added to.
/// A ledger made anew at the same place follows them again.
/// </summary>
internal sealed class DecisionLog(string ledger)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int LongestLine = 1 << 24; // bytes: what no decision comes near, and memory bears

    private readonly string _path = ledger + ".decisions.jsonl";

    /// <summary>
    /// Lines that were cut short, by a full disk or a process that was killed: the decision was never acknowledged, and is passed over.
    /// </summary>
    public ImmutableSortedSet<int> Cut { get; private set; } = [];

    /// <summary>Where the log lies.</summary>
    public string Place => _path;

    /// <summary>Every decision, in the order made.</summary>
    /// <exception cref="LedgerException">A line is no decision.</exception>
    public ImmutableArray<Decision> Read() =>
        OrdinaryFile.HasBytes(_path) ? DiskFault.Told(_path, () => HeldFile.Patiently(() => ImmutableArray.CreateRange(Decisions(File.ReadAllLines(_path))), HeldFile.Patience)) : [];

    /// <summary>A hash of the log as it is.</summary>
    /// <exception cref="LedgerException">It cannot be read.</exception>
    public string Mark() => Bytes() is { Length: > 0 } bytes ? ContentHash.Id("log", bytes) : "";

    private byte[] Bytes() => OrdinaryFile.HasBytes(_path)
        ? DiskFault.Told(_path, () => HeldFile.Patiently(() => File.ReadAllBytes(_path), HeldFile.Patience)) : [];

    /// <summary>The log as it was before each of its last lines came, the latest first: a hash of it, and its decisions.</summary>
    /// <param name="most">How many lines are looked at.</param>
    /// <exception cref="LedgerException">It cannot be read.</exception>
    public IEnumerable<(string Mark, Func<ImmutableArray<Decision>> Decisions)> Before(int most)
    {
        var bytes = Bytes();
        for (var end = bytes.Length; end > 0 && most > 0; most--)
        {
            end = bytes.AsSpan(0, end - 1).LastIndexOf((byte)'\n') + 1;
            var length = end;
            yield return (
                length == 0 ? "" : ContentHash.Id("log", bytes.AsSpan(0, length)),
                () => [.. Decisions(Encoding.UTF8.GetString(bytes, 0, length).Split('\n'))]);
        }
    }

    /// <summary>The decisions that can be read, whatever else the log holds, and how many lines cannot.</summary>
    public (ImmutableArray<Decision> Decisions, int Lost) ReadWhatIsWhole()
    {
        if (!OrdinaryFile.HasBytes(_path)) return ([], 0);
        var read = DiskFault.Told(_path, () => File.ReadAllLines(_path)).Where(line => !IsBlank(line)).Select(TryRead).ToList();
        return ([.. read.OfType<Decision>()], read.Count(decision => decision is null));
    }

    private IEnumerable<Decision> Decisions(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsBlank(lines[i])) continue;
            if (IsCut(lines[i])) Cut = Cut.Add(i + 1);
            else yield return Decision(lines[i], i + 1);
        }
    }

    // A disk that lost its power may leave noughts where a line was to be.
    private static bool IsBlank(string line) => line.AsSpan().Trim(['\0', ' ', '\t', '\uFEFF']).IsEmpty;

    // Good JSON as far as it goes, and no end.
    private static bool IsCut(string line)
    {
        if (!line.TrimStart('\uFEFF').StartsWith('{')) return false;
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(line.Trim('\0', '\uFEFF')), isFinalBlock: false, default);
            while (json.Read())
            {
                if (json.CurrentDepth == 0 && json.TokenType is JsonTokenType.EndObject) return false;
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Decision? TryRead(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return DecisionJson.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Adds a decision at the end.</summary>
    /// <exception cref="LedgerException">Another process holds the log, or the disk does not take it.</exception>
    public void Append(Decision decision) => DiskFault.Told(_path, () =>
    {
        using var held = Hold();
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        DropWhatWasCut(file);
        HeldFile.Append(file, Line(decision));
    });

    /// <summary>Takes the words of an article out of every anchor; where it was and its hash stay.</summary>
    /// <exception cref="LedgerException">Another process holds the log.</exception>
    public void Erase(ArticleId article)
    {
        if (!File.Exists(_path)) return;
        Rewrite(d => d with
        {
            Anchors = [.. d.Anchors.Select(a => a.Article == article ? a with { Quotation = "", Before = "", After = "" } : a)],
        });
    }

    /// <summary>
    /// Puts earlier decisions into other words and adds one at the end, both in one move of a file: added first, the old words could stay
    /// for good, since the new decision is what hides where they are.
    /// </summary>
    /// <exception cref="LedgerException">Another process holds the log.</exception>
    public void Append(Decision decision, Func<Decision, Decision> reword) => Rewrite(reword, decision);

    // Read and written under one hold: what another process adds meanwhile would else be lost. Killed at any moment, the old log or the new
    // one is there whole.
    private void Rewrite(Func<Decision, Decision> rewritten, params IEnumerable<Decision> added) => DiskFault.Told(_path, () =>
    {
        using var held = Hold();
        var made = _path + ".new";
        try
        {
            using (var file = File.Create(made))
            {
                foreach (var decision in Read().Select(rewritten).Concat(added)) file.Write(Line(decision));
                file.Flush(flushToDisk: true);
            }

            File.Move(made, _path, overwrite: true);
        }
        finally
        {
            File.Delete(made);
        }
    });

    // Beside the log and not on it, since a log that is rewritten is another file.
    private FileStream Hold() => HeldFile.Open(_path + ".lock", HeldFile.Patience);

    // What was cut at the end was never acknowledged. A line written by hand without an end is a decision, and stays.
    private static void DropWhatWasCut(FileStream file)
    {
        var last = new byte[Math.Min(file.Length, LongestLine)];
        file.Seek(-last.Length, SeekOrigin.End);
        file.ReadExactly(last);
        var line = last.AsSpan(last.AsSpan().LastIndexOf((byte)'\n') + 1);
        if (!line.IsEmpty && IsCut(Encoding.UTF8.GetString(line))) file.SetLength(file.Length - line.Length);
    }

    private Decision Decision(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return DecisionJson.Read(json.RootElement);
        }
        catch (JsonException e)
        {
            throw new LedgerException(
                "STORE-10", string.Create(CultureInfo.InvariantCulture, $"line {number} of {_path} is no decision"), "correct it, or take the line out", e);
        }
    }

    private static byte[] Line(Decision decision)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Plain))
        {
            json.WriteStartObject();
            DecisionJson.Write(json, decision);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }
}
