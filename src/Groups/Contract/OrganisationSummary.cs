using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Contract;

/// <summary>What other modules may know of an organisation, to join their own records to it.</summary>
public sealed record OrganisationSummary
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    /// <summary>The ICNPTSO class of its main cause, as in A21; null where unknown.</summary>
    public string? Cause { get; init; }

    public string? WardCode { get; init; }

    public string? LsoaCode { get; init; }

    public string? Locality { get; init; }

    public required SizeBand SizeBand { get; init; }

    public string? Postcode { get; init; }

    /// <summary>False for bodies that are known only as funders or payers, for those that were removed, and for those merged into another.</summary>
    public required bool IsListed { get; init; }

    /// <summary>The number of the stamp "groups" at its latest change.</summary>
    public required long Changed { get; init; }
}

public static class OrganisationDoor
{
    /// <summary>Every organisation of the place, listed or not.</summary>
    public static IQueryable<OrganisationSummary> AllOrganisations(this Db db, Guid placeId) =>
        db.Organisations(placeId).Select(organisation => new OrganisationSummary
        {
            Id = organisation.Id,
            PlaceId = organisation.PlaceId,
            Slug = organisation.Slug,
            Name = organisation.Name,
            Kind = organisation.Kind,
            Cause = organisation.Cause,
            WardCode = organisation.WardCode,
            LsoaCode = organisation.LsoaCode,
            Locality = organisation.Locality,
            SizeBand = organisation.SizeBand,
            Postcode = organisation.Postcode,
            IsListed = organisation.IsListed,
            Changed = organisation.Changed,
        });

    /// <summary>The organisations that the place's directory shows.</summary>
    public static IQueryable<OrganisationSummary> ListedOrganisations(this Db db, Guid placeId) =>
        db.AllOrganisations(placeId).Where(organisation => organisation.IsListed);

    /// <summary>The organisation whose page has this address, listed or not; null where the place has none there, or it has become part of another.</summary>
    public static Task<OrganisationSummary?> OrganisationAt(this Db db, Guid placeId, string slug, CancellationToken stop) =>
        db.AllOrganisations(placeId).FirstOrDefaultAsync(one => one.Slug == slug && db.Organisations(placeId).Any(own => own.Id == one.Id && own.MergedIntoId == null), stop);
}
