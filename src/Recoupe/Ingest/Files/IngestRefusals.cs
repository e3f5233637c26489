using System.Globalization;

namespace Recoupe.Ingest.Files;

/// <summary>Every way an input is refused here; <c>docs/refusals.md</c> lists them.</summary>
internal static class IngestRefusals
{
    // A name in bytes that are no UTF-8 reaches the program with this letter in their place, and names nothing.
    private const char Unknown = '\uFFFD';

    public static Rejection Missing(string input) => new(
        "INGEST-1",
        input,
        "There is no such file or folder, or it may not be seen.",
        input.Contains(Unknown)
            ? "Its name holds bytes that are not UTF-8: rename it (convmv does), then read it again."
            : "Check the path and the permissions of the folders above it.");

    public static Rejection NothingMatches(string input) =>
        new("INGEST-2", input, "No file matches this pattern.", "Check the folder and the ending; quote the pattern if your shell changes it.");

    public static Rejection NothingInside(string input) =>
        new("INGEST-14", input, "There is no article in this folder.", $"Give a folder that holds {FileEndings.InWords} files.");

    public static Rejection Unreadable(string input, string why) =>
        new("INGEST-3", input, $"It cannot be read: {OneLine(why)}", "Give yourself permission to read it, or copy it where you have it.");

    public static Rejection LinkCircle(string input) =>
        new("INGEST-4", input, "This link leads back to itself or to a folder above it.", "Remove the link, or give the folder it should lead to.");

    public static Rejection Empty(string input) =>
        new("INGEST-5", input, "It has no bytes: an empty file, or a pipe or device, which is never opened.", "Save the article's text into an ordinary file.");

    public static Rejection TooLarge(string input, long bytes) =>
        new(
            "INGEST-6",
            input,
            string.Create(CultureInfo.InvariantCulture, $"It has {bytes:N0} bytes; a page may have {PageLimits.LargestPage:N0}."),
            "Split it, one article a file, or write it as JSON lines.");

    public static Rejection OtherFormat(string input, FileSignature format) =>
        new("INGEST-7", input, $"It is {format.Name}, not text.", format.Advice);

    public static Rejection Binary(string input) =>
        new("INGEST-8", input, "It holds bytes that no text holds.", "Save the article as text (UTF-8) or HTML.");

    public static Rejection UnknownEnding(string input) =>
        new("INGEST-9", input, "Its name ends in nothing that is read from a folder.", $"Rename it to {FileEndings.InWords}, or name the file itself to have it read as text.");

    public static Rejection BrokenRecord(string input, string why) =>
        new("INGEST-10", input, $"This is no JSON record: {OneLine(why)}", "Correct the line; the records around it were read.");

    public static Rejection NoText(string input) =>
        new(
            "INGEST-11", input, "The record has no text.",
            "Put the article's text into its field `text`; of a message or a page, give one that has a text.");

    public static Rejection LineTooLong(string input, int limit) =>
        new(
            "INGEST-12",
            input,
            string.Create(CultureInfo.InvariantCulture, $"The line is longer than {limit:N0} bytes."),
            "Write one record a line, each ended by a line feed.");

    public static Rejection BrokenSidecar(string input, string why) =>
        new("INGEST-13", input, $"What it says of the article was not taken: {OneLine(why)}", "Correct it and read again; the article itself was read.");

    public static Rejection BrokenArchive(string input, string why) =>
        new("INGEST-15", input, $"This part of the archive cannot be read: {OneLine(why.TrimEnd('.'))}.", "Get the archive again or repair it; what could be read was.");

    public static Rejection BrokenFeed(string input, string why) =>
        new("INGEST-16", input, $"This XML cannot be read as a feed: {OneLine(why.TrimEnd('.'))}.", "Get the feed again; the entries before the break were read. Of other XML, save the article's text and give that.");

    public static Rejection SummaryAlone(string input, string? url) =>
        new("INGEST-17", input, "It holds no article, only a title, perhaps a summary.", url is null ? "Get the article itself and give that." : $"Get the article itself, from {OneLine(url)}, and give that; with --fetch it is fetched.");

    public static Rejection AddressesAlone(string input) =>
        new("INGEST-18", input, "It is a sitemap: addresses, no articles.", "Save the pages at the addresses and give those, or have them fetched with --fetch.");

    public static Rejection NotAsked(string input) =>
        new("INGEST-19", input, "It is an address, and nothing is fetched unasked.", "Add --fetch, or save the page and give its file.");

    public static Rejection NoWebAddress(string input, string address) =>
        new("INGEST-20", input, $"{OneLine(address)} is no address of a page on the Web (http or https, without a user's name).", "Correct the address.");

    public static Rejection NotPublic(string input, string host) =>
        new("INGEST-20", input, $"{OneLine(host)} is not on the public Internet: a private, local or reserved address.", "Save the page in your browser and give its file.");

    public static Rejection RobotsForbid(string input) =>
        new("INGEST-21", input, "The site's robots.txt asks programs not to fetch this page.", "Open it in your browser, save it and give its file.");

    public static Rejection Answered(string input, int status, string phrase)
    {
        var answer = string.Create(CultureInfo.InvariantCulture, $"{status}{(phrase.Length == 0 ? "" : ", " + OneLine(phrase))}.");
        return status is 401 or 403
            ? new("INGEST-28", input, "The site does not show it without permission: it answered " + answer, "Open it in your browser where you may see it, save it and give its file.")
            : new(
                status is 404 or 410 ? "INGEST-27" : "INGEST-22",
                input,
                "The site answered " + answer,
                status is 429 or 503 ? "Try again later." : "Check the address in your browser; save the page there where you may see it.");
    }

    public static Rejection Unreachable(string input, string why) =>
        new("INGEST-23", input, $"It could not be fetched: {OneLine(why.TrimEnd('.'))}.", "Check the address and the connection, then try again.");

    public static Rejection TooManyRedirects(string input, int most) =>
        new("INGEST-24", input, string.Create(CultureInfo.InvariantCulture, $"It leads from address to address, more than {most} times."), "Open it in your browser and give the address where it ends.");

    public static Rejection NoPage(string input, string type) =>
        new("INGEST-25", input, $"It is no page: {(type.Length == 0 ? "of an unknown type" : OneLine(type))}.", "Give the address of an article or a feed; of other documents, save the text and give that.");

    public static Rejection TooManyAddresses(string input, int most) =>
        new("INGEST-26", input, string.Create(CultureInfo.InvariantCulture, $"It leads to more than {most:N0} addresses; the rest was left."), "Give the addresses that you want in a list.");

    public static Rejection Unexpected(string input, string fault) =>
        new("INGEST-29", input, $"It brings out a fault in what reads it: {OneLine(fault.TrimEnd('.'))}.", "Get the file again or save its text and give that; the rest was read.");

    public static Rejection FeedsAlone(string input) =>
        new("INGEST-35", input, "It is a list of feeds (OPML): addresses, no articles.", "Have them fetched with --fetch, or give it to `recoupe watch`.");

    public static Rejection AttachmentLeft(string input, string name) =>
        new("INGEST-30", input, $"The attachment {OneLine(name)} was left: it is nothing that is read out of a message.", "Save it and give its file.");

    public static Rejection NoTextColumn(string input) =>
        new("INGEST-31", input, "None of the table's columns holds texts.", "Name the column of the articles' texts `text` (or texte, contenu, content, body) in the first row.");

    public static Rejection NoDocument(string input) =>
        new("INGEST-32", input, "It is not what its name says, or there is no text in it.", "Open it where it was made, save its text as .txt or .docx and give that.");

    public static Rejection BrokenDocument(string input, string why) =>
        new("INGEST-33", input, $"The document cannot be read: {OneLine(why.TrimEnd('.'))}.", "Open it where it was made, save it again, or its text as .txt, and give that.");

    public static Rejection BrokenRow(string input, int line) =>
        new("INGEST-38", input, $"The row on line {line} is cut, or a quotation mark in it is not closed: it was left.", "Correct the row and read the table again; the other rows were read.");

    public static Rejection CutText(string input, string? url) =>
        new("INGEST-34", input, "Its text breaks off: it gives the beginning of an article and counts what is left out.", url is null ? "Get the article itself and give that." : $"Get the article itself, from {OneLine(url)}, and give that.");

    public static Rejection Scan(string input) =>
        new(
            "INGEST-36",
            input,
            "It is a PDF of pictures of pages (a scan): there are no letters in it.",
            "Have its letters recognised (ocrmypdf does), and give what comes of it.");

    public static Rejection PicturesLeft(string input, string pages) =>
        new(
            "INGEST-36",
            input,
            $"These pages of it are pictures without letters, and were left: {pages}; the rest was read.",
            "Have their letters recognised (ocrmypdf does), and give what comes of it.");

    public static Rejection Locked(string input) =>
        new("INGEST-37", input, "It is locked with a password.", "Open it where you have the password, save it without one and give that.");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
