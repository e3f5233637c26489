using System.Text;
using AngleSharp.Dom;

namespace Recoupe.Clean.Html;

/// <summary>A run of text between two breaks of a page's layout.</summary>
/// <param name="Text">Its characters, white space collapsed.</param>
/// <param name="Parent">The element that lays it out.</param>
/// <param name="Linked">How many of its characters are links.</param>
internal sealed record HtmlBlock(string Text, IElement Parent, int Linked)
{
    private const int MostLinked = 2; // a block of which more than one part in this is links is a list of them

    /// <summary>Whether it is made of links.</summary>
    public bool IsMostlyLinks => Linked * MostLinked > Text.Length;

    /// <summary>What an element around it says by its class, id or role of its being part of an article.</summary>
    public Aside Aside { get; init; }

    /// <summary>The outermost element that says so.</summary>
    public IElement? Marked { get; init; }

    /// <summary>Whether the page's linked data names an element around it as a part of the article.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The element whose blocks it stands among: that of its paragraph, or the one that it is loose in.</summary>
    public IElement Holder => Parent.LocalName is "p" or "blockquote" && Parent.ParentElement is { } outer ? outer : Parent;
}

/// <summary>Whether names in the markup say that a block is no part of an article.</summary>
internal enum Aside
{
    /// <summary>Nothing says so.</summary>
    No,

    /// <summary>A word says so that also marks parts of articles.</summary>
    Perhaps,

    /// <summary>A word says so that marks nothing else.</summary>
    Surely,
}

/// <summary>Lays a document out as blocks of text, as a reader would see them one under the other.</summary>
internal sealed class HtmlBlocks
{
    private static readonly HashSet<string> NeverRead = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "head", "nav", "footer", "button", "select", "textarea", "iframe", "svg", "math",
        "object", "embed", "video", "audio", "canvas", "dialog", "menu", "input", "map",
    };

    // On a few pages the article itself lies in one of these.
    private static readonly HashSet<string> SeldomRead =
        new(StringComparer.OrdinalIgnoreCase) { "noscript", "aside", "figure", "figcaption" };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark",
        "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    /// <summary>What shows only where a line ends.</summary>
    public const char SoftHyphen = '\u00AD';

    // What holds more of the page than this, in per cent, is the page itself, whatever its class says.
    private const int MostOfAnAside = 40;

    private readonly List<HtmlBlock> _blocks = [];
    private readonly Stack<int> _open = [];
    private readonly List<(int Start, int End, IElement Element, Aside Aside)> _marked = [];
    private readonly StringBuilder _run = new();
    private readonly PageParts _parts;
    private readonly bool _all;
    private int _named;
    private int _linked;
    private int _links;
    private bool _broken;

    private HtmlBlocks(PageParts parts, bool all) => (_parts, _all) = (parts, all);

    /// <summary>
    /// The blocks of the body, top to bottom; with <paramref name="all"/>, those too that are seldom the article's, and none is an aside.
    /// </summary>
    public static List<HtmlBlock> Of(IElement body, PageParts parts, bool all)
    {
        var laying = new HtmlBlocks(parts, all);
        laying.Walk(body);
        laying.End(body);
        return laying.Marked();
    }

    // Down and up again by hand: a page may nest deeper than a stack of calls should.
    private void Walk(IElement root)
    {
        INode node = root;
        while (true)
        {
            var child = Enter(node) ? node.FirstChild : null;
            if (child is not null)
            {
                node = child;
                continue;
            }

            while (true)
            {
                Leave(node);
                if (node == root) return;
                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }

                node = node.Parent!;
            }
        }
    }

    // Whether to look inside.
    private bool Enter(INode node)
    {
        if (node is IText text) Append(text.Data);
        if (node is not IElement element) return false;
        if (IsBreak(element)) End(LaidOutBy(element));
        if (element.LocalName is "br") Break(element);
        if (IsUnread(element)) return false;
        if (element.LocalName is "a") _links++;
        if (_parts.IsNamed(element)) _named++;
        if (AsideOf(element) is not Aside.No) _open.Push(_blocks.Count);
        return true;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || IsUnread(element)) return;
        if (IsBreak(element)) End(element);
        if (element.LocalName is "a") _links--;
        if (_parts.IsNamed(element)) _named--;
        if (AsideOf(element) is not Aside.No and var aside) _marked.Add((_open.Pop(), _blocks.Count, element, aside));
    }

    private List<HtmlBlock> Marked()
    {
        var before = new long[_blocks.Count + 1];
        for (var i = 0; i < _blocks.Count; i++) before[i + 1] = before[i] + _blocks[i].Text.Length - _blocks[i].Linked;
        var headlines = _blocks.Index().Where(b => b.Item.Parent.LocalName is "h1").Select(b => b.Index).Take(2).ToList();
        foreach (var (start, end, element, aside) in _marked)
        {
            // What holds the page's headline is the head of the article.
            if (headlines is [var headline] && headline >= start && headline < end) continue;
            if ((before[end] - before[start]) * 100 > before[^1] * MostOfAnAside) continue;
            for (var i = start; i < end; i++)
                _blocks[i] = _blocks[i] with { Aside = (Aside)Math.Max((int)_blocks[i].Aside, (int)aside), Marked = element };
        }

        return _blocks;
    }

    private void Append(string data)
    {
        foreach (var c in data)
        {
            if (c is SoftHyphen) continue; // where a word may be parted, no letter of it
            var isSpace = char.IsWhiteSpace(c);
            if (isSpace && (_run.Length == 0 || _run[^1] == ' ')) continue;
            _run.Append(isSpace ? ' ' : c);
            if (_links > 0 && !isSpace) _linked++;
            _broken &= isSpace;
        }
    }

    // Two in a row part paragraphs; one is a line of the same.
    private void Break(IElement element)
    {
        if (_broken) End(LaidOutBy(element));
        else Append(" ");
        _broken = true;
    }

    // Text in an element of a line (a font, a link) is laid out by what holds that.
    private static IElement LaidOutBy(IElement element)
    {
        var at = element.ParentElement ?? element;
        while (Inline.Contains(at.LocalName) && at.ParentElement is { } outer) at = outer;
        return at;
    }

    private void End(IElement parent)
    {
        var text = _run.ToString().Trim();
        if (text.Length > 0) _blocks.Add(new(text, parent, _linked) { IsNamed = _named > 0 });
        _run.Clear();
        _linked = 0;
        _broken = false;
    }

    private static bool IsBreak(IElement element) => element.LocalName is not "br" && !Inline.Contains(element.LocalName);

    private bool IsUnread(IElement element) =>
        NeverRead.Contains(element.LocalName)
        || (!_all && SeldomRead.Contains(element.LocalName) && !_parts.IsCorrection(element))
        || (IsHidden(element) && !_parts.IsNamed(element));

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private Aside AsideOf(IElement element) => _all || !IsBreak(element) || element.LocalName is "br" ? Aside.No : _parts.AsideOf(element);
}
