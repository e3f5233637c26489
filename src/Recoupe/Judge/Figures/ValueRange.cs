namespace Recoupe.Judge.Figures;

/// <summary>The values that a figure may amount to.</summary>
internal readonly record struct ValueRange(double Low, bool WithLow, double High, bool WithHigh)
{
    // «About» is taken a tenth either way.
    private const double Slack = 0.1;

    public static ValueRange Of(Figure figure)
    {
        var slack = figure.Approximate ? Slack : 0;
        var low = figure.Min is { } min ? (double)min * (1 - slack) : double.NegativeInfinity;
        var high = figure.Max is { } max ? (double)max * (1 + slack) : double.PositiveInfinity;
        return new(low, figure.MinInclusive, high, figure.MaxInclusive);
    }

    /// <summary>Whether the two exclude each other.</summary>
    public bool Excludes(ValueRange other) => IsBelow(other) || other.IsBelow(this);

    /// <summary>Whether every value of this one is less than every value of the other.</summary>
    public bool IsBelow(ValueRange other) => High < other.Low || (High == other.Low && !(WithHigh && other.WithLow));
}
