package org.sencrm.sales;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A step of one {@link Pipeline}. Its code names it everywhere, so no two pipelines share one. */
@Entity
@Table(name = "SALES_STAGE")
@CrmRecord(name = "stages", icon = "flag", group = "group.administration", order = 61, administrative = true)
public class Stage extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "pipelines", listed = true)
    @Column(name = "PIPELINE_ID", nullable = false)
    private Long pipeline;

    @CrmField(searchable = true, listed = true)
    @Column(name = "CODE", length = 50, nullable = false, unique = true)
    private String code;

    @CrmField(value = FieldKind.PERCENT, listed = true)
    @Column(name = "PROBABILITY", precision = 5, scale = 2, nullable = false)
    private BigDecimal probability;

    /** Place in the pipeline, small first. */
    @CrmField(value = FieldKind.NUMBER, listed = true)
    @Column(name = "STAGE_POSITION", nullable = false)
    private Integer position;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"open:info", "won:good", "lost:bad"},
            listed = true)
    @Column(name = "OUTCOME", length = 20, nullable = false)
    private String outcome;
}
