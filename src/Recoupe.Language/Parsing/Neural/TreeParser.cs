using Recoupe.Language.Tagging;

namespace Recoupe.Language.Parsing.Neural;

/// <summary>Builds a sentence's tree from a network's scores. A long sentence is cut, so that time grows with length; the pieces hang on the first.</summary>
internal sealed class TreeParser(TreeNetwork network)
{
    /// <summary>No piece that is parsed at once has more words.</summary>
    public const int LongestPiece = 128;

    // How one piece of a sentence hangs on another.
    private const string Beside = "parataxis";

    /// <summary>What one thread works with, from sentence to sentence.</summary>
    public sealed class Desk(TreeDesk network)
    {
        public TreeDesk Network { get; } = network;

        public TreeDecoder Decoder { get; } = new();

        public ulong[] Keys { get; } = new ulong[LongestPiece * WordKeys.Count];

        public int[] Scores { get; } = new int[LongestPiece * (LongestPiece + 1)];
    }

    public Desk NewDesk() => new(network.NewDesk());

    /// <summary>Finds heads and relations.</summary>
    /// <param name="frame">The sentence, tagged.</param>
    /// <param name="words">Its words, to be completed.</param>
    /// <param name="first">The index of the first in the reading.</param>
    /// <param name="desk">Where to work.</param>
    public void Parse(Frame frame, Span<Word> words, int first, Desk desk)
    {
        var top = -1;
        for (var start = 0; start < words.Length; start += LongestPiece)
        {
            var piece = words.Slice(start, Math.Min(LongestPiece, words.Length - start));
            var own = Parse(frame, piece, first + start, start, desk);
            if (top < 0) top = own;
            else words[own - first] = words[own - first] with { Head = top, Relation = Beside };
        }
    }

    // A word alone needs no scores.
    private static int Alone(ref Word word, int first)
    {
        word = word with { Head = -1, Relation = "root" };
        return first;
    }

    // Gives the index of the piece's root in the reading.
    private int Parse(Frame frame, Span<Word> piece, int first, int start, Desk desk)
    {
        if (piece.Length == 1) return Alone(ref piece[0], first);
        var count = piece.Length;
        Span<int> heads = stackalloc int[count];
        Span<bool> mayLead = stackalloc bool[count];
        for (var i = 0; i < count; i++)
        {
            WordKeys.Collect(frame, start + i, desk.Keys.AsSpan(i * WordKeys.Count, WordKeys.Count));
            mayLead[i] = (PartOfSpeech)frame.Tag(start + i) != PartOfSpeech.Punct;
        }

        var scores = desk.Scores.AsSpan(0, count * (count + 1));
        network.Score(desk.Keys, count, desk.Network, scores);
        desk.Decoder.Decode(scores, mayLead, heads);
        var top = first;
        for (var i = 0; i < count; i++)
        {
            var isTop = heads[i] == count;
            if (isTop) top = first + i;
            piece[i] = piece[i] with { Head = isTop ? -1 : first + heads[i], Relation = network.Relations[network.Label(i, heads[i], desk.Network)] };
        }

        return top;
    }
}
