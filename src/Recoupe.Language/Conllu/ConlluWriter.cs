using System.Globalization;

namespace Recoupe.Language.Conllu;

/// <summary>Writes readings as CoNLL-U (https://universaldependencies.org/format.html).</summary>
public static class ConlluWriter
{
    /// <summary>Writes every sentence with its <c>sent_id</c> and <c>text</c>, lines ended by a line feed. All characters of the text but white space are written.</summary>
    public static void Write(Reading reading, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(output);
        var firstToken = 0;
        for (var i = 0; i < reading.Sentences.Length; i++)
            firstToken = WriteSentence(reading, i, firstToken, output);
    }

    private static int WriteSentence(Reading reading, int at, int firstToken, TextWriter output)
    {
        var sentence = reading.Sentences[at];
        output.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {at + 1}\n# text = {OneLine(sentence.Span.In(reading.Text))}\n"));
        var t = firstToken;
        for (; t < reading.Tokens.Length && reading.Tokens[t].FirstWord < sentence.EndWord; t++)
            WriteToken(reading, sentence, t, output);
        output.Write('\n');
        return t;
    }

    private static void WriteToken(Reading reading, Sentence sentence, int at, TextWriter output)
    {
        var token = reading.Tokens[at];
        var number = token.FirstWord - sentence.FirstWord + 1;
        var space = SpaceFollows(reading, at) ? "_" : "SpaceAfter=No";
        var several = token.WordCount > 1;
        if (several)
            output.Write(string.Create(CultureInfo.InvariantCulture,
                $"{number}-{number + token.WordCount - 1}\t{OneLine(token.Span.In(reading.Text))}\t_\t_\t_\t_\t_\t_\t_\t{space}\n"));
        for (var i = 0; i < token.WordCount; i++)
            WriteWord(reading.Words[token.FirstWord + i], number + i, sentence.FirstWord, several ? "_" : space, output);
    }

    private static void WriteWord(Word word, int number, int firstWord, string space, TextWriter output)
    {
        var head = word.Head < 0 ? 0 : word.Head - firstWord + 1;
        output.Write(string.Create(CultureInfo.InvariantCulture,
            $"{number}\t{OneLine(word.Form)}\t{OneLine(word.Lemma)}\t{word.Tag.ToUpperName()}\t_\t{word.Features}\t{head}\t{word.Relation}\t_\t{space}\n"));
    }

    private static bool SpaceFollows(Reading reading, int at) =>
        at + 1 == reading.Tokens.Length || reading.Tokens[at + 1].Span.Start > reading.Tokens[at].Span.End;

    // A field may hold a plain space («12 000») but no tab, line end or other space.
    private static string OneLine(ReadOnlySpan<char> field) =>
        string.Create(field.Length, field, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = char.IsWhiteSpace(from[i]) ? ' ' : from[i];
        });
}
