using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>Who or what mentions name, over the whole ledger.</summary>
/// <param name="Id">16 hex digits.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">The wording shown.</param>
/// <param name="Variants">Every wording found, in ordinal order.</param>
/// <param name="Roles">What articles say it is (<c>porte-parole du Pentagone</c>), with where.</param>
/// <param name="Mentions">Where it is named.</param>
public sealed record Entity(
    string Id, NameType Type, string Name, ImmutableArray<string> Variants, ImmutableArray<Role> Roles, ImmutableArray<Passage> Mentions);

/// <summary>A role that articles give an entity.</summary>
public sealed record Role(string Text, ImmutableArray<Passage> Passages);
