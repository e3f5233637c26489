namespace Recoupe.Train.Lexicons;

/// <summary>
/// <c>train lexicon fr LEFFF.mlex OUT</c> and <c>train lexicon en WORDNET_DIR CLOSED_CLASS.txt OUT</c>: a full-form lexicon made small.
/// </summary>
internal static class LexiconVerb
{
    // Capitals that the French press sets without their accent: Etat, Ecole, A l'heure…
    private const string FrenchBareCapitals = "EéAàEêCçIîOôEèAâ";

    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["fr", var mlex, var output]:
                return Write(Lefff.Read(mlex), FrenchBareCapitals, output);
            case ["en", var wordNet, var closedClass, var output]:
                return Write(WordNet.Read(wordNet, closedClass), "", output);
            default:
                Console.Error.WriteLine("Usage: train lexicon fr LEFFF.mlex OUT | en WORDNET_DIR CLOSED_CLASS.txt OUT");
                return 2;
        }
    }

    private static int Write(IEnumerable<LexiconForm> forms, string bareCapitals, string output)
    {
        var builder = new LexiconBuilder(forms);
        using (var file = File.Create(output))
            builder.Write(file, bareCapitals);
        Console.WriteLine($"{output}: {builder.FormCount} forms, {builder.SetCount} sets, {new FileInfo(output).Length} bytes");
        return 0;
    }
}
