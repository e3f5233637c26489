using System.CommandLine;
using System.Text;
using Recoupe.Desk.Accounts;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs.Desks;

/// <summary><c>recoupe account</c>: who may come to a desk that others reach.</summary>
internal static class AccountVerb
{
    private const string Reader = "reader", Analyst = "analyst"; // as they are written in the list, too

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "The list of accounts; made with the first." };
        var name = new Argument<string?>("NAME") { Description =
            "The name that decisions stand under; without it the list is shown.", Arity = ArgumentArity.ZeroOrOne };
        var role = new Option<string>("--role")
        {
            Description = "What they may do: a reader reads, searches and hands over; an analyst decides, asks and adds too.",
            DefaultValueFactory = _ => Reader,
        };
        role.AcceptOnlyFromAmong(Reader, Analyst);
        var remove = new Option<bool>("--remove") { Description = "Takes the account out: whoever is signed in under it is out at once." };
        var language = SharedOptions.Language();
        var command = new Verb(
            "account",
            "Keeps the list of who may come to a desk that others reach. The password of a new account is asked for, or is the first line of standard input.",
            "recoupe account accounts.jsonl amina --role analyst")
        {
            file, name, role, remove, language,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(remove) && given.GetValue(name) is null) given.AddError("--remove needs a NAME.");
        });
        command.SetAction(asked =>
        {
            var (words, accounts) = (asked.Wording(language), new AccountFile(asked.GetRequiredValue(file)));
            if (asked.GetValue(name) is not { } called) return Show(asked, words, accounts);
            if (asked.GetValue(remove)) return Remove(asked, words, accounts, called);
            return Put(asked, words, accounts, called, asked.GetRequiredValue(role) is Analyst ? AccountRole.Analyst : AccountRole.Reader);
        });
        return command;
    }

    private static int Show(ParseResult asked, Locale words, AccountFile accounts)
    {
        foreach (var account in accounts.All)
            asked.InvocationConfiguration.Output.WriteLine($"{Printable.Line(account.Name)}  {words[WordOf(account.Role)]}");
        return (int)Exit.Done;
    }

    private static int Put(ParseResult asked, Locale words, AccountFile accounts, string name, AccountRole role)
    {
        var put = accounts.Put(name, role, ReadPassword(asked, words));
        return put.Value is { } account
            ? Done(asked, words.Say("cli.account.put", ("name", account.Name), ("role", words[WordOf(account.Role)])))
            : RefusalPrinter.Unusable(asked, words, put.Rejection!);
    }

    private static int Remove(ParseResult asked, Locale words, AccountFile accounts, string name) => accounts.Remove(name)
        ? Done(asked, words.Say("cli.account.removed", ("name", name)))
        : RefusalPrinter.Unusable(asked, words, new("DESK-7", name, "There is no account of this name.", "`recoupe account FILE` shows the names."));

    private static string WordOf(AccountRole role) => role == AccountRole.Analyst ? "cli.account.analyst" : "cli.account.reader";

    // A password in the arguments would be seen by every user of the machine.
    private static string ReadPassword(ParseResult asked, Locale words)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine() ?? "";
        asked.InvocationConfiguration.Error.Write(words["cli.account.password"] + " ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace) password.Length = Math.Max(0, password.Length - 1);
            else if (!char.IsControl(key.KeyChar)) password.Append(key.KeyChar);
        }

        asked.InvocationConfiguration.Error.WriteLine();
        return password.ToString();
    }

    private static int Done(ParseResult asked, string told)
    {
        asked.InvocationConfiguration.Output.WriteLine(Printable.Line(told));
        return (int)Exit.Done;
    }
}
