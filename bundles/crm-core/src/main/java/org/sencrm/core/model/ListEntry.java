package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A choice that somebody added to an open list. In the trash it is offered no more; records that have it keep it. */
@Entity
@Table(name = "CORE_LIST_ENTRY")
@CrmRecord(name = "listentries", icon = "tag", group = "group.administration", order = 58, administrative = true)
public class ListEntry extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** Word of the list. */
    @CrmField(value = FieldKind.CHOICE, listed = true)
    @Column(name = "LIST", length = 50, nullable = false)
    private String list;

    /** What records hold: the first name. */
    @CrmField(readOnly = true, listed = true)
    @Column(name = "CODE", length = 200)
    private String code;
}
