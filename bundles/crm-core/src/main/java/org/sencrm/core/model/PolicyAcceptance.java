package org.sencrm.core.model;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** That somebody agreed to a version of a policy. Written by the core alone, and changed by nobody. */
@Entity
@Table(name = "CORE_POLICY_ACCEPTANCE")
@CrmRecord(name = "policyacceptances", icon = "check", administrative = true, keptBecause = "privacy.keptBecause.proof")
public class PolicyAcceptance extends BaseRecord {

    /** The version, in words. */
    @CrmField(readOnly = true)
    @Column(name = "NAME", length = 250, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "users", listed = true)
    @Column(name = "USER_ID", nullable = false)
    private Long user;

    @CrmField(value = FieldKind.REFERENCE, target = "policies", listed = true)
    @Column(name = "POLICY_ID", nullable = false)
    private Long policy;

    @CrmField(value = FieldKind.REFERENCE, target = "policyversions", listed = true)
    @Column(name = "POLICY_VERSION_ID", nullable = false)
    private Long policyVersion;

    @CrmField(value = FieldKind.DATE_TIME, listed = true)
    @Column(name = "ACCEPTED_AT", nullable = false)
    private Timestamp acceptedAt;

    /** By which way: the screens, the plain pages, REST. */
    @CrmField(listed = true)
    @Column(name = "WAY", length = 40, nullable = false)
    private String way;

    /** From where, as the server saw it; null for unknown. */
    @CrmField(listed = true)
    @Column(name = "ADDRESS", length = 45)
    private String address;

    /** Of the text that was shown. */
    @CrmField
    @Column(name = "LANGUAGE", length = 5, nullable = false)
    private String language;

    /** SHA-256 of the text that was shown. */
    @CrmField
    @Column(name = "DIGEST", length = 64, nullable = false)
    private String digest;
}
