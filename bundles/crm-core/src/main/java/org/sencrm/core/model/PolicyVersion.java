package org.sencrm.core.model;

import java.sql.Date;
import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What a policy says from a day on. Once it is in force its text stays as it is. */
@Entity
@Table(name = "CORE_POLICY_VERSION")
@CrmRecord(
        name = "policyversions",
        icon = "note",
        administrative = true,
        proof = true,
        keptBecause = "privacy.keptBecause.proof")
public class PolicyVersion extends BaseRecord {

    /** The policy and the number. */
    @CrmField(
            readOnly = true,
            listed = true,
            derivedFrom = {"policy", "number"})
    @Column(name = "NAME", length = 250, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "policies", listed = true)
    @Column(name = "POLICY_ID", nullable = false)
    private Long policy;

    /** From 1, in the order in which they were written. */
    @CrmField(value = FieldKind.NUMBER, readOnly = true, listed = true)
    @Column(name = "VERSION_NUMBER", nullable = false)
    private Integer number;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"draft:info", "inForce:good", "withdrawn:warn"},
            listed = true)
    @Column(name = "STATE", length = 20, nullable = false)
    private String state;

    /** Today unless somebody says otherwise. */
    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "IN_FORCE_FROM")
    private Date inForceFrom;

    @CrmField(value = FieldKind.LONG_TEXT, section = "policytext")
    @Column(name = "TEXT_VI", length = 15000)
    private String textVi;

    @CrmField(value = FieldKind.LONG_TEXT, section = "policytext")
    @Column(name = "TEXT_EN", length = 15000)
    private String textEn;

    /** When somebody put it in force. */
    @CrmField(value = FieldKind.DATE_TIME, readOnly = true)
    @Column(name = "DECIDED_AT")
    private Timestamp decidedAt;

    /** When somebody withdrew it; before its day it never counted. */
    @CrmField(value = FieldKind.DATE_TIME, readOnly = true)
    @Column(name = "WITHDRAWN_AT")
    private Timestamp withdrawnAt;
}
