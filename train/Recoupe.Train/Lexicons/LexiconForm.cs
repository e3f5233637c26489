using Recoupe.Language;

namespace Recoupe.Train.Lexicons;

/// <summary>A row of a full-form lexicon.</summary>
/// <param name="Form">The form as written.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Tag">Its universal part of speech.</param>
/// <param name="Category">The source's category (<c>v</c>, <c>nc</c>).</param>
/// <param name="Morphology">The source's morphological class (<c>P3s</c>); empty for none.</param>
internal readonly record struct LexiconForm(string Form, string Lemma, PartOfSpeech Tag, string Category, string Morphology);
