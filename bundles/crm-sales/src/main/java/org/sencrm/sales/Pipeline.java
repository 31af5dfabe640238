package org.sencrm.sales;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A way of selling: a row of stages. An inactive one takes no new opportunities. */
@Entity
@Table(name = "SALES_PIPELINE")
@CrmRecord(name = "pipelines", icon = "funnel", group = "group.administration", order = 60, administrative = true)
public class Pipeline extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false, unique = true)
    private String name;

    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "ACTIVE")
    private Boolean active;
}
