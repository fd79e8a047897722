using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Access;

/// <summary>The rules of Platform's own pages.</summary>
public static class AccessRules
{
    public const string OwnAccount = "own-account";
    public const string ManagePeople = "manage-people";
    public const string HandlePrivacy = "handle-privacy";
    public const string ManageGroupPeople = "manage-group-people";
    public const string SeeHistory = "see-history";
    public const string RunInstallation = "run-installation";

    internal static readonly Rule[] All =
    [
        new(OwnAccount, "See and change your own account, your sessions and your passkeys") { IsOwn = true },
        new(ManagePeople, "Invite people to the place, give and end their roles", Role.Administrator),
        new(HandlePrivacy, "Answer people who ask what is kept of them, and erase them; see how long things are kept", Role.Administrator),
        new(SeeHistory, "Read what somebody of the place did here, and what was done to their roles", Role.Administrator),
        new(ManageGroupPeople, "Invite people to a group, end their roles in it", Role.Administrator, Role.Lead),
        new(RunInstallation, "See how the installation runs: jobs, mail, storage", Role.Operator, Role.Administrator) { IsOfInstallation = true },
    ];

    /// <summary>Adds a part's rules to the book.</summary>
    public static void AddRules(this IServiceCollection services, params IReadOnlyList<Rule> rules)
    {
        foreach (var rule in rules)
        {
            services.AddSingleton(rule);
        }
    }
}
