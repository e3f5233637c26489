namespace Recoupe.Desk.Accounts;

/// <summary>Somebody who may come to a desk that others reach.</summary>
/// <param name="Name">The name that decisions stand under.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Password">The password as <see cref="Passwords"/> keeps it: salted, hashed, of no use to whoever reads it.</param>
public sealed record Account(string Name, AccountRole Role, string Password);
