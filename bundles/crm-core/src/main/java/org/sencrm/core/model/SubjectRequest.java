package org.sencrm.core.model;

import java.sql.Date;
import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What a person asks about their data, and the certificate of what was done. */
@Entity
@Table(name = "CORE_SUBJECT_REQUEST")
@CrmRecord(
        name = "subjectrequests",
        icon = "note",
        group = "group.privacy",
        order = 20,
        board = "state",
        administrative = true,
        keptBecause = "privacy.keptBecause.proof")
public class SubjectRequest extends BaseRecord {

    /** The kind and the day on which it came. */
    @CrmField(readOnly = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "*", listed = true)
    @Column(name = "PERSON_ID", nullable = false)
    private Long person;

    @Column(name = "PERSON_TYPE", length = 60, nullable = false)
    private String personType;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"access", "erase", "correct", "object"},
            listed = true)
    @Column(name = "KIND", length = 20, nullable = false)
    private String kind;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"open:info", "done:good", "refused:warn"},
            listed = true)
    @Column(name = "STATE", length = 20, nullable = false)
    private String state;

    /** Today unless somebody says otherwise. */
    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "RECEIVED_ON", nullable = false)
    private Date receivedOn;

    /** Thirty days later unless somebody says otherwise. */
    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "DUE_ON", nullable = false)
    private Date dueOn;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 4000)
    private String note;

    @CrmField(value = FieldKind.DATE_TIME, readOnly = true, section = "certificate")
    @Column(name = "ERASED_AT")
    private Timestamp erasedAt;

    /** What went and what stays and why, without any word about the person. */
    @CrmField(value = FieldKind.LONG_TEXT, readOnly = true, section = "certificate")
    @Column(name = "CERTIFICATE", length = 10000)
    private String certificate;

    /** Number of the entry of the audit trail. */
    @CrmField(readOnly = true, section = "certificate")
    @Column(name = "AUDIT_ENTRY", length = 20)
    private String auditEntry;
}
