package org.sencrm.core.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Something that is sold. */
@Entity
@Table(name = "CORE_PRODUCT")
@CrmRecord(name = "products", icon = "box", group = "group.sales", order = 40)
public class Product extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(searchable = true, listed = true)
    @Column(name = "CODE", length = 100)
    private String code;

    /** Family of products. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "SERIES", length = 100)
    private String series;

    @CrmField(value = FieldKind.MONEY, listed = true)
    @Column(name = "PRICE", precision = 23, scale = 4)
    private BigDecimal price;

    @Column(name = "PRICE_CURRENCY", length = 3)
    private String priceCurrency;

    /** Whether it is still offered. */
    @CrmField(value = FieldKind.BOOLEAN, listed = true)
    @Column(name = "ACTIVE")
    private Boolean active;
}
