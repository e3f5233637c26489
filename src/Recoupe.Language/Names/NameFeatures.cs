using System.Numerics;
using Recoupe.Language.Learning;

namespace Recoupe.Language.Names;

/// <summary>The features of an atom, for the model of names. The templates' numbers are written into the models, so they keep their order.</summary>
internal static class NameFeatures
{
    /// <summary>Features up to here name the atom's own letters; training leaves them out now and then, so that the context learns to do without.</summary>
    public static int Collect(NameContext context, int i, FeatureSet features)
    {
        var text = context.Text;
        features.Clear();
        AddLetters(text, i, features);
        var own = features.Count;
        AddWords(text, i, features);
        AddShapes(context, i, features);
        AddPhrases(context, i, features);
        AddRun(context, i, features);
        AddElsewhere(context, i, features);
        return own;
    }

    private static ulong Word(NameText text, int i) => (uint)i < (uint)text.Count ? text.Lower[i] : 1;

    private static ulong Class(NameText text, int i) => (uint)i < (uint)text.Count ? text.LexiconClasses[i] : 1;

    private static ulong Shape(NameText text, int i) =>
        (uint)i >= (uint)text.Count ? 99 : text.Shapes[i] == NameShape.Mark ? 100UL + text[i][0] : (ulong)text.Shapes[i];

    private static ulong Kinds(NameContext context, int i) => (uint)i < (uint)context.Kinds.Length ? (ulong)(context.Kinds[i] & NameKinds.Learned) << 2 | context.Parts[i] : 0;

    private static void AddLetters(NameText text, int i, FeatureSet features)
    {
        var word = text.Lower[i];
        var letters = text[i];
        features.Add(0, word);
        features.Add(1, Word(text, i - 1), word);
        features.Add(2, word, Word(text, i + 1));
        features.Add(3, word, (ulong)text.Shapes[i]);
        if (letters.Length > 3)
        {
            features.Add(4, FeatureKey.Of(letters[..3]));
            features.Add(5, FeatureKey.Of(letters[^3..]));
            features.Add(6, FeatureKey.Of(letters[^2..]));
        }

        if (letters.Length > 5)
        {
            features.Add(7, FeatureKey.Of(letters[^4..]));
            features.Add(8, FeatureKey.Of(letters[..4]));
        }
    }

    private static void AddWords(NameText text, int i, FeatureSet features)
    {
        features.Add(10, Word(text, i - 1));
        features.Add(11, Word(text, i + 1));
        features.Add(12, Word(text, i - 2));
        features.Add(13, Word(text, i + 2));
        features.Add(14, Word(text, i - 1), Word(text, i + 1));
        features.Add(15, Word(text, i - 2), Word(text, i - 1));
        features.Add(16, Word(text, i + 1), Word(text, i + 2));
        features.Add(17, Word(text, i - 1), Shape(text, i));
        features.Add(18, Word(text, i + 1), Shape(text, i));
        features.Add(19, Word(text, i - 2), Word(text, i - 1), Shape(text, i));
    }

    private static void AddShapes(NameContext context, int i, FeatureSet features)
    {
        var text = context.Text;
        var (before, here, after) = (Shape(text, i - 1), Shape(text, i), Shape(text, i + 1));
        var start = context.Starts[i] ? 1UL : 0;
        features.Add(30, here, start);
        features.Add(31, before, here);
        features.Add(32, here, after);
        features.Add(33, before, here, after);
        features.Add(34, here, after, Shape(text, i + 2));
        features.Add(35, Shape(text, i - 2), before, here);
        features.Add(36, Class(text, i), here, start);
        features.Add(37, Class(text, i - 1), here);
        features.Add(38, Class(text, i + 1), here);
        features.Add(39, Class(text, i - 1), Class(text, i), here);
        features.Add(40, Class(text, i), Class(text, i + 1), here);
        features.Add(41, context.InQuotes[i] ? 1UL : 0, here);
        features.Add(42, (ulong)Math.Min(text[i].Length, 6), here);
    }

    private static void AddPhrases(NameContext context, int i, FeatureSet features)
    {
        var text = context.Text;
        var (before, here, after) = (Kinds(context, i - 1), Kinds(context, i), Kinds(context, i + 1));
        var shape = Shape(text, i);
        features.Add(50, here, shape);
        features.Add(51, before, here);
        features.Add(52, here, after);
        features.Add(53, before, here, after);
        features.Add(54, before, shape);
        features.Add(55, after, shape);
        features.Add(56, Word(text, i - 1), here);
        features.Add(57, Word(text, i + 1), here);
        features.Add(58, Kinds(context, i - 2), before, shape);
        features.Add(59, after, Kinds(context, i + 2), shape);
        for (var rest = (uint)(context.Kinds[i] & NameKinds.Learned); rest != 0; rest &= rest - 1)
        {
            var kind = (ulong)BitOperations.TrailingZeroCount(rest);
            features.Add(60, kind, context.Parts[i], shape);
            features.Add(61, kind, context.Parts[i], Class(text, i - 1));
        }
    }

    private static void AddRun(NameContext context, int i, FeatureSet features)
    {
        var text = context.Text;
        if (!text.IsCapital(context.RunStarts[i]))
            return;

        var (first, end) = (context.RunStarts[i], context.RunEnds[i]);
        var place = Place(i, first, end);
        var length = (ulong)Math.Min(end - first, 5);
        features.Add(70, place, length, context.Starts[first] ? 1UL : 0);
        features.Add(71, place, Word(text, first - 1));
        features.Add(72, place, Word(text, end));
        features.Add(73, place, Word(text, first - 1), Word(text, end));
        features.Add(74, place, Kinds(context, first));
        features.Add(75, place, Kinds(context, end - 1));
        features.Add(76, place, Kinds(context, first), Kinds(context, end - 1));
        features.Add(77, place, Kinds(context, first - 1));
        features.Add(78, place, Kinds(context, first - 1), Kinds(context, first));
        features.Add(79, place, Kinds(context, end));
        features.Add(80, place, Word(text, first));
        features.Add(81, place, Word(text, end - 1));
        features.Add(82, place, Class(text, first - 1), Class(text, end));
        features.Add(83, place, Word(text, first - 2), Word(text, first - 1));
        features.Add(84, place, Word(text, end), Word(text, end + 1));
        features.Add(85, place, Class(text, first), length);
    }

    private static ulong Place(int i, int first, int end) =>
        end - first == 1 ? NameLabel.Single : i == first ? NameLabel.Begin : i == end - 1 ? NameLabel.End : (ulong)NameLabel.Inside;

    private static void AddElsewhere(NameContext context, int i, FeatureSet features)
    {
        if (!context.Text.IsCapital(i))
            return;

        var seen = (ulong)context.SeenOf(i);
        features.Add(90, seen);
        features.Add(91, seen, Place(i, context.RunStarts[i], context.RunEnds[i]), (ulong)context.Text.Shapes[i]);
        features.Add(92, seen, Kinds(context, i));
        for (var rest = seen; rest != 0; rest &= rest - 1)
            features.Add(93, (ulong)BitOperations.TrailingZeroCount(rest), Place(i, context.RunStarts[i], context.RunEnds[i]));
        if (context.RunEnds[i] - context.RunStarts[i] > 1)
            features.Add(94, (ulong)context.SeenOf(context.RunStarts[i]), (ulong)context.SeenOf(context.RunEnds[i] - 1), Place(i, context.RunStarts[i], context.RunEnds[i]));
    }
}
