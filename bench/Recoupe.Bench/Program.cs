using Recoupe.Bench;
using Recoupe.Bench.Crashes;
using Recoupe.Bench.Desks;

// One verb a measurement: `dotnet run --project bench/Recoupe.Bench -c Release -- VERB ARGUMENTS`.
Dictionary<string, (string Usage, Func<string[], int> Run)> verbs = new(StringComparer.Ordinal)
{
    ["times"] = ("times LANGUAGE SPECS.json: the dates of Recognizers-Text, span and value", a => TimeSpecs.Score(a[0], a[1])),
    ["numbers"] = ("numbers LANGUAGE SPECS.json…: the numbers, percentages and units of Recognizers-Text, span and value", NumberSpecs.Score),
    ["meantime"] = ("meantime FOLDER: the TIMEX3 of MEANTIME, span F1 (overlap) and value F1", a => Meantime.Score(a[0])),
    ["names"] = ("names PAIRS.csv: name pairs, same or not; precision, recall, F1", NamePairs.Score),
    ["entities"] = ("entities GOLD.jsonl FOLDER LANGUAGE: the gold's mentions gathered into entities, B-cubed", GoldEntities.Score),
    ["found-names"] = ("found-names FOLDER OUT LANGUAGE: names and entities of a folder of texts, for eval/names/score.py", FoundNames.Write),
    ["found"] = ("found LANGUAGE FILE.txt…: the times and figures of texts, to be looked at", FoundTimes.Print),
    ["trees"] = ("trees LANGUAGE FILE.txt [WORDS…]: the trees of a text as the rules of telling see them, of all sentences or of those with these words", MendedTrees.Print),
    ["heap"] = ("heap COUNT FILE.jsonl: write a heap of invented articles of about 500 words, made from samples/story", Heap.Write),
    ["likeness"] = ("likeness PAIRS.csv LANGUAGE: correlate the likeness of sentence pairs with people's judgement (third column)", SentenceBench.Likeness),
    ["translations"] = ("translations FRENCH.csv ENGLISH.csv [SHOWN]: find the translation of each of 1,000 sentences among the others' (first columns, row by row)", SentenceBench.Translations),
    ["lineage"] = ("lineage HEAP LEDGER.json: tie the articles of a heap and write their lineage and families", LineageBench.Run),
    ["lineage-heap"] = ("lineage-heap HEAP.jsonl GOLD.tsv: write the labelled heap of bench/lineage and its gold", LineageHeap.Write),
    ["furniture"] = ("furniture AEB: tell the site's lines from the article's on pages that have lost their HTML", Furniture.Score),
    ["pages"] = ("pages AEB OUT: write what is made of pages of HTML, for a scorer", PageProse.Write),
    ["page-speed"] = ("page-speed AEB: pages cleaned a second, on one core", PageSpeed.Run),
    ["warc"] = ("warc GIGABYTES FILE.warc: write a web archive of invented pages, where there is none, and read it; pages, seconds, peak memory", WarcBench.Run),
    ["lineage-cost"] = ("lineage-cost COUNT: articles a second, memory and the cost of the last ones as a ledger grows, on stored readings", LineageCost.Run),
    ["scale"] = ("scale COUNT…: time and peak memory of a whole run over heaps of these sizes", Scale.Curve),
    ["scale-one"] = ("scale-one COUNT: the same for one size, in this process", Scale.One),
    ["ledger"] = ("ledger COUNT FILE.recoupe: make a ledger of the first articles of a heap, for `opening`", Opening.Make),
    ["opening"] = ("opening FILE.recoupe [WHAT…]: seconds and peak memory of what is asked of a ledger, each question in a process of its own; it is decided in it too", Opening.Curve),
    ["opening-one"] = ("opening-one FILE.recoupe WHAT: the same for one question, in this process", Opening.One),
    ["opening-claim"] = ("opening-claim FILE.recoupe OUT: write the id of a claim of the ledger", Opening.Claim),
    ["growing"] = ("growing FILE.recoupe COUNT: what a decision, one taken back and an article cost a copy of a ledger that stays open, COUNT of each; grown equals derived from nothing", Growing.Run),
    ["claims"] = ("claims FOLDER STATEMENTS.jsonl [QUESTION…]: show the claims made of statements marked by hand", ClaimBench.Show),
    ["read-speed"] = ("read-speed COUNT: articles of 500 words read to their statements on one thread, articles a second", ReadSpeed.Run),
    ["event-claims"] = ("event-claims ECBPLUS: sentences of ECB+ gathered into claims, pairs that share an event; precision, recall, F1", EventClaims.Score),
    ["claim-cost"] = ("claim-cost STATEMENTS: statements derived by script gathered into claims; statements a second, and the time of adding one article to as many", ClaimCost.Run),
    ["claim-story"] = ("claim-story STORY.md [--show]: the claims of a labelled story, B-cubed and positions", ClaimStory.Score),
    ["crash"] = ("crash [EVERY]: what is left where the n-th write of a verb fails, every n or every so many (Linux, a C compiler)", CrashBench.Run),
    ["desk-start"] = ("desk-start PROGRAM LEDGER [TIMES]: from the start of a desk to its first page; PROGRAM is the native one or Recoupe.Cli.dll, LEDGER may be a folder of texts", DeskBench.Start),
    ["desk-two"] = ("desk-two PROGRAM LEDGER COUNT: decisions of two analysts at once, at two desks over one ledger; what is lost, and how late each sees the other's", DeskBench.Two),
    ["desk-kill"] = ("desk-kill PROGRAM LEDGER TIMES: desks killed while somebody decides and adds; what was acknowledged and is lost", DeskBench.Kill),
    ["desk-load"] = ("desk-load PROGRAM LEDGER SECONDS: sixteen who read and two who decide; errors, times, memory", DeskBench.Load),
    ["monsters"] = ("monsters [FORM…]: processor time and memory of a run over one page of 10 kB to 1 MB that repeats one thing, with their exponents", Monsters.Curve),
    ["monster"] = ("monster FORM BYTES: the same for one form and length, in this process", Monsters.One),
    ["kills"] = ("kills PROGRAM COUNT [SEED]: what is left where the program is killed at a moment or a write drawn by lot, over all verbs that write, and a desk (Linux, a C compiler)", KillBench.Run),
    ["compare"] = ("compare PAIRS.tsv LANGUAGE OUT.jsonl: write how the sentences of pairs stand to each other", CompareBench.Run),
};

if (args is [var verb, .. var rest] && verbs.TryGetValue(verb, out var found))
    return found.Run(rest);

Console.Error.WriteLine("Measurements:");
foreach (var (usage, _) in verbs.Values)
    Console.Error.WriteLine($"  {usage}");
return 2;
