using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>Somebody made up, as whom a visitor of the demo can look at the place.</summary>
/// <param name="Key">In addresses and in the made-up mailbox.</param>
/// <param name="Does">What there is to try as this person, in one sentence.</param>
/// <param name="Role">Null for a person with no role.</param>
public sealed record SamplePerson(string Key, string Name, string Does, Role? Role)
{
    /// <summary>Makes what the role is held in, and gives back its id; null where it is held in the place.</summary>
    public Func<IServiceProvider, Place, CancellationToken, Task<Guid>>? Scope { get; init; }

    /// <summary>At a domain that no mail ever reaches (RFC 2606).</summary>
    public string Email => Key + "@trellis.example";

    internal static readonly SamplePerson[] Staff =
    [
        new("amina", "Amina Yusuf", "Invites people and gives them their roles", Access.Role.Administrator),
        new("david", "David Okafor", "Leads the infrastructure organisation and sees the whole caseload", Access.Role.Manager),
        new("sian", "Siân Hughes", "Supports forty groups and keeps their entries true", Access.Role.SupportWorker),
        new("priya", "Priya Shah", "Reads what the staff read and changes nothing", Access.Role.Viewer),
        new("grace", "Grace Adeyemi", "Reads and writes confidential notes, once the administrator has opened them", Access.Role.Confidant),
        new("tom", "Tom Barlow", "Has an account and no role, as most residents would", null),
    ];
}
