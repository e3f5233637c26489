using Recoupe.Language.Names;

namespace Recoupe.Train.Names;

/// <summary>The corpora that models of names may be trained on, each with what it says, and leaves unsaid, about names.</summary>
internal sealed class NameCorpora(string data, Gazetteer gazetteer)
{
    private static readonly HashSet<string> OpenGenres = new(["news", "interview", "bio", "voyage", "speech"], StringComparer.Ordinal);

    private NameKinds KindsOf(string name)
    {
        var folded = NameText.Fold(name);
        return gazetteer.LongestAt(folded, 0, out var kinds) == folded.Length ? kinds : NameKinds.None;
    }

    /// <summary>UNER's English EWT: every name, places among them also where they act as states; other names and demonyms in one class.</summary>
    public IEnumerable<NameExample> Uner(string file) =>
        from document in RowFile.Read(Path.Combine(data, "ner", file), 1, '\t', "# newdoc")
        select new NameExample(document.Text, [.. document.Sentences.SelectMany(s => BioMarks(document.Text, s, 2, UnerMark))]);

    /// <summary>GUM's entities, in the genres whose texts are free: the runs of proper nouns, typed by the smallest entity whose head they hold.</summary>
    public IEnumerable<NameExample> Gum() =>
        from document in RowFile.Read(Path.Combine(data, "ud", "en_gum-ud-train.conllu"), 1, '\t', "# newdoc")
        where document.Id.Split('_') is [_, var genre, ..] && OpenGenres.Contains(genre)
        select new NameExample(document.Text, GumEntities.Marks(document, gazetteer));

    /// <summary>Treebanks without names: a run of proper nouns is some name, nothing else is. Its type is learnt from the others.</summary>
    public IEnumerable<NameExample> Treebank(string file) =>
        from document in RowFile.Read(Path.Combine(data, "ud", file), 1, '\t', "# newdoc")
        select new NameExample(document.Text, [.. document.Sentences.SelectMany(s => ProperNouns(document.Text, s))]);

    /// <summary>FrSemCor: persons are told; places and institutions are one class, parted by the gazetteer where it knows better.</summary>
    public IEnumerable<NameExample> FrSemCor() =>
        from document in RowFile.Read(Path.Combine(data, "ner", "frsemcor-sequoia-9.1.conllu"), 1, '\t', documentBreak: null)
        select new NameExample(document.Text, [.. document.Sentences.SelectMany(s => FrSemCorMarks(document.Text, s))]);

    /// <summary>Europeana's old newspapers: persons, places, organisations; no other names, and no bounds between neighbours.</summary>
    public IEnumerable<NameExample> Europeana() =>
        from document in RowFile.Read(Path.Combine(data, "ner", "europeana-fr.bio"), 0, ' ', "-DOCSTART-")
        from chunk in Chunks(document)
        select chunk;

    /// <summary>FENEC 2: persons with their titles and roles, nested names, things and events.</summary>
    public IEnumerable<NameExample> Fenec() =>
        from path in Directory.EnumerateFiles(Path.Combine(data, "ner", "fenec2"), "*.txt").Order(StringComparer.Ordinal)
        let text = File.ReadAllText(path)
        select new NameExample(text, FenecMarks.Read(Path.ChangeExtension(path, ".ann"), text, gazetteer));

    private static IEnumerable<NameMark> BioMarks(string text, List<Row> rows, int field, Func<string, string, NameMark> markOf)
    {
        for (var i = 0; i < rows.Count;)
        {
            var label = rows[i].Fields[field];
            var end = i + 1;
            if (label.Length < 3)
            {
                i = end;
                continue;
            }

            while (end < rows.Count && rows[end].Fields[field].StartsWith("I-", StringComparison.Ordinal) && rows[end].Fields[field].EndsWith(label[2..], StringComparison.Ordinal))
                end++;
            var (from, to) = (rows[i].Start, rows[end - 1].End);
            yield return markOf(label[2..], text[from..to]) with { Start = from, End = to };
            i = end;
        }
    }

    private NameMark UnerMark(string type, string name) => type switch
    {
        "PER" => new(0, 0, NameMark.Person),
        "ORG" => new(0, 0, NameMark.Organisation),
        "LOC" => new(0, 0, NameMark.Place),
        "OTH" when (KindsOf(name) & NameKinds.Demonym) != NameKinds.None => new(0, 0, 0),
        "OTH" => new(0, 0, NameMark.Other, MayBeNone: true, Loose: name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)),
        _ => new(0, 0, 0),
    };

    private IEnumerable<NameMark> ProperNouns(string text, List<Row> rows)
    {
        for (var i = 0; i < rows.Count;)
        {
            var end = i + 1;
            if (rows[i].Fields[3] is "PROPN")
            {
                while (end < rows.Count && rows[end].Fields[3] is "PROPN")
                    end++;
                yield return new(rows[i].Start, rows[end - 1].End, PossibleTypes(text[rows[i].Start..rows[end - 1].End]), Loose: true);
            }
            else if (BeginsLongName(rows, i) is var last && last > i)
            {
                end = last + 1;
                yield return new(rows[i].Start, rows[last].End, NameMark.Any, MayBeNone: true, Loose: true);
            }
            else if (rows[i].Fields[3] is ("NOUN" or "ADJ" or "X") && i > 0 && char.IsUpper(rows[i].Fields[1][0]))
            {
                yield return new(rows[i].Start, rows[i].End, NameMark.Any, MayBeNone: true, Loose: true);
            }

            i = end;
        }
    }

    // «tribunal correctionnel de Belfort» may be a name from its first word on; the treebanks don't say.
    private int BeginsLongName(List<Row> rows, int first)
    {
        if ((KindsOf(rows[first].Fields[1]) & (NameKinds.OrganisationWord | NameKinds.PlaceWord | NameKinds.OtherWord)) == NameKinds.None)
            return first;
        var last = first;
        for (var i = first + 1; i < Math.Min(rows.Count, first + 7) && (rows[i].Fields[3] is "PROPN" or "ADP" or "DET" or "ADJ" or "NOUN"); i++)
        {
            if (rows[i].Fields[3] is "PROPN")
                last = i;
        }

        return last;
    }

    private int PossibleTypes(string name)
    {
        var kinds = KindsOf(name);
        var people = kinds & (NameKinds.GivenName | NameKinds.Surname | NameKinds.Person);
        var places = kinds & (NameKinds.Country | NameKinds.Region | NameKinds.City | NameKinds.OtherPlace);
        return (people, places) switch
        {
            (not NameKinds.None, NameKinds.None) when (kinds & ~(people | NameKinds.Town)) == NameKinds.None => NameMark.Person | NameMark.Place,
            (NameKinds.None, not NameKinds.None) when (kinds & NameKinds.Organisation) == NameKinds.None => NameMark.Place,
            _ => NameMark.Any,
        };
    }

    private IEnumerable<NameMark> FrSemCorMarks(string text, List<Row> rows)
    {
        for (var i = 0; i < rows.Count;)
        {
            var label = rows[i].Fields[5];
            var number = label.Split(':', ';')[0];
            var end = i + 1;
            if (char.IsAsciiDigit(number[0]))
            {
                while (end < rows.Count && string.Equals(rows[end].Fields[5].Split(':', ';')[0], number, StringComparison.Ordinal))
                    end++;
            }

            var proper = rows.Take(end).Skip(i).Any(r => r.Fields[3] is "NPP");
            var name = text[rows[i].Start..rows[end - 1].End];
            if (name.Length > 0 && (proper || (char.IsUpper(name[0]) && i > 0) || label.Contains(":Institution", StringComparison.Ordinal)))
                yield return FrSemCorMark(label, name, proper) with { Start = rows[i].Start, End = rows[end - 1].End };
            i = end;
        }
    }

    private NameMark FrSemCorMark(string label, string name, bool proper)
    {
        var supersense = label.Split(':', ';').FirstOrDefault(p => char.IsAsciiLetterUpper(p[0])) ?? "";
        var capital = char.IsUpper(name[0]);
        return supersense switch
        {
            "Person" when proper && capital => new(0, 0, NameMark.Person, Loose: name.Contains(' ', StringComparison.Ordinal)),
            "Institution" => new(0, 0, InstitutionTypes(name), MayBeNone: !proper, Loose: !capital),
            _ when proper => new(0, 0, NameMark.Any, MayBeNone: true, Loose: true),
            _ => new(0, 0, NameMark.Organisation | NameMark.Other, MayBeNone: true, Loose: true),
        };
    }

    private int InstitutionTypes(string name)
    {
        var kinds = KindsOf(name);
        if ((kinds & (NameKinds.Organisation | NameKinds.Media)) != NameKinds.None)
            return NameMark.Organisation;
        return (kinds & (NameKinds.Country | NameKinds.Region | NameKinds.City | NameKinds.Town | NameKinds.OtherPlace)) != NameKinds.None
            ? NameMark.Place
            : NameMark.Organisation | NameMark.Place;
    }

    private static IEnumerable<NameExample> Chunks(RowDocument document)
    {
        foreach (var rows in document.Sentences.SelectMany(s => s.Chunk(300)))
        {
            var start = rows[0].Start;
            var text = document.Text[start..rows[^1].End];
            yield return new(text, [.. rows.Where(r => r.Fields.Length > 1 && r.Fields[^1].Length > 2).Select(r => new NameMark(
                r.Start - start, r.End - start, r.Fields[^1] switch { "I-PER" => NameMark.Person, "I-ORG" => NameMark.Organisation, _ => NameMark.Place }, Loose: true))]);
        }
    }
}
