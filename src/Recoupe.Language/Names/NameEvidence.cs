namespace Recoupe.Language.Names;

/// <summary>
/// What a text shows of its names by the words around them, wherever they stand: <c>in Karvelia</c>, <c>le barrage de Tarsk</c>, <c>the company Hydrokarv</c>,
/// <c>Youngspiration's Yau Wai-ching</c>. A name that lists do not know is what the text shows it to be, all through the text.
/// </summary>
internal sealed class NameEvidence
{
    private const NameKinds KnownPerson = NameKinds.GivenName | NameKinds.Person;

    private const NameKinds KnownPlace = NameKinds.Country | NameKinds.Capital | NameKinds.City | NameKinds.Region | NameKinds.OtherPlace;

    // «in» once, or «to» twice.
    private const int SurePlace = 2;

    private readonly NameContext _context;
    private readonly Dictionary<ulong, Shown> _shown = [];

    public NameEvidence(NameContext context, List<NameSpan> names)
    {
        _context = context;
        for (var i = 0; i < names.Count; i++)
            Note(names, i);
    }

    /// <summary>The type that the text shows for a name; its own where the text shows none, or lists know it.</summary>
    public NameType TypeOf(NameSpan name)
    {
        if (IsKnown(name))
            return name.Type;
        var shown = _shown[NameRevision.KeyOf(_context, name.Start, name.End)];
        if (shown.Person > 0)
            return name.Type;
        if (shown.Organisation > 0 && name.Type is NameType.Person or NameType.Other)
            return NameType.Organisation;
        var isPlace = shown.Organisation == 0 && shown.Place >= SurePlace && shown.Place * 2 >= shown.All;
        if (isPlace && (name.Type == NameType.Person || name is { Type: NameType.Organisation, Length: 1 }))
            return NameType.Place;
        return name.Type;
    }

    private bool IsKnown(NameSpan name) =>
        _context.Is(name.Start, KnownPerson | NameKinds.Organisation | NameKinds.Media | NameKinds.OrganisationWord | NameKinds.PlaceWord | NameKinds.Seat)
        || (name.Length == 1 && _context.Is(name.Start, KnownPlace | NameKinds.Surname) && name.Type == NameType.Place)
        || _context.Text.Shapes[name.Start] is NameShape.Initial or NameShape.AllCapitals;

    private void Note(List<NameSpan> names, int at)
    {
        var name = names[at];
        var key = NameRevision.KeyOf(_context, name.Start, name.End);
        var shown = _shown.GetValueOrDefault(key);
        _shown[key] = shown with
        {
            All = shown.All + 1,
            Person = shown.Person + (IsPersonHere(name) ? 1 : 0),
            Place = shown.Place + PlaceWeight(name),
            Organisation = shown.Organisation + (IsOrganisationHere(names, at) ? 1 : 0),
        };
        if (name is { Type: NameType.Person, Length: > 1 })
            NotePersonsParts(name);
    }

    // The surname, and what stands before it, are the same person's.
    private void NotePersonsParts(NameSpan name)
    {
        for (var i = name.Start; i < name.End; i++)
        {
            var key = NameRevision.KeyOf(_context, i, i + 1);
            var shown = _shown.GetValueOrDefault(key);
            _shown[key] = shown with { Person = shown.Person + 1 };
        }
    }

    private bool IsPersonHere(NameSpan name) =>
        _context.Is(name.Start - 1, NameKinds.Title) || (name.Length > 1 && name.Type == NameType.Person && _context.Is(name.Start, KnownPerson));

    // «in Karvelia», «le barrage de Tarsk», «the Tarsk dam», «northern Karvelia»; «to Karvelia» and «à Orvec» may as well be said of people.
    private int PlaceWeight(NameSpan name)
    {
        var before = BeforeArticle(name.Start - 1);
        if (_context.Is(before, NameKinds.WherePreposition) || IsPlaceWord(before) || IsPlaceWord(name.End) || (_context.Is(before, NameKinds.Connector) && IsPlaceWord(before - 1)))
            return SurePlace;
        return _context.Is(before, NameKinds.PlacePreposition) ? 1 : 0;
    }

    private bool IsPlaceWord(int index) => IsSmall(index) && _context.Is(index, NameKinds.PlaceWord);

    // «la société publique Hydrokarv», «the news site Velda Today»: an institution's word, at most one word away; «DAB's Horace Cheung».
    private bool IsOrganisationHere(List<NameSpan> names, int at)
    {
        var name = names[at];
        var before = name.Start - 1;
        if (name.Length == 1 && IsSmall(before) && !_context.Is(before, NameKinds.OrganisationWord) && !_context.Is(before, NameKinds.Connector | NameKinds.PlacePreposition | NameKinds.Article))
            before--;
        return (IsSmall(before) && _context.Is(before, NameKinds.OrganisationWord)) || (at + 1 < names.Count && IsOwnerOf(name, names[at + 1]));
    }

    private bool IsOwnerOf(NameSpan owner, NameSpan person) =>
        person is { Type: NameType.Person, Length: > 1 } && person.Start - owner.End is 1 or 2
        && _context.Text.Text.AsSpan(_context.Text.Atoms[owner.End].Start) is ['\'' or '’', 's', ' ', ..];

    private int BeforeArticle(int index)
    {
        while (_context.Is(index, NameKinds.Article) || ((uint)index < (uint)_context.Text.Count && _context.Text[index] is ['\'' or '’']))
            index--;
        return index;
    }

    private bool IsSmall(int index) => (uint)index < (uint)_context.Text.Count && _context.Text.Shapes[index] == NameShape.Small;

    /// <summary>How often a name stands in a text, how often as a person's or an organisation's, and how surely as a place's.</summary>
    private readonly record struct Shown(int All, int Person, int Place, int Organisation);
}
