package org.sencrm.core.automation;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Something that happens by itself, with the rights of its owner. */
@Entity
@Table(name = "CORE_AUTOMATION")
@CrmRecord(
        name = "automations",
        icon = "star",
        group = "group.administration",
        order = 55,
        administrative = true,
        proof = true)
public class Automation extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** Name of the record type that it is about. */
    @CrmField(value = FieldKind.CHOICE, listed = true)
    @Column(name = "SUBJECT_TYPE", length = 60, nullable = false)
    private String subject;

    @CrmField(value = FieldKind.CHOICE, listed = true)
    @Column(name = "TRIGGER_CODE", length = 60, nullable = false)
    private String trigger;

    /** Of a change: only where this field changed. */
    @CrmField
    @Column(name = "CHANGED_FIELD", length = 60)
    private String changedField;

    /** RSQL that a record has to fit. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "RECORD_FILTER", length = 4000)
    private String condition;

    @CrmField(value = FieldKind.CHOICE, listed = true)
    @Column(name = "ACTION_CODE", length = 60, nullable = false)
    private String action;

    /** A JSON object. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "PARAMETERS", length = 8000)
    private String parameters;

    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "ACTIVE")
    private Boolean active;
}
