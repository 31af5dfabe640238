package org.sencrm.core.model;

import java.math.BigDecimal;
import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** What one unit of a currency is worth in the company's from a day on. */
@Entity
@Table(name = "CORE_CURRENCY_RATE")
@CrmRecord(
        name = "currencyrates",
        label = "currency",
        icon = "money",
        group = "group.administration",
        order = 57,
        administrative = true)
public class CurrencyRate extends BaseRecord {

    /** ISO 4217 code. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "CURRENCY", length = 3, nullable = false)
    private String currency;

    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "FROM_DAY", nullable = false)
    private Date day;

    @CrmField(value = FieldKind.NUMBER, listed = true)
    @Column(name = "RATE", precision = 23, scale = 8, nullable = false)
    private BigDecimal rate;

    /** The company's currency when the rate was put in: it means nothing in another. */
    @CrmField(readOnly = true, listed = true)
    @Column(name = "BASE_CURRENCY", length = 3)
    private String base;
}
