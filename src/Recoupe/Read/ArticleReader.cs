using System.Collections.Frozen;
using Recoupe.Language;

namespace Recoupe.Read;

/// <summary>Reads an article with the models of its language.</summary>
internal static class ArticleReader
{
    // The rules of statements were fitted to the linear parser's trees (docs/decisions). Loaded at the first article of a language, then shared: loading costs more than reading.
    private static readonly FrozenDictionary<string, Lazy<Reader>> Readers =
        Reader.Languages.ToFrozenDictionary(l => l, l => new Lazy<Reader>(() => Reader.Load(l, new ReaderOptions { LinearTrees = true })), StringComparer.Ordinal);

    /// <summary>Its sentences, words, trees and names; <see langword="null"/> where no model knows its language.</summary>
    public static Reading? Read(Article article) =>
        Readers.TryGetValue(article.Header.Language, out var reader) ? reader.Value.Read(article.Text) : null;
}
