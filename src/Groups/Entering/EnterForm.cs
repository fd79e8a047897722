using Trellis.Groups.Contract;
using Trellis.Groups.Editing;

namespace Trellis.Groups.Entering;

/// <summary>A group that is not here yet, as a worker types it.</summary>
internal sealed class EnterForm : EntryForm
{
    /// <summary>A name of <see cref="OrganisationKind"/>; empty where it is not known.</summary>
    public string? Kind { get; set; }

    /// <summary>The code of a ward, where nobody knows a postcode.</summary>
    public string? Ward { get; set; }

    /// <summary>Given with the empty form: whoever presses twice has entered one group.</summary>
    public Guid Ticket { get; set; }

    /// <summary>Those groups that the worker has looked at and that are none of them.</summary>
    public List<Guid> Seen { get; set; } = [];
}
