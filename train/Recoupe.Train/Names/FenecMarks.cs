using System.Globalization;
using Recoupe.Language.Names;

namespace Recoupe.Train.Names;

/// <summary>FENEC 2's annotations as marks: without titles and roles before persons, the outermost of nested names, generic things left open.</summary>
internal static class FenecMarks
{
    private readonly record struct Annotation(string Type, int Start, int End)
    {
        public int Length => End - Start;
    }

    public static List<NameMark> Read(string path, string text, Gazetteer gazetteer)
    {
        var annotations = (from line in File.ReadLines(path)
                           let fields = line.Split('\t')
                           where fields.Length >= 4 && fields[0] is not "TIME"
                           select new Annotation(fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture)))
            .Where(a => a.End <= text.Length && a.Length > 0).OrderBy(a => a.Start).ThenByDescending(a => a.Length).ToList();
        var marks = new List<NameMark>();
        var end = 0;
        foreach (var annotation in annotations)
        {
            if (annotation.Start < end && !(marks.Count > 0 && marks[^1].MayBeNone))
                continue;
            marks.Add(MarkOf(annotation, text, gazetteer));
            end = Math.Max(end, annotation.End);
        }

        return marks;
    }

    private static NameMark MarkOf(Annotation annotation, string text, Gazetteer gazetteer)
    {
        var (start, end) = (annotation.Start, annotation.End);
        var type = annotation.Type switch
        {
            "PERS" => NameMark.Person,
            "ORG" => NameMark.Organisation,
            "LOC" => NameMark.Place,
            _ => NameMark.Other,
        };
        if (type == NameMark.Person)
            start = AfterTitle(text, start, end, gazetteer);
        var hasCapital = start < end && text[start..end].Any(char.IsUpper);
        if (!hasCapital || IsDemonym(text[start..end], gazetteer))
            return new(annotation.Start, annotation.End, 0);
        var open = type == NameMark.Other || !char.IsUpper(text[start]);
        return new(start, end, type, MayBeNone: open, Loose: open);
    }

    private static bool IsDemonym(string name, Gazetteer gazetteer) =>
        NameText.Fold(name) is [var atom] && (gazetteer.KindsOf(atom) & NameKinds.Demonym) != NameKinds.None;

    // «Monsieur Martin Deneuve», «M . Fernandez», «Président de la République»: what is left after the titles may be nothing.
    private static int AfterTitle(string text, int start, int end, Gazetteer gazetteer)
    {
        var words = NameText.Of(text[start..end], lexicon: null);
        var i = 0;
        while (i < words.Count && (!words.IsCapital(i) || (gazetteer.KindsOf(words.Folded[i]) & NameKinds.Title) != NameKinds.None || IsShortTitle(words, i)))
            i++;
        return i < words.Count ? start + words.Atoms[i].Start : end;
    }

    private static bool IsShortTitle(NameText words, int i) => words[i] is "M" or "MM" or "Mme" or "Mlle" or "Dr" or "Me" or "Général" or "Président";
}
