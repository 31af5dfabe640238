package org.sencrm.sales;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A possible sale on its way through the stages of a pipeline. */
@Entity
@Table(name = "SALES_OPPORTUNITY")
@CrmRecord(
        name = "opportunities",
        icon = "money",
        group = "group.sales",
        order = 20,
        board = "stage",
        keptBecause = "opportunities.keptBecause")
public class Opportunity extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "ACCOUNT_ID")
    private Long account;

    @CrmField(value = FieldKind.REFERENCE, target = "contacts")
    @Column(name = "CONTACT_ID")
    private Long contact;

    @CrmField(value = FieldKind.REFERENCE, target = "products", listed = true)
    @Column(name = "PRODUCT_ID")
    private Long product;

    @CrmField(value = FieldKind.REFERENCE, target = "pipelines")
    @Column(name = "PIPELINE_ID")
    private Long pipeline;

    /** Code of a {@link Stage}. */
    @CrmField(value = FieldKind.CHOICE, listed = true)
    @Column(name = "STAGE", length = 50, nullable = false)
    private String stage;

    @CrmField(
            value = FieldKind.MONEY,
            listed = true,
            ratedOn = {"closedOn", "expectedCloseOn"})
    @Column(name = "AMOUNT", precision = 23, scale = 4)
    private BigDecimal amount;

    @Column(name = "AMOUNT_CURRENCY", length = 3)
    private String amountCurrency;

    /** That of the stage unless somebody says otherwise. */
    @CrmField(value = FieldKind.PERCENT, derivedFrom = "stage")
    @Column(name = "PROBABILITY", precision = 5, scale = 2)
    private BigDecimal probability;

    /** Amount × probability, so that a sum of it is the weighted value of a pipeline. */
    @CrmField(
            value = FieldKind.MONEY,
            readOnly = true,
            derivedFrom = {"amount", "probability"},
            ratedOn = {"closedOn", "expectedCloseOn"})
    @Column(name = "WEIGHTED_AMOUNT", precision = 23, scale = 4)
    private BigDecimal weightedAmount;

    @Column(name = "WEIGHTED_AMOUNT_CURRENCY", length = 3)
    private String weightedAmountCurrency;

    @CrmField(FieldKind.DATE)
    @Column(name = "ENGAGED_ON")
    private Date engagedOn;

    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "EXPECTED_CLOSE_ON")
    private Date expectedCloseOn;

    @CrmField(value = FieldKind.DATE, listed = true, derivedFrom = "stage")
    @Column(name = "CLOSED_ON")
    private Date closedOn;

    @CrmField
    @Column(name = "LOST_REASON", length = 200)
    private String lostReason;

    /** Who else is after it; of a lost one, who got it. */
    @CrmField(value = FieldKind.REFERENCE, target = "accounts")
    @Column(name = "COMPETITOR_ID")
    private Long competitor;

    /** What of the firm decided for or against it. */
    @CrmField(value = FieldKind.CHOICES, list = "factors")
    @Column(name = "DECISION_FACTORS", length = 2000)
    private String decisionFactors;

    @CrmField
    @Column(name = "NEXT_STEP", length = 200)
    private String nextStep;

    @CrmField(FieldKind.DATE)
    @Column(name = "NEXT_STEP_ON")
    private Date nextStepOn;

    /** When it entered its stage: the age of an opportunity in a stage counts from here. */
    @CrmField(value = FieldKind.DATE_TIME, readOnly = true, derivedFrom = "stage")
    @Column(name = "STAGE_SINCE")
    private Timestamp stageSince;

    /** The lead it came from. */
    @CrmField(value = FieldKind.REFERENCE, target = "leads")
    @Column(name = "LEAD_ID")
    private Long lead;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;
}
