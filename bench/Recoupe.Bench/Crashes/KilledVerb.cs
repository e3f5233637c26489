using System.Text;
using System.Text.Json;

namespace Recoupe.Bench.Crashes;

/// <summary>A verb of the program that writes, with all that it begins with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">The folder that it begins with.</param>
/// <param name="Arguments">Its arguments, in the folder that is worked in.</param>
internal sealed record KilledVerb(string Name, string Start, string[] Arguments)
{
    public const string Ledger = "out/ledger.recoupe", Secret = "quillebeuf", ForgottenName = "a4", Question = "La digue de Sarvel a-t-elle cédé ?", Password = "douze maisons inondées";

    /// <summary>What is typed into it.</summary>
    public string Input { get; init; } = "";

    /// <summary>Whether doing it again where it is done changes nothing.</summary>
    public bool IsRepeated { get; init; } = true;

    /// <summary>Whether it keeps more than one thing, one after the other, and may stop in between.</summary>
    public bool HasSteps { get; init; }

    /// <summary>Whether what it prints says that it is done.</summary>
    public bool Says { get; init; }

    /// <summary>Whether no byte of the article with the rare name may stay.</summary>
    public bool Erases { get; init; }

    /// <summary>All of them but the desk; what they begin with is made in a folder.</summary>
    public static IEnumerable<KilledVerb> All(string folder, KilledProgram program)
    {
        var (none, some, decided) = (Made(folder, "none"), Made(folder, "some"), Made(folder, "decided"));
        program.Done(some, "run", "first", "--out", "out", "-q", "--no-dossier");
        program.Done(decided, "run", "first", "more/a4.txt", "--out", "out", "-q", "--no-dossier");
        var (claim, forgotten) = (Claim(program, decided), Article(program, decided));
        program.Done(decided, "decide", Ledger, "rate", claim, "--to", "3", "--note", "vu", "--by", "ann");
        var decision = Listed(program, decided, "decisions")[0].GetProperty("id").GetString()!;
        return
        [
            new("run", none, ["run", "first", "--out", "out", "-q"]) { HasSteps = true },
            new("question", none, ["run", "first", "--out", "out", "-q", "--no-dossier", "--question", Question]) { HasSteps = true },
            new("add", some, ["add", Ledger, "more", "-q"]) { HasSteps = true },
            new("watch", some, ["watch", "feed.xml", "--out", "out", "--once", "-q"]) { HasSteps = true },
            new("decide", some, ["decide", Ledger, "rate", Claim(program, some), "--to", "3", "--note", "vu sur place", "--by", "ann"]) { IsRepeated = false, Says = true },
            new("undo", decided, ["undo", Ledger, decision, "--by", "ann"]) { IsRepeated = false, Says = true },
            new("mask", decided, ["forget", Ledger, "Irène Maubourg", "--by", "ann"]) { IsRepeated = false, Says = true },
            new("forget", decided, ["forget", Ledger, forgotten]) { Erases = true, HasSteps = true, Says = true },
            new("account", some, ["account", "accounts.jsonl", "amina", "--role", "analyst"]) { Input = Password + "\n", Says = true },
        ];
    }

    /// <summary>The claim about the dyke.</summary>
    public static string Claim(KilledProgram program, string folder) =>
        Listed(program, folder, "claims").First(c => c.GetProperty("text").GetString()!.Contains("digue", StringComparison.Ordinal)).GetProperty("id").GetString()!;

    /// <summary>The article with the rare name.</summary>
    public static string Article(KilledProgram program, string folder) =>
        Listed(program, folder, "articles").First(a => a.GetProperty("name").GetString() is ForgottenName).GetProperty("id").GetString()!;

    private static List<JsonElement> Listed(KilledProgram program, string folder, string list)
    {
        using var export = JsonDocument.Parse(program.Done(folder, "export", Ledger, "--format", "json"));
        return [.. export.RootElement.GetProperty(list).EnumerateArray().Select(e => e.Clone())];
    }

    // Each has all the articles beside it, so that one folder serves every verb.
    private static string Made(string folder, string name)
    {
        var made = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.Combine(made, "first"));
        Directory.CreateDirectory(Path.Combine(made, "more"));
        for (var i = 0; i < CrashVerb.Texts.Length; i++)
        {
            var path = Path.Combine(made, i < 3 ? "first" : "more", $"a{i}");
            File.WriteAllText(path + ".txt", CrashVerb.Texts[i]);
            File.WriteAllText(path + ".meta.json", $$"""{ "url": "https://orvec.example/{{i}}", "site": "Orvec {{i}}" }""");
        }

        var entries = CrashVerb.Texts.Skip(3).Select((text, i) =>
            $"<item><title>{text.Split('\n')[0]}</title><link>https://orvec.example/f{i}</link><content:encoded><![CDATA[{string.Concat(text.Split("\n\n").Skip(1).Select(p => $"<p>{p}</p>"))}]]></content:encoded></item>");
        File.WriteAllText(
            Path.Combine(made, "feed.xml"),
            $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Orvec</title><language>fr</language>{string.Concat(entries)}</channel></rss>",
            Encoding.UTF8);
        return made;
    }
}
