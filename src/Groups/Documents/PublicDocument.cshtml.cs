using Microsoft.AspNetCore.Authorization;
using Trellis.Groups.Editing;
using Trellis.Platform.Places;

namespace Trellis.Groups.Documents;

/// <summary>A document for everybody.</summary>
[AllowAnonymous]
internal sealed class PublicDocumentModel(Here here, FindGroup find, ReadDocument read) : DocumentPage(here, find, read, Readers.Everybody);
