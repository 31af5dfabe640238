package org.sencrm.core.model;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Praise, criticism or a wish of a customer, each by itself, so that they can be counted. */
@Entity
@Table(name = "CORE_FEEDBACK")
@CrmRecord(name = "feedback", icon = "note", group = "group.customers", order = 40, board = "kind")
public class Feedback extends BaseRecord {

    /** What they said, in one line. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 300, nullable = false)
    private String name;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"praise:good", "criticism:bad", "wish:info"},
            listed = true)
    @Column(name = "KIND", length = 20, nullable = false)
    private String kind;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "ACCOUNT_ID")
    private Long account;

    @CrmField(value = FieldKind.REFERENCE, target = "contacts", listed = true)
    @Column(name = "CONTACT_ID")
    private Long contact;

    @CrmField(value = FieldKind.REFERENCE, target = "products", listed = true)
    @Column(name = "PRODUCT_ID")
    private Long product;

    /** Today unless somebody says otherwise. */
    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "HEARD_ON")
    private Date heardOn;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
