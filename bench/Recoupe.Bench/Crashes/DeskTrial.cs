using System.Globalization;
using System.Net;

namespace Recoupe.Bench.Crashes;

/// <summary>A desk that is used as a browser uses it, until it is killed: what it answered to is kept.</summary>
internal sealed class DeskTrial(KilledProgram program, string start, string work, Random random)
{
    private const int Patience = 60; // seconds until it answers

    private readonly string _claim = KilledVerb.Claim(program, start), _article = KilledVerb.Article(program, start);

    /// <summary>How many things were acknowledged in all.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Starts a desk, does one thing after the other, kills it after a while; what is wrong then.</summary>
    public IEnumerable<string> Faults(TimeSpan wait)
    {
        var port = 20_000 + random.Next(20_000);
        var desk = program.Start(work, ["desk", KilledVerb.Ledger, "--no-open", "--by", "ann", "--port", port.ToString(CultureInfo.InvariantCulture)]);
        var told = new List<Did>();
        using (desk)
        {
            var address = Address(desk);
            if (address is null)
            {
                KilledProgram.End(desk);
                return ["no address: " + desk.StandardError.ReadToEnd()];
            }

            using var killer = new Timer(_ => KilledProgram.End(desk), state: null, wait, Timeout.InfiniteTimeSpan);
            Use(address, told).GetAwaiter().GetResult();
            desk.WaitForExit();
        }

        Acknowledged += told.Count;
        return Missing(told);
    }

    private static Uri? Address(System.Diagnostics.Process desk)
    {
        while (desk.StandardOutput.ReadLine() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at) return new Uri(line[at..].Split(' ')[0]);
        }

        return null;
    }

    // Until it answers no more.
    private async Task Use(Uri address, List<Did> told)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)), Timeout = TimeSpan.FromSeconds(Patience) };
        client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        try
        {
            using var let = await client.GetAsync(address).ConfigureAwait(false);
            for (var i = 0; ; i++)
            {
                var next = Next(i);
                using var form = new FormUrlEncodedContent(next.Form);
                using var answer = await client.PostAsync(next.Act, form).ConfigureAwait(false);
                if (answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Found) told.Add(next);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            // It was killed.
        }
    }

    private Did Next(int i) => (i % 5, i < 5) switch
    {
        (0, _) => new("/ask", $"La digue {i} de Sarvel a-t-elle cédé ?", [new("question", $"La digue {i} de Sarvel a-t-elle cédé ?")]),
        (1, _) => new("/grade", $"Hydrel {i}", [new("source", $"Hydrel {i}"), new("grade", "C")]),
        (2, true) => new("/forget", KilledVerb.Secret, [new("article", _article), new("again", KilledVerb.ForgottenName)]),
        (3, true) => new("/mask", "\"mask\"", [new("name", "Paul Destrée"), new("note", "sur demande")]),
        _ => new("/decide", $"note {i}", [new("act", "rate"), new("id", _claim), new("value", "3"), new("note", $"note {i}")]),
    };

    private IEnumerable<string> Missing(List<Did> told)
    {
        var kept = Kept.Read(Path.Combine(work, KilledVerb.Ledger))!;
        if (kept.Faults.Length > 0) yield return kept.Faults;
        foreach (var did in told)
        {
            if (did.Act is "/forget" ? Kept.Names(work) : !kept.Export.Contains(did.Marker, StringComparison.Ordinal)) yield return $"{did.Act} was acknowledged and is lost: {did.Marker}";
        }
    }

    private sealed record Did(string Act, string Marker, KeyValuePair<string, string>[] Form);
}
