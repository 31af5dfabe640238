package org.sencrm.core.guard;

import java.util.function.Supplier;

/** A call that is inside a module now. */
final class RunningCall {

    private final ModuleGuard guard;
    private final Supplier<String> what;
    private final Thread thread = Thread.currentThread();
    private final long start = System.nanoTime();

    private boolean over;
    private boolean late;
    private boolean hung;

    RunningCall(ModuleGuard guard, Supplier<String> what) {
        this.guard = guard;
        this.what = what;
    }

    ModuleGuard guard() {
        return guard;
    }

    String what() {
        return what.get();
    }

    long nanos() {
        return System.nanoTime() - start;
    }

    synchronized boolean isLate() {
        return late;
    }

    /** Interrupts the thread, once, and never after the call has ended. */
    synchronized boolean interrupt() {
        if (over || late) {
            return false;
        }
        late = true;
        thread.interrupt();
        return true;
    }

    /** Whether it is told now, for the first time, that the call does not end. */
    synchronized boolean giveUp() {
        if (over || hung) {
            return false;
        }
        hung = true;
        return true;
    }

    /** The thread goes on with other work: an interrupt that was meant for the module must not reach it. */
    synchronized void end() {
        over = true;
        if (late) {
            Thread.interrupted();
        }
    }
}
