package org.sencrm.ui.host;

/** What one host shares among all tabs; each tab's {@link HostContext} is made from it. */
public record HostParts(
        HostServices services,
        Background background,
        ChangeFeed changes,
        NotificationFeed notifications,
        ModuleFeed modules,
        Sessions sessions) {}
