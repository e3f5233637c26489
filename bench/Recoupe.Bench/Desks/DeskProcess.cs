using System.Diagnostics;
using System.Net;

namespace Recoupe.Bench.Desks;

/// <summary>A desk in a process of its own, and whoever asks it.</summary>
internal sealed class DeskProcess : IDisposable
{
    private readonly Process _process;
    private readonly Uri _address;

    private DeskProcess(Process process, Uri address) => (_process, _address) = (process, address);

    private Uri Root => new(_address.GetLeftPart(UriPartial.Authority));

    /// <summary>Opens a desk and waits until it says where.</summary>
    /// <param name="program">The native program, or <c>Recoupe.Cli.dll</c>.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="options">What else is asked of it.</param>
    public static async Task<DeskProcess> Start(string program, string ledger, string by, params string[] options)
    {
        string[] arguments = ["desk", ledger, "--no-open", "--by", by, "--lang", "en", .. options];
        var start = program.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [program, .. arguments]) : new ProcessStartInfo(program, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        start.Environment["XDG_DATA_HOME"] = Path.GetDirectoryName(Path.GetFullPath(ledger));
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Trim() is ['h', 't', 't', 'p', ..] and var address) return new(process, new(address));
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Somebody with a browser of their own.</summary>
    public async Task<DeskClient> Client()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        using var let = await client.GetAsync(_address);
        return new(client, Root);
    }

    /// <summary>Ends it as a machine that loses its power does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}

/// <summary>Whoever asks a desk: reads pages, sends forms.</summary>
internal sealed class DeskClient(HttpClient client, Uri root) : IDisposable
{
    public async Task<(HttpStatusCode Status, string Body)> Get(string path, CancellationToken cancel = default)
    {
        using var answer = await client.GetAsync(new Uri(root, path), cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>Sends a form; the address that it leads to, or <see langword="null"/> where nothing was done.</summary>
    public async Task<string?> Post(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(root, path));
        request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        request.Headers.Add("Origin", root.GetLeftPart(UriPartial.Authority));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.SeeOther ? answer.Headers.Location!.ToString() : null;
    }

    /// <summary>Rates a claim; the id of the decision, or <see langword="null"/> where nothing was done.</summary>
    public async Task<string?> Rate(string claim, int value, string note) =>
        DecisionIn(await Post("/decide", ("act", "rate"), ("id", claim), ("value", FormattableString.Invariant($"{value}")), ("note", note)));

    /// <summary>The numbers of the ledgers that are derived, as they come.</summary>
    public async IAsyncEnumerable<string> Events([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var stream = new StreamReader(await client.GetStreamAsync(new Uri(root, "/events"), cancel));
        while (await stream.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) yield return line;
        }
    }

    public void Dispose() => client.Dispose();

    private static string? DecisionIn(string? address)
    {
        const string mark = "did=";
        var at = address?.IndexOf(mark, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : address![(at + mark.Length)..].Split('&', '#')[0];
    }
}
