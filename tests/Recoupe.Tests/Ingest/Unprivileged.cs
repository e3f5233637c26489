using System.Runtime.InteropServices;

namespace Recoupe.Tests.Ingest;

/// <summary>Runs code as a user whom file permissions bind, also where the tests run as root.</summary>
internal static class Unprivileged
{
    private const uint Nobody = 65534;

    public static T Run<T>(Func<T> act)
    {
        if (GetEffectiveUser() != 0) return act();
        T? result = default;
        Exception? failed = null;

        // Linux keeps the user for file access a thread: this one ends with it.
        var thread = new Thread(() =>
        {
            _ = SetFileUser(Nobody);
            try
            {
                result = act();
            }
            catch (Exception e)
            {
                failed = e;
            }
        });
        thread.Start();
        thread.Join();
        return failed is null ? result! : throw new InvalidOperationException("Failed as an unprivileged user.", failed);
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint GetEffectiveUser();

    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileUser(uint user);
}
