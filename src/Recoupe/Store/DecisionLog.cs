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
    public ImmutableArray<Decision> Read()
    {
        if (!File.Exists(path)) return [];
        var decisions = ImmutableArray.CreateBuilder<Decision>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) decisions.Add(Decision(line, number));
        }

        return decisions.ToImmutable();
    }

    /// <summary>Adds a decision at the end.</summary>
    public void Append(Decision decision)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (!EndsALine(file)) file.WriteByte((byte)'\n');
        file.Seek(0, SeekOrigin.End);
        file.Write(Line(decision));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Takes the words of an article out of every anchor; where it was and its hash stay.</summary>
    public void Erase(ArticleId article)
    {
        var decisions = Read();
        if (!decisions.Any(d => d.Anchors.Any(a => a.Article == article))) return;
        var erased = path + ".new";
        using (var file = File.Create(erased))
            foreach (var decision in decisions)
                file.Write(Line(decision with { Anchors = [.. decision.Anchors.Select(a => a.Article == article ? a with { Quotation = "", Before = "", After = "" } : a)] }));
        File.Move(erased, path, overwrite: true);
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
