using System.Collections.Frozen;

namespace Recoupe.Bench;

/// <summary>What Recognizers-Text calls the units that Recoupe writes as symbols.</summary>
internal static class UnitNames
{
    // A line a unit of ours: its symbol, then their names for it in English and French.
    private static readonly FrozenDictionary<string, string[]> s_theirs = """
        dollar = Dollar
        USD = United States dollar | Dollar États-Unis
        CAD = Canadian dollar | Dollar Canadien
        AUD = Australian dollar | Dollar Australien
        HKD = Hong Kong dollar | Dollar de Hong Kong
        NZD = New Zealand dollar | Dollar néo-zélandais
        MXN = Mexican peso
        FIM = Finnish markka | Mark Finlandais
        pound = Pound | Livre
        GBP = British pound | Pound | Livre
        cent = Cent | Centimes
        centime = Centimes
        penny = Penny | Pence
        franc = Franc
        CHF = Swiss franc | Franc Suisse
        JPY = Japanese yen | Yen Japonais
        peseta = Peseta
        pesewa = Pesewa
        NLG = Netherlands guilder | Florins Néerlandais
        CNY = Chinese yuan | Yuan Chinois
        EUR = Euro
        CRC = Costa Rican colón
        GEL = Georgian lari
        LAK = Lao kip
        LKR = Sri Lankan rupee
        INR = Roupie indienne
        sen = Sen
        TRY = Turkish lira
        rupee = Rupee | Roupie
        BTC = Bitcoin
        satoshi = Satoshi
        ml = Milliliter | Millilitre
        l = Liter | Litre
        in = Inch | Pouce
        ft = Foot | Pied
        yd = Yard
        mi = Mile
        m = Meter | Mètres
        km = Kilometer | Kilomètres
        hm = Hectomètre
        dm = Decimeter | Décimètres
        cm = Centimeter | Centimètres
        mm = Millimeter | Millimètres
        pm = Picometer
        m2 = Square meter | Mètre carré
        km2 = Square kilometer | Kilomètre carré
        ft2 = Square foot
        ft3 = Cubic foot | Pieds cube
        acre = Acre
        bbl = Barrel | Baril
        gal = Gallon
        cup = Cup
        tbsp = Tablespoon
        tsp = Teaspoon
        dram = Dram
        oz = Ounce | Onces
        lb = Pound | Livre
        ton = Ton | Tonne
        t = Metric ton | Ton | Tonne | Tonne métrique
        kg = Kilogram
        g = Gram
        µg = Microgram | Microgramme
        bit = Bit
        Mb = Megabit
        MB = Megabyte
        mph = Mile per hour | Miles par heure
        km/h = Kilometer per hour
        m/ms = Meter per millisecond
        cm/ms = Centimeter per millisecond
        km/ms = Kilometer per millisecond
        ° = Degree | Degré
        rad = Radian
        turn = Turn
        °C = C
        °F = F
        K = Kelvin
        year = Year | Ans
        month = Month | Mois
        week = Week | Semaines
        day = Day | Jour
        """.Split('\n').Select(line => line.Split(" = ")).ToFrozenDictionary(p => p[0].Trim(), p => p[1].Trim().Split(" | "), StringComparer.Ordinal);

    /// <summary>Whether a unit of ours is the one that the specification names.</summary>
    public static bool Same(string? ours, string? theirs) =>
        ours is null || theirs is null ? ours is null && theirs is null : s_theirs.TryGetValue(ours, out var names) && names.Contains(theirs, StringComparer.Ordinal);
}
