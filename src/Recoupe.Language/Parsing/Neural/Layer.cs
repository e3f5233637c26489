namespace Recoupe.Language.Parsing.Neural;

/// <summary>A matrix with what its sums are multiplied by and what is added, output by output, so that they are numbers again.</summary>
/// <param name="Matrix">The weights, each output's by a measure of its own.</param>
/// <param name="Factors">The measures, in 2^−<see cref="FactorBits"/>.</param>
/// <param name="Bias">What is added, in the unit of the result.</param>
internal sealed record Layer(PackedMatrix Matrix, int[] Factors, int[] Bias)
{
    /// <summary>The bits behind the point of a factor.</summary>
    public const int FactorBits = 22;

    /// <summary>The number that an output's sum stands for, in the unit of the row multiplied.</summary>
    public int Scaled(int sum, int output) => (int)((long)sum * Factors[output] >> FactorBits) + Bias[output];
}
