using Trellis.Platform.Data;

namespace Trellis.Groups.Record;

/// <summary>What must always hold of groups.</summary>
internal static class GroupsChecks
{
    public static readonly ICheck ListedAreNamed = new NoRows(
        "Every group that is listed is named by a source",
        """
        SELECT 'The group ' || o.name || ' is listed, and neither a list nor a person has said anything of it.' FROM groups_organisation o
        WHERE o.is_listed AND o.merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM groups_source_record r WHERE r.organisation_id = o.id)
        """);
}
