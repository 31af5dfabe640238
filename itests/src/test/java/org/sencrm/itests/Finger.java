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

    Finger moveTo(double toX, double toY) {
        double fromX = x;
        double fromY = y;
        for (int step = 1; step <= STEPS; step++) {
            x = fromX + (toX - fromX) * step / STEPS;
            y = fromY + (toY - fromY) * step / STEPS;
            send("touchMove", true);
            page.waitForTimeout(STEP_MILLIS);
        }
        return this;
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
