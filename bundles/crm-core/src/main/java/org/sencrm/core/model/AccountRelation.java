package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What one account is to another: its partner, competitor, supplier. */
@Entity
@Table(name = "CORE_ACCOUNT_RELATION")
@CrmRecord(name = "accountrelations", icon = "link")
public class AccountRelation extends BaseRecord {

    /** The kind in words unless somebody says more. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "ACCOUNT_ID", nullable = false)
    private Long account;

    /** What the other account is to this one. */
    @CrmField(
            value = FieldKind.CHOICE,
            options = {"partner:good", "customer:good", "supplier:info", "distributor:info", "competitor:warn", "owner"
            },
            listed = true)
    @Column(name = "KIND", length = 20, nullable = false)
    private String kind;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "OTHER_ID", nullable = false)
    private Long other;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
