namespace Trellis.Platform.Access;

/// <summary>What a person is, somewhere. A person can hold many.</summary>
public enum Role
{
    /// <summary>Keeps the installation running: backups, jobs, mail.</summary>
    Operator,
    Administrator,
    Manager,
    SupportWorker,
    Viewer,

    /// <summary>May read what is confidential. Given to named people one by one; no other role brings it along.</summary>
    Confidant,

    /// <summary>Speaks for an organisation and keeps its entry true.</summary>
    Lead,
    Member,
    FundOwner,
    Assessor,
    PanelMember,
}

/// <summary>In what a role is held.</summary>
public enum RoleScope
{
    Installation,
    Place,
    Organisation,
    Fund,
}

public static class Roles
{
    public static RoleScope Scope(this Role role) => role switch
    {
        Role.Operator => RoleScope.Installation,
        Role.Administrator or Role.Manager or Role.SupportWorker or Role.Viewer or Role.Confidant => RoleScope.Place,
        Role.Lead or Role.Member => RoleScope.Organisation,
        _ => RoleScope.Fund,
    };

    public static string Title(this Role role) => role switch
    {
        Role.Operator => "Operator of this installation",
        Role.Administrator => "Place administrator",
        Role.Manager => "Manager",
        Role.SupportWorker => "Support worker",
        Role.Viewer => "Viewer",
        Role.Confidant => "Confidant",
        Role.Lead => "Lead of the group",
        Role.Member => "Member of the group",
        Role.FundOwner => "Owner of the fund",
        Role.Assessor => "Assessor",
        _ => "Panel member",
    };

    /// <summary>What somebody with the role does, for those who choose one.</summary>
    public static string Does(this Role role) => role switch
    {
        Role.Operator => "Keeps the installation running: backups, jobs, mail",
        Role.Administrator => "Invites people, gives and ends their roles",
        Role.Manager => "Leads the infrastructure organisation and answers its funders",
        Role.SupportWorker => "Supports groups and keeps their entries true",
        Role.Viewer => "Reads what the staff read and changes nothing",
        Role.Confidant => "Reads and writes confidential notes, each reading noted",
        Role.Lead => "Speaks for the group, keeps its entry true, invites others",
        Role.Member => "Belongs to the group and works on its things",
        Role.FundOwner => "Runs the fund",
        Role.Assessor => "Scores what they are given",
        _ => "Decides with the others of the panel",
    };

    /// <summary>Roles of the staff: what they see is worth more to a thief, so their sessions are shorter.</summary>
    public static bool IsStaff(this Role role) => role.Scope() is RoleScope.Installation or RoleScope.Place;
}
