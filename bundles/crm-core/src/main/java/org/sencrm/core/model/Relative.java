package org.sencrm.core.model;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Somebody of a contact's family, who may be a contact too. */
@Entity
@Table(name = "CORE_RELATIVE")
@CrmRecord(name = "relatives", icon = "users")
public class Relative extends BaseRecord {

    @CrmField(value = FieldKind.PERSON_NAME, searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** Whose relative it is. */
    @CrmField(value = FieldKind.REFERENCE, target = "contacts", listed = true, goesWithTarget = true)
    @Column(name = "CONTACT_ID", nullable = false)
    private Long contact;

    /** What the person is to the contact. */
    @CrmField(
            value = FieldKind.CHOICE,
            options = {"spouse", "child", "parent", "sibling", "grandparent", "grandchild", "other"},
            listed = true)
    @Column(name = "RELATION", length = 20, nullable = false)
    private String relation;

    /** The same person as a contact. */
    @CrmField(value = FieldKind.REFERENCE, target = "contacts")
    @Column(name = "PERSON_ID")
    private Long person;

    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "BIRTHDAY")
    private Date birthday;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
