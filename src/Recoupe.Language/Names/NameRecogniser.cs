using System.Collections.Immutable;
using Recoupe.Language.Learning;
using Recoupe.Language.Models;

namespace Recoupe.Language.Names;

/// <summary>
/// Finds the names in a text and says what each names. A chain model labels the atoms; then the text's own names are made to agree, and a
/// country or capital that acts as a state becomes an organisation. Immutable and thread-safe; time grows with the text's length.
/// </summary>
internal sealed class NameRecogniser
{
    private readonly Lexicon? _lexicon;
    private readonly Gazetteer _gazetteer;
    private readonly NameModel _model;

    private NameRecogniser(Lexicon? lexicon, Gazetteer gazetteer, NameModel model)
    {
        _lexicon = lexicon;
        _gazetteer = gazetteer;
        _model = model;
    }

    /// <summary>The recogniser of a language; <see langword="null"/> where the models have none.</summary>
    public static NameRecogniser? Load(string language, Lexicon? lexicon)
    {
        if (ModelFiles.Open($"{language}/names.bin") is not { } stream)
            return null;

        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Of(lexicon, Gazetteer.Load(language), LinearModel.Load(bytes, out _));
        }
    }

    public static NameRecogniser Of(Lexicon? lexicon, Gazetteer gazetteer, LinearModel model) => new(lexicon, gazetteer, new(model));

    /// <summary>The names of a text, in its order; they never overlap.</summary>
    public ImmutableArray<Name> Find(string text)
    {
        var context = new NameContext(NameText.Of(text, _lexicon), _gazetteer);
        var names = Spans(_model.Label(context));
        NameRevision.Revise(context, names);
        return [.. names.Select(n => new Name(new(context.Text.Atoms[n.Start].Start, context.Text.Atoms[n.End - 1].End), n.Type))];
    }

    /// <summary>The names as the chain model alone finds them, in atoms.</summary>
    private static List<NameSpan> Spans(byte[] labels)
    {
        var names = new List<NameSpan>();
        var start = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameLabel.Outside)
                continue;
            var part = NameLabel.PartOf(labels[i]);
            if (part is NameLabel.Begin or NameLabel.Single)
                start = i;
            if (part is NameLabel.End or NameLabel.Single)
                names.Add(new(start, i + 1, NameLabel.TypeOf(labels[i])));
        }

        return names;
    }
}

/// <summary>A name in atoms; <c>End</c> is exclusive.</summary>
internal readonly record struct NameSpan(int Start, int End, NameType Type)
{
    public int Length => End - Start;
}
