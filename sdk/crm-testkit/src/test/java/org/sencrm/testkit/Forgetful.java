package org.sencrm.testkit;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** An entity with a field that the changelog does not know. */
@Entity
@Table(name = "VISITS")
@CrmRecord(name = "forgotten")
public class Forgetful extends BaseRecord {

    @CrmField
    @Column(name = "NAME")
    private String name;

    @CrmField
    @Column(name = "PURPOSE")
    private String purpose;
}
