using System.Collections.Immutable;
using Recoupe.Judge.Voices;

namespace Recoupe.Judge.Figures;

/// <summary>Who gives a figure.</summary>
/// <param name="Key">What tells this voice from others.</param>
/// <param name="Wording">What the article calls it; empty where nobody is named.</param>
/// <param name="Institution">The entity of its institution, or of the person.</param>
/// <param name="IsBody">Whether that entity is what speaks, rather than who speaks for it.</param>
/// <param name="IsNamed">Whether it is shown who that is.</param>
/// <param name="IsOwn">Whether it is articles of one family, without a source.</param>
internal sealed record FigureVoice(string Key, string Wording, string? Institution, bool IsBody, bool IsNamed, bool IsOwn);

/// <summary>Tells who gives a figure, as it is judged who tells a claim; an article without a source counts as its family does.</summary>
internal sealed class FigureVoices(ActorReader actors, IReadOnlyList<Entity> entities, Stories stories)
{
    private readonly Dictionary<string, string> _names = entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);

    /// <summary>Who gives a figure.</summary>
    public FigureVoice Of(GivenFigure given)
    {
        if (given.By is not { } told || told.Source.Kind == SourceKind.Article) return Own(given);
        var actor = actors.Of(given.Article, told);
        return actor.IsNamed
            ? new("voice " + actor.Name, actor.Wording, actor.Entity, actor.Body is not null, true, false)
            : new("unnamed", "", null, false, false, false);
    }

    /// <summary>The voice as the ledger lists it, named as the figures of one count name it.</summary>
    public CountVoice Listed(ImmutableArray<FigureVoice> heard)
    {
        var voice = heard[0];
        var id = ContentHash.Id("voice", voice.Key);
        if (!voice.IsNamed || voice.IsOwn) return new(id, null, null, voice.IsNamed, voice.IsOwn);
        var institution = heard.Select(v => v.Institution).FirstOrDefault(i => i is not null);
        var body = heard.FirstOrDefault(v => v.IsBody)?.Institution;
        return new(id, body is null ? Shortest(heard) : _names.GetValueOrDefault(body) ?? Shortest(heard), institution, true, false);
    }

    private FigureVoice Own(GivenFigure given) => new("family " + stories.FamilyOf(given.ArticleId), "", null, false, true, true);

    private static string Shortest(ImmutableArray<FigureVoice> heard) =>
        heard.Select(v => v.Wording).OrderBy(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).First();
}
