using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoupe.Store;

/// <summary>
/// The analyst's decisions, beside the ledger and not in it, so that they outlive it: JSON lines, only ever added to.
/// A ledger made anew at the same place follows them again.
/// </summary>
internal sealed class DecisionLog(string ledger)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string path = ledger + ".decisions.jsonl";

    /// <summary>Every decision, in the order made.</summary>
    /// <exception cref="LedgerException">A line is no decision.</exception>
    public ImmutableArray<Decision> Read() => File.Exists(path) ? DiskFault.Told(path, () => ImmutableArray.CreateRange(Lines())) : [];

    private IEnumerable<Decision> Lines() =>
        File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => Decision(line.Item, line.Index + 1));

    /// <summary>Adds a decision at the end.</summary>
    /// <exception cref="LedgerException">Another process holds the log, or the disk does not take it.</exception>
    public void Append(Decision decision) => DiskFault.Told(path, () =>
    {
        using var held = Hold();
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (!EndsALine(file)) file.WriteByte((byte)'\n');
        file.Seek(0, SeekOrigin.End);
        file.Write(Line(decision));
        file.Flush(flushToDisk: true);
    });

    /// <summary>Takes the words of an article out of every anchor; where it was and its hash stay.</summary>
    /// <exception cref="LedgerException">Another process holds the log.</exception>
    public void Erase(ArticleId article)
    {
        if (!File.Exists(path)) return;
        Rewrite(d => d with
        {
            Anchors = [.. d.Anchors.Select(a => a.Article == article ? a with { Quotation = "", Before = "", After = "" } : a)],
        });
    }

    /// <summary>
    /// Puts earlier decisions into other words and adds one at the end, both in one move of a file: added first, the old words could stay for good,
    /// since the new decision is what hides where they are.
    /// </summary>
    /// <exception cref="LedgerException">Another process holds the log.</exception>
    public void Append(Decision decision, Func<Decision, Decision> reword) => Rewrite(reword, decision);

    // Read and written under one hold: what another process adds meanwhile would else be lost. Killed at any moment, the old log or the new one is there whole.
    private void Rewrite(Func<Decision, Decision> rewritten, params IEnumerable<Decision> added) => DiskFault.Told(path, () =>
    {
        using var held = Hold();
        var made = path + ".new";
        using (var file = File.Create(made))
        {
            foreach (var decision in Read().Select(rewritten).Concat(added)) file.Write(Line(decision));
            file.Flush(flushToDisk: true);
        }

        File.Move(made, path, overwrite: true);
    });

    // Beside the log and not on it, since a log that is rewritten is another file.
    private FileStream Hold()
    {
        const int attempts = 100, pause = 50;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (DiskFault.IsHeld(e) && attempt < attempts)
            {
                Thread.Sleep(pause);
            }
        }
    }

    // A line that was cut short, or written by hand without an end, must not swallow the next. Leaves the file at its end.
    private static bool EndsALine(FileStream file)
    {
        if (file.Length == 0) return true;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
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
                "STORE-10", string.Create(CultureInfo.InvariantCulture, $"line {number} of {path} is no decision"), "correct it, or take the line out", e);
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
