package org.sencrm.core.formula;

import java.util.List;

/** What a function or an operator takes and comes to. */
@FunctionalInterface
interface Signature {

    /** Null where it cannot take these. */
    Sort of(List<Sort> arguments);

    /** All arguments of one sort. */
    static Signature all(Sort wanted, Sort result) {
        return arguments -> arguments.stream().allMatch(given -> given.suits(wanted)) ? result : null;
    }

    /** Arguments of these sorts, one each. */
    static Signature each(List<Sort> wanted, Sort result) {
        return arguments -> {
            for (int i = 0; i < wanted.size(); i++) {
                if (!arguments.get(i).suits(wanted.get(i))) {
                    return null;
                }
            }
            return result;
        };
    }

    /** Any arguments of which one can be taken for the other. */
    static Signature common() {
        return Sort::common;
    }
}
