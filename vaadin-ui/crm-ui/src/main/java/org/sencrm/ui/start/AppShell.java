package org.sencrm.ui.start;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;

/**
 * Settings of the whole page. News come by WebSocket; what the person does goes by ordinary requests, so that each of
 * them is checked and may answer with a cookie.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@Theme("sen")
@JsModule("./fonts.ts")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "lotus.svg");
        settings.addLink("manifest", "manifest.json");
    }
}
