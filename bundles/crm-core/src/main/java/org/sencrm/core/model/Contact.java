package org.sencrm.core.model;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A person whom one talks to. */
@Entity
@Table(name = "CORE_CONTACT")
@CrmRecord(name = "contacts", icon = "user", group = "group.customers", order = 20)
public class Contact extends BaseRecord {

    @CrmField(value = FieldKind.PERSON_NAME, searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "ACCOUNT_ID")
    private Long account;

    /** What the person is there. */
    @CrmField(listed = true)
    @Column(name = "TITLE", length = 200)
    private String title;

    @CrmField(value = FieldKind.PHONE, searchable = true, listed = true)
    @Column(name = "PHONE", length = 50)
    private String phone;

    @CrmField(value = FieldKind.EMAIL, searchable = true, listed = true)
    @Column(name = "EMAIL", length = 254)
    private String email;

    @CrmField(FieldKind.ADDRESS)
    @Column(name = "ADDRESS", length = 1000)
    private String address;

    @CrmField(FieldKind.DATE)
    @Column(name = "BIRTHDAY")
    private Date birthday;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
