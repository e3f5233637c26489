using Recoupe.Train.Identification;
using Recoupe.Train.Lexicons;
using Recoupe.Train.Names;
using Recoupe.Train.Neural;
using Recoupe.Train.Trees;

// One verb a model; each reads corpora from a folder and writes the files that ship.
var verbs = new SortedDictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["gazetteer"] = GazetteerVerb.Run,
    ["identification"] = IdentificationVerb.Run,
    ["identification-eval"] = IdentificationEvalVerb.Run,
    ["conllu"] = ConlluVerb.Run,
    ["lexicon"] = LexiconVerb.Run,
    ["names"] = NamesVerb.Run,
    ["names-eval"] = NamesEvalVerb.Run,
    ["net"] = TreeNetVerb.Run,
    ["speed"] = SpeedVerb.Run,
    ["trees"] = TreesVerb.Run,
    ["withhold"] = Withheld.Run,
};

if (args.Length > 0 && verbs.TryGetValue(args[0], out var verb))
    return verb(args[1..]);

await Console.Error.WriteLineAsync($"Usage: train VERB …, where VERB is one of: {string.Join(", ", verbs.Keys)}");
return 2;
