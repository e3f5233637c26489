using System.Globalization;

namespace Recoupe.Language.Tagging;

/// <summary>A way to make a lemma from a form: keep or lower its letters, take some off the end, put others there. Written <c>l2er</c>: lower, take off 2, add «er».</summary>
internal static class LemmaRule
{
    /// <summary>The rule that makes the lemma from the form, lowering only where it must.</summary>
    public static string Between(string form, string lemma)
    {
        var lower = form.ToLowerInvariant();
        var kept = CommonStart(form, lemma);
        var lowered = CommonStart(lower, lemma);
        return lowered > kept ? Rule('l', lower.Length, lemma, lowered) : Rule('k', form.Length, lemma, kept);
    }

    /// <summary>The lemma that a rule makes.</summary>
    public static string Apply(ReadOnlySpan<char> rule, string form)
    {
        if (rule.IsEmpty) return form;
        var digits = 1;
        while (digits < rule.Length && char.IsAsciiDigit(rule[digits]) && digits < 3) digits++;
        var cut = Math.Min(form.Length, int.Parse(rule[1..digits], NumberStyles.None, CultureInfo.InvariantCulture));
        if (cut == 0 && digits == rule.Length && rule[0] == 'k') return form;
        var stem = rule[0] == 'l' ? form.ToLowerInvariant() : form;
        return string.Concat(stem.AsSpan(0, form.Length - cut), rule[digits..]);
    }

    // Two digits where an ending begins with one, so that the two are not read as one number.
    private static string Rule(char letters, int length, string lemma, int common)
    {
        var cut = Math.Min(99, length - common);
        var ending = lemma[common..];
        var format = ending.Length > 0 && char.IsAsciiDigit(ending[0]) ? "D2" : "D";
        return letters + cut.ToString(format, CultureInfo.InvariantCulture) + ending;
    }

    private static int CommonStart(string one, string other) => one.AsSpan().CommonPrefixLength(other);
}
