using Trellis.Groups.Editing;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Documents;

/// <summary>A document for the group’s own people.</summary>
[Requires(GroupRules.ReadOwnDocuments)]
internal sealed class OwnDocumentModel(Here here, FindGroup find, ReadDocument read) : DocumentPage(here, find, read, Readers.Own);
