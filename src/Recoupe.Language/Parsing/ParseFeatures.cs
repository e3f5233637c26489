using System.Runtime.CompilerServices;
using Recoupe.Language.Learning;
using Recoupe.Language.Tagging;

namespace Recoupe.Language.Parsing;

/// <summary>What a parser's move is judged by: the words around the stack's top and the next word, their dependants so far, and what lies between (after Zhang and Nivre 2011).</summary>
internal sealed class ParseFeatures
{
    private const ulong NoLabel = 255;

    // A lead of this much more makes a draft surer by one step.
    private const int Sureness = 400;

    // How many marks, verbs and conjunctions come before each place, in 21 bits each.
    private ulong[] _before = [];

    // A word as features see it.
    private readonly struct Item(ulong lower, ulong lemma, ulong tag, ulong morph)
    {
        public readonly ulong Lower = lower;
        public readonly ulong Lemma = lemma;
        public readonly ulong Tag = tag;
        public readonly ulong Morph = morph;
    }

    /// <summary>Counts once for a sentence what features ask about the words between two others.</summary>
    public void Reset(Frame frame)
    {
        if (_before.Length < frame.Count + 2) _before = new ulong[2 * frame.Count + 2];
        for (var i = 0; i < frame.Count; i++)
            _before[i + 1] = _before[i] + Counted((PartOfSpeech)frame.Tag(i));
        _before[frame.Count + 1] = _before[frame.Count];
    }

    /// <summary>The features of the next move.</summary>
    /// <param name="frame">The sentence.</param>
    /// <param name="state">The tree so far.</param>
    /// <param name="draft">The tree to be revised; <see langword="null"/> for a first parser.</param>
    /// <param name="to">Where they go.</param>
    public void Collect(Frame frame, ParseState state, PartialTree? draft, FeatureSet to)
    {
        to.Clear();
        int top = state.Stack(0), second = state.Stack(1), next = state.Next;
        var s0 = At(frame, state, top);
        var s1 = At(frame, state, second);
        var b0 = At(frame, state, next);
        var b1 = At(frame, state, state.Buffer(1));

        AddCore(in s0, in s1, in b0, in b1, to);
        to.Conjoin(0, to.Count, frame.Bank);
        AddPairs(in s0, in s1, in b0, to);
        AddContext(frame, state, in s0, in s1, in b0, in b1, to);
        AddTree(frame, state, in s0, in s1, in b0, to);
        AddBetween(state, in s0, in s1, in b0, to);
        if (draft is not null && top >= 0) AddDraft(draft, state, in s0, in s1, in b0, to);
    }

    // What the draft would have done next, and how the words at hand stand in it.
    private static void AddDraft(PartialTree draft, ParseState state, in Item s0, in Item s1, in Item b0, FeatureSet to)
    {
        int top = state.Stack(0), second = state.Stack(1), next = state.Next;
        ref readonly var mark = ref draft[top];
        ref readonly var ahead = ref draft[next];
        var toCome = mark.Last >= next;
        ulong where = mark.Head == next ? 1UL : mark.Head == second ? 2UL : mark.Head > next ? 3UL : mark.Head > top ? 4UL : 5UL;
        ulong move = where == 1 ? 1UL : where == 2 && !toCome ? 2UL : 0;
        ulong nextWhere = next == state.Count ? 0UL : ahead.Head == top ? 1UL : ahead.Head == second ? 2UL : ahead.Head > next ? 3UL : 4UL;
        var plan = where | (toCome ? 8UL : 0) | (ahead.First <= top ? 16UL : 0) | nextWhere << 5;
        var label = move == 0 ? 0 : mark.Label;
        var sure = (ulong)Math.Min(mark.Lead / Sureness, 5);
        to.Add(105, plan);
        to.Add(106, plan, label);
        to.Add(107, move, label, sure);
        to.Add(108, plan, s0.Tag, b0.Tag);
        to.Add(109, plan, label, sure);
        to.Add(110, plan, sure, (ulong)Math.Min(ahead.Lead / Sureness, 5));
        to.Add(111, move, label, s0.Tag, b0.Tag);
        to.Add(112, plan, s0.Lemma);
        to.Add(113, plan, b0.Lemma);
        to.Add(114, plan, s1.Tag, s0.Tag);
        to.Add(115, ahead.Label, nextWhere, b0.Tag);
        to.Add(116, mark.Label, where, s0.Tag);
        to.Add(117, mark.Label, ahead.Label, plan);
    }

    // These are also told apart by treebank.
    private static void AddCore(in Item s0, in Item s1, in Item b0, in Item b1, FeatureSet to)
    {
        to.Add(0, s0.Lower, s0.Tag);
        to.Add(1, s1.Lower, s1.Tag);
        to.Add(2, b0.Lower, b0.Tag);
        to.Add(3, s0.Morph, b0.Morph);
        to.Add(4, s1.Morph, s0.Morph);
        to.Add(5, s1.Tag, s0.Tag, b0.Tag);
        to.Add(6, s0.Tag, b0.Tag, b1.Tag);
        to.Add(7, s0.Lemma, b0.Tag);
        to.Add(8, s0.Tag, b0.Lemma);
        to.Add(9, s1.Lemma, s0.Tag);
        to.Add(10, s1.Tag, s0.Lemma);
        to.Add(12, s0.Morph);
        to.Add(15, s1.Morph);
        to.Add(18, b0.Morph);
        to.Add(20, s0.Tag, b0.Tag);
        to.Add(21, s1.Tag, s0.Tag);
    }

    private static void AddPairs(in Item s0, in Item s1, in Item b0, FeatureSet to)
    {
        to.Add(11, s0.Lower);
        to.Add(13, s0.Lemma);
        to.Add(14, s1.Lower);
        to.Add(16, s1.Lemma);
        to.Add(17, b0.Lower);
        to.Add(19, b0.Lemma);
        to.Add(22, s1.Tag, b0.Tag);
        to.Add(23, s0.Lemma, s0.Tag, b0.Lemma, b0.Tag);
        to.Add(24, s1.Lemma, s1.Tag, s0.Lemma, s0.Tag);
        to.Add(25, s0.Lower, b0.Lower);
        to.Add(26, s1.Lower, s0.Lower);
        to.Add(27, s1.Lemma, b0.Lemma);
        to.Add(28, s0.Lower, b0.Morph);
        to.Add(29, s0.Morph, b0.Lower);
        to.Add(30, s1.Lower, s0.Morph);
        to.Add(31, s1.Morph, s0.Lower);
        to.Add(32, s1.Morph, b0.Morph);
        to.Add(33, s1.Lemma, s0.Tag, b0.Tag);
        to.Add(34, s1.Tag, s0.Lemma, b0.Tag);
        to.Add(35, s1.Tag, s0.Tag, b0.Lemma);
        to.Add(36, s1.Morph, s0.Morph, b0.Morph);
        to.Add(37, s1.Lemma, s0.Lemma, b0.Tag);
        to.Add(38, s1.Tag, s0.Lemma, b0.Lemma);
    }

    private static void AddContext(Frame frame, ParseState state, in Item s0, in Item s1, in Item b0, in Item b1, FeatureSet to)
    {
        var b2 = At(frame, state, state.Buffer(2));
        var b3 = At(frame, state, state.Buffer(3));
        var s2 = At(frame, state, state.Stack(2));
        to.Add(39, b1.Lower, b1.Tag);
        to.Add(40, b1.Morph);
        to.Add(41, b2.Tag);
        to.Add(42, b2.Lower);
        to.Add(43, b0.Tag, b1.Tag);
        to.Add(44, b0.Lemma, b1.Tag);
        to.Add(45, b0.Tag, b1.Lemma);
        to.Add(46, b0.Tag, b1.Tag, b2.Tag);
        to.Add(47, b1.Tag, b2.Tag, b3.Tag);
        to.Add(48, s2.Tag);
        to.Add(49, s2.Lemma, s2.Tag);
        to.Add(50, s2.Tag, s1.Tag, s0.Tag);
        to.Add(51, s2.Tag, s1.Tag, s0.Tag, b0.Tag);
        to.Add(52, s1.Tag, s0.Tag, b0.Tag, b1.Tag);
        to.Add(53, s0.Tag, b0.Tag, b1.Tag, b2.Tag);
        to.Add(54, s0.Lemma, b0.Tag, b1.Tag);
        to.Add(55, s0.Tag, b0.Lemma, b1.Tag);
        to.Add(56, s0.Tag, b0.Tag, b1.Lemma);
        var (top, second) = (state.Stack(0), state.Stack(1));
        to.Add(57, s0.Tag, TagAt(frame, state, top, -1), TagAt(frame, state, top, 1), b0.Tag);
        to.Add(58, s1.Tag, TagAt(frame, state, second, -1), TagAt(frame, state, second, 1), s0.Tag);
        to.Add(59, s0.Lemma, LowerAt(frame, top, -1), b0.Tag);
        to.Add(60, b0.Tag, TagAt(frame, state, state.Next, -1), s0.Tag);
    }

    private static void AddTree(Frame frame, ParseState state, in Item s0, in Item s1, in Item b0, FeatureSet to)
    {
        var t = Node(state, state.Stack(0));
        var s = Node(state, state.Stack(1));
        var n = Node(state, state.Next);
        Item tl = At(frame, state, t.Left), tr = At(frame, state, t.Right), sl = At(frame, state, s.Left), sr = At(frame, state, s.Right), nl = At(frame, state, n.Left);
        to.Add(61, s0.Tag, tl.Tag, b0.Tag);
        to.Add(62, s0.Tag, tr.Tag, b0.Tag);
        to.Add(63, s0.Tag, b0.Tag, nl.Tag);
        to.Add(64, s1.Tag, sr.Tag, s0.Tag);
        to.Add(65, s1.Tag, sl.Tag, s0.Tag);
        to.Add(66, s1.Tag, s0.Tag, tl.Tag);
        to.Add(67, s1.Tag, s0.Tag, tr.Tag);
        to.Add(68, s0.Tag, Label(state, t.Left), b0.Tag);
        to.Add(69, s0.Tag, Label(state, t.Right), b0.Tag);
        to.Add(70, s0.Tag, Label(state, n.Left), b0.Tag);
        to.Add(71, s1.Tag, Label(state, s.Right), s0.Tag);
        to.Add(72, s1.Tag, Label(state, t.Left), s0.Tag);
        to.Add(73, s1.Tag, Label(state, t.Right), s0.Tag);
        to.Add(74, s0.Lemma, tl.Lower);
        to.Add(75, s0.Lemma, tr.Lemma);
        to.Add(76, s1.Lemma, tl.Lemma, s0.Tag);
        to.Add(77, b0.Lemma, nl.Lemma);
        to.Add(78, s1.Lemma, sr.Lemma);
        to.Add(79, s0.Tag, t.Labels, b0.Tag);
        to.Add(80, s1.Tag, s.Labels, s0.Tag);
        to.Add(81, b0.Tag, n.Labels, s0.Tag);
        to.Add(82, s0.Lemma, t.Labels);
        to.Add(83, s1.Lemma, s.Labels, s0.Tag);
        to.Add(84, s0.Tag, (ulong)t.LeftCount, (ulong)t.RightCount, b0.Tag);
        to.Add(85, s1.Tag, (ulong)s.LeftCount, (ulong)s.RightCount, s0.Tag);
        to.Add(86, b0.Tag, (ulong)n.LeftCount, s0.Tag);
        to.Add(87, s0.Lemma, (ulong)t.LeftCount, (ulong)t.RightCount);
        to.Add(88, s0.Tag, At(frame, state, t.Left2).Tag, tl.Tag);
        to.Add(89, s0.Tag, At(frame, state, t.Right2).Tag, tr.Tag);
        to.Add(90, s1.Tag, At(frame, state, s.Right2).Tag, sr.Tag, s0.Tag);
        to.Add(91, s1.Lemma, tl.Lower, s0.Lemma);
        to.Add(92, s1.Tag, s.Labels, t.Labels, s0.Tag);
    }

    private void AddBetween(ParseState state, in Item s0, in Item s1, in Item b0, FeatureSet to)
    {
        int top = state.Stack(0), second = state.Stack(1), next = state.Next;
        ulong far = Distance(top, next), near = Distance(second, top);
        var inFar = Between(top, next);
        var inNear = Between(second, top);
        to.Add(93, far, s0.Tag, b0.Tag);
        to.Add(94, near, s1.Tag, s0.Tag);
        to.Add(95, far, s0.Lemma);
        to.Add(96, far, b0.Lemma);
        to.Add(97, near, s1.Lemma);
        to.Add(98, near, s0.Lemma);
        to.Add(99, inFar, s0.Tag, b0.Tag);
        to.Add(100, inNear, s1.Tag, s0.Tag);
        to.Add(101, inNear, s1.Tag, s0.Tag, b0.Tag);
        to.Add(102, inFar, s0.Lemma, b0.Tag);
        to.Add(103, inNear, s1.Lemma, s0.Tag);
        to.Add(104, (ulong)Math.Min(3, state.Depth), s0.Tag, b0.Tag);
    }

    private static Item At(Frame frame, ParseState state, int at)
    {
        if (at < 0) return new(0, 0, 40, 40);
        if (at == state.Count) return new(1, 1, 41, 41);
        ulong tag = frame.Tag(at);
        return new(frame.Look(at).Lower, frame.Lemma(at), tag, tag << 16 | frame.Morph(at));
    }

    private static ParseState.Node Node(ParseState state, int at) =>
        at >= 0 ? state[at] : new() { Left = ParseState.None, Left2 = ParseState.None, Right = ParseState.None, Right2 = ParseState.None };

    private static ulong Label(ParseState state, int at) => at < 0 ? NoLabel : (ulong)state[at].Label;

    private static ulong TagAt(Frame frame, ParseState state, int at, int step) => at < 0 || at + step > state.Count ? 40UL : frame.Tag(at + step);

    private static ulong LowerAt(Frame frame, int at, int step) => at < 0 ? 0 : frame.Look(at + step).Lower;

    private static ulong Distance(int from, int to) => from < 0 ? 0UL : (ulong)Math.Min(to - from, 6) + (to - from > 10 ? 1UL : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Between(int from, int to)
    {
        if (from < 0) return 15;
        var counts = _before[to] - _before[from + 1];
        const ulong mask = (1 << 21) - 1;
        return Math.Min(2, counts & mask) | Math.Min(1, counts >> 21 & mask) << 2 | Math.Min(1, counts >> 42) << 3;
    }

    private static ulong Counted(PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.Punct => 1,
        PartOfSpeech.Verb => 1UL << 21,
        PartOfSpeech.Cconj or PartOfSpeech.Sconj => 1UL << 42,
        _ => 0,
    };
}
