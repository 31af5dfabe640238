package org.sencrm.core.model;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What those who have it may do. */
@Entity
@Table(name = "CORE_ROLE")
@CrmRecord(
        name = "roles",
        icon = "shield",
        group = "group.administration",
        order = 30,
        administrative = true,
        proof = true)
public class Role extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** Whether it grants everything. */
    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "ADMINISTRATOR")
    private Boolean administrator;

    /** A list of grants, each with type, actions, scope and denied fields. */
    @CrmField(FieldKind.STRUCTURE)
    @Column(name = "PERMISSIONS", length = 8000)
    private String permissions;

    /** Codes of permissions that modules declare, beside those on records. */
    @CrmField(FieldKind.CHOICES)
    @Column(name = "GRANTS", length = 4000)
    private String grants;

    /** Ids of the modules that are not there for whoever has no other role. */
    @CrmField(FieldKind.STRUCTURE)
    @Column(name = "MODULES_OFF", length = 4000)
    private String modulesOff;

    /** The day from which whoever has it signs in with a second factor; null for never. */
    @CrmField(FieldKind.DATE)
    @Column(name = "SECOND_FACTOR_FROM")
    private Date secondFactorFrom;

    /** Networks from which whoever has it works; null for anywhere. */
    @CrmField
    @Column(name = "NETWORKS", length = 4000)
    private String networks;
}
