namespace Trellis.Browser.StoredText;

/// <summary>Rows of tables that the forms do not reach here: they need a second person at the right moment, a device, or an outside site.</summary>
internal static class Rows
{
    public static readonly string[] Inserts =
    [
        "INSERT INTO groups_mailing SELECT id, place_id, id, name, 'x', 'x', NULL, made_at, 1, 0, 0, 0, 1 FROM groups_list WHERE NOT EXISTS (SELECT 1 FROM groups_mailing) LIMIT 2",
        "INSERT INTO groups_merge SELECT a.id, a.place_id, a.id, (SELECT min(b.id) FROM groups_organisation b WHERE b.id <> a.id), '2026-01-01 10:00:00', 'x', 'x', NULL, NULL FROM groups_organisation a ORDER BY a.rowid DESC LIMIT 4",
        "INSERT INTO groups_search_miss SELECT id, date('now', '-' || n || ' day'), 'x' || n, 20 FROM platform_place CROSS JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3)",
        "INSERT INTO groups_search_words SELECT id, place_id, 'Synonyms', 'x' || rowid FROM groups_organisation LIMIT 3",
        "INSERT INTO ledger_grant_elsewhere SELECT id, intake_id, row, 'x' FROM ledger_grant LIMIT 3",
        "INSERT INTO platform_outside_identity SELECT id, id, 'https://hit.example/' || rowid, 'x', created_at FROM platform_person",
        "INSERT INTO platform_passkey SELECT id, id, 'x' || rowid, 'x', 'x', created_at, created_at, 1, '', 1, 1, 1 FROM platform_person",
        """
        INSERT INTO platform_waiting_import SELECT id, id, 'x', '{"Key":"own-x","Title":"<b>x","Publisher":"<b>x","Licence":"<b>x","Mapping":{}}',
            '{"Format":"group-list","Columns":[{"Heading":"<b>x","Field":"name","Samples":["<script>hit()</script>"]}],"Rows":{"In":1,"New":1},"FindingCount":0,"Findings":[]}', '2026-11-01 10:00:00', NULL, 1 FROM platform_place
        """,
        "INSERT INTO platform_waiting_content SELECT id, CAST('Name' AS blob), '2026-11-01 10:00:00' FROM platform_place",
        "INSERT INTO support_arrival SELECT id, id, 'History', 'x', 'x', '{}', 'BroughtIn', '2026-11-01 10:00:00', NULL, '2026-11-01 10:00:00', 3, 1, NULL, 0, 1 FROM platform_place",
        "INSERT INTO support_booking SELECT id, place_id, id, 1000, 'x', 'x', 'x', 'x', NULL, NULL, 0, NULL, 'Booked', planned_at, NULL, NULL, NULL, NULL, 'ABCD' || rowid, 3, 'x', 1 FROM support_event",
        "INSERT INTO support_introduction SELECT a.id, a.place_id, a.organisation_id, (SELECT id FROM groups_organisation o WHERE o.id <> a.organisation_id LIMIT 1), a.topic_id, 'x', NULL, 'Asked', a.written_at, NULL, NULL, NULL, 5, 1 FROM support_peer_help a",
        "INSERT INTO support_link SELECT id, 'x', 'Broken', 'x', '2026-11-01 10:00:00' FROM support_resource",
        "INSERT INTO support_professional SELECT id, place_id, 'x', 'x', 'x', topic_id, 5, '2026-01-01', '2030-01-01', '2026-01-01 10:00:00', 1 FROM support_professional_work WHERE NOT EXISTS (SELECT 1 FROM support_professional)",
        "INSERT INTO reports_story SELECT id, place_id, id, 'x', 'x', '2026-11-01 10:00:00', NULL, 'x', '2026-11-01', 'x', NULL, 1 FROM groups_organisation WHERE name LIKE '%made up%' AND NOT EXISTS (SELECT 1 FROM reports_story) LIMIT 3",
    ];
}
