package org.sencrm.core.model;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A call, meeting, task, e-mail or note: done where it has a time of completion, else planned. */
@Entity
@Table(name = "CORE_ACTIVITY")
@CrmRecord(name = "activities", icon = "check", group = "group.customers", order = 30)
public class Activity extends BaseRecord {

    /** The subject. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 300, nullable = false)
    private String name;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"call", "meeting", "task", "email", "note"},
            listed = true)
    @Column(name = "KIND", length = 20)
    private String kind;

    /** The record that it concerns. */
    @CrmField(value = FieldKind.REFERENCE, target = "*", listed = true, goesWithTarget = true)
    @Column(name = "REGARDING_ID")
    private Long regarding;

    @Column(name = "REGARDING_TYPE", length = 60)
    private String regardingType;

    @CrmField(value = FieldKind.REFERENCE, target = "contacts", listed = true)
    @Column(name = "CONTACT_ID")
    private Long contact;

    @CrmField(value = FieldKind.DATE_TIME, listed = true)
    @Column(name = "DUE_AT")
    private Timestamp dueAt;

    @CrmField(value = FieldKind.DATE_TIME, listed = true)
    @Column(name = "DONE_AT")
    private Timestamp doneAt;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
