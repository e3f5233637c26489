using Recoupe.Language;

namespace Recoupe.Utility;

/// <summary>What stands between quotation marks; a mark left open closes with its block.</summary>
internal static class QuotationSpans
{
    public static List<TextSpan> Find(string text, TextSpan block)
    {
        var quotations = new List<TextSpan>();
        var open = -1;
        for (var i = block.Start; i < block.End; i++)
        {
            if (open < 0 && Opens(text, i)) open = i + 1;
            else if (open >= 0 && Closes(text[i]))
            {
                quotations.Add(new(open, i));
                open = -1;
            }
        }

        if (open >= 0 && open < block.End) quotations.Add(new(open, block.End));
        return quotations;
    }

    // Some sites open French quotations with an English closing mark (” S’il est possible …).
    private static bool Opens(string text, int at) =>
        text[at] is '«' or '“' or '„' or '"' || (text[at] == '”' && (at == 0 || char.IsWhiteSpace(text[at - 1])));

    private static bool Closes(char c) => c is '»' or '”' or '"';
}
