using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recoupe.Language.Learning;
using Recoupe.Language.Models;
using Recoupe.Language.Parsing;
using Recoupe.Language.Parsing.Neural;
using Recoupe.Language.Tagging;

namespace Recoupe.Language;

/// <summary>Finds the tags, features, lemmas and heads of words whose sentences are known.</summary>
internal sealed class Analyst
{
    private readonly Lexicon? _lexicon;
    private readonly LinearModel _tags;
    private readonly MorphTagger _morphs;
    private readonly Lemmatiser _lemmas;
    private readonly Parser? _parser;
    private readonly TreeParser? _trees;

    // Reads from the last word to the first, with the parser's tree in view; not every language has one.
    private readonly Parser? _reviser;
    private readonly ConcurrentBag<Desk> _desks = [];

    public Analyst(string language, Lexicon? lexicon, bool isLinear)
    {
        _lexicon = lexicon;
        _tags = Load(language, "tags");
        var morphs = Load(language, "features");
        _morphs = new(morphs, Inventory.Parse(morphs.Classes));
        var lemmas = Load(language, "lemmas");
        _lemmas = new(lemmas, Inventory.Parse(lemmas.Classes), _lexicon);
        if (!isLinear && ModelFiles.Names.Contains($"{language}/trees.bin", StringComparer.Ordinal))
        {
            _trees = new(new(TreeNetworkFile.Read(ModelFiles.Read($"{language}/trees.bin"))));
            return;
        }

        _parser = ParserOf(Load(language, "parser"));
        _reviser = ModelFiles.Names.Any(n => n.StartsWith($"{language}/revision.bin", StringComparison.Ordinal)) ? ParserOf(Load(language, "revision")) : null;
    }

    // What one thread works with, from sentence to sentence.
    private sealed class Desk
    {
        public Frame Frame { get; } = new();

        public FeatureSet Features { get; } = new();

        public ParseState Tree { get; } = new();

        public PartialTree Draft { get; } = new();

        public TreeParser.Desk? Trees { get; set; }

        public ParseFeatures Between { get; } = new();
    }

    /// <summary>The words of a reading, analysed.</summary>
    public ImmutableArray<Word> Analyse(Reading reading)
    {
        if (!_desks.TryTake(out var desk)) desk = new();
        var words = reading.Words.ToArray();
        foreach (var sentence in reading.Sentences)
            Analyse(words.AsSpan(sentence.FirstWord, sentence.WordCount), sentence.FirstWord, desk);
        _desks.Add(desk);
        return ImmutableCollectionsMarshal.AsImmutableArray(words);
    }

    private void Analyse(Span<Word> words, int first, Desk desk)
    {
        var (frame, features, tree) = (desk.Frame, desk.Features, desk.Tree);
        frame.Reset(words, _lexicon, Frame.ServedBank);
        Tagger.Tag(frame, _tags, features);
        _morphs.Tag(frame, features);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = words[i] with { Lemma = _lemmas.Lemma(frame, i, words[i].Form, features), Tag = (PartOfSpeech)frame.Tag(i), Features = _morphs.Of(frame, i) };
            frame.Lemma(i) = FeatureKey.Of(words[i].Lemma);
        }

        if (_trees is not null)
        {
            _trees.Parse(frame, words, first, desk.Trees ??= _trees.NewDesk());
            return;
        }

        _parser!.Parse(frame, tree, desk.Between, features);
        if (_reviser is null)
        {
            for (var i = 0; i < words.Length; i++)
                words[i] = words[i] with { Head = tree[i].Head == words.Length ? -1 : first + tree[i].Head, Relation = _parser.Relation(tree[i].Label) };
            return;
        }

        Revise(_reviser, words, first, desk);
    }

    private void Revise(Parser reviser, Span<Word> words, int first, Desk desk)
    {
        var (tree, last) = (desk.Tree, words.Length - 1);
        desk.Draft.TakeMirrored(tree, _parser!.LabelKeys);
        desk.Frame.Mirror();
        reviser.Parse(desk.Frame, tree, desk.Between, desk.Features, desk.Draft);
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var node = ref tree[last - i];
            words[i] = words[i] with { Head = node.Head == words.Length ? -1 : first + last - node.Head, Relation = reviser.Relation(node.Label) };
        }
    }

    private static Parser ParserOf(LinearModel model) => new(model, new(model.Classes));

    private static LinearModel Load(string language, string name) => LinearModel.Load(ModelFiles.Read($"{language}/{name}.bin"), out _);
}
