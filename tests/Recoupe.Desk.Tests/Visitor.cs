using System.Net;

namespace Recoupe.Desk.Tests;

/// <summary>Whoever asks a desk without a browser: with its cookie, and sending forms as a page of its own does.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _root;

    private Visitor(HttpClient client, string root) => (_client, _root) = (client, root);

    public static async Task<Visitor> Of(DeskServer desk)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var root = new Uri(desk.Address).GetLeftPart(UriPartial.Authority);
        using var let = await client.GetAsync(new Uri(desk.Address));
        let.StatusCode.ShouldBe(HttpStatusCode.Found);
        return new(client, root);
    }

    public async Task<string> Page(string path)
    {
        using var answer = await _client.GetAsync(new Uri(_root + path));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> Get(string path) => _client.GetAsync(new Uri(_root + path));

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) => Send(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), _root);

    public async Task<HttpResponseMessage> Send(string path, HttpContent content, string? origin, string from = "/")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = content };
        if (origin is not null) request.Headers.Add("Origin", origin);
        request.Headers.Referrer = new Uri(_root + from);
        return await _client.SendAsync(request);
    }

    public string Root => _root;

    public void Dispose() => _client.Dispose();
}
