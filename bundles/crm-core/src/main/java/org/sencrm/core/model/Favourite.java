package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A record that its owner wants at hand. Filters ask for those of the caller with {@code favourite==true}. */
@Entity
@Table(name = "CORE_FAVOURITE")
@CrmRecord(name = "favourites", label = "type", icon = "star")
public class Favourite extends BaseRecord {

    /** Name of the record's type. */
    @CrmField(listed = true)
    @Column(name = "TYPE", length = 60, nullable = false)
    private String type;

    @CrmField(value = FieldKind.REFERENCE, target = "*", listed = true, goesWithTarget = true)
    @Column(name = "RECORD_ID", nullable = false)
    private Long record;

    @Column(name = "RECORD_TYPE", length = 60, nullable = false)
    private String recordType;
}
