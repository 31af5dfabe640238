package org.sencrm.core.webhook;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** An address that is told of changes, as far as its owner may see them. */
@Entity
@Table(name = "CORE_WEBHOOK")
@CrmRecord(
        name = "webhooks",
        icon = "link",
        group = "group.administration",
        order = 60,
        administrative = true,
        proof = true)
public class Webhook extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.URL, searchable = true, listed = true)
    @Column(name = "URL", length = 2000, nullable = false)
    private String url;

    /** Only ever on its way in: what is given here is kept encrypted elsewhere, and the column stays empty. */
    @CrmField
    @Column(name = "SECRET", length = 200)
    private String secret;

    @CrmField(value = FieldKind.DATE_TIME, readOnly = true)
    @Column(name = "SECRET_SET_AT")
    private Timestamp secretSetAt;

    /** Names of record types. */
    @CrmField(value = FieldKind.CHOICES, listed = true)
    @Column(name = "RECORD_TYPES", length = 2000, nullable = false)
    private String types;

    @CrmField(
            value = FieldKind.CHOICES,
            options = {"created:good", "updated:info", "deleted:bad"},
            listed = true)
    @Column(name = "EVENTS", length = 100, nullable = false)
    private String events;

    /** RSQL that a record has to fit. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "RECORD_FILTER", length = 4000)
    private String filter;

    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "ACTIVE")
    private Boolean active;

    /** Why it was switched off, where nobody did that. */
    @CrmField(readOnly = true, listed = true)
    @Column(name = "PROBLEM", length = 500)
    private String problem;
}
