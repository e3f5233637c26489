namespace Recoupe.Desk.Tests;

/// <summary>A clock that goes when a test says so.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 3, 20, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public void Step() => Step(TimeSpan.FromMinutes(1));

    public void Step(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now;
}
