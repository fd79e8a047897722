namespace Trellis.Groups.Intake;

/// <summary>A service or building as a row gives it, ready to be kept.</summary>
/// <param name="Key">What tells it apart in its source.</param>
/// <param name="Said">The statement as JSON.</param>
/// <param name="OrganisationId">Who offers or owns it.</param>
/// <param name="Own">The columns that only this kind of thing has.</param>
internal sealed record Thing(string Key, string Said, string Name, string Kind, Guid? OrganisationId, Whereabouts At, IReadOnlyList<(string Column, object? Value)> Own);

/// <summary>Where a thing is, as the row gives it.</summary>
/// <param name="MayBeHome">Only the postcode district may be shown.</param>
internal sealed record Whereabouts(string? Address, string? Postcode, int? LatitudeMicro, int? LongitudeMicro, bool MayBeHome = false);
