using System.Collections.Immutable;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Metadata;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Recoupe.Ingest;

/// <summary>The sentences of <c>questions.yaml</c> beside a ledger: a list, or a list of entries with a field <c>question</c>.</summary>
internal static class QuestionList
{
    public const string Name = "questions.yaml";

    /// <exception cref="LedgerException">The file is none of that.</exception>
    public static ImmutableArray<string> Beside(string folder) =>
    [
        .. UserList.Read(Path.Combine(folder, Name))
            .Select(e => e.First(["question", UserList.Bare])?.Trim()).OfType<string>(),
    ];
}

/// <summary>
/// The user's own grades of sources: <c>sources.yaml</c> beside a ledger, entries of <c>source</c>, <c>grade</c>, <c>since</c> and
/// <c>note</c>.
/// </summary>
internal static class SourceList
{
    public const string Name = "sources.yaml";

    /// <exception cref="LedgerException">The file is none of that, or a grade is none of A to F.</exception>
    public static ImmutableArray<Reliability> Beside(string folder)
    {
        var path = Path.Combine(folder, Name);
        return [.. UserList.Read(path).Select(e => Grade(e, path)).OrderBy(r => r.Source, StringComparer.Ordinal)
            .ThenBy(r => r.Since, StringComparer.Ordinal)];
    }

    private static Reliability Grade(Fields entry, string path)
    {
        var grade = entry.First(["grade"])?.Trim().ToUpperInvariant();
        return entry.First(["source"])?.Trim() is { } source && grade is [>= 'A' and <= 'F' and var letter]
            ? new(source, letter, entry.First(["since"]), entry.First(["note"]))
            : throw new LedgerException("STORE-11", $"{path} has an entry without a source, or with a grade that is none of A to F", "correct it: each entry has source: and grade:, and may have since: and note:");
    }
}

/// <summary>The lists beside a ledger.</summary>
internal static class ListsBeside
{
    /// <summary>A hash of what they hold now.</summary>
    public static string Mark(string folder) => ContentHash.Id(
        UserList.Mark(Path.Combine(folder, QuestionList.Name)), UserList.Mark(Path.Combine(folder, SourceList.Name)));
}

/// <summary>A small YAML file that a user keeps beside a ledger: a list of sentences, or of entries with fields.</summary>
internal static class UserList
{
    /// <summary>The field of an entry that is a bare sentence.</summary>
    public const string Bare = "";

    private const int LongestFile = 1 << 20; // bytes: no list that somebody keeps by hand is as long

    /// <summary>A hash of the file; of one that is too long, that it is.</summary>
    public static string Mark(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0) return "";
        return file.Length > LongestFile ? "long" : ContentHash.Id("list", File.ReadAllBytes(path));
    }

    /// <summary>The entries; none where there is no file. Read as events: nothing nested deeper, aliased or tagged is followed.</summary>
    public static List<Fields> Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0) return []; // a pipe has no length, and waits for ever
        try
        {
            if (file.Length > LongestFile) throw Broken(path);
            using var text = file.OpenText();
            return [.. Entries(new Parser(text))];
        }
        catch (Exception e) when (IngestGate.IsOfTheInput(e) && !FileBytes.IsOfTheWorld(e))
        {
            // The parser throws more than its own exceptions where a mapping in braces breaks off.
            throw Broken(path, e);
        }
    }

    private static IEnumerable<Fields> Entries(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) yield break;
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var sentence)) yield return new() { [Bare] = [sentence.Value] };
            else yield return YamlFields.Of(parser);
        }
    }

    private static LedgerException Broken(string path, Exception? cause = null) =>
        new("STORE-11", $"{path} is no list in YAML", "correct it, or move it away", cause);
}
