using System.Text;

namespace Recoupe.Train.Names;

/// <summary>Invented texts from hand-written sentences with slots (<c>templates-fr.txt</c> says how they are written).</summary>
internal sealed class Templates
{
    private readonly Dictionary<string, (int Types, List<string> Items)> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _forms = new(StringComparer.Ordinal);
    private readonly List<string> _sentences = [];

    public Templates(string path, IReadOnlyDictionary<string, (int Types, List<string> Items)> lists)
    {
        foreach (var (slot, list) in lists)
            _slots.Add(slot, list);
        var section = "";
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '[' && line[^1] == ']' && line.Length < 20)
                section = OpenSection(line[1..^1]);
            else if (section is "sentences")
                _sentences.Add(line);
            else if (section is "forms")
                _forms.Add(line.Split(" | ")[0], line.Split(" | ")[1..]);
            else
                _slots[section].Items.Add(line);
        }
    }

    private string OpenSection(string header)
    {
        if (header.Split(' ') is not [var name, var type])
            return header;
        _slots[name] = (TypesOf(type[0]), []);
        return name;
    }

    private static int TypesOf(char letter) => letter switch
    {
        'p' => NameMark.Person,
        'o' => NameMark.Organisation,
        'l' => NameMark.Place,
        'x' => NameMark.Other,
        _ => 0,
    };

    /// <summary>A text of a few sentences, about a few people.</summary>
    public NameExample Next(Shuffler random)
    {
        var writer = new Writer(this, random);
        var sentences = 3 + random.NextBelow(6);
        for (var i = 0; i < sentences; i++)
            writer.AddSentence(_sentences[random.NextBelow(_sentences.Count)]);
        return writer.Done();
    }

    private sealed class Writer
    {
        private readonly Templates _templates;
        private readonly Shuffler _random;
        private readonly StringBuilder _text = new();
        private readonly List<NameMark> _marks = [];
        private readonly List<(string Given, string Surname)> _people;

        public Writer(Templates templates, Shuffler random)
        {
            _templates = templates;
            _random = random;
            _people = [.. Enumerable.Range(0, 3).Select(_ => (Pick("F"), Pick("SURNAME")))];
        }

        public NameExample Done() => new(_text.ToString(), _marks);

        public void AddSentence(string sentence)
        {
            if (_text.Length > 0)
                _text.Append(_random.NextBelow(4) == 0 ? '\n' : ' ');
            var start = _text.Length;
            var (outer, outerTypes) = (-1, 0);
            for (var i = 0; i < sentence.Length; i++)
            {
                switch (sentence[i])
                {
                    case '[':
                        (outer, outerTypes) = (_text.Length, TypesOf(sentence[i + 1]));
                        i += 2;
                        break;
                    case ']':
                        _marks.Add(new(outer, _text.Length, outerTypes));
                        outer = -1;
                        break;
                    case '{':
                        var end = sentence.IndexOf('}', i);
                        AddSlot(sentence[(i + 1)..end], marked: outer < 0);
                        i = end;
                        break;
                    default:
                        _text.Append(sentence[i]);
                        break;
                }
            }

            _text[start] = char.ToUpperInvariant(_text[start]);
        }

        private void AddSlot(string slot, bool marked)
        {
            var parts = slot.Split(' ');
            var (types, text) = Value(parts[^1]);
            var form = parts.Length == 1 ? 0 : parts[0] switch { "le" => 0, "de" => 1, _ => 2 };
            var (before, name) = Formed(text, form, articled: parts.Length > 1 || parts[^1] is "PAYS" or "LIEU");
            _text.Append(before);
            if (marked && types != 0)
                _marks.Add(new(_text.Length, _text.Length + name.Length, types));
            _text.Append(name);
        }

        private (int Types, string Text) Value(string slot)
        {
            var (given, surname) = _people[_random.NextBelow(_people.Count)];
            return slot switch
            {
                "P" => (NameMark.Person, $"{given} {surname}"),
                "S" => (NameMark.Person, surname),
                _ => (_templates._slots[slot].Types, Pick(slot)),
            };
        }

        // «la Russie», form 1: «de la» and «Russie»; an English «the» stays outside the name.
        private (string Before, string Name) Formed(string text, int form, bool articled)
        {
            if (text.StartsWith("the ", StringComparison.Ordinal))
                return ("the ", text[4..]);
            if (!articled || _templates._forms.Count == 0)
                return ("", text);
            var article = text.StartsWith("l'", StringComparison.Ordinal) ? "l'" : text.Split(' ')[0];
            if (!_templates._forms.TryGetValue(article, out var forms))
                return ("", text);
            var name = article is "l'" ? text[2..] : text[(article.Length + 1)..];
            return (forms[form][..^1], name);
        }

        private string Pick(string slot)
        {
            var items = _templates._slots[slot].Items;
            return items[_random.NextBelow(items.Count)];
        }
    }
}
