package org.sencrm.testkit;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A type of a vendor. */
@Entity
@Table(name = "VISITS")
@CrmRecord(name = "visits")
public class Visit extends BaseRecord {

    @CrmField(searchable = true)
    @Column(name = "NAME", length = 40, nullable = false)
    private String name;

    @CrmField
    @Column(name = "CODE", length = 10, unique = true)
    private String code;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts")
    @Column(name = "ACCOUNT_ID")
    private Long account;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"planned:info", "done:good"})
    @Column(name = "STATUS", length = 20)
    private String status;

    @CrmField(FieldKind.DATE)
    @Column(name = "PLANNED_ON")
    private Date plannedOn;
}
