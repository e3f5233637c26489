namespace Recoupe.Language.Names;

/// <summary>What the lists of names know a phrase for; a phrase may be several. The values are written into files and trained models.</summary>
[Flags]
internal enum NameKinds : uint
{
    None = 0,
    Country = 1 << 0,
    Capital = 1 << 1,
    Region = 1 << 2,
    City = 1 << 3,
    Town = 1 << 4,
    OtherPlace = 1 << 5,
    GivenName = 1 << 6,
    Surname = 1 << 7,
    Person = 1 << 8,
    Organisation = 1 << 9,
    Media = 1 << 10,
    Demonym = 1 << 11,
    OtherName = 1 << 12,
    Seat = 1 << 13,
    Title = 1 << 14,
    OrganisationWord = 1 << 15,
    PlaceWord = 1 << 16,
    OtherWord = 1 << 17,
    ActVerb = 1 << 18,
    TimeWord = 1 << 19,
    Auxiliary = 1 << 20,
    PlacePreposition = 1 << 21,
    Article = 1 << 22,
    Connector = 1 << 23,
    AgentPreposition = 1 << 24,
    Coordination = 1 << 25,

    /// <summary>A preposition that only places take; the trained models do not know the kind.</summary>
    WherePreposition = 1 << 26,

    /// <summary>What the models were trained with.</summary>
    Learned = WherePreposition - 1,

    /// <summary>What only a phrase with a capital can be.</summary>
    Names = Country | Capital | Region | City | Town | OtherPlace | GivenName | Surname | Person | Organisation | Media | OtherName | Seat,
}
