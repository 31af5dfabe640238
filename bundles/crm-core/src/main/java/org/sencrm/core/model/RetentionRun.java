package org.sencrm.core.model;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What a rule did in one night, without a word about the records. Written by the core alone, and changed by nobody. */
@Entity
@Table(name = "CORE_RETENTION_RUN")
@CrmRecord(name = "retentionruns", icon = "list", administrative = true, keptBecause = "privacy.keptBecause.proof")
public class RetentionRun extends BaseRecord {

    /** The rule and the day. */
    @CrmField(readOnly = true, listed = true)
    @Column(name = "NAME", length = 250, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "retentionrules", listed = true)
    @Column(name = "RULE_ID", nullable = false)
    private Long rule;

    @CrmField(value = FieldKind.DATE_TIME, listed = true)
    @Column(name = "RAN_AT", nullable = false)
    private Timestamp ranAt;

    @CrmField(value = FieldKind.NUMBER, listed = true)
    @Column(name = "TRASHED", nullable = false)
    private Integer trashed;

    @CrmField(value = FieldKind.NUMBER, listed = true)
    @Column(name = "PURGED", nullable = false)
    private Integer purged;

    @CrmField(value = FieldKind.NUMBER, listed = true)
    @Column(name = "ERASED", nullable = false)
    private Integer erased;

    @CrmField(value = FieldKind.NUMBER, listed = true)
    @Column(name = "KEPT", nullable = false)
    private Integer kept;

    /** Each reason and how many records. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "REASONS", length = 4000)
    private String reasons;

    /** SHA-256 of the types and ids of the records and what became of each. */
    @CrmField
    @Column(name = "DIGEST", length = 64, nullable = false)
    private String digest;
}
