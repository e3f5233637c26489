using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>A proposition as it is told, with its article.</summary>
internal sealed record LocatedTelling(FiledArticle File, ToldProposition Told)
{
    // A wording of about a line reads best.
    private const int FairLength = 110;

    public TellingKey Key { get; } = new(File.Article.Id, Told.Id);

    public Proposition Proposition => Told.Proposition;

    public string Language => File.Article.Header.Language;

    public IEnumerable<Passage> Passages => Told.Spans.Select(c => new Passage(Key.Article, c));

    /// <summary>Whether it stands far down in an article that says it in its own voice: a claim of such alone is nobody's.</summary>
    public bool IsAside => Told.IsOwn && Proposition.Place is not (OwnPlace.Headline or OwnPlace.Lead);

    /// <summary>The full day it was told: by its own word, else by the day its article came out.</summary>
    public string? Day => PartialDates.IsFull(Told.Statement?.Said) ? Told.Statement!.Said![..10] : PartialDates.Believed(File.Article.Header.Published);

    /// <summary>Its side on what another words.</summary>
    public int SideOn(LocatedTelling wording) => Told.Sign * wording.Told.Orientation;

    /// <summary>The telling as a position on the claim that another words.</summary>
    public Position On(LocatedTelling wording, Side? decided) => new(Key.Article, Told.Statement?.Id, Told.Id, decided ?? SideOf(SideOn(wording)))
    {
        Spans = Told.Spans,
        Certainty = Proposition.Certainty,
        IsRefuted = Proposition.Refuted,
    };

    /// <summary>Orders wordings, the clearest first: said outright and for sure, by a named source, in the article's words, in one piece, of fair length.</summary>
    public (bool, bool, bool, int, bool, bool, bool, int, int, TellingKey) Unclearness => (
        Told.Orientation < 0,
        Told.Sign <= 0,
        Proposition.Certainty != Certainty.Certain,
        Pointing,
        Told.IsOwn,
        Told.Source.Kind is SourceKind.Anonymous or SourceKind.Article || Told.Statement?.Manner == Manner.Direct,
        Told.Spans.Length > 1,
        Proposition.Supplied.Length,
        Math.Abs(Proposition.Text.Length - FairLength),
        Key);

    private int Pointing { get; } = Vocabulary.Of(File.Article.Header.Language).Pointing.In(WordScanner.Scan(Told.Proposition.Text, new(0, Told.Proposition.Text.Length))).Count();

    private static Side SideOf(int sign) => sign switch { > 0 => Side.For, < 0 => Side.Against, _ => Side.Uncommitted };
}
