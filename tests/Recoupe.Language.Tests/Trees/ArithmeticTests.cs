using Recoupe.Language.Parsing.Neural;

namespace Recoupe.Language.Tests.Trees;

public sealed class ArithmeticTests
{
    [Fact]
    public void A_matrix_gives_the_same_sums_with_and_without_wide_instructions()
    {
        const int inputs = 12, outputs = 2 * PackedMatrix.Panel;
        var random = new Random(5);
        sbyte[] weights = [.. Enumerable.Range(0, inputs * outputs).Select(_ => (sbyte)random.Next(-127, 128))];
        short[] row = [.. Enumerable.Range(0, inputs).Select(_ => (short)random.Next(-8191, 8192))];
        var sums = new int[outputs];
        PackedMatrix.Of(weights, inputs, outputs).Add(row, sums);
        for (var output = 0; output < outputs; output++)
            sums[output].ShouldBe(Enumerable.Range(0, inputs).Sum(i => weights[output * inputs + i] * row[i]));

        var narrow = new int[outputs];
        var packed = new short[inputs * outputs];
        for (var n = 0; n < weights.Length; n++)
            packed[PackedMatrix.Place(inputs, n % inputs, n / inputs)] = weights[n];
        for (var panel = 0; panel < outputs; panel += PackedMatrix.Panel)
            PackedMatrix.AddNarrow(packed.AsSpan(panel * inputs, PackedMatrix.Panel * inputs), System.Runtime.InteropServices.MemoryMarshal.Cast<short, int>(row.AsSpan()), narrow.AsSpan(panel, PackedMatrix.Panel));
        narrow.ShouldBe(sums);
    }

    [Fact]
    public void Sums_are_added_to_what_is_there()
    {
        var sums = Enumerable.Repeat(7, PackedMatrix.Panel).ToArray();
        PackedMatrix.Of([.. Enumerable.Repeat((sbyte)1, 2 * PackedMatrix.Panel)], 2, PackedMatrix.Panel).Add([3, 4], sums);
        sums.ShouldAllBe(s => s == 14);
    }

    [Fact]
    public void The_tables_follow_the_functions()
    {
        for (var x = -20_000; x <= 20_000; x += 7)
        {
            var value = x / (double)(1 << Squash.InputBits);
            (Squash.Sigmoid(x) / 32768.0).ShouldBe(1 / (1 + Math.Exp(-value)), 0.0015);
            (Squash.Tanh(x) / 32768.0).ShouldBe(Math.Tanh(value), 0.0025);
        }
    }

    [Theory]
    [InlineData(int.MinValue, 0, -32768)]
    [InlineData(int.MaxValue, 32767, 32767)]
    public void Beyond_the_tables_the_functions_are_flat(int x, int sigmoid, int tanh)
    {
        ((double)Squash.Sigmoid(x)).ShouldBe(sigmoid, 32);
        ((double)Squash.Tanh(x)).ShouldBe(tanh, 40);
    }
}
