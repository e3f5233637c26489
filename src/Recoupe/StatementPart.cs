using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Language;

namespace Recoupe;

/// <summary>A part of a statement, where its source lays out two explanations of a thing: one of them, or whatever else it tells.</summary>
internal static class StatementPart
{
    private const char Mark = '-';

    /// <summary>The id of an alternative of a statement; 0 is the statement's own.</summary>
    public static string Id(string statement, int alternative) =>
        alternative == 0 ? statement : string.Create(CultureInfo.InvariantCulture, $"{statement}{Mark}{alternative}");

    /// <summary>The statement and the alternative of an id.</summary>
    public static (string Statement, int Alternative) Of(string id) =>
        id.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at ? (id[..at], int.Parse(id.AsSpan(at + 1), CultureInfo.InvariantCulture)) : (id, 0);

    /// <summary>The statement, told of a part alone. What is laid out as one of two explanations is possible at most.</summary>
    public static Statement Of(Statement whole, int alternative, ImmutableArray<TextSpan> content) => whole with
    {
        Id = Id(whole.Id, alternative),
        Content = content,
        Certainty = alternative > 0 && whole.Certainty is Certainty.Certain or Certainty.Probable ? Certainty.Possible : whole.Certainty,
    };
}
