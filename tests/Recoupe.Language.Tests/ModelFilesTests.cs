using System.Text.RegularExpressions;
using Recoupe.Language.Models;

namespace Recoupe.Language.Tests;

public sealed partial class ModelFilesTests
{
    private static readonly string[] _inNotice = [.. Row().Matches(File.ReadAllText(Source("NOTICE.md"))).Select(m => m.Groups["file"].Value)];

    [Fact]
    public void Every_model_file_has_its_line_in_the_notice() =>
        ModelFiles.Names.Select(WithoutPiece).Distinct(StringComparer.Ordinal).Except(_inNotice, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_line_of_the_notice_is_about_a_file_that_ships() =>
        _inNotice.Except(ModelFiles.Names.Select(WithoutPiece), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void No_file_is_larger_than_four_megabytes() =>
        Directory.GetFiles(Source("models"), "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length >= 4_000_000).ShouldBeEmpty();

    [Fact]
    public void All_of_them_take_less_than_sixty_megabytes() =>
        Directory.GetFiles(Source("models"), "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length).ShouldBeLessThan(60_000_000);

    private static string WithoutPiece(string name) => Piece().Replace(name, "");

    private static string Source(string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../src/Recoupe.Language.Models", name);

    [GeneratedRegex(@"^\| `(?<file>[^`]+)` \|[^|]+\|[^|]*[A-Z][^|]*\|$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    [GeneratedRegex(@"\.[0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Piece();
}
