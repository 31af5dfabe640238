package org.sencrm.transfer.value;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A number and the currency written before or after it.
 *
 * @param number the text without the currency
 * @param currency ISO code; null where none is named; empty where a sign is there that no currency has
 */
record Amount(String number, String currency) {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("US$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("₩", "KRW"),
            Map.entry("฿", "THB"),
            Map.entry("₫", "VND"),
            Map.entry("Đ", "VND"),
            Map.entry("VNĐ", "VND"));
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    static Amount split(String text) {
        String trimmed = text.strip();
        int start = 0;
        int end = trimmed.length();
        while (start < end && !belongsToNumber(trimmed.charAt(start))) {
            start++;
        }
        while (end > start && !belongsToNumber(trimmed.charAt(end - 1))) {
            end--;
        }
        String before = trimmed.substring(0, start).strip();
        String after = trimmed.substring(end).strip();
        String number = trimmed.substring(start, end).strip();
        if (before.isEmpty() && number.startsWith("-") && number.length() > 1) {
            Amount behindSign = splitBehindSign(number);
            if (behindSign != null) {
                return behindSign;
            }
        }
        if (before.isEmpty() && after.isEmpty()) {
            return new Amount(number, null);
        }
        return before.isEmpty() || after.isEmpty() ? new Amount(number, code(before + after)) : new Amount(number, "");
    }

    /** {@code -$5.00}: the sign of the currency stands between the minus and the digits. */
    private static Amount splitBehindSign(String number) {
        String rest = number.substring(1).strip();
        if (rest.isEmpty() || belongsToNumber(rest.charAt(0))) {
            return null;
        }
        Amount inner = split(rest);
        return new Amount("-" + inner.number, inner.currency);
    }

    private static String code(String sign) {
        String upper = sign.toUpperCase(Locale.ROOT).replace(".", "");
        String known = SIGNS.get(upper);
        return known != null ? known : CODES.contains(upper) ? upper : "";
    }

    private static boolean belongsToNumber(char c) {
        return c >= '0' && c <= '9' || "+-−().,".indexOf(c) >= 0;
    }
}
