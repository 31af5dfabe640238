package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What those who work here agree to; what it says are its versions. */
@Entity
@Table(name = "CORE_POLICY")
@CrmRecord(
        name = "policies",
        icon = "shield",
        group = "group.privacy",
        order = 30,
        administrative = true,
        proof = true,
        keptBecause = "privacy.keptBecause.proof")
public class Policy extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** For whom it is: those with one of these roles; empty for everybody who works here. */
    @CrmField(value = FieldKind.REFERENCES, target = "roles", listed = true)
    @Column(name = "ROLE_IDS", length = 2000)
    private String roles;

    /** Names of the record types that it is about. */
    @CrmField(value = FieldKind.CHOICES, listed = true)
    @Column(name = "ABOUT", length = 4000)
    private String about;

    /** Which fields and which work it is about, in words. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 4000)
    private String note;
}
