package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Somebody who works with the product. The team of the record is the team the person belongs to. */
@Entity
@Table(name = "CORE_USER")
@CrmRecord(
        name = "users",
        icon = "user",
        group = "group.administration",
        order = 10,
        administrative = true,
        proof = true)
public class User extends BaseRecord {

    @CrmField(value = FieldKind.PERSON_NAME, searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** With which the person signs in: lower case. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "USER_NAME", length = 100, nullable = false, unique = true)
    private String userName;

    @CrmField(value = FieldKind.EMAIL, searchable = true, listed = true)
    @Column(name = "EMAIL", length = 254)
    private String email;

    @CrmField(value = FieldKind.PHONE, searchable = true)
    @Column(name = "PHONE", length = 50)
    private String phone;

    /** Further teams beside the record's own. */
    @CrmField(value = FieldKind.REFERENCES, target = "teams")
    @Column(name = "TEAM_IDS", length = 2000)
    private String teams;

    @CrmField(value = FieldKind.REFERENCES, target = "roles", listed = true)
    @Column(name = "ROLE_IDS", length = 2000)
    private String roles;

    /** Who is not active cannot sign in. */
    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "ACTIVE")
    private Boolean active;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"staff", "partner:info", "customer:info"},
            listed = true)
    @Column(name = "KIND", length = 20)
    private String kind;

    /** The company of a partner or a customer; null for staff. */
    @CrmField(value = FieldKind.REFERENCE, target = "accounts")
    @Column(name = "ACCOUNT_ID")
    private Long account;
}
