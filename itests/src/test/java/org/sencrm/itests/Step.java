package org.sencrm.itests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Comparator;
import org.junit.runner.Description;
import org.junit.runner.manipulation.Ordering;
import org.junit.runner.manipulation.Sorter;

/** Place of a test in a story whose tests follow one another on the same system. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Step {

    int value();

    /** Runs the tests of a class step by step. */
    final class ByStep extends Sorter implements Ordering.Factory {

        public ByStep() {
            super(Comparator.comparingInt(ByStep::step));
        }

        @Override
        public Ordering create(Ordering.Context context) {
            return this;
        }

        private static int step(Description test) {
            Step step = test.getAnnotation(Step.class);
            return step == null ? 0 : step.value();
        }
    }
}
