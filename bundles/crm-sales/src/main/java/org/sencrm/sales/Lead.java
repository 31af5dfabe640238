package org.sencrm.sales;

import java.math.BigDecimal;
import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Somebody who may become a customer and of whom little is known yet. */
@Entity
@Table(name = "SALES_LEAD")
@CrmRecord(name = "leads", icon = "star", group = "group.sales", order = 10, board = "status", person = true)
public class Lead extends BaseRecord {

    @CrmField(value = FieldKind.PERSON_NAME, searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(searchable = true, listed = true)
    @Column(name = "COMPANY", length = 200)
    private String company;

    @CrmField
    @Column(name = "TITLE", length = 200)
    private String title;

    @CrmField(value = FieldKind.EMAIL, searchable = true)
    @Column(name = "EMAIL", length = 254)
    private String email;

    @CrmField(value = FieldKind.PHONE, searchable = true, listed = true)
    @Column(name = "PHONE", length = 50)
    private String phone;

    /** Not {@code source}: that says through which channel any record reached the product. */
    @CrmField(
            value = FieldKind.CHOICE,
            options = {"web", "phone", "referral", "event", "campaign", "other"},
            listed = true)
    @Column(name = "LEAD_SOURCE", length = 20)
    private String leadSource;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"new:info", "working:warn", "qualified:good", "converted:good", "unqualified:bad"},
            listed = true)
    @Column(name = "STATUS", length = 20, nullable = false)
    private String status;

    @CrmField(value = FieldKind.REFERENCE, target = "products", listed = true)
    @Column(name = "PRODUCT_ID")
    private Long product;

    @CrmField(FieldKind.MONEY)
    @Column(name = "EXPECTED_AMOUNT", precision = 23, scale = 4)
    private BigDecimal expectedAmount;

    @Column(name = "EXPECTED_AMOUNT_CURRENCY", length = 3)
    private String expectedAmountCurrency;

    @CrmField
    @Column(name = "NEXT_STEP", length = 200)
    private String nextStep;

    @CrmField(FieldKind.DATE)
    @Column(name = "NEXT_STEP_ON")
    private Date nextStepOn;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
