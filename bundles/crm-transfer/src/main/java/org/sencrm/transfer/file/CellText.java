package org.sencrm.transfer.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * A cell of a workbook as text: dates in ISO form, shares with a percent sign, numbers in plain digits.
 *
 * @param exact whether the cell holds a number and the text is nothing but it
 */
record CellText(String text, boolean exact) {

    static final CellText NOTHING = new CellText("", false);

    /** Binary fractions carry noise behind the digits that a spreadsheet shows. */
    private static final MathContext SHOWN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    static CellText of(Cell cell) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.EMPTY || value == null) {
            return NOTHING;
        }
        if (value instanceof BigDecimal number) {
            return ofNumber(cell, number);
        }
        return new CellText(String.valueOf(value), false);
    }

    private static CellText ofNumber(Cell cell, BigDecimal number) {
        String format = withoutLiterals(cell.getDataFormatString());
        if (cell.getType() == CellType.NUMBER && showsDate(format)) {
            LocalDateTime moment = cell.asDate();
            return new CellText(
                    moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                            ? moment.toLocalDate().toString()
                            : moment.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                    false);
        }
        BigDecimal rounded = number.round(SHOWN_DIGITS);
        if (format.indexOf('%') >= 0) {
            return new CellText(plain(rounded.movePointRight(2)) + "%", false);
        }
        return new CellText(plain(rounded), true);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A number format has places for digits; a format of dates has none but letters for day, month, year or hour. */
    private static boolean showsDate(String format) {
        boolean letters = format.chars().anyMatch(c -> "dmyhsDMYHS".indexOf(c) >= 0);
        boolean places = format.chars().anyMatch(c -> "#?%".indexOf(c) >= 0) || format.contains("0.00E");
        return letters && !places && !format.equalsIgnoreCase("general");
    }

    /** The format without quoted text, colours, locales and escaped characters. */
    private static String withoutLiterals(String format) {
        return format == null
                ? ""
                : format.replaceAll("\"[^\"]*\"", "")
                        .replaceAll("\\[[^]]*]", "")
                        .replaceAll("\\\\.", "");
    }
}
