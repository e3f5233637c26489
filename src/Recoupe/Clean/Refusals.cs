namespace Recoupe.Clean;

/// <summary>Every way a page is refused here; <c>docs/refusals.md</c> lists them.</summary>
internal static class Refusals
{
    public static Rejection NothingToRead(string input) =>
        new("CLEAN-1", input, "There is nothing in it but white space.", "Save the article's text and give that.");

    public static Rejection NoProse(string input) =>
        new("CLEAN-2", input, "No prose was found in this HTML: a page made by scripts, a consent or subscription notice, or a list of links.", "Save the page as your browser shows it, or its text.");

    public static Rejection TooTangled(string input) =>
        new("CLEAN-3", input, "Its HTML is nested too deep, or has too many elements or attributes, to be a page for people.", "Save the page's text and give that.");
}
