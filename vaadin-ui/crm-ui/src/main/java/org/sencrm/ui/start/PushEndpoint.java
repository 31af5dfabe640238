package org.sencrm.ui.start;

import javax.websocket.server.ServerEndpoint;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;

/** Does nothing itself: its presence makes Pax Web put a WebSocket container into the servlet context. */
@Component(
        name = PushEndpoint.NAME,
        service = PushEndpoint.class,
        enabled = false,
        property = "org.ops4j.pax.web.http.whiteboard.websocket=true")
@HttpWhiteboardContextSelect(UiContext.SELECT)
@ServerEndpoint("/sen-websocket")
public class PushEndpoint {

    static final String NAME = "org.sencrm.ui.websocket";
}
