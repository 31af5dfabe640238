package org.sencrm.core.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;

/** What is known of whoever buys, be it a firm or a person: needs and habits, and by what they decide. */
@MappedSuperclass
public abstract class Customer extends BaseRecord {

    @CrmField(value = FieldKind.CHOICES, section = "needs", list = "needs")
    @Column(name = "NEEDS", length = 2000)
    private String needs;

    @CrmField(value = FieldKind.CHOICES, section = "needs", list = "habits")
    @Column(name = "HABITS", length = 2000)
    private String habits;

    @CrmField(value = FieldKind.CHOICES, section = "needs", list = "tastes")
    @Column(name = "TASTES", length = 2000)
    private String tastes;

    @CrmField(value = FieldKind.CHOICES, section = "needs", list = "wishes")
    @Column(name = "WISHES", length = 2000)
    private String wishes;

    /** What they feel about the firm. */
    @CrmField(
            value = FieldKind.CHOICE,
            section = "needs",
            options = {"enthusiastic:good", "content:good", "indifferent", "disappointed:warn", "angry:bad"})
    @Column(name = "ATTITUDE", length = 20)
    private String attitude;

    @CrmField(
            value = FieldKind.CHOICES,
            section = "buying",
            list = "criteria",
            options = {"durability", "energy", "safety", "origin", "warranty", "fashion"})
    @Column(name = "PURCHASE_CRITERIA", length = 2000)
    private String purchaseCriteria;

    /** What of the firm decides. */
    @CrmField(
            value = FieldKind.CHOICES,
            section = "buying",
            list = "factors",
            options = {"quality", "price", "range", "service", "delivery", "relationship"})
    @Column(name = "DECISION_FACTORS", length = 2000)
    private String decisionFactors;

    /** By what means they come to the product. */
    @CrmField(
            value = FieldKind.CHOICES,
            section = "buying",
            list = "channels",
            options = {"shop", "seller", "agent", "online", "marketplace", "telephone"})
    @Column(name = "BUYING_CHANNELS", length = 2000)
    private String buyingChannels;

    @CrmField(
            value = FieldKind.CHOICES,
            section = "buying",
            list = "times",
            options = {"morning", "noon", "evening", "weekend", "monthEnd", "tet"})
    @Column(name = "BUYING_TIMES", length = 2000)
    private String buyingTimes;

    @CrmField(value = FieldKind.REFERENCES, section = "buying", target = "products")
    @Column(name = "FAVOURITE_PRODUCT_IDS", length = 2000)
    private String favouriteProducts;

    /** What they spend in one purchase. */
    @CrmField(value = FieldKind.MONEY, section = "buying")
    @Column(name = "MEAN_PURCHASE", precision = 23, scale = 4)
    private BigDecimal meanPurchase;

    @Column(name = "MEAN_PURCHASE_CURRENCY", length = 3)
    private String meanPurchaseCurrency;

    /** Pieces in a year. */
    @CrmField(value = FieldKind.NUMBER, section = "buying")
    @Column(name = "PURCHASE_VOLUME", precision = 19, scale = 2)
    private BigDecimal purchaseVolume;

    /** What they usually pay for a piece. */
    @CrmField(value = FieldKind.MONEY, section = "buying")
    @Column(name = "USUAL_PRICE", precision = 23, scale = 4)
    private BigDecimal usualPrice;

    @Column(name = "USUAL_PRICE_CURRENCY", length = 3)
    private String usualPriceCurrency;

    @CrmField(
            value = FieldKind.CHOICE,
            section = "journey",
            options = {"awareness", "consideration:info", "purchase:good", "use:good", "loyalty:good"})
    @Column(name = "JOURNEY_STAGE", length = 20)
    private String journeyStage;

    /** How we stand with them, by the model of customer management activities. */
    @CrmField(
            value = FieldKind.CHOICE,
            section = "journey",
            options = {"enquiry:info", "welcome:info", "gettingToKnow", "develop:good", "problem:bad"})
    @Column(name = "CMAT_STATE", length = 20)
    private String cmatState;

    @CrmField(value = FieldKind.BOOLEAN, section = "journey")
    @Column(name = "REACHABLE")
    private Boolean reachable;

    @CrmField(value = FieldKind.BOOLEAN, section = "journey")
    @Column(name = "INFLUENCEABLE")
    private Boolean influenceable;
}
