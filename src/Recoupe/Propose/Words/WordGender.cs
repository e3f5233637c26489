namespace Recoupe.Propose.Words;

/// <summary>Grammatical gender, as far as it shows.</summary>
internal enum WordGender
{
    /// <summary>It does not show.</summary>
    Any,

    /// <summary>Masculine.</summary>
    Masc,

    /// <summary>Feminine.</summary>
    Fem,
}
