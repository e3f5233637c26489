using Recoupe.Extract.Quotations;
using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>
/// Gives each quotation to whoever it is quoted from: a cue after it, a cue before it, a name before a colon or after a dash,
/// the quotation it goes on from; or to nobody yet, where only the context can tell.
/// </summary>
internal sealed class QuotationAttributions
{
    private const int Near = 15;
    private const int Back = 60;
    private const int CaptionLength = 14;
    private const int OpeningLength = 16;
    private const int SubheadingLength = 12; // words: what is quoted over a part of an article is short

    private readonly StatementContext _prose;
    private readonly Dictionary<int, ReportingClause> _incises = [];
    private readonly Dictionary<int, Cue> _cues = [];
    private readonly HashSet<int> _taken = [];
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);

    public QuotationAttributions(StatementContext prose, IEnumerable<Cue> cues)
    {
        _prose = prose;
        foreach (var cue in cues)
        {
            _cues[cue.Word] = cue;
            if (cue.Taking(ComplementKind.Quote) is not null && ReportingClause.Of(prose, cue) is { } incise) _incises.TryAdd(incise.First, incise);
        }
    }

    /// <summary>The cues that were found to quote.</summary>
    public IReadOnlySet<int> Taken => _taken;

    public List<StatementDraft> Find()
    {
        var groups = new List<Group>();
        var last = new Dictionary<int, Group>();
        for (var i = 0; i < _prose.Quotations.Length; i++)
        {
            if (!InProse(i) || GroupOf(i, last) is not { } group) continue;
            if (group.Quotations[0] == i) groups.Add(group);
            last[_prose.Quotations[i].Parent] = group;
        }

        return [.. groups.Where(IsTelling).Select(ToDraft)];
    }

    private bool InProse(int quotation)
    {
        var word = _prose.Trees.WordAt(_prose.Quotations[quotation].Inner.Start);
        return word < _prose.Trees.Count && _prose.InProse(word) && word <= LastWord(quotation);
    }

    private int FirstWord(int quotation) => _prose.Trees.WordAt(_prose.Quotations[quotation].Inner.Start);

    private int LastWord(int quotation) => _prose.Trees.WordAt(_prose.Quotations[quotation].Inner.End) - 1;

    private Group? GroupOf(int quotation, Dictionary<int, Group> last)
    {
        var parent = _prose.Quotations[quotation].Parent;
        var before = last.TryGetValue(parent, out var open) && Adjoins(open, quotation) ? open : null;
        if (After(quotation) is { } incise) return Extend(before is { Cue: null, Source: null } && SameLine(before, quotation) ? before : null, quotation, incise);
        if (Inside(quotation) is { } inner) return new Group(quotation, parent) { Cue = inner.Cue, Inner = inner, EndWord = LastWord(quotation) };
        if (Before(quotation) is { } cue) return new Group(quotation, parent) { Cue = cue, EndWord = LastWord(quotation) };
        if (IsSubheading(quotation)) return null;
        if (before is not null) return before.Add(quotation, LastWord(quotation));
        if (LabelBefore(quotation) is { } label) return new Group(quotation, parent) { Source = label, EndWord = LastWord(quotation) };
        if (LabelAfter(quotation) is { } signature) return new Group(quotation, parent) { Source = signature, EndWord = signature.Last };
        return IsFree(quotation) ? new Group(quotation, parent) { Source = ActorBefore(quotation), EndWord = LastWord(quotation) } : null;
    }

    private Group Extend(Group? before, int quotation, ReportingClause incise)
    {
        _taken.Add(incise.Cue.Word);
        if (before is null) return new(quotation, _prose.Quotations[quotation].Parent) { Cue = incise.Cue, EndWord = incise.Last, HostFirst = HostFirst(quotation) };
        before.Add(quotation, incise.Last);
        before.Cue = incise.Cue;
        return before;
    }

    // Between the group's end and the quotation stands nothing but stops and a conjunction.
    private bool Adjoins(Group group, int quotation)
    {
        var first = FirstWord(quotation);
        if (IsAcrossCaption(group, quotation, first)) return true;
        if (first - group.EndWord > 6) return false;
        for (var i = group.EndWord + 1; i < first; i++)
        {
            if (_prose.IsWord(i) && _prose.Trees[i].Tag != PartOfSpeech.Cconj) return false;
            if (_prose.Trees[i].Form == ":") return false;
        }

        return true;
    }

    // A caption or heading that a page's text lost its markup around: short lines without a verb, between two quoted paragraphs.
    private bool IsAcrossCaption(Group group, int quotation, int first)
    {
        var (from, to) = (_prose.Quotations[group.Quotations[^1]].Outer.End, _prose.Quotations[quotation].Outer.Start);
        if (first - group.EndWord > CaptionLength || to <= from || group.EndWord != LastWord(group.Quotations[^1]) || _prose.Text.AsSpan(from, to - from).Count('\n') < 2) return false;
        if (_prose.Text[from - 1] == '\n' || !StartsLine(to) || !EndsLineAt(from)) return false;
        for (var i = group.EndWord + 1; i < first; i++)
        {
            if (_prose.Trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux || _prose.Trees[i].Form is ":") return false;
        }

        return true;
    }

    private bool StartsLine(int at) => _prose.Text.AsSpan(0, at).TrimEnd(" \u00A0") is var before && (before.Length == 0 || before[^1] == '\n');

    // After the closing mark stands nothing on its line but a stop.
    private bool EndsLineAt(int at) => _prose.Text.AsSpan(at).IndexOf('\n') is var end and >= 0 && _prose.Text.AsSpan(at, end).Trim(" .\u00A0").Length == 0;

    // «Nous n'avons plus rien», without a stop, on a line of its own between others: words from what follows, which tells whose they are.
    private bool IsSubheading(int quotation)
    {
        var (inner, outer) = (_prose.Quotations[quotation].Inner, _prose.Quotations[quotation].Outer);
        var isShort = LastWord(quotation) - FirstWord(quotation) < SubheadingLength;
        var standsAlone = outer.Start > 0 && StartsLine(outer.Start) && EndsLineAt(outer.End);
        if (!isShort || !standsAlone) return false;
        var isStopped = _prose.Text[inner.End - 1] is '.' or '!' or '?' or '…' || _prose.Text.AsSpan(outer.End).TrimStart(" \u00A0") is ['.', ..];
        return !isStopped && StandsBetween(outer);
    }

    private bool StandsBetween(TextSpan outer) =>
        !_prose.Text.AsSpan(0, outer.Start).IsWhiteSpace() && !_prose.Text.AsSpan(outer.End).IsWhiteSpace();

    private bool SameLine(Group group, int quotation)
    {
        var end = _prose.Quotations[group.Quotations[^1]].Outer.End;
        return !_prose.Text.AsSpan(end, Math.Max(0, _prose.Quotations[quotation].Outer.Start - end)).Contains('\n');
    }

    // «…», a déclaré X.
    private ReportingClause? After(int quotation)
    {
        var word = _prose.Trees.WordAt(_prose.Quotations[quotation].Outer.End);
        var stopped = EndsSentence(_prose.Quotations[quotation]);
        while (word < _prose.Trees.Count && !_prose.IsWord(word) && _prose.Trees[word].Form is "," or "." or "…" or "-" or "–" or "—" or "?" or "!" or "...")
        {
            stopped |= _prose.Trees[word].Form == ".";
            word++;
        }

        if (word >= _prose.Trees.Count || !_prose.InProse(word) || _prose.QuotationOf(word) != _prose.Quotations[quotation].Parent) return null;
        if (OpensParagraph(word, quotation)) return null;
        var incise = InciseAt(word);
        if (incise is null || _taken.Contains(incise.Cue.Word)) return null;
        if (!incise.Inverted && (stopped || !Closes(quotation, incise) || ContentFinder.Of(_prose, incise.Cue) is not null)) return null;
        return incise;
    }

    // «…»⏎⏎Que disent les voisins ?: with a capital on another line, it is another sentence; a cue may stand on a line of its own, but goes on.
    private bool OpensParagraph(int word, int quotation)
    {
        var (from, to) = (_prose.Quotations[quotation].Outer.End, _prose.Trees[word].Span.Start);
        return to > from && _prose.Text.AsSpan(from, to - from).Contains('\n') && char.IsUpper(_prose.Text[to]);
    }

    // "Après minuit, il y a eu des soucis, confient les organisateurs. Nous …": within one pair of marks.
    private ReportingClause? Inside(int quotation)
    {
        for (var word = FirstWord(quotation) + 2; word < LastWord(quotation); word++)
        {
            if (_prose.QuotationOf(word) != quotation || _prose.Trees[word - 1].Form != "," || !_incises.TryGetValue(word, out var incise)) continue;
            if (!incise.Inverted || _taken.Contains(incise.Cue.Word)) continue;
            if (incise.Last >= LastWord(quotation)) continue;
            if (_prose.Trees[incise.Last + 1].Form is not ("." or "," or "?" or "!" or "…")) continue;
            if (Subjects.Of(_prose, incise.Cue) is not (>= 0 and var subject) || !MaySpeakWithin(subject)) continue;
            _taken.Add(incise.Cue.Word);
            return incise;
        }

        return null;
    }

    // A noun, or the pronoun of an inversion («soupire-t-elle») that stands for somebody else.
    private bool MaySpeakWithin(int subject) =>
        _prose.PronounAt(subject) is not { } pronoun || (pronoun.Role == PronounRole.Third && _prose.Trees[subject].Form[0] == '-');

    private ReportingClause? InciseAt(int word)
    {
        if (_incises.TryGetValue(word, out var incise)) return incise;
        var next = word + 1;
        var skips = _prose.Lexicon.Function.IsAs(_prose.Trees[word].Form) || _prose.Trees[word].Tag is PartOfSpeech.Adv or PartOfSpeech.Cconj;
        return skips && next < _prose.Trees.Count && _incises.TryGetValue(next, out incise) ? incise : null;
    }

    // "…," X said: the subject before the verb needs a comma, a question or an exclamation to close the quotation.
    private bool Closes(int quotation, ReportingClause incise)
    {
        var text = _prose.Text;
        var outer = _prose.Quotations[quotation].Outer;
        var inner = _prose.Quotations[quotation].Inner.End;
        var between = text.AsSpan(inner - 1, _prose.Trees[incise.First].Span.Start - inner + 1);
        return outer.End <= _prose.Trees[incise.First].Span.Start && between.IndexOfAny(",?!…–—") >= 0;
    }

    private bool EndsSentence(Quotation quotation) => _prose.Text[quotation.Inner.End - 1] == '.';

    // X a déclaré : «…»; X said, "…".
    private Cue? Before(int quotation)
    {
        var word = WordBefore(quotation, out var stop);
        if (word < 0 || stop == '.' || _prose.Lexicon.Function.IsThat(_prose.Trees[word].Form)) return null;
        var cue = stop == ':' ? CueBack(word, Back, anyVerb: true) : ClauseLike(quotation) ? CueBack(word, Near, anyVerb: false) : null;
        if (cue is null || (stop != ':' && !Reaches(cue, word))) return null;
        _taken.Add(cue.Word);
        return cue;
    }

    private int WordBefore(int quotation, out char stop)
    {
        stop = ' ';
        var word = FirstWord(quotation) - 1;
        var last = Math.Max(-1, word - Back);
        for (; word > last && !_prose.IsWord(word); word--)
        {
            if (stop != ':' && _prose.Trees[word].Form[0] is ':' or ',' or '.' or ';' or '!' or '?' or '»' or '”') stop = _prose.Trees[word].Form[0];
        }

        if (word == last) return -1;

        return word >= 0 && _prose.InProse(word) && _prose.QuotationOf(word) == _prose.Quotations[quotation].Parent
            && SameParagraph(word, quotation) ? word : -1;
    }

    private bool SameParagraph(int word, int quotation)
    {
        var from = _prose.Trees[word].Span.End;
        var to = _prose.Quotations[quotation].Outer.Start;
        return to >= from && (_prose.Text.AsSpan(from, to - from).Count('\n') == 0 || _prose.Text.AsSpan(from, to - from).Contains(':') || _prose.Text.AsSpan(from, to - from).Contains(','));
    }

    // The nearest cue before, in the same sentence, with no other verb between unless a colon points back.
    private Cue? CueBack(int word, int limit, bool anyVerb)
    {
        var start = Math.Max(_prose.SentenceStart(word), word - limit);
        var level = _prose.QuotationOf(word);
        for (var i = word; i >= start; i--)
        {
            if (_prose.QuotationOf(i) != level) continue;
            if (_cues.TryGetValue(i, out var cue) && !_taken.Contains(i) && cue.Taking(ComplementKind.Quote) is not null) return cue;
            if (!anyVerb && (_prose.Trees[i].Tag == PartOfSpeech.Verb || _prose.Lexicon.Function.IsThat(_prose.Trees[i].Form))) return null;
            if (_prose.Trees[i].Form == ";") return null;
        }

        return null;
    }

    // Without a colon the quotation follows the cue, its subject, or whom it tells.
    private bool Reaches(Cue cue, int word)
    {
        if (word <= cue.Last) return true;
        return _prose.Trees[word].Tag is not (PartOfSpeech.Det or PartOfSpeech.Adp or PartOfSpeech.Cconj or PartOfSpeech.Adj);
    }

    // A bare name or title before a colon: «Pour le président, Jean Martin : "…"».
    private NounPhrase? LabelBefore(int quotation)
    {
        var word = WordBefore(quotation, out var stop);
        if (word < 0 || stop != ':') return null;
        var first = LabelStart(word);
        for (var i = first; i <= word; i++)
        {
            if (_prose.Trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return null;
        }

        return Label(first, word);
    }

    // «Jean Martin lève les yeux au ciel : "…"»: whoever acts in the clause before the colon speaks after it.
    private NounPhrase? ActorBefore(int quotation)
    {
        var word = WordBefore(quotation, out var stop);
        if (word < 0 || stop != ':') return null;
        for (var at = word; at >= 0 && _prose.QuotationOf(at) == _prose.QuotationOf(word); at = _prose.Trees[at].Head)
        {
            if (_prose.Trees.Child(at, "nsubj") is not (>= 0 and var subject) || subject > at || _prose.PronounAt(subject)?.Role == PronounRole.Relative) continue;
            return Acts(subject) ? NounPhrases.Of(_prose, subject) : null;
        }

        return null;
    }

    private bool Acts(int subject)
    {
        if (!_prose.InProse(subject)) return false;
        if (_prose.PronounAt(subject) is { } pronoun) return pronoun.Role == PronounRole.Third;
        var phrase = NounPhrases.Of(_prose, subject);
        return SourceKinds.NamesPerson(_prose, phrase) || SourceKinds.KindOfNoun(_prose, subject) == NounKind.Person;
    }

    private int LabelStart(int word)
    {
        var start = _prose.SentenceStart(word);
        var level = _prose.QuotationOf(word);
        var at = word;
        while (at > start && _prose.QuotationOf(at - 1) == level && _prose.Trees[at - 1].Form is not ("." or "»" or "”" or "?" or "!")) at--;
        while (at < word && !_prose.IsWord(at)) at++;
        if (at < word && _prose.Lexicon.Function.IsLabel(_prose.Trees[at].Form)) at++;
        return at;
    }

    private NounPhrase? Label(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_prose.Trees[i].Tag is not (PartOfSpeech.Propn or PartOfSpeech.Noun)) continue;
            var head = HeadWithin(i, first, last);
            return SourceKinds.MayTell(_prose, head, first, last) ? new(first, last, head) : null;
        }

        return null;
    }

    private int HeadWithin(int word, int first, int last)
    {
        var at = word;
        while (_prose.Trees[at].Head >= first && _prose.Trees[at].Head <= last && _prose.Trees[_prose.Trees[at].Head].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) at = _prose.Trees[at].Head;
        return at;
    }

    // "…" – Jean Martin, at the end of a paragraph.
    private NounPhrase? LabelAfter(int quotation)
    {
        var dash = _prose.Trees.WordAt(_prose.Quotations[quotation].Outer.End);
        if (dash + 1 >= _prose.Trees.Count) return null;
        if (!(_prose.Trees[dash].Form is "-" or "–" or "—")) return null;
        if (!_prose.InProse(dash + 1)) return null;
        var end = dash + 1;
        var limit = Math.Min(_prose.Trees.Count - 1, dash + 12);
        while (end < limit && !EndsLine(end)) end++;
        return _prose.Trees[dash + 1].Tag == PartOfSpeech.Propn && end < limit ? Label(dash + 1, end) : null;
    }

    // The words of a multiword token (du, cannot) stand in one place.
    private bool EndsLine(int word)
    {
        var (end, next) = (_prose.Trees[word].Span.End, _prose.Trees[word + 1].Span.Start);
        return end < next && _prose.Text.AsSpan(end, next - end).Contains('\n');
    }

    private bool ClauseLike(int quotation)
    {
        var (first, last) = (FirstWord(quotation), LastWord(quotation));
        if (last - first >= 4 && char.IsUpper(_prose.Text[_prose.Quotations[quotation].Inner.Start])) return true;
        return last - first >= 2 && HasVerb(first, last);
    }

    private bool HasVerb(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_prose.Trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && !_prose.Trees.Is(i, "amod")) return true;
        }

        return false;
    }

    // Nobody is told to say it, but it is a clause that stands on its own: after a stop, a colon, a comma.
    private bool IsFree(int quotation)
    {
        var (first, last) = (FirstWord(quotation), LastWord(quotation));
        if (_prose.Quotations[quotation].Parent >= 0 || last - first < 4 || !HasVerb(first, last) || Repeats(quotation)) return false;
        WordBefore(quotation, out var stop);
        return stop != ' ' || first == 0 || _prose.Trees.Sentence(first).FirstWord >= first - 1;
    }

    // A pull quote is told once, in the body: where the same words open a longer quotation.
    private bool Repeats(int quotation)
    {
        if (_longest.Count == 0) IndexOpenings();
        return _longest[Opening(quotation)] != quotation;
    }

    private void IndexOpenings()
    {
        for (var i = 0; i < _prose.Quotations.Length; i++)
        {
            var opening = Opening(i);
            if (!_longest.TryGetValue(opening, out var other) || _prose.Quotations[i].Inner.Length >= _prose.Quotations[other].Inner.Length) _longest[opening] = i;
        }
    }

    private string Opening(int quotation)
    {
        var inner = _prose.Quotations[quotation].Inner;
        return _prose.Text.Substring(inner.Start, Math.Min(inner.Length, OpeningLength)).TrimEnd('.', ' ', ',');
    }

    // Une telle suspension pourrait permettre «…», a déclaré X: the sentence before the marks is told as well.
    private int HostFirst(int quotation)
    {
        var first = FirstWord(quotation);
        var start = _prose.SentenceStart(first);
        var level = _prose.Quotations[quotation].Parent;
        for (var i = first - 1; i >= start && _prose.Trees[i].Form is not (":" or ";" or "." or "!" or "?"); i--)
        {
            if (_prose.IsWord(i) && _prose.QuotationOf(i) == level) return start;
        }

        return -1;
    }

    private bool IsTelling(Group group) => group.Cue is null || CueFilter.Is(_prose, group.Cue, quoting: true);

    private StatementDraft ToDraft(Group group)
    {
        var cue = group.Cue;
        var telling = cue?.Taking(ComplementKind.Quote);
        return new()
        {
            CueWord = cue?.Word ?? -1,
            Cue = cue is null ? null : _prose.Trees.Span(cue.First, cue.Last),
            Effect = telling?.Effect ?? Effect.Assertion,
            Content = Parts(group),
            ContentHead = RootOf(FirstWord(group.Quotations[0])),
            Source = OutsideOf(group, group.Source ?? (cue is null ? null : Speaker(cue))),
            Quoted = true,
            Within = cue is null || group.Inner is not null ? -1 : _prose.OutermostOf(cue.Word),
        };
    }

    // Nobody speaks from within what he says.
    private NounPhrase? OutsideOf(Group group, NounPhrase? speaker)
    {
        if (speaker is not { } phrase || group.Inner is not null) return speaker;
        return group.Quotations.Exists(q => _prose.Quotations[q].Inner.Contains(_prose.Trees[phrase.Head].Span)) ? null : speaker;
    }

    private NounPhrase? Speaker(Cue cue) => Placed.SourceOf(_prose, cue) ?? (Subjects.Of(_prose, cue) is var subject and >= 0 ? NounPhrases.Of(_prose, subject) : null);

    private int RootOf(int word)
    {
        var at = word;
        while (_prose.Trees[at].Head >= 0 && _prose.QuotationOf(_prose.Trees[at].Head) == _prose.QuotationOf(word)) at = _prose.Trees[at].Head;
        return at;
    }

    private List<TextSpan> Parts(Group group)
    {
        List<TextSpan> parts = [];
        foreach (var quotation in group.Quotations)
            parts.AddRange(_prose.Quotations[quotation].Parts.SelectMany(p => Around(p, group.Inner)).Select(WithoutComma));
        if (group.HostFirst >= 0 && _prose.Trees[group.HostFirst].Span.Start < parts[0].Start)
            parts[0] = HostSpan(group, parts[0]);
        if (group.Cue is { } cue && ObjectOf(cue, parts[0].Start) is { } noun) parts.Insert(0, noun);
        return parts;
    }

    // What stands before and after an incise inside the marks. Where the incise opens a line nothing stands before it.
    private IEnumerable<TextSpan> Around(TextSpan part, ReportingClause? incise)
    {
        if (incise is null || !part.Contains(_prose.Trees[incise.First].Span)) return [part];
        var before = part with { End = _prose.Trees[incise.First - 1].Span.Start };
        var next = AfterIncise(incise, opensLine: before.Length <= 0);
        var after = next < _prose.Trees.Count ? part with { Start = _prose.Trees[next].Span.Start } : part with { Start = part.End };
        return new[] { before, after }.Where(p => p.Length > 0);
    }

    // «…, ⏎ conclut Jean, toujours interrogé par X. ⏎ …»: on a line of its own, words without a verb go with the speaker up to the stop.
    private int AfterIncise(ReportingClause incise, bool opensLine)
    {
        var next = incise.Last + 1;
        if (opensLine && _prose.SentenceEnd(incise.First) is var end && !HasFinite(next, end)) next = end + 1;
        while (next < _prose.Trees.Count && !_prose.IsWord(next)) next++;
        return next;
    }

    private bool HasFinite(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (Subjects.IsFinite(_prose.Trees, i)) return true;
        }

        return false;
    }

    private TextSpan WithoutComma(TextSpan part)
    {
        var end = part.End;
        while (end > part.Start + 1 && (_prose.Text[end - 1] == ',' || char.IsWhiteSpace(_prose.Text[end - 1]))) end--;
        return part with { End = end };
    }

    private TextSpan HostSpan(Group group, TextSpan quoted)
    {
        var first = group.HostFirst;
        while (!_prose.IsWord(first)) first++;
        return new(_prose.Trees[first].Span.Start, quoted.End == _prose.Quotations[group.Quotations[0]].Inner.End && _prose.QuotationOf(first) < 0
            ? _prose.Quotations[group.Quotations[0]].Outer.End : quoted.End);
    }

    // Il confirme la présence des touristes : «…»: both are told.
    private TextSpan? ObjectOf(Cue cue, int before)
    {
        if (cue.Taking(ComplementKind.Object) is null || ContentFinder.Of(_prose, cue) is not { } extent) return null;
        var span = _prose.Trimmed(extent.First, extent.Last);
        return span is { } s && s.End <= before && extent.Telling.May(ComplementKind.Object) ? s : null;
    }

    /// <summary>Quotations of one telling.</summary>
    private sealed class Group(int first, int parent)
    {
        public List<int> Quotations { get; } = [first];

        public int Parent => parent;

        public Cue? Cue { get; set; }

        public NounPhrase? Source { get; init; }

        /// <summary>The cue's clause where it stands inside the marks.</summary>
        public ReportingClause? Inner { get; init; }

        /// <summary>The last word of the group, its cue included.</summary>
        public int EndWord { get; set; }

        /// <summary>Where the sentence begins whose end is quoted; −1 where all of it is.</summary>
        public int HostFirst { get; init; } = -1;

        public Group Add(int quotation, int endWord)
        {
            Quotations.Add(quotation);
            EndWord = endWord;
            return this;
        }
    }
}
