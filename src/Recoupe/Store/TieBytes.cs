using System.Collections.Immutable;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Store;

/// <summary>
/// The ties of two articles as bytes: a large ledger has ten times as many as articles, all read whenever something is derived.
/// One reader holds each id it has met once.
/// </summary>
internal sealed class TieBytes
{
    private readonly Dictionary<string, string> _met = new(StringComparer.Ordinal);

    /// <summary>The ties; the two articles' ids are left to the row.</summary>
    public static byte[] Write(Ties ties)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        WriteLineage(writer, ties.Lineage);
        writer.Write7BitEncodedInt(ties.Statements.Length);
        foreach (var tie in ties.Statements)
            WriteStatement(writer, tie);
        return memory.ToArray();
    }

    /// <summary>
    /// The ties of articles <paramref name="a"/> and <paramref name="b"/>, of which <paramref name="a"/> is not the greater.
    /// </summary>
    public Ties Read(string a, string b, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var (first, second) = (new ArticleId(Met(a)), new ArticleId(Met(b)));
        var lineage = ReadLineage(reader);
        var statements = ImmutableArray.CreateBuilder<StatementTie>(reader.Read7BitEncodedInt());
        while (statements.Count < statements.Capacity)
            statements.Add(ReadStatement(reader, first, second));
        return new(lineage, statements.MoveToImmutable());
    }

    private static void WriteLineage(BinaryWriter writer, ImmutableArray<Lineage> lineage)
    {
        byte[] packed = lineage.IsEmpty ? [] : StoredJson.Of(lineage);
        writer.Write7BitEncodedInt(packed.Length);
        writer.Write(packed);
    }

    private static ImmutableArray<Lineage> ReadLineage(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is > 0 and var length ? StoredJson.Lineage(reader.ReadBytes(length)) : [];

    private static void WriteStatement(BinaryWriter writer, StatementTie tie)
    {
        writer.Write(tie.A.Proposition);
        writer.Write(tie.B.Proposition);
        writer.Write((byte)tie.Kind);
        writer.Write7BitEncodedInt(tie.Score);
        writer.Write(tie.Code);
        writer.Write(!tie.Settling.IsEmpty);
        foreach (var passage in tie.Settling)
        {
            writer.Write7BitEncodedInt(passage.Span.Start);
            writer.Write7BitEncodedInt(passage.Span.End);
        }
    }

    private StatementTie ReadStatement(BinaryReader reader, ArticleId a, ArticleId b) => new(
        new(a, Met(reader.ReadString())),
        new(b, Met(reader.ReadString())),
        (StatementTieKind)reader.ReadByte(),
        reader.Read7BitEncodedInt(),
        Met(reader.ReadString()),
        reader.ReadBoolean() ? [new(a, ReadSpan(reader)), new(b, ReadSpan(reader))] : []);

    private static TextSpan ReadSpan(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    private string Met(string text)
    {
        if (_met.TryGetValue(text, out var met)) return met;
        return _met[text] = text;
    }
}
