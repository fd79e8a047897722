using Trellis.Standards.Organisations;

namespace Trellis.Standards.Registers;

/// <summary>A cell that could not be read: its heading, what it holds, and why not.</summary>
public sealed record RegisterFault(string Heading, string? Value, string Sentence);

/// <summary>One body as a register has it: a charity, a company, a sports club. What a register does not say is null.</summary>
public sealed record RegisteredBody
{
    /// <summary>Its identifier in this register; null where the row has none that can be read (see <see cref="Faults"/>).</summary>
    public OrgId? Id { get; init; }

    /// <summary>Its number at Companies House where the register knows it.</summary>
    public OrgId? Company { get; init; }

    /// <summary>Its name, as the register writes it (often in capitals).</summary>
    public string? Name { get; init; }

    /// <summary>A name it is also known as, in registers that keep one in the same row.</summary>
    public string? KnownAs { get; init; }

    /// <summary>The register's word for its legal form, as in Charitable company.</summary>
    public string? LegalForm { get; init; }

    /// <summary>The register's word for whether it is still there, as in Registered, Removed, Active, Dissolved.</summary>
    public string? Status { get; init; }

    /// <summary>What it does, in its own words.</summary>
    public string? Activities { get; init; }

    /// <summary>The day it was registered; for a company, incorporated.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>The day it was removed from the register; for a company, dissolved.</summary>
    public DateOnly? RemovedOn { get; init; }

    /// <summary>The lines of its address, most exact first, without the postcode.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>As in M33 7AB.</summary>
    public string? Postcode { get; init; }

    /// <summary>With its https://, where the register leaves that out.</summary>
    public string? Website { get; init; }

    /// <summary>Its public e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Its public telephone number, as in 0161 912 2000.</summary>
    public string? Telephone { get; init; }

    /// <summary>Income of the latest year, in pence.</summary>
    public long? IncomePence { get; init; }

    /// <summary>Spending of the latest year, in pence.</summary>
    public long? SpendingPence { get; init; }

    /// <summary>The last day of that year.</summary>
    public DateOnly? YearEnd { get; init; }

    /// <summary>What of the row could not be read.</summary>
    public IReadOnlyList<RegisterFault> Faults { get; init; } = [];
}

/// <summary>Another name of a registered body, from the Charity Commission's table charity_other_names.</summary>
/// <param name="Id">Whose name it is; null where the number cannot be read.</param>
/// <param name="Name">The name, as the register writes it (often in capitals).</param>
/// <param name="IsFormer">True for a previous name, false for a working name.</param>
/// <param name="NameId">The register's number of the name.</param>
public sealed record OtherName(OrgId? Id, string? Name, bool IsFormer, string? NameId);
