package org.sencrm.core.store;

import java.math.BigDecimal;

/**
 * A column of a record's table, as its entity declares it.
 *
 * @param name upper case letters, digits and underscores, so that it can stand in a statement as it is
 * @param length longest text in characters; 0 where that has no meaning
 * @param precision most digits of a decimal; 0 where the entity does not say
 * @param scale digits behind the point, where the precision is said
 */
public record Column(String name, ColumnType type, int length, int precision, int scale) {

    private static final int USUAL_PRECISION = 19;
    private static final int USUAL_SCALE = 4;
    private static final BigDecimal GREATEST_LONG = new BigDecimal("999999999999999999");

    /** How many decimals a number may have. */
    public int mostDecimals() {
        if (type != ColumnType.DECIMAL) {
            return 0;
        }
        return precision > 0 ? scale : USUAL_SCALE;
    }

    /** The greatest number that fits; the least one is its opposite. */
    public BigDecimal greatest() {
        if (type == ColumnType.DECIMAL) {
            int digits = precision > 0 ? precision : USUAL_PRECISION;
            return BigDecimal.TEN.pow(digits).subtract(BigDecimal.ONE).movePointLeft(mostDecimals());
        }
        return type == ColumnType.INTEGER ? BigDecimal.valueOf(Integer.MAX_VALUE) : GREATEST_LONG;
    }

    public static Column of(String name, ColumnType type) {
        return new Column(name, type, 0, 0, 0);
    }

    public static Column text(String name, int length) {
        return new Column(name, ColumnType.TEXT, length, 0, 0);
    }
}
