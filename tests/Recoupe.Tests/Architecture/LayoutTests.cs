using System.Text.RegularExpressions;
using ArchUnitNET.Loader;

namespace Recoupe.Tests.Architecture;

/// <summary>The layout that ARCHITECTURE.md promises, held by the compiled code's own record of who refers to whom.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Stages = ["Ingest", "Clean", "Read", "Extract", "Propose", "Link", "Judge", "Tell", "Store"];

    private static readonly ArchUnitNET.Domain.Architecture Code =
        new ArchLoader().LoadAssemblies(typeof(Article).Assembly, typeof(Recoupe.Language.Reading).Assembly).Build();

    public static TheoryData<string> Each => [.. Stages];

    [Theory]
    [MemberData(nameof(Each))]
    public void A_stage_refers_to_no_other_stage(string stage) =>
        Referrals($@"^Recoupe\.{stage}\b", $@"^Recoupe\.({string.Join('|', Stages.Where(s => s != stage))})\.").ShouldBeEmpty();

    [Fact]
    public void Nouns_refer_to_no_stage_but_the_pipeline_does() =>
        Referrals(@"^Recoupe\.(?!Pipeline)[A-Za-z`0-9]+$", $@"^Recoupe\.({string.Join('|', Stages)})\.").ShouldBeEmpty();

    [Fact]
    public void Only_the_store_sees_SQLite() =>
        Referrals(@"^Recoupe\.(?!Store\.)", @"^(Microsoft\.Data\.Sqlite|SQLitePCL)\.").ShouldBeEmpty();

    [Fact]
    public void Only_ingest_sees_the_network() =>
        Referrals(@"^Recoupe\.(?!Ingest\.)", @"^System\.Net\.(?!WebUtility$)").ShouldBeEmpty();

    [Fact]
    public void The_language_library_knows_nothing_of_the_ledger() =>
        typeof(Recoupe.Language.Reading).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name == "Recoupe");

    private static IEnumerable<string> Referrals(string here, string there) =>
        from type in Code.Types
        where Matches(type.FullName, here)
        from dependency in type.Dependencies
        where Matches(dependency.Target.FullName, there)
        select $"{type.FullName} -> {dependency.Target.FullName}";

    private static bool Matches(string name, string pattern) => Regex.IsMatch(name, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
