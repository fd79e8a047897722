using Trellis.Platform.Exchange;

namespace Trellis.Support.Taking;

/// <summary>Contacts of groups as they are taken along, with headings that bringing in knows again.</summary>
internal static class ContactsTaken
{
    public static readonly TakenTable Contacts = new(
        "contacts", "Whom to turn to in the groups, a row for each",
        """
        SELECT replace(o.name, ';', ','), o.postcode, contact.name, contact.role, contact.email, contact.telephone, contact.reach, contact.left_at, contact.written_at, file.file_name, contact.id
        FROM support_contact contact JOIN groups_organisation o ON o.id = contact.organisation_id LEFT JOIN support_arrival file ON file.id = contact.import_id
        WHERE contact.place_id = @place ORDER BY o.name, contact.name, contact.id
        """,
        new("Group"), new("Group postcode"), new("Name"), new("Role"), new("Email"), new("Telephone"), new("How they are reached best"), new("Until", Holds.Instant), new("Written down", Holds.Instant), new("Brought in from"), new("Contact", Holds.Id));
}
