package org.sencrm.transfer.value;

/** How the numbers and dates of one column are written. */
public record ColumnStyle(DecimalMark mark, DateReader dates) {}
