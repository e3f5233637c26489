using System.Diagnostics;
using System.Globalization;
using System.Text;
using Recoupe.Ingest;

namespace Recoupe.Bench;

/// <summary>Writes a large web archive of invented pages of about 100 kB and reads it through.</summary>
internal static class WarcBench
{
    private const int Paragraphs = 400;

    public static int Run(string[] args)
    {
        if (!File.Exists(args[1])) Write(args[1], (long)(double.Parse(args[0], CultureInfo.InvariantCulture) * (1L << 30)));
        var clock = Stopwatch.StartNew();
        var (pages, refused) = (0, 0);
        foreach (var outcome in Intake.Pages([args[1]]))
        {
            if (outcome.Value is null) refused++;
            else pages++;
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(args[1]).Length:N0} bytes, {pages:N0} pages, {refused} refused, {clock.Elapsed.TotalSeconds:F1} s, peak {process.PeakWorkingSet64 / 1e6:F0} MB"));
        return 0;
    }

    private static void Write(string path, long size)
    {
        using var file = File.Create(path);
        for (var number = 0; file.Length < size; number++)
        {
            var body = new StringBuilder("<html><head><title>Page</title></head><body>");
            for (var i = 0; i < Paragraphs; i++) body.Append(CultureInfo.InvariantCulture, $"<p>Paragraph {number}.{i}: the bridge of Orvec will stay closed for {(number * 31 + i) % 97} days, the mayor said on Monday, and the ferry will be free for all who live on either bank of the river until then.</p>\n");
            var http = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}</body></html>");
            file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\nContent-Type: application/http\r\nContent-Length: {http.Length}\r\n\r\n")));
            file.Write(http);
            file.Write("\r\n\r\n"u8);
        }
    }
}
