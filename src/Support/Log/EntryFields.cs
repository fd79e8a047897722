using Trellis.Groups.Contract;
using Trellis.Platform.Web.Components;

namespace Trellis.Support.Log;

/// <summary>What the form of an entry shows, new or to be corrected.</summary>
/// <param name="Overlaps">Whether it asks if two sessions at the same time are right.</param>
internal sealed record EntryFields(EntryForm Form, IReadOnlyList<OrganisationSummary> Groups, IReadOnlyList<Choice> Topics, IReadOnlyList<Choice> Ways, bool Overlaps);
