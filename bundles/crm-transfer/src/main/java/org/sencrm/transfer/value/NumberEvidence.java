package org.sencrm.transfer.value;

/** Finds out over a whole column how its numbers are written. */
public final class NumberEvidence {

    private long dots;
    private long commas;
    private long open;

    public void see(String text) {
        String amount = Amount.split(text).number();
        DecimalMark told = DecimalMark.toldBy(amount);
        if (told == DecimalMark.DOT) {
            dots++;
        } else if (told == DecimalMark.COMMA) {
            commas++;
        } else if (DecimalMark.isOpen(amount)) {
            open++;
        }
    }

    /** A number that a workbook holds as such. */
    public void seeExact() {
        dots++;
    }

    /** @param usual where the column does not tell */
    public DecimalMark decide(DecimalMark usual) {
        if (dots == commas) {
            return usual;
        }
        return dots > commas ? DecimalMark.DOT : DecimalMark.COMMA;
    }

    /** How many cells were read as is usual, for want of anything better. */
    public long guessed() {
        return dots == commas ? open : 0;
    }
}
