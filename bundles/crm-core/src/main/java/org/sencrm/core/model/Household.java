package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** People who live and buy together. */
@Entity
@Table(name = "CORE_HOUSEHOLD")
@CrmRecord(name = "households", icon = "home", group = "group.customers", order = 55)
public class Household extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.PHONE, searchable = true, listed = true)
    @Column(name = "PHONE", length = 50)
    private String phone;

    @CrmField(value = FieldKind.ADDRESS, searchable = true, listed = true)
    @Column(name = "ADDRESS", length = 1000)
    private String address;

    /** Who decides on what the household buys. */
    @CrmField(value = FieldKind.REFERENCE, target = "contacts", listed = true)
    @Column(name = "DECIDER_ID")
    private Long decider;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
