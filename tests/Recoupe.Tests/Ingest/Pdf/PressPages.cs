namespace Recoupe.Tests.Ingest.Pdf;

/// <summary>Invented articles laid out as the press lays them out, each with what a reader reads.</summary>
internal static class PressPages
{
    private static readonly string[] _paragraphs =
    [
        "Le pont de Kaltrova restera fermé jusqu’à l’automne, a annoncé lundi la maire Irène Costal. Une pile s’est affaissée pendant la nuit, et la circulation a été détournée par le barrage d’Orvec.",
        "« Nous ne prendrons aucun risque avec la vie des riverains », a-t-elle déclaré devant le conseil municipal. Le sous-préfet, présent dans la salle, a promis une navette gratuite dès mercredi.",
        "Selon la préfecture, l’affaissement aurait été causé par les crues du printemps. Les ingénieurs du département contestent cette version : les piles ont été inspectées en avril et rien n’avait été signalé.",
        "L’entreprise Valmy Travaux, chargée de l’entretien depuis quatre ans, n’a pas souhaité répondre à nos questions. Peut-être le fera-t-elle devant la commission d’enquête, qui se réunira jeudi.",
        "Au moins 1 200 personnes empruntent le pont chaque jour, d’après les comptages de la région. Les commerçants de la rive gauche redoutent une saison perdue et demandent une exonération de taxes.",
        "Pavel Ormel, conseiller d’opposition, affirme que la municipalité connaissait l’état de l’ouvrage. Il cite un rapport confidentiel remis en janvier, que la maire dit n’avoir jamais reçu.",
        "Le ministère des Transports a démenti mardi que des crédits aient été refusés. Une enveloppe de trois millions avait été votée, mais les travaux n’ont pas commencé faute d’autorisation.",
        "Les pêcheurs, eux, ont remarqué les fissures avant tout le monde. « On les voyait de la barque, celles-ci et d’autres plus bas », raconte Bruno Val, qui assure avoir prévenu la mairie.",
        "Les experts rendront leurs conclusions vendredi. En attendant, les écoliers traverseront par le bac, que deux agents municipaux surveilleront matin et soir.",
    ];

    private static readonly string[] _others =
    [
        "The harbour of Vasilsk will stay closed to tankers, the governor said on Sunday. Two pilots refused to enter the channel after a buoy had drifted, and the coastguard has opened an inquiry.",
        "Fishermen told this newspaper that the buoy had been loose for weeks. The port authority denies it and says that its divers checked every chain in February.",
        "A well-known insurer has suspended its cover for the bay. Its spokesman declined to comment on the reasons, but said a decision would follow within ten days.",
        "Residents fear that the refinery will cut its staff. The union counts some 340 posts, while the company speaks of none at all.",
    ];

    private static readonly string[] _titles = ["Le pont de Kaltrova restera fermé jusqu’à l’automne", "A Kaltrova, un pont fermé et deux versions de sa chute", "Harbour of Vasilsk closed to tankers"];

    /// <summary>The articles: a name, the file, what is to be read in it, and the headline.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, string Gold, string Title)> All => [.. Columns(), .. Pages(), Printed(), Captioned(), Quoted(), TwoStories(), Sidebar(), DropCap(), Raised()];

    // One, two and three columns, set in or spaced, justified or ragged, with words parted.
    private static IEnumerable<(string, byte[], string, string)> Columns()
    {
        foreach (var columns in new[] { 1, 2, 3 })
        {
            foreach (var indented in new[] { false, true })
            {
                foreach (var (justified, size) in new[] { (false, 9.0), (true, 9.0), (true, 11.0) })
                {
                    var pdf = new MadePdf();
                    var layout = new PressLayout(columns, indented, justified, Hyphenated: true, size, Gutter: justified ? 12 : 18, Height: columns == 1 ? 640 : 300);
                    var title = _titles[columns % 2];
                    var text = Rotated(_paragraphs, columns);
                    pdf.AddPage();
                    pdf.Text(0, 50, 90, 22, title[..title.IndexOf(' ', 20)], bold: true);
                    pdf.Text(0, 50, 116, 22, title[title.IndexOf(' ', 20)..].Trim(), bold: true);
                    layout.Set(pdf, text, 150);
                    yield return ($"{columns} columns, {(indented ? "set in" : "spaced")}, {(justified ? "justified" : "ragged")} {size}", pdf.Bytes(), Gold(title, text), title);
                }
            }
        }
    }

    // Several pages, with running heads and numbers that differ from page to page.
    private static IEnumerable<(string, byte[], string, string)> Pages()
    {
        foreach (var columns in new[] { 1, 2, 3 })
        {
            var pdf = new MadePdf();
            var layout = new PressLayout(columns, Indented: true, Justified: true, Hyphenated: true, Height: 220);
            var text = _paragraphs.Concat(Rotated(_paragraphs, 4)).Concat(_others).ToArray();
            pdf.AddPage();
            Head(pdf, 0);
            pdf.Text(0, 50, 90, 20, _titles[2], bold: true);
            layout.Set(pdf, text, 130, page => Head(pdf, page));
            yield return ($"{columns} columns on pages with running heads", pdf.Bytes(), Gold(_titles[2], text), _titles[2]);
        }

        static void Head(MadePdf pdf, int page)
        {
            pdf.Text(page, 50, 40, 8, $"La Dépêche d’Orvec – mardi {12 + page} mars 2024");
            pdf.Text(page, 290, 815, 8, $"{page + 7}");
        }
    }

    // What a browser prints around a page.
    private static (string, byte[], string, string) Printed()
    {
        var pdf = new MadePdf();
        var layout = new PressLayout(1, Indented: false, Justified: false, Hyphenated: false, Size: 12, Height: 600);
        pdf.Information["Title"] = "Le pont de Kaltrova restera fermé jusqu’à l’automne - La Dépêche";
        pdf.AddPage();
        pdf.Text(0, 25, 20, 8, "12/03/2024 18:02");
        pdf.Text(0, 240, 20, 8, "Le pont de Kaltrova - La Dépêche");
        pdf.Text(0, 25, 830, 8, "https://orvec.example/actualites/le-pont-ferme");
        pdf.Text(0, 560, 830, 8, "1/1");
        pdf.Text(0, 50, 90, 20, _titles[0]);
        layout.Set(pdf, _paragraphs, 130);
        return ("a page printed by a browser", pdf.Bytes(), Gold(_titles[0], _paragraphs), _titles[0]);
    }

    // A picture's legend in the middle of a column.
    private static (string, byte[], string, string) Captioned()
    {
        var (pdf, layout) = (new MadePdf(), new PressLayout(2, Indented: true, Justified: true, Hyphenated: true, Height: 200));
        pdf.AddPage();
        pdf.Text(0, 50, 90, 20, _titles[1], bold: true);
        layout.Set(pdf, _paragraphs[..5], 130);
        pdf.Text(0, 50, 480, 7, "Le pont, lundi matin, vu de la rive gauche. PHOTO A. VALMY");
        return ("a legend under two columns", pdf.Bytes(), Gold(_titles[1], [.. _paragraphs[..5], "Le pont, lundi matin, vu de la rive gauche. PHOTO A. VALMY"]), _titles[1]);
    }

    // A quotation set large between two parts of one paragraph.
    private static (string, byte[], string, string) Quoted()
    {
        var (pdf, layout) = (new MadePdf(), new PressLayout(1, Indented: true, Justified: true, Hyphenated: true, Size: 9));
        pdf.AddPage();
        pdf.Text(0, 50, 90, 20, _titles[1], bold: true);
        string[] lines = ["Le ministère des Transports a démenti mardi que des crédits aient été", "refusés. Une enveloppe de trois millions avait été votée, mais les travaux"];
        pdf.Text(0, 50, 130, 9, lines[0]);
        pdf.Text(0, 50, 141, 9, lines[1]);
        pdf.Text(0, 70, 175, 15, "« On voyait les fissures »");
        pdf.Text(0, 50, 205, 9, "n’ont pas commencé faute d’autorisation.");
        layout.Set(pdf, _paragraphs[7..], 216);
        return ("a quotation set large", pdf.Bytes(), Gold(_titles[1], [$"{lines[0]} {lines[1]} n’ont pas commencé faute d’autorisation.", "« On voyait les fissures »", .. _paragraphs[7..]]), _titles[1]);
    }

    // One article over another, each in two columns under a headline of its own.
    private static (string, byte[], string, string) TwoStories()
    {
        var (pdf, layout) = (new MadePdf(), new PressLayout(2, Indented: true, Justified: true, Hyphenated: true, Height: 180));
        pdf.AddPage();
        pdf.Text(0, 50, 90, 19, _titles[1], bold: true);
        layout.Set(pdf, _paragraphs[..4], 120);
        pdf.Text(0, 50, 430, 16, _titles[2], bold: true);
        (layout with { Height = 130 }).Set(pdf, _others, 455);
        return ("two articles on a page", pdf.Bytes(), Gold(_titles[1], [.. _paragraphs[..4], _titles[2], .. _others]), _titles[1]);
    }

    // A third column of its own beside two.
    private static (string, byte[], string, string) Sidebar()
    {
        var (pdf, layout) = (new MadePdf(width: 420), new PressLayout(2, Indented: false, Justified: true, Hyphenated: true, Size: 8, Height: 260));
        var wide = new MadePdf(width: 595);
        wide.AddPage();
        pdf.AddPage();
        wide.Text(0, 50, 90, 22, _titles[0], bold: true);
        var narrow = layout with { Columns = 3, Height = 230 };
        narrow.Set(wide, _paragraphs, 130);
        wide.Text(0, 50, 560, 13, "Repères : un ouvrage de 1931", bold: true);
        (layout with { Columns = 1 }).Set(wide, _others[..2], 585);
        return ("a box under three columns", wide.Bytes(), Gold(_titles[0], [.. _paragraphs, "Repères : un ouvrage de 1931", .. _others[..2]]), _titles[0]);
    }

    private static (string, byte[], string, string) DropCap()
    {
        var (pdf, layout) = (new MadePdf(), new PressLayout(1, Indented: true, Justified: false, Hyphenated: false));
        pdf.AddPage();
        pdf.Text(0, 50, 90, 20, _titles[0], bold: true);
        pdf.Text(0, 50, 142, 32, "L");
        pdf.Text(0, 72, 130, 10, "es experts rendront leurs conclusions vendredi, a promis la préfecture dans");
        pdf.Text(0, 72, 142, 10, "un communiqué. En attendant, les écoliers traverseront par le bac, que deux");
        pdf.Text(0, 50, 154, 10, "agents municipaux surveilleront matin et soir jusqu’à la fin des travaux.");
        layout.Set(pdf, _paragraphs[..3], 166);
        const string first = "Les experts rendront leurs conclusions vendredi, a promis la préfecture dans un communiqué. En attendant, les écoliers traverseront par le bac, que deux agents municipaux surveilleront matin et soir jusqu’à la fin des travaux.";
        return ("a letter over two lines", pdf.Bytes(), Gold(_titles[0], [first, .. _paragraphs[..3]]), _titles[0]);
    }

    private static (string, byte[], string, string) Raised()
    {
        var (pdf, layout) = (new MadePdf(), new PressLayout(1, Indented: true, Justified: false, Hyphenated: false));
        pdf.AddPage();
        pdf.Text(0, 50, 90, 20, _titles[0], bold: true);
        var before = "Les travaux commenceront le 1";
        pdf.Text(0, 50, 130, 10, before);
        pdf.Text(0, 50 + MadePdf.WidthOf(before, 10), 126.5, 6, "er");
        pdf.Text(0, 50 + MadePdf.WidthOf(before, 10) + MadePdf.WidthOf("er ", 6) + 2, 130, 10, "septembre, selon la mairie.");
        layout.Set(pdf, _paragraphs[..3], 142);
        return ("letters set higher", pdf.Bytes(), Gold(_titles[0], ["Les travaux commenceront le 1er septembre, selon la mairie.", .. _paragraphs[..3]]), _titles[0]);
    }

    private static string[] Rotated(string[] paragraphs, int by) => [.. paragraphs.Skip(by), .. paragraphs.Take(by)];

    private static string Gold(string title, IEnumerable<string> paragraphs) => string.Join("\n\n", [title, .. paragraphs]);
}
