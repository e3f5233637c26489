namespace Recoupe.Language.Names;

/// <summary>
/// What an atom is to a name: outside, or the beginning, inside, end or whole of one of a type (BIOES; Ratinov and Roth, «Design challenges and
/// misconceptions in named entity recognition», 2009). Outside is 0; type <c>t</c> has the labels <c>1 + 4t</c> to <c>4 + 4t</c>.
/// </summary>
internal static class NameLabel
{
    public const int Count = 17;
    public const int Outside = 0;
    public const int Begin = 0;
    public const int Inside = 1;
    public const int End = 2;
    public const int Single = 3;

    public static int Of(NameType type, int part) => 1 + (4 * (int)type) + part;

    public static NameType TypeOf(int label) => (NameType)((label - 1) / 4);

    public static int PartOf(int label) => (label - 1) % 4;

    /// <summary>Whether a name may begin, or go on being absent, after the label.</summary>
    public static bool Closes(int label) => label == Outside || PartOf(label) is End or Single;

    /// <summary>Whether one label may follow another.</summary>
    public static bool CanFollow(int previous, int label)
    {
        if (label == Outside || PartOf(label) is Begin or Single)
            return Closes(previous);
        return previous != Outside && TypeOf(previous) == TypeOf(label) && (PartOf(previous) is Begin or Inside);
    }

    /// <summary>Whether a text may begin with the label.</summary>
    public static bool CanBegin(int label) => label == Outside || PartOf(label) is Begin or Single;
}
