namespace Recoupe.Clean;

/// <summary>Every way a page is refused here; <c>docs/refusals.md</c> lists them.</summary>
internal static class CleanRefusals
{
    public static Rejection NothingToRead(string input) =>
        new("CLEAN-1", input, "There is nothing in it but white space.", "Save the article's text and give that.");

    public static Rejection NoProse(string input) =>
        new("CLEAN-2", input, "No prose was found in this HTML: a list of links, pictures, or nothing.", "Save the page as your browser shows it, or its text.");

    public static Rejection ForSubscribers(string input) =>
        new("CLEAN-4", input, "It shows the beginning of an article that is for subscribers.", "Open it where you are a subscriber, save it and give its file.");

    public static Rejection AsksForConsent(string input) =>
        new("CLEAN-5", input, "It asks for consent and shows no article.", "Answer it in your browser, save the page and give its file.");

    public static Rejection MadeByScripts(string input) =>
        new("CLEAN-6", input, "It is made by scripts, and shows nothing without them.", "Save the page as your browser shows it, or its text.");

    public static Rejection TooTangled(string input) =>
        new("CLEAN-3", input, "Its HTML is nested too deep, or has too many elements or attributes, to be a page for people.", "Save the page's text and give that.");

    public static Rejection OwnDossier(string input) =>
        new("CLEAN-7", input, "It is a page of a dossier that recoupe made, no article.", "Give the articles themselves, or the dossier's ledger to `recoupe export`.");

    public static Rejection Teasers(string input, string links) =>
        new("CLEAN-8", input, "It is a list of the beginnings of several articles.", TeaserAdvice(links));

    private static string TeaserAdvice(string links) =>
        links.Length == 0 ? "Open each, save it and give its file." : $"Open each, save it and give its file: {links}";
}
