using System.Collections.Frozen;
using System.Text;
using Recoupe.Language.Models;

namespace Recoupe.Language.Tokenising;

/// <summary>How a language writes several words as one token, from its <c>words.txt</c>.</summary>
internal sealed class WordTable
{
    private readonly FrozenDictionary<string, Multiword> _multiwords;
    private readonly FrozenDictionary<string, Multiword>.AlternateLookup<ReadOnlySpan<char>> _byForm;
    private readonly string[] _endings;
    private readonly FrozenDictionary<string, string> _alike;

    private WordTable(Dictionary<string, Multiword> multiwords, IEnumerable<string> endings, Dictionary<string, string> alike)
    {
        _alike = alike.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _multiwords = multiwords.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _byForm = _multiwords.GetAlternateLookup<ReadOnlySpan<char>>();
        // The longest first: «n't» before «'t».
        _endings = [.. endings.OrderByDescending(e => e.Length).ThenBy(e => e, StringComparer.Ordinal)];
    }

    /// <summary>What a token stands for.</summary>
    /// <param name="Words">Its words, in small letters.</param>
    /// <param name="Doubtful">Whether it may also be a word by itself.</param>
    public sealed record Multiword(string[] Words, bool Doubtful)
    {
        /// <summary>Its words with the capitals of the token as written.</summary>
        public string[] As(ReadOnlySpan<char> token)
        {
            if (token.Length == Words.Sum(w => w.Length)) return Cut(token);
            if (!char.IsUpper(token[0])) return Words;
            if (token.Length > 1 && !token.ContainsAnyInRange('a', 'z')) return [.. Words.Select(w => w.ToUpperInvariant())];
            return [char.ToUpperInvariant(Words[0][0]) + Words[0][1..], .. Words[1..]];
        }

        private string[] Cut(ReadOnlySpan<char> token)
        {
            var words = new string[Words.Length];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = token[..Words[i].Length].ToString();
                token = token[Words[i].Length..];
            }

            return words;
        }
    }

    public static WordTable Load(string language) => Parse(Encoding.UTF8.GetString(ModelFiles.Read($"{language}/words.txt")));

    public static WordTable Parse(string table)
    {
        var (multiwords, endings, section) = (new Dictionary<string, Multiword>(StringComparer.OrdinalIgnoreCase), new List<string>(), "");
        var alike = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Split('\n').Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0))
        {
            var fields = line.Split(' ');
            if (line[0] == '[') section = line;
            else if (section is "[ending]") endings.Add(line);
            else if (section is "[alike]" && fields.Length == 2) alike.Add(fields[0], fields[1]);
            else if (section is "[multiword]" && fields.Length > 3) multiwords.Add(fields[0], new(fields[2..], fields[1] is "?"));
            else throw new FormatException($"In words.txt, this line says nothing in section '{section}': {line}");
        }

        return new(multiwords, endings, alike);
    }

    /// <summary>What a token stands for; <see langword="null"/> for a word.</summary>
    public Multiword? Find(ReadOnlySpan<char> token) =>
        _byForm.TryGetValue(token, out var multiword) ? multiword : null;

    /// <summary>The doubtful token that may stand, as one word, where this one stands as a subject's determiner (<c>les</c>: <c>des</c>), with its capital; <see langword="null"/> where there is none.</summary>
    public string? AlikeOf(string word)
    {
        if (!_alike.TryGetValue(word, out var alike)) return null;
        return char.IsUpper(word[0]) ? char.ToUpperInvariant(alike[0]) + alike[1..] : alike;
    }

    /// <summary>Where a token's last word begins, if it ends as two words do; 0 for one word.</summary>
    public int EndingStart(ReadOnlySpan<char> token)
    {
        foreach (var ending in _endings)
        {
            if (token.Length > ending.Length && EndsWith(token, ending) && char.IsLetterOrDigit(token[^(ending.Length + 1)]))
                return token.Length - ending.Length;
        }

        return 0;
    }

    private static bool EndsWith(ReadOnlySpan<char> token, string ending)
    {
        for (var i = 0; i < ending.Length; i++)
        {
            var c = token[token.Length - ending.Length + i];
            if (c == '’') c = '\'';
            if (char.ToLowerInvariant(c) != ending[i]) return false;
        }

        return true;
    }
}
