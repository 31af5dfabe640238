package org.sencrm.modules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a thread is in code of a module and nowhere else: not inside the product, the database or a shared part of Java. */
final class OwnCode {

    /** Where a thread may be waiting without holding anything that others need. */
    private static final Set<String> WAITING = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.Thread.yield",
            "java.lang.Object.wait",
            "jdk.internal.misc.Unsafe.park");

    private final Predicate<String> own;

    /** @param own whether a class, by its name, is the module's */
    OwnCode(Predicate<String> own) {
        this.own = own;
    }

    boolean isOnTop(Thread thread) {
        return isOnTop(Arrays.asList(thread.getStackTrace()));
    }

    boolean isOnTop(List<StackTraceElement> stack) {
        if (stack.isEmpty()) {
            return false;
        }
        StackTraceElement top = stack.get(0);
        if (own.test(top.getClassName())) {
            return true;
        }
        Optional<StackTraceElement> below =
                stack.stream().filter(frame -> !isJava(frame.getClassName())).findFirst();
        return WAITING.contains(top.getClassName() + "." + top.getMethodName())
                && below.filter(frame -> own.test(frame.getClassName())).isPresent();
    }

    /** The class whose work the thread does, by its name; null where it does none at the moment. */
    static String work(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        for (int i = stack.length - 1; i >= 0; i--) {
            if (!isJava(stack[i].getClassName())) {
                return stack[i].getClassName();
            }
        }
        return null;
    }

    private static boolean isJava(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.");
    }
}
