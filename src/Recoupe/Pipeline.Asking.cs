using System.Collections.Immutable;
using System.Text;
using Recoupe.Link.Questions;

namespace Recoupe;

/// <content>What can be asked of sentences, with or without a ledger.</content>
public sealed partial class Pipeline
{
    /// <summary>How one sentence stands to another; each may be French or English.</summary>
    public static Comparison Compare(string first, string second) => SentenceComparer.Compare(first, second);

    /// <summary>What in articles has to do with a sentence, the best first.</summary>
    public static ImmutableArray<Answer> Check(string sentence, IEnumerable<FiledArticle> articles) =>
        [.. EvidenceSearch.Answers(sentence, articles).OrderByDescending(a => a.Score).ThenBy(a => a.Passages[0])];

    /// <summary>How each of some sentences stands to a text that is read as an article.</summary>
    public static IEnumerable<ArticleStance> Stances(string text, IEnumerable<string> sentences)
    {
        var page = new Page("", "text", PageKind.Text, [.. Encoding.UTF8.GetBytes(text)], PageFacts.None);
        var read = ReadAlone(page).Value;
        return sentences.Select(s => read is null ? ArticleStance.Unrelated : EvidenceSearch.Stance(s, read.Article, read.Findings));
    }

    /// <summary>What in the ledger has to do with a sentence, the best first.</summary>
    public ImmutableArray<Answer> Check(string sentence) => _file.AtOnce(() => Check(sentence, MayAnswer(sentence)));

    // All articles; or, where the index has them, those that have enough of the sentence's terms.
    private IEnumerable<FiledArticle> MayAnswer(string sentence)
    {
        if (!_file.Index.HasPassages(PassageMark())) return Shown(RawArticles());
        try
        {
            var may = EvidenceSearch.MayAnswer(sentence);
            return Shown([.. _file.Index.Terms().Where(a => may(a.Terms)).Select(a => a.Article).ToList().Select(Raw)]);
        }
        catch (LedgerException)
        {
            return Shown(RawArticles()); // an index that is hurt is none
        }
    }
}
