using System.Collections.Frozen;

namespace Trellis.Platform.Access;

/// <summary>Who may do one kind of thing. Written once, beside the part it guards; printed at /about/access.</summary>
/// <param name="Name">By which pages and endpoints ask for it, as in edit-group.</param>
/// <param name="What">What may be done, in words for everybody: "Edit a group's entry".</param>
/// <param name="Who">The roles that may, each in its own place, organisation or fund only.</param>
public sealed record Rule(string Name, string What, params IReadOnlyList<Role> Who)
{
    /// <summary>Everybody who is signed in may, since it concerns only themselves.</summary>
    public bool IsOwn { get; init; }

    /// <summary>It shows or changes what belongs to all places: where there are several, the roles of one of them do not count.</summary>
    public bool IsOfInstallation { get; init; }
}

/// <summary>All rules of all parts.</summary>
public sealed class RuleBook(IEnumerable<Rule> rules)
{
    private readonly FrozenDictionary<string, Rule> byName = rules.ToFrozenDictionary(rule => rule.Name);

    public IEnumerable<Rule> All => byName.Values.OrderBy(rule => rule.Name, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">No part has a rule of this name.</exception>
    public Rule this[string name] => byName.GetValueOrDefault(name) ?? throw new InvalidOperationException($"No part has a rule named {name}.");
}
