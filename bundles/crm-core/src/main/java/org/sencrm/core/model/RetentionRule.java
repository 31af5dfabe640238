package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** For how long records of a type are kept. */
@Entity
@Table(name = "CORE_RETENTION_RULE")
@CrmRecord(
        name = "retentionrules",
        icon = "calendar",
        group = "group.privacy",
        order = 40,
        administrative = true,
        proof = true)
public class RetentionRule extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** Name of the record type. */
    @CrmField(value = FieldKind.CHOICE, listed = true)
    @Column(name = "RECORD_TYPE", length = 60, nullable = false)
    private String subject;

    /** Name of the field from whose day it counts; null for the last change. */
    @CrmField(listed = true)
    @Column(name = "DATE_FIELD", length = 60)
    private String dateField;

    @CrmField(value = FieldKind.NUMBER, listed = true)
    @Column(name = "MONTHS", nullable = false)
    private Integer months;

    /** RSQL; null for all records of the type. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "FILTER", length = 4000)
    private String filter;

    /** How many records go in one night at most. */
    @CrmField(FieldKind.NUMBER)
    @Column(name = "MOST_A_NIGHT", nullable = false)
    private Integer mostANight;

    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "ACTIVE")
    private Boolean active;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 4000)
    private String note;
}
