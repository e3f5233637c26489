using System.Text;
using Recoupe.Language;

namespace Recoupe.Train.Lexicons;

/// <summary>
/// Reads the Lefff's morphological lexicon, <c>form TAB category TAB lemma TAB class</c> (Sagot, «The Lefff, a freely available and large-coverage
/// morphological and syntactic lexicon for French», LREC 2010).
/// </summary>
internal static class Lefff
{
    public static IEnumerable<LexiconForm> Read(string path) =>
        from line in File.ReadLines(path, Encoding.UTF8)
        let fields = line.Split('\t')
        where fields.Length >= 3 && IsWord(fields[0]) && TagOf(fields[1]) is not null
        select new LexiconForm(
            fields[0], LemmaOf(fields), TagOf(fields[1])!.Value, fields[1], fields.Length > 3 ? fields[3] : "");

    // Phrases with spaces are the tokeniser's matter; underscores mark the Lefff's own pseudo-words.
    private static bool IsWord(string form) => form.Length is > 0 and < 60 && form.AsSpan().IndexOfAny(" _&") < 0;

    // The Lefff gives clitics their category for lemma (cln); their form is of more use.
    private static string LemmaOf(string[] fields) => string.Equals(fields[2], fields[1], StringComparison.Ordinal) ? fields[0] : fields[2];

    private static PartOfSpeech? TagOf(string category) => category switch
    {
        "v" => PartOfSpeech.Verb,
        "auxAvoir" or "auxEtre" => PartOfSpeech.Aux,
        "nc" => PartOfSpeech.Noun,
        "np" => PartOfSpeech.Propn,
        "adj" => PartOfSpeech.Adj,
        "adv" or "advneg" or "advPref" or "que_restr" or "clneg" => PartOfSpeech.Adv,
        "prep" => PartOfSpeech.Adp,
        "det" => PartOfSpeech.Det,
        "csu" or "que" => PartOfSpeech.Sconj,
        "coo" => PartOfSpeech.Cconj,
        "pro" or "pri" or "prel" or "ce" or "ilimp" or "caimp" or "cln" or "cla" or "cld" or "clr" or "cll" or "clg" or "clar" or "cldr" =>
            PartOfSpeech.Pron,
        "pres" => PartOfSpeech.Intj,
        "poncts" or "ponctw" or "parento" or "parentf" => PartOfSpeech.Punct,
        "etr" or "adjPref" or "suffAdj" => PartOfSpeech.X,
        _ => null,
    };
}
