package org.sencrm.tokenkey;

import java.math.BigDecimal;
import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A key that the company gave out, or that somebody set up for themselves. */
@Entity
@Table(name = "TOKEN_KEY_KEY")
@CrmRecord(name = "tokenkeys", icon = "shield", group = "group.administration", order = 40, administrative = true)
public class TokenKey extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(searchable = true, listed = true)
    @Column(name = "SERIAL", length = 100, unique = true)
    private String serial;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {WebAuthn.WORD, X509.WORD, Totp.WORD})
    @Column(name = "KIND", length = 40, nullable = false)
    private String kind;

    /** Who signs in with it. Not the owner of the record: that is who looks after it. */
    @CrmField(value = FieldKind.REFERENCE, target = "users", listed = true)
    @Column(name = "HOLDER_ID")
    private Long holder;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"issued:info", "assigned:warn", "active:good", "revoked:bad", "lost:bad", "replaced"},
            listed = true)
    @Column(name = "STATE", length = 20, nullable = false)
    private String state;

    /** Why it ended. */
    @CrmField
    @Column(name = "REASON", length = 500)
    private String reason;

    @CrmField(value = FieldKind.DATE_TIME, readOnly = true, listed = true)
    @Column(name = "LAST_USED_AT")
    private Timestamp lastUsedAt;

    /** When it ends by itself, as a certificate does. */
    @CrmField(value = FieldKind.DATE_TIME, readOnly = true)
    @Column(name = "VALID_UNTIL")
    private Timestamp validUntil;

    /** Whose certificate it is, and whose authority stands for it. */
    @CrmField(value = FieldKind.LONG_TEXT, readOnly = true)
    @Column(name = "CERTIFICATE", length = 2000)
    private String certificate;

    /** None for a key that somebody set up with an app of their own. */
    @CrmField(value = FieldKind.MONEY, listed = true)
    @Column(name = "COST", precision = 23, scale = 4)
    private BigDecimal cost;

    @Column(name = "COST_CURRENCY", length = 3)
    private String costCurrency;

    @CrmField(value = FieldKind.REFERENCE, target = "tokenkeys")
    @Column(name = "REPLACED_BY_ID")
    private Long replacedBy;

    /** Id of the second factor with which it signs in. */
    @CrmField(readOnly = true)
    @Column(name = "FACTOR", length = 20)
    private String factor;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 4000)
    private String note;
}
