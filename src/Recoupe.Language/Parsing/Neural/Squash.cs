namespace Recoupe.Language.Parsing.Neural;

/// <summary>The logistic function and the hyperbolic tangent in whole numbers, from tables that are made without floating point.</summary>
internal static class Squash
{
    /// <summary>The bits behind the point of a result.</summary>
    public const int Bits = 15;

    /// <summary>The bits behind the point of what is given.</summary>
    public const int InputBits = 11;

    // Beyond this many the functions are flat.
    private const int SigmoidRange = 8, TanhRange = 4;

    // Steps of the tables in a unit, as bits.
    private const int SigmoidStep = 8, TanhStep = 9;

    private static readonly short[] _sigmoid = Table(SigmoidRange, SigmoidStep, 1);
    private static readonly short[] _tanh = Table(TanhRange, TanhStep, 2);

    public static int Sigmoid(int x) => At(_sigmoid, x >> InputBits - SigmoidStep);

    public static int Tanh(int x) => At(_tanh, x >> InputBits - TanhStep);

    private static int At(short[] table, int at) => table[Math.Clamp(at + table.Length / 2, 0, table.Length - 1)];

    // tanh x is 2 σ(2x) − 1. The value is taken in the middle of a step.
    private static short[] Table(int range, int step, int slope)
    {
        var table = new short[2 * range << step];
        for (var i = 0; i < table.Length; i++)
        {
            var twice = 2 * i + 1 - table.Length;
            var one = Logistic(slope * (long)twice << Exponential.Bits - step - 1);
            var value = slope == 1 ? one : 2 * one - (1L << Exponential.Bits);
            table[i] = (short)Math.Clamp(value >> Exponential.Bits - Bits, short.MinValue, short.MaxValue);
        }

        return table;
    }

    private static long Logistic(long x)
    {
        var e = Exponential.OfMinus(Math.Abs(x));
        var larger = (1L << 2 * Exponential.Bits) / ((1L << Exponential.Bits) + e);
        return x >= 0 ? larger : (1L << Exponential.Bits) - larger;
    }

    /// <summary>e to a power below nothing, in whole numbers.</summary>
    private static class Exponential
    {
        public const int Bits = 28;

        // Terms of the series for a power between −1/16 and 0; the next is below 2^−28.
        private const int Terms = 6;
        private const int Halvings = 8;

        // e^−x is (e^(−x/256))^256.
        public static long OfMinus(long x)
        {
            var part = -(x >> Halvings);
            long sum = 1L << Bits, term = sum;
            for (var n = 1; n <= Terms; n++)
            {
                term = (term * part >> Bits) / n;
                sum += term;
            }

            for (var n = 0; n < Halvings; n++)
                sum = sum * sum + (1L << Bits - 1) >> Bits;
            return sum;
        }
    }
}
