package org.sencrm.core.model;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A day in the life of a customer: a wedding, a birth, an anniversary. */
@Entity
@Table(name = "CORE_PERSONAL_EVENT")
@CrmRecord(name = "personalevents", icon = "calendar", group = "group.customers", order = 50)
public class PersonalEvent extends BaseRecord {

    /** The kind and whose it is unless somebody says otherwise. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"birthday", "wedding", "childBorn", "anniversary", "graduation", "newHome", "newJob", "other"},
            listed = true)
    @Column(name = "KIND", length = 20, nullable = false)
    private String kind;

    @CrmField(value = FieldKind.REFERENCE, target = "contacts", listed = true, goesWithTarget = true)
    @Column(name = "CONTACT_ID", nullable = false)
    private Long contact;

    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "HAPPENS_ON", nullable = false)
    private Date date;

    /** Whether it comes back each year. */
    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "YEARLY")
    private Boolean yearly;

    /** The next time; empty once it is over for good. */
    @CrmField(
            value = FieldKind.DATE,
            readOnly = true,
            listed = true,
            derivedFrom = {"date", "yearly"})
    @Column(name = "NEXT_ON")
    private Date nextOn;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
