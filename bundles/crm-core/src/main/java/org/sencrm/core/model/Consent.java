package org.sencrm.core.model;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What a person said to a purpose, once: yes, or no more. Nobody changes it afterwards. */
@Entity
@Table(name = "CORE_CONSENT")
@CrmRecord(
        name = "consents",
        icon = "check",
        group = "group.privacy",
        order = 10,
        keptBecause = "privacy.keptBecause.proof")
public class Consent extends BaseRecord {

    /** The purpose and what was said to it. */
    @CrmField(readOnly = true, listed = true)
    @Column(name = "NAME", length = 300, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "*", listed = true)
    @Column(name = "PERSON_ID", nullable = false)
    private Long person;

    @Column(name = "PERSON_TYPE", length = 60, nullable = false)
    private String personType;

    @CrmField(
            value = FieldKind.CHOICE,
            list = "purposes",
            options = {"newsletter", "offers", "events", "research", "profiling"},
            listed = true)
    @Column(name = "PURPOSE", length = 200, nullable = false)
    private String purpose;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"given:good", "withdrawn:bad"},
            listed = true)
    @Column(name = "STATE", length = 20, nullable = false)
    private String state;

    /** The only one that is meant; empty for all of them. */
    @CrmField(
            value = FieldKind.CHOICE,
            options = {"email", "sms", "phone", "zalo", "post"},
            listed = true)
    @Column(name = "CHANNEL", length = 20)
    private String channel;

    /** Now unless somebody says otherwise. */
    @CrmField(value = FieldKind.DATE_TIME, listed = true)
    @Column(name = "STATED_AT", nullable = false)
    private Timestamp statedAt;

    /** How it reached the company. */
    @CrmField(
            value = FieldKind.CHOICE,
            list = "consentorigins",
            options = {"form", "paper", "conversation", "email", "contract"},
            listed = true)
    @Column(name = "ORIGIN", length = 200)
    private String origin;

    /** Of the text to which the person said yes. */
    @CrmField
    @Column(name = "TEXT_VERSION", length = 50)
    private String textVersion;

    /** What shows that the person said it; files may hang at the record. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "PROOF", length = 4000)
    private String proof;
}
