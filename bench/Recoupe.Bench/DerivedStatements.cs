using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Bench;

/// <summary>
/// Articles with their statements, made by script: stories of twenty articles in French and English, each with people, places and propositions of its own in words of
/// the lexicon and words that it lacks. Each article tells ten of its story's propositions, in one of two wordings, some denied, some with a count or an hour of its own.
/// </summary>
internal sealed class DerivedStatements
{
    public const int PerArticle = 10;

    private const int PerStory = 20, Propositions = 60;

    private static readonly string[] Syllables = ["ba", "den", "kor", "li", "mar", "no", "pel", "ra", "sul", "tav", "ven", "zo", "gri", "hal", "jas", "fe", "du", "cas", "ber", "mo"];

    private readonly (string French, string English)[] words = [.. Plain()];

    public IEnumerable<FiledArticle> Articles(int count) => Enumerable.Range(0, count).Select(Article);

    private FiledArticle Article(int number)
    {
        var story = number / PerStory;
        var random = new Random(number);
        var isFrench = number % 3 != 2;
        var made = new Made(isFrench ? "fr" : "en");
        foreach (var proposition in Enumerable.Range(0, Propositions).OrderBy(_ => random.Next()).Take(PerArticle))
            Tell(made, story, proposition, isFrench, random);
        return made.Filed(number, new DateOnly(2020, 1, 1).AddDays((story + random.Next(5)) % 2_000));
    }

    private void Tell(Made made, int story, int proposition, bool isFrench, Random random)
    {
        var of = new Random((story * Propositions) + proposition + 1_000_000);
        var cast = new Random(story + 500_000);
        var names = Enumerable.Range(0, 8).Select(_ => Name(cast)).ToArray();
        var (subject, place, source) = (names[of.Next(4)], names[4 + of.Next(2)], names[random.Next(8)]);
        var told = Enumerable.Range(0, 4).Select(_ => words[of.Next(words.Length)]).ToArray();
        string Word(int at) => isFrench ? told[at].French : told[at].English;
        var own = Name(of).ToLowerInvariant();
        var figure = of.Next(5) == 0 ? random.Next(4) == 0 ? of.Next(2, 90) + random.Next(1, 4) : of.Next(2, 90) : 0;
        var denied = random.Next(8) == 0;
        var more = random.Next(2) == 0 ? Word(3) : own;
        made.Sentence(
            source,
            denied ? isFrench ? "a nié que" : "denied that" : isFrench ? "a déclaré que" : "said that",
            isFrench ? $"{subject} {Word(0)} {Word(1)} {own} à {place} {Word(2)} {more}" : $"{subject} {Word(0)} {Word(1)} {own} in {place} {Word(2)} {more}",
            [subject],
            [place],
            figure,
            denied);
    }

    private static string Name(Random random)
    {
        var name = string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    // The whole words of the lexicon, idea by idea, in both languages.
    private static IEnumerable<(string French, string English)> Plain() =>
        from entry in LanguageFile.Entries("ideas.txt").Skip(1)
        where char.IsAsciiLetter(entry[0])
        let columns = entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('|')
        let pair = (French: First(columns[0]), English: First(columns[1]))
        where pair.French is not null && pair.English is not null
        select (pair.French!, pair.English!);

    private static string? First(string column) =>
        column.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('*')).FirstOrDefault(w => w.Length > 3 && w.All(char.IsLetter));

    /// <summary>An article in the making: a sentence a statement.</summary>
    private sealed class Made(string language)
    {
        private readonly StringBuilder text = new();
        private readonly List<(TextSpan Source, TextSpan Cue, TextSpan Content, bool Denied)> told = [];
        private readonly List<(TextSpan Span, NameType Type)> named = [];
        private readonly List<(TextSpan Span, int Value, int Statement)> counted = [];

        public void Sentence(string source, string cue, string content, string[] people, string[] places, int figure, bool denied)
        {
            var by = Put(source);
            named.Add((by, NameType.Person));
            text.Append(' ');
            var marked = Put(cue);
            text.Append(' ');
            var start = text.Length;
            var whole = Put(content);
            foreach (var (name, type) in people.Select(p => (p, NameType.Person)).Concat(places.Select(p => (p, NameType.Place))))
            {
                var at = start + content.IndexOf(name, StringComparison.Ordinal);
                named.Add((new(at, at + name.Length), type));
            }

            if (figure > 0)
            {
                text.Append(", ");
                var count = Put(figure.ToString(CultureInfo.InvariantCulture));
                text.Append(language == "fr" ? " morts" : " dead");
                counted.Add((count, figure, told.Count));
                whole = new(start, text.Length);
            }

            told.Add((by, marked, whole, denied));
            text.Append(".\n\n");
        }

        public FiledArticle Filed(int number, DateOnly day)
        {
            var whole = text.ToString();
            var url = string.Create(CultureInfo.InvariantCulture, $"https://site{number % 40}.example/{number}");
            var id = ArticleId.Of(url, Encoding.UTF8.GetBytes(whole));
            var header = new ArticleHeader(id, ContentHash.OfText(whole), id.Value, "story", url, null, null, [], language, new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), PublicationSource.Given, null, null));
            var statements = told.Select((t, i) => Statement(id, whole, t, i)).ToImmutableArray();
            var mentions = named.OrderBy(n => n.Span).Select(n => new Mention(n.Span, n.Type, n.Span.In(whole).ToString())).ToImmutableArray();
            var figures = counted.Select(c => new Figure(c.Span, c.Value, true, c.Value, true, false, null, null, "killed", statements[c.Statement].Id, null, null)).ToImmutableArray();
            return new(new(header, whole, Blocks(whole)), new(mentions, [], figures, statements));
        }

        private static Statement Statement(ArticleId id, string whole, (TextSpan Source, TextSpan Cue, TextSpan Content, bool Denied) told, int number) => new(
            ContentHash.Id(id.Value, number.ToString(CultureInfo.InvariantCulture)),
            null,
            [told.Content],
            new(told.Source, told.Source.In(whole).ToString(), SourceKind.Person),
            told.Cue,
            Manner.Indirect,
            [],
            told.Denied ? Certainty.CertainlyNot : Certainty.Certain,
            told.Denied ? Stance.Denies : Stance.Asserts,
            null);

        private static ImmutableArray<Block> Blocks(string whole)
        {
            var blocks = ImmutableArray.CreateBuilder<Block>();
            for (var start = 0; start < whole.Length;)
            {
                var end = whole.IndexOf("\n\n", start, StringComparison.Ordinal);
                blocks.Add(new(new(start, end), BlockKind.Body));
                start = end + 2;
            }

            return blocks.ToImmutable();
        }

        private TextSpan Put(string words)
        {
            var start = text.Length;
            text.Append(words);
            return new(start, text.Length);
        }
    }
}
