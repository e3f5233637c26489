using System.Collections.Immutable;

namespace Recoupe.Tell.Reports;

/// <summary>A text to be gone on with in a word processor: blocks in order, and the footnotes that its runs point to.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Language">ISO 639-1, of what Recoupe says itself.</param>
/// <param name="Blocks">What stands in it, in order.</param>
/// <param name="Footnotes">Its notes, numbered from 1 in the order in which runs point to them.</param>
internal sealed record Report(string Title, string Language, ImmutableArray<ReportBlock> Blocks, ImmutableArray<ReportNote> Footnotes);

/// <summary>A part of a report that stands for itself.</summary>
internal abstract record ReportBlock;

/// <summary>A heading: 1 for a part, 2 for what is inside it, 3 for a side.</summary>
internal sealed record ReportHeading(int Level, string Text, string Language) : ReportBlock;

/// <summary>A paragraph, or an item of a list.</summary>
internal sealed record ReportParagraph(ImmutableArray<ReportRun> Runs, bool IsItem = false) : ReportBlock;

/// <summary>A table whose first row heads it; every row has as many cells as the first.</summary>
internal sealed record ReportTable(ImmutableArray<ImmutableArray<ReportRun>> Rows) : ReportBlock;

/// <summary>Words of one kind.</summary>
/// <param name="Text">The words; no line break is in them.</param>
/// <param name="Language">Their language, ISO 639-1.</param>
/// <param name="IsStrong">Whether they stand out.</param>
/// <param name="Note">The number of the footnote that follows them, from 1; 0 for none.</param>
internal readonly record struct ReportRun(string Text, string Language, bool IsStrong = false, int Note = 0);

/// <summary>Where a passage stands.</summary>
/// <param name="Text">Source, headline, outlet, day, hash.</param>
/// <param name="Address">Where it was published; <see langword="null"/> where that is unknown or no address of the web.</param>
internal sealed record ReportNote(string Text, string? Address);
