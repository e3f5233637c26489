using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Recoupe.Tests.Ingest.Fetch;

/// <summary>A web server on this machine that answers by path, byte for byte what a test wants.</summary>
internal sealed class SmallServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, Func<string, byte[]>> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> asked = new();

    public SmallServer()
    {
        listener.Start();
        _ = Serve();
    }

    public string Root => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>The paths asked for, in order.</summary>
    public string[] Asked => [.. asked];

    /// <summary>Answers a path with what the function makes of the request's head.</summary>
    public void On(string path, Func<string, byte[]> answer) => answers[path] = answer;

    public void On(string path, string body, string type = "text/html", string status = "200 OK", string fields = "") =>
        On(path, _ => Answer(Encoding.UTF8.GetBytes(body), type, status, fields));

    public static byte[] Answer(byte[] body, string type = "text/html", string status = "200 OK", string fields = "") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{fields}\r\n"), .. body];

    public void Dispose()
    {
        stopping.Cancel();
        listener.Stop();
        stopping.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true) _ = Talk(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var head = new StringBuilder();
                while (await reader.ReadLineAsync(stopping.Token) is { Length: > 0 } line) head.Append(line).Append('\n');
                var path = head.ToString().Split(' ') is [_, var target, ..] ? target : "";
                asked.Enqueue(path);
                var answer = answers.TryGetValue(path, out var made) ? made(head.ToString()) : Answer([], status: "404 Not Found");
                await stream.WriteAsync(answer, stopping.Token);
                if (answer.Length == 0) await Task.Delay(Timeout.Infinite, stopping.Token); // asked to say nothing
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
            }
        }
    }
}
