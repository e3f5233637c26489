namespace Recoupe.Link.Terms;

/// <summary>
/// The least that two tellings share where they are tied: what the comparison of two articles asks for, and what the first look at candidates must therefore not ask more than.
/// </summary>
internal static class LeastTie
{
    /// <summary>Terms: two names, or a name and two words of weight. Less is a shared subject, not a shared proposition.</summary>
    public const int Terms = 3;

    /// <summary>The weight of these terms.</summary>
    public const int Weight = 6;

    /// <summary>The part of both, in ten-thousandths, that what two say of one name must come to.</summary>
    public const int Dice = 2_500;

    /// <summary>Terms, where nearly all of both are shared.</summary>
    public const int AlikeTerms = 2;

    /// <summary>The part that is nearly all, in ten-thousandths: one small word in six may differ.</summary>
    public const int AlikeDice = 8_500;
}
