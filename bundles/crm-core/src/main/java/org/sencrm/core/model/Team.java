package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** People who share records; teams stand below teams. */
@Entity
@Table(name = "CORE_TEAM")
@CrmRecord(
        name = "teams",
        icon = "users",
        group = "group.administration",
        order = 20,
        administrative = true,
        proof = true)
public class Team extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "teams", listed = true, createsTarget = true)
    @Column(name = "PARENT_ID")
    private Long parent;

    @CrmField(value = FieldKind.REFERENCE, target = "users", listed = true)
    @Column(name = "MANAGER_ID")
    private Long manager;
}
