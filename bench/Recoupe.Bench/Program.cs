using Recoupe.Bench;

// One verb a measurement: `dotnet run --project bench/Recoupe.Bench -c Release -- VERB ARGUMENTS`.
Dictionary<string, (string Usage, Func<string[], int> Run)> verbs = new(StringComparer.Ordinal)
{
    ["heap"] = ("heap COUNT FILE.jsonl: write a heap of invented articles of about 500 words, made from samples/story", Heap.Write),
};

if (args is [var verb, .. var rest] && verbs.TryGetValue(verb, out var found))
    return found.Run(rest);

Console.Error.WriteLine("Measurements:");
foreach (var (usage, _) in verbs.Values)
    Console.Error.WriteLine($"  {usage}");
return 2;
