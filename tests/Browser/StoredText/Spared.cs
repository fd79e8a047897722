namespace Trellis.Browser.StoredText;

/// <summary>Columns of text that nobody can write freely into, each with the reason; whatever is not here gets polyglots.</summary>
internal static class Spared
{
    /// <summary>The reason, then the columns it holds for.</summary>
    private static readonly (string Why, string Columns)[] Reasons =
    [
        ("one of a fixed list of our own words: another word cannot be read back",
            """
            groups_claim.proof groups_claim.state groups_document.sort groups_document.readers groups_document.warned groups_likeness.decision groups_merge_item.kind
            groups_name.kind groups_organisation.kind groups_organisation.status groups_organisation.size_band groups_organisation.cause groups_organisation.reach groups_premises.kind groups_proposed_field.field
            groups_proposed_field.verdict groups_search_words.kind groups_service.kind groups_source_record.matched_by
            ledger_account.kind ledger_programme.kind ledger_recipient.matched_by platform_appointment.role platform_area.kind platform_audit.act platform_audit.record_kind
            platform_area_figure.measure platform_area_figure.period platform_finding.severity platform_import.format platform_source.format platform_invitation.role
            platform_job.name platform_job.outcome platform_lease.name platform_letter.kind platform_letter.state platform_letter_choice.digest platform_one_time_link.purpose
            platform_outbox.type platform_passkey.transports platform_passkey_challenge.purpose platform_session.way platform_file.kind platform_stamp.name platform_consent.purpose
            reports_framework.rhythm reports_framework.sources reports_framework_item.indicator reports_framework_item.unit reports_framework_item.aim reports_framework_item.breakdowns
            support_action.criterion support_action.state support_action.told support_arrival.kind support_arrival.state support_agreed.item support_agreed.said support_answer.item support_answer.said support_answer.then_said
            support_bid.outcome support_booking.size_band support_booking.state support_check_consent.audience support_enquiry.channel support_enquiry.state
            support_enquiry.satisfaction support_enquiry_note.kind support_entry.way support_entry.criterion support_event.kind support_event_price.size_band support_introduction.state
            support_link.state support_peer_help.side support_professional_work.state support_resource.kind support_resource.stage
            """),
        ("a name in addresses, made by the product of letters, digits and hyphens",
            """
            groups_former_slug.slug groups_organisation.slug groups_premises.slug groups_service.slug platform_area.slug platform_place.slug support_event.slug support_topic.key support_resource.key
            support_instrument.key support_booking.certificate
            """),
        ("a hash, a key or what is encrypted: it is compared or decrypted, never shown",
            """
            groups_claim.code_hash groups_confidential_note.sealed_text platform_audit.reason_hash platform_audit.previous platform_audit.hash platform_audit_reason.salt platform_confidential_key.id
            platform_file.sha256 platform_import.sha256 platform_known_device.token_hash platform_one_time_link.token_hash platform_passkey.credential_id platform_passkey.public_key
            platform_passkey_challenge.browser_hash platform_passkey_challenge.state platform_rate.key_hash platform_sealed_key.name platform_sealed_key.sealed platform_session.token_hash
            platform_sign_in_code.code_hash platform_sign_in_code.browser_hash platform_source.sha256 support_arrival.sha256 platform_suppressed.address_hash reports_return.link_hash support_booking.same_as
            support_check_consent.token_hash support_instrument.print support_respondent.token_hash platform_letter.subject platform_letter.body
            """),
        ("a code of the Office for National Statistics or a postcode by which rows are found; whatever is no such code is refused",
            """
            groups_organisation.ward_code groups_organisation.lsoa_code groups_organisation.locality groups_premises.ward_code groups_premises.lsoa_code groups_premises.locality groups_service.ward_code
            groups_service.lsoa_code groups_service.locality groups_tag.code ledger_account.area_code ledger_grant.beneficiary_code platform_area.code platform_area.parent_code platform_area.boundary
            platform_area_figure.area_code platform_place.code platform_place.host platform_postcode.postcode platform_postcode.ward_code platform_postcode.lsoa_code platform_postcode.locality
            """),
        ("a record that the product writes for itself to read", "groups_source_record.said platform_audit.fields platform_schema.name platform_outbox.body platform_source.key platform_waiting_import.said platform_waiting_import.looked reports_frozen.body support_arrival.choices support_instrument.content support_instrument.version"),
        ("the address by which people are found again, and nothing but an address", "platform_person.email platform_sign_in_code.email platform_letter.email platform_unreachable.email platform_one_time_link.email"),
    ];

    public static readonly IReadOnlyDictionary<string, string> All = Reasons
        .SelectMany(reason => reason.Columns.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(column => (column, reason.Why)))
        .ToDictionary(one => one.column, one => one.Why);
}
