using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Wordings;

/// <summary>What is to be changed in a clause: words given in place of words, or after one.</summary>
internal sealed class Edits
{
    private readonly SortedDictionary<int, (int Last, string Given, TextSpan? From)> _edits = [];
    private readonly Dictionary<int, (string Given, TextSpan? From)> _after = [];

    /// <summary>
    /// Gives words in brackets in place of those from one word to another; nothing in place of them where none are given.
    /// </summary>
    public void Replace(int first, int last, string given, TextSpan? from)
    {
        if (!Touches(first, last)) _edits[first] = (last, given, from);
    }

    public void Drop(int first, int last) => Replace(first, last, "", null);

    /// <summary>Gives words in brackets after a word.</summary>
    public void Insert(int word, string given, TextSpan? from) => _after.TryAdd(word, (given, from));

    public bool Touches(int first, int last) => _edits.Any(e => e.Key <= last && e.Value.Last >= first);

    /// <summary>Words a stretch with its changes; of the article, only what lies in the passage.</summary>
    public void Write(Prose prose, Stretch words, IReadOnlyList<TextSpan> passage, Wording wording)
    {
        var from = words.First;
        for (var word = words.First; word <= words.Last; word++)
        {
            var end = EndOfToken(prose, word, words.Last);
            if (end > word && Touches(word, end) && !IsWithin(word, end))
            {
                Own(prose, from, word - 1, passage, wording);
                for (; word <= end; word++) Give(prose, word, wording);
                (word, from) = (end, end + 1);
            }
            else if (_edits.TryGetValue(word, out var edit))
            {
                Own(prose, from, word - 1, passage, wording);
                wording.Give(edit.Given, edit.From);
                (word, from) = (edit.Last, edit.Last + 1);
            }

            if (!_after.TryGetValue(word, out var after)) continue;
            Own(prose, from, word, passage, wording);
            wording.Give(after.Given, after.From);
            from = word + 1;
        }

        Own(prose, from, words.Last, passage, wording);
    }

    private bool IsWithin(int word, int end) => _edits.TryGetValue(word, out var edit) && edit.Last >= end;

    // «it's», «don't»: words that are written as one are given one by one.
    private static int EndOfToken(Prose prose, int word, int last)
    {
        while (word < last && prose.IsContracted(word + 1)) word++;
        return word;
    }

    private void Give(Prose prose, int word, Wording wording)
    {
        if (_edits.TryGetValue(word, out var edit)) wording.Give(edit.Given, edit.From);
        else wording.Give(WrittenOut(prose, word) ?? prose.Trees[word].Form, prose.Trees[word].Span);
    }

    // «it's closed»: "is"; «it's been closed»: "has".
    private static string? WrittenOut(Prose prose, int word)
    {
        var next = word + 1;
        while (next < prose.Trees.Count && prose.Trees[next].Tag == PartOfSpeech.Adv) next++;
        var isPerfect = next < prose.Trees.Count && prose.Is(next, "perfect participles");
        var perfect = isPerfect ? prose.Words.Forms.Changed("written out before a perfect", prose.Form(word), false) : null;
        return perfect ?? prose.Words.Forms.Changed("written out", prose.Form(word), false);
    }

    private static void Own(Prose prose, int first, int last, IReadOnlyList<TextSpan> passage, Wording wording)
    {
        if (first > last) return;
        var span = prose.Trees.Span(first, last);
        foreach (var part in passage)
            wording.Own(new(Math.Max(part.Start, span.Start), Math.Min(part.End, span.End)));
    }
}
