using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Referents;

/// <summary>Who or what a word stands for, worded to be given again.</summary>
/// <param name="Words">The article's fullest wording, with its determiner.</param>
/// <param name="From">Where it stands so.</param>
/// <param name="Plural">Whether it is several.</param>
/// <param name="Gender">Of its grammar, or of the person.</param>
/// <param name="Person">Whether it is a human being.</param>
/// <param name="Head">The word that it hangs on, where it was taken from; −1 where unknown.</param>
internal sealed record Antecedent(string Words, TextSpan? From, bool Plural, WordGender Gender, bool Person, int Head);
