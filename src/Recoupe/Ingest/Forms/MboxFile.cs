using System.Globalization;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads the messages of a mailbox (.mbox), one held at a time: each begins with a line that begins with <c>From </c> after a blank one.
/// </summary>
internal static class MboxFile
{
    private const int LongestLine = 1 << 16; // bytes: a letter of one line is a page still

    /// <summary>The pages of each message.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var opened = FileBytes.Open(file.Path, file.RealPath);
        return opened.Value is { } stream ? Messages(file, stream) : [opened.Rejection!];
    }

    private static IEnumerable<Outcome<Page>> Messages(FoundFile file, Stream stream)
    {
        using var source = new ByteSource(stream);
        var number = 0;
        while (Next(source) is { } message)
        {
            if (message.Length == 0) continue;
            number++;
            var path = string.Create(CultureInfo.InvariantCulture, $"{file.Path}#{number}");
            var name = string.Create(CultureInfo.InvariantCulture, $"{FileNames.Stem(file.Path)}-{number}");
            if (message.Length > PageLimits.LargestPage) yield return IngestRefusals.TooLarge(path, message.Length);
            else foreach (var page in MailFile.Pages(path, name, message)) yield return page;
        }
    }

    // The lines up to the next message's first; null at the end of the file.
    private static byte[]? Next(ByteSource source)
    {
        var message = new MemoryStream();
        var (any, blank) = (false, true);
        while (Line(source) is { } line)
        {
            any = true;
            if (blank && line.AsSpan().StartsWith("From "u8))
            {
                if (message.Length > 0) return message.ToArray();
                continue;
            }

            blank = line.Length == 0;
            if (message.Length > PageLimits.LargestPage) continue;
            message.Write(Unquoted(line));
            message.WriteByte((byte)'\n');
        }

        return any ? message.ToArray() : null;
    }

    // A disk that fails ends the mailbox where it fails.
    private static byte[]? Line(ByteSource source)
    {
        try
        {
            return source.Line(LongestLine);
        }
        catch (Exception e) when (FileBytes.IsOfTheWorld(e))
        {
            return null;
        }
    }

    // ">From " is a line of the text that began so.
    private static ReadOnlySpan<byte> Unquoted(byte[] line)
    {
        var bare = line.AsSpan().TrimStart((byte)'>');
        return bare.Length < line.Length && bare.StartsWith("From "u8) ? line.AsSpan(1) : line;
    }
}
