using System.Text.RegularExpressions;
using ArchUnitNET.Loader;

namespace Recoupe.Tests.Architecture;

/// <summary>The layout that ARCHITECTURE.md promises, held by the compiled code's own record of who refers to whom.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Stages = ["Ingest", "Clean", "Read", "Extract", "Propose", "Link", "Judge", "Tell", "Store"];

    private static readonly ArchUnitNET.Domain.Architecture Code =
        new ArchLoader().LoadAssemblies(typeof(Article).Assembly, typeof(Recoupe.Language.Reading).Assembly).Build();

    private static readonly List<ArchUnitNET.Domain.IType> Types = [.. Code.Types.Where(t => Matches(t.FullName, @"^Recoupe\.") && !Matches(t.FullName, "[<]"))];

    public static TheoryData<string> Each => [.. Stages];

    [Theory]
    [MemberData(nameof(Each))]
    public void A_stage_refers_to_no_other_stage(string stage) =>
        Referrals($@"^Recoupe\.{stage}\b", $@"^Recoupe\.({string.Join('|', Stages.Where(s => s != stage))})\.").ShouldBeEmpty();

    [Fact]
    public void Nouns_refer_to_no_stage_but_the_pipeline_does() =>
        Referrals(@"^Recoupe\.(?!Pipeline)[A-Za-z`0-9]+$", $@"^Recoupe\.({string.Join('|', Stages)})\.").ShouldBeEmpty();

    [Fact]
    public void Only_what_reads_pages_sees_how_pages_write() =>
        Referrals(@"^Recoupe\.(?!Ingest\.|Clean\.|Formats\.)", @"^Recoupe\.Formats\.").ShouldBeEmpty();

    [Fact]
    public void Only_the_pipeline_sees_what_a_run_needs() =>
        Referrals(@"^Recoupe\.(?!Pipeline|Run\.)", @"^Recoupe\.Run\.").ShouldBeEmpty();

    [Fact]
    public void Utilities_refer_to_no_noun_and_no_stage() =>
        Referrals(@"^Recoupe\.Utility\.", @"^Recoupe\.(?!Utility\.|Language\.)[A-Z]").ShouldBeEmpty();

    [Fact]
    public void Folders_make_no_circle()
    {
        var ties = Types.SelectMany(t => t.Dependencies.Select(d => (From: FolderOf(t), To: FolderOf(d.Target)))).Where(t => t.From != t.To)
            .ToLookup(t => t.From, t => t.To, StringComparer.Ordinal);
        var left = Types.Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        left.Count.ShouldBeGreaterThan(20);
        while (left.Where(folder => !ties[folder].Any(left.Contains)).ToList() is { Count: > 0 } ends) left.ExceptWith(ends);
        while (left.Where(folder => !left.Any(other => ties[other].Contains(folder, StringComparer.Ordinal))).ToList() is { Count: > 0 } tops) left.ExceptWith(tops);
        left.ShouldBeEmpty(); // what is left is the circle
    }

    [Fact]
    public void No_two_types_of_an_assembly_share_a_name() =>
        Types.Where(t => !t.IsNested).GroupBy(t => (t.Assembly.Name, t.Name)).Where(same => same.Count() > 1)
            .Select(same => string.Join(" and ", same.Select(t => t.FullName))).ShouldBeEmpty();

    [Fact]
    public void A_folder_holds_at_most_twenty_files()
    {
        var folders = SourceTree.Files("src").GroupBy(f => Path.GetDirectoryName(f)!, StringComparer.Ordinal).ToList();
        folders.Count.ShouldBeGreaterThan(20);
        folders.Where(f => f.Count() > 20 && f.Key != SourceTree.Folder("src", "Recoupe")).Select(f => f.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_store_sees_SQLite() =>
        Referrals(@"^Recoupe\.(?!Store\.)", @"^(Microsoft\.Data\.Sqlite|SQLitePCL)\.").ShouldBeEmpty();

    [Fact]
    public void Articles_come_out_of_the_file_in_one_place_where_names_are_masked()
    {
        var pipeline = SourceTree.Files("src").Where(f => Path.GetFileName(f).StartsWith("Pipeline.", StringComparison.Ordinal)).ToList();
        pipeline.Count.ShouldBeGreaterThan(4);
        Holding("file.Filed").ShouldBe(["Pipeline.Showing.cs"]);
        Holding("DecisionReplay.Masked").ShouldBe(["Pipeline.Showing.cs"]);

        IEnumerable<string> Holding(string words) => pipeline.Where(f => File.ReadAllText(f).Contains(words, StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!);
    }

    [Fact]
    public void Only_ingest_sees_the_network() =>
        Referrals(@"^Recoupe\.(?!Ingest\.)", @"^System\.Net\.(?!WebUtility$)").ShouldBeEmpty();

    [Fact]
    public void Only_the_desk_sees_the_server() =>
        typeof(Article).Assembly.GetReferencedAssemblies().Concat(typeof(Recoupe.Cli.Summary).Assembly.GetReferencedAssemblies())
            .ShouldNotContain(a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void The_language_library_knows_nothing_of_the_ledger() =>
        typeof(Recoupe.Language.Reading).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name == "Recoupe");

    private static IEnumerable<string> Referrals(string here, string there) =>
        from type in Code.Types
        where Matches(type.FullName, here)
        from dependency in type.Dependencies
        where Matches(dependency.Target.FullName, there)
        select $"{type.FullName} -> {dependency.Target.FullName}";

    // What stands on top of a library lies beside the nouns that all of it lies upon.
    private static string FolderOf(ArchUnitNET.Domain.IType type) => type.FullName switch
    {
        var name when Matches(name, @"^Recoupe\.Pipeline\b") => "the pipeline",
        var name when Matches(name, @"^Recoupe\.Language\.(Reader|Analyst)\b") => "the reader",
        _ => type.Namespace?.FullName ?? "",
    };

    private static bool Matches(string name, string pattern) => Regex.IsMatch(name, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
