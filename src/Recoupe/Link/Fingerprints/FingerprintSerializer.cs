using System.Collections.Immutable;
using System.Text;
using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Fingerprints;

/// <summary>Fingerprints as bytes: a version, then the fields in order, whole numbers in seven bits a byte.</summary>
internal static class FingerprintSerializer
{
    private const byte Version = 4;

    /// <summary>Whether bytes are of this program's version.</summary>
    public static bool IsOurs(ReadOnlySpan<byte> bytes) => bytes is [Version, ..];

    public static byte[] Write(Fingerprint print)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(print.Article.Value);
        writer.Write(print.Language);
        WriteOptional(writer, print.Address);
        writer.Write(print.Outlet.Host);
        writer.Write(print.Outlet.Site);
        WriteOptional(writer, print.Day);
        writer.Write(print.IsCorrected);
        WriteAll(writer, print.Lines, WriteLine);
        WriteAll(writer, print.Quotations, WriteQuotation);
        WriteAll(writer, print.Credits, WriteCredit);
        WriteAll(writer, print.Statements, WriteStatement);
        WriteAll(writer, print.Cited, WriteCredit);
        return memory.ToArray();
    }

    public static Fingerprint Read(ReadOnlySpan<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        var version = reader.ReadByte();
        if (version != Version) throw new InvalidDataException($"A fingerprint of version {version}; this program reads version {Version}.");
        return new(
            new(reader.ReadString()),
            reader.ReadString(),
            ReadOptional(reader),
            new(reader.ReadUInt64(), reader.ReadUInt64()),
            ReadOptional(reader),
            reader.ReadBoolean(),
            ReadAll(reader, ReadLine),
            ReadAll(reader, r => new FingerprintQuotation(ReadSpan(r), r.ReadUInt64())),
            ReadAll(reader, ReadCredit),
            ReadAll(reader, ReadStatement))
        {
            Cited = ReadAll(reader, ReadCredit),
        };
    }

    private static void WriteLine(BinaryWriter writer, FingerprintLine line)
    {
        WriteSpan(writer, line.Span);
        WriteAll(writer, line.Words, (w, word) => w.Write(word));
        WriteTerms(writer, line.Terms);
        writer.Write((byte)line.Traits);
    }

    private static FingerprintLine ReadLine(BinaryReader reader) =>
        new(ReadSpan(reader), ReadAll(reader, r => r.ReadUInt32()), ReadTerms(reader), (LineTraits)reader.ReadByte());

    private static void WriteQuotation(BinaryWriter writer, FingerprintQuotation quotation)
    {
        WriteSpan(writer, quotation.Span);
        writer.Write(quotation.Words);
    }

    private static void WriteCredit(BinaryWriter writer, Credit credit)
    {
        writer.Write(credit.Name);
        writer.Write(credit.Key);
        writer.Write(credit.IsKnown);
        WriteSpan(writer, credit.Span);
    }

    private static Credit ReadCredit(BinaryReader reader) => new(reader.ReadString(), reader.ReadUInt64(), reader.ReadBoolean(), ReadSpan(reader));

    private static void WriteStatement(BinaryWriter writer, StatementFingerprint statement)
    {
        writer.Write(statement.Id);
        WriteOptional(writer, statement.Statement);
        WriteAll(writer, statement.Content, WriteSpan);
        WriteTerms(writer, statement.Terms);
        WriteRoles(writer, statement.Roles);
        writer.Write((sbyte)statement.Sign);
        writer.Write(statement.Wording);
        writer.Write(statement.IsFrame);
        writer.Write(statement.IsOwn);
        writer.Write((byte)statement.Alternative);
        writer.Write(statement.Source);
        WriteOptional(writer, statement.When);
        WriteAll(writer, statement.Figures, WriteFigure);
        WriteOptional(writer, statement.Bears?.Proposition);
        writer.Write((byte)(statement.Bears?.Kind ?? default));
        writer.Write(statement.IsPartial);
        WriteTerms(writer, statement.Cause);
    }

    private static StatementFingerprint ReadStatement(BinaryReader reader)
    {
        var read = new StatementFingerprint(
            reader.ReadString(),
            ReadOptional(reader),
            ReadAll(reader, ReadSpan),
            ReadTerms(reader),
            ReadRoles(reader),
            reader.ReadSByte(),
            reader.ReadUInt64(),
            reader.ReadBoolean(),
            reader.ReadBoolean(),
            reader.ReadByte(),
            reader.ReadUInt64(),
            ReadOptional(reader),
            ReadAll(reader, ReadFigure));
        var (bears, kind) = (ReadOptional(reader), (RelationKind)reader.ReadByte());
        return read with { Bears = bears is null ? null : new(kind, bears), IsPartial = reader.ReadBoolean(), Cause = ReadTerms(reader) };
    }

    private static void WriteRoles(BinaryWriter writer, Roles roles)
    {
        WriteTerms(writer, roles.Predicate);
        WriteTerms(writer, roles.Subject);
        WriteTerms(writer, roles.Object);
        WriteTerms(writer, roles.Other);
        WriteTerms(writer, roles.Place);
        writer.Write((byte)roles.Kind);
        writer.Write((byte)roles.Tense);
        writer.Write((byte)roles.Outlook);
    }

    private static Roles ReadRoles(BinaryReader reader) =>
        new(
            ReadTerms(reader),
            ReadTerms(reader),
            ReadTerms(reader),
            ReadTerms(reader),
            ReadTerms(reader),
            (PropositionKind)reader.ReadByte(),
            (Tense)reader.ReadByte(),
            (Outlook)reader.ReadByte());

    private static void WriteFigure(BinaryWriter writer, FigureFingerprint figure)
    {
        writer.Write(figure.Counted);
        writer.Write(figure.IsMeasured);
        writer.Write(figure.IsPart);
        writer.Write(figure.Stated);
        writer.Write(figure.Min);
        writer.Write(figure.Max);
        WriteOptional(writer, figure.AsOf);
        WriteSpan(writer, figure.Span);
    }

    private static FigureFingerprint ReadFigure(BinaryReader reader) =>
        new(reader.ReadUInt64(), reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadDecimal(), reader.ReadDecimal(), reader.ReadDecimal(), ReadOptional(reader), ReadSpan(reader));

    private static void WriteTerms(BinaryWriter writer, TermSet terms) => WriteAll(writer, terms.Terms, (w, term) => w.Write(term.Value));

    private static TermSet ReadTerms(BinaryReader reader) => new(ReadAll(reader, r => new Term(r.ReadUInt32())));

    private static void WriteSpan(BinaryWriter writer, TextSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static TextSpan ReadSpan(BinaryReader reader)
    {
        var start = reader.Read7BitEncodedInt();
        return new(start, start + reader.Read7BitEncodedInt());
    }

    // No field is ever an empty string, so that emptiness can stand for "unknown".
    private static void WriteOptional(BinaryWriter writer, string? text) => writer.Write(text ?? "");

    private static string? ReadOptional(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;

    private static void WriteAll<T>(BinaryWriter writer, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
            write(writer, item);
    }

    private static ImmutableArray<T> ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>(reader.Read7BitEncodedInt());
        while (items.Count < items.Capacity)
            items.Add(read(reader));
        return items.MoveToImmutable();
    }
}
