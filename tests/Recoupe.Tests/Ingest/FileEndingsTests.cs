using Recoupe.Ingest.Files;

namespace Recoupe.Tests.Ingest;

public sealed class FileEndingsTests
{
    [Fact]
    public void Every_form_has_an_ending_that_people_are_told_of() =>
        FileEndings.Listed.Select(FileEndings.FormOf).Distinct().Order().ShouldBe(Enum.GetValues<FileForm>().Where(f => f != FileForm.Unknown));

    [Theory]
    [InlineData("page.HTML", true)]
    [InlineData("notes.text", true)]
    [InlineData("page.html.gz", true)]
    [InlineData("letter.docx", true)]
    [InlineData("page.meta.json", false)]
    [InlineData(".hidden.txt", false)]
    [InlineData("README.md", false)]
    [InlineData("photo.jpg", false)]
    [InlineData("film.mkv", false)]
    public void The_walk_of_a_folder_and_the_progress_line_read_the_same_files(string name, bool isRead) => Pipeline.IsReadInFolders(name).ShouldBe(isRead);

    [Fact]
    public void Refusals_list_the_endings_that_are_read() =>
        IngestRefusals.NothingInside("here").Advice.ShouldBe($"Give a folder that holds {FileEndings.InWords} files.");
}
