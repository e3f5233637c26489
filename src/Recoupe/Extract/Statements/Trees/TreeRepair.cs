using System.Collections.Immutable;
using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

/// <summary>
/// Mends trees where the names found and the order of words tell better than the parser who is meant: a person's name right after a role
/// stands beside it («Le maire, Jean Martin, a …»), two subjects that touch are one («Alliance director Jane Carver said»), what a
/// preposition of attribution governs is no subject («According to the Herald, Jane Carver said»), a name between a comma and a verb without a
/// subject is that subject («À Ormel, près du port, Jean Martin s'est tu»), and a telling after the last comma tells all that stands before it
/// («The bay is closed, the ministry of the sea said on Friday»).
/// </summary>
internal sealed partial class TreeRepair
{
    private readonly ImmutableArray<Word>.Builder _words;
    private readonly CueLexicon _lexicon;

    private TreeRepair(Reading reading, CueLexicon lexicon)
    {
        _words = reading.Words.ToBuilder();
        _lexicon = lexicon;
    }

    /// <summary>The reading with its names hung where they belong.</summary>
    public static Reading Mend(Reading reading, ImmutableArray<Mention> mentions, CueLexicon lexicon)
    {
        var mending = new TreeRepair(reading, lexicon);
        foreach (var sentence in reading.Sentences)
        {
            mending.RootInWords(sentence);
            mending.RootInVerbs(sentence);
            mending.RootInTellers(sentence);
            mending.FreeFirst(sentence);
            mending.FreeTopics(sentence);
            mending.JoinNeither(sentence);
            mending.MakeNouns(sentence);
            mending.FreeMiddle(sentence);
            mending.MakeRoots(sentence);
            mending.MakeThingsTold(sentence);
            mending.UnfoldCausatives(sentence);
            mending.FindVerbs(sentence);
            mending.FindTellers(sentence);
            mending.MakeFinite(sentence);
            mending.MakeClauses(sentence);
            mending.JoinRelatives(sentence);
            mending.MakePast(sentence);
            mending.TakePassive(sentence);
            mending.MakeConjunctions(sentence);
            mending.HangTail(sentence);
            mending.FreePronouns(sentence);
            mending.HangInversions(sentence);
            mending.HangInverted(sentence);
            mending.HangSayers(sentence);
            mending.FreeQuoted(sentence);
            mending.FreeQuotedCopulas(sentence);
            mending.HangApart(sentence);
            mending.JoinPerfects(sentence);
            mending.HangClauses(sentence);
            mending.HangThats(sentence);
            mending.HangPredicates(sentence);
            mending.HangInfinitives(sentence);
            mending.HangUnderInfinitives(sentence);
            mending.PartLists(sentence);
            mending.HangNames(sentence, mentions);
            mending.FreeFronted(sentence);
            mending.FreeSubjects(sentence);
            mending.JoinSubjects(sentence);
        }

        return reading with { Words = mending._words.DrainToImmutable() };
    }

    // No stop is what a sentence hangs on: the first finite verb under it is, or else the first word.
    private void RootInWords(Sentence sentence)
    {
        var stop = RootOf(sentence);
        if (stop < 0 || _words[stop].Tag != PartOfSpeech.Punct) return;
        var root = -1;
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Head != stop || _words[word].Tag == PartOfSpeech.Punct) continue;
            if (root < 0 || (!IsFiniteVerb(root) && IsFiniteVerb(word))) root = word;
        }

        if (root < 0) return;
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Head == stop) Hang(word, root, _words[word].Relation);
        }

        Hang(root, -1, "root");
        Hang(stop, root, "punct");
    }

    private bool IsFiniteVerb(int word) => _words[word].Tag == PartOfSpeech.Verb && _words[word].Features.Has("VerbForm", "Fin");

    private int RootOf(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Head < 0) return word;
        }

        return -1;
    }

    private void Hang(int word, int head, string relation) => _words[word] = _words[word] with { Head = head, Relation = relation };

    private bool Governs(int above, int word)
    {
        while (word >= 0 && word != above)
            word = _words[word].Head;
        return word == above;
    }
}
