using Trellis.Groups.Editing;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Documents;

/// <summary>A document for the staff of the place too.</summary>
[Requires(GroupRules.SeeDocuments)]
internal sealed class StaffDocumentModel(Here here, FindGroup find, ReadDocument read) : DocumentPage(here, find, read, Readers.Staff);
