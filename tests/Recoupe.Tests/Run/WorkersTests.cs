using Recoupe.Run;

namespace Recoupe.Tests.Run;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void Results_come_in_the_order_of_the_items(int threads) =>
        new Workers(threads).Map(Enumerable.Range(0, 200), i =>
        {
            Thread.SpinWait((200 - i) * 50);
            return i * i;
        }).ShouldBe(Enumerable.Range(0, 200).Select(i => i * i));

    [Fact]
    public void Items_are_drawn_by_the_caller_alone_however_many_steps_follow_each_other()
    {
        var caller = Environment.CurrentManagedThreadId;
        var workers = new Workers(4);
        var first = workers.Map(Enumerable.Range(0, 100).Select(Drawn), i => i + 1);
        workers.Map(first.Select(Drawn), i => i * 2).ShouldBe(Enumerable.Range(0, 100).Select(i => (i + 1) * 2));

        int Drawn(int item)
        {
            Environment.CurrentManagedThreadId.ShouldBe(caller);
            return item;
        }
    }

    [Fact]
    public void No_more_work_at_once_than_there_are_threads()
    {
        var (now, most) = (0, 0);
        new Workers(2).Map(Enumerable.Range(0, 60), _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            Thread.Sleep(1);
            return Interlocked.Decrement(ref now);
        }).Count().ShouldBe(60);
        most.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Only_a_few_items_are_drawn_ahead_of_what_is_taken()
    {
        var drawn = 0;
        using var results = new Workers(2).Map(Enumerable.Range(0, 1_000_000).Select(i => drawn = i), i => i).GetEnumerator();
        results.MoveNext().ShouldBeTrue();
        drawn.ShouldBeLessThan(20);
    }

    [Fact]
    public void A_fault_is_the_callers_and_leaves_nobody_at_work()
    {
        var now = 0;
        Should.Throw<InvalidOperationException>(() => new Workers(4).Map(Enumerable.Range(0, 50), Work).Count());
        now.ShouldBe(0);

        int Work(int item)
        {
            Interlocked.Increment(ref now);
            Thread.Sleep(2);
            Interlocked.Decrement(ref now);
            return item == 10 ? throw new InvalidOperationException() : item;
        }
    }
}
