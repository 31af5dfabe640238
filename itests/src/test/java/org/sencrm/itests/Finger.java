package org.sencrm.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A finger on the screen of a page that was opened on a phone: what the browser gets is what a touch screen sends. */
final class Finger {

    private static final int STEPS = 12;
    private static final int STEP_MILLIS = 16;
    private static final int REST_MILLIS = 350;
    /** Shorter than the page takes for a rest. */
    private static final int AT_ONCE_MILLIS = 120;

    private static final int MOST_TRIES = 20;

    private final Page page;
    private final CDPSession screen;
    private double x;
    private double y;

    Finger(Page page) {
        this.page = page;
        this.screen = page.context().newCDPSession(page);
    }

    Finger press(double atX, double atY) {
        x = atX;
        y = atY;
        send("touchStart", true);
        return this;
    }

    /** Stays where it is, as somebody does who wants to pick something up. */
    Finger rest() {
        page.waitForTimeout(REST_MILLIS);
        return this;
    }

    /** Moves without resting. Where a busy machine is too slow for that, the finger is lifted in its place and tries again. */
    Finger pressAndMoveTo(double atX, double atY, double toX, double toY) {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            long begin = System.nanoTime();
            press(atX, atY);
            stepTo(atX + (toX - atX) / STEPS, atY + (toY - atY) / STEPS);
            if (System.nanoTime() - begin < AT_ONCE_MILLIS * 1_000_000L) {
                return moveTo(toX, toY);
            }
            stepTo(atX, atY);
            lift();
        }
        throw new AssertionError("this machine is too slow for a finger that moves at once");
    }

    Finger moveTo(double toX, double toY) {
        double fromX = x;
        double fromY = y;
        for (int step = 1; step <= STEPS; step++) {
            stepTo(fromX + (toX - fromX) * step / STEPS, fromY + (toY - fromY) * step / STEPS);
            page.waitForTimeout(STEP_MILLIS);
        }
        return this;
    }

    private void stepTo(double toX, double toY) {
        x = toX;
        y = toY;
        send("touchMove", true);
    }

    void lift() {
        send("touchEnd", false);
    }

    private void send(String type, boolean touching) {
        JsonArray points = new JsonArray();
        if (touching) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject touch = new JsonObject();
        touch.addProperty("type", type);
        touch.add("touchPoints", points);
        screen.send("Input.dispatchTouchEvent", touch);
    }
}
