namespace Recoupe.Language.Tagging;

/// <summary>A sentence under analysis: what is seen of its words and what has been decided so far. Has room for neighbours beyond both ends. Reused from sentence to sentence.</summary>
internal sealed class Frame
{
    /// <summary>How many places beyond the first and the last word may be looked at.</summary>
    public const int Margin = 3;

    /// <summary>The treebank that is followed in reading; training knows others besides.</summary>
    public const ulong ServedBank = 0;

    private WordLook[] _looks = [];
    private byte[] _tags = [];
    private ushort[] _morphs = [];
    private ulong[] _lemmas = [];

    public int Count { get; private set; }

    /// <summary>The treebank whose habits are followed.</summary>
    public ulong Bank { get; private set; }

    /// <summary>Takes in a new sentence; nothing is decided yet.</summary>
    public void Reset(ReadOnlySpan<Word> words, Lexicon? lexicon, ulong bank)
    {
        Count = words.Length;
        Bank = bank;
        var places = words.Length + 2 * Margin;
        if (_looks.Length < places)
        {
            _looks = new WordLook[2 * places];
            _tags = new byte[2 * places];
            _morphs = new ushort[2 * places];
            _lemmas = new ulong[2 * places];
        }

        Array.Clear(_looks, 0, places);
        Array.Fill(_tags, Outside, 0, places);
        Array.Clear(_morphs, 0, places);
        Array.Clear(_lemmas, 0, places);
        for (var i = 0; i < words.Length; i++)
        {
            _looks[i + Margin] = WordLook.Of(words[i].Form, lexicon);
            _tags[i + Margin] = Undecided;
        }
    }

    /// <summary>Turns the sentence round: its last word comes first.</summary>
    public void Mirror()
    {
        Array.Reverse(_looks, Margin, Count);
        Array.Reverse(_tags, Margin, Count);
        Array.Reverse(_morphs, Margin, Count);
        Array.Reverse(_lemmas, Margin, Count);
    }

    /// <summary>The tag of a place beyond the ends.</summary>
    public const byte Outside = 30;

    /// <summary>The tag of a word not tagged yet.</summary>
    public const byte Undecided = 31;

    /// <summary>What is seen of a word, from −<see cref="Margin"/> to one before <c>Count + Margin</c>.</summary>
    public ref readonly WordLook Look(int at) => ref _looks[at + Margin];

    /// <summary>A word's part of speech as a number, or <see cref="Outside"/> or <see cref="Undecided"/>.</summary>
    public ref byte Tag(int at) => ref _tags[at + Margin];

    /// <summary>A word's features, as their number among those of its part of speech.</summary>
    public ref ushort Morph(int at) => ref _morphs[at + Margin];

    /// <summary>The key of a word's lemma.</summary>
    public ref ulong Lemma(int at) => ref _lemmas[at + Margin];
}
