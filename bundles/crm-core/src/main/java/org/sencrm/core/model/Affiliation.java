package org.sencrm.core.model;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What a contact is in an account; one contact may be something in several. */
@Entity
@Table(name = "CORE_AFFILIATION")
@CrmRecord(name = "affiliations", label = "role", icon = "link")
public class Affiliation extends BaseRecord {

    @CrmField(value = FieldKind.REFERENCE, target = "contacts", listed = true, goesWithTarget = true)
    @Column(name = "CONTACT_ID", nullable = false)
    private Long contact;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "ACCOUNT_ID", nullable = false)
    private Long account;

    @CrmField(searchable = true, listed = true)
    @Column(name = "ROLE", length = 200, nullable = false)
    private String role;

    /** Whether it is the account that stands at the contact; of each contact at most one is. */
    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "IS_PRIMARY")
    private Boolean primary;

    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "FROM_DAY")
    private Date from;

    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "UNTIL_DAY")
    private Date until;
}
