package org.conversions.launch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Says to the resource adapter, in the one boot command that creates it, whether to run a broker or to call one. */
final class Broker {

    private Broker() {}

    /** @param store where the broker keeps its messages, unless the settings name another broker */
    static void describe(Path store) {
        String url = Settings.of("conversions.jms.url");
        StringBuilder adapter = new StringBuilder();
        if (url == null) {
            property(adapter, "ServerUrl", "vm://conversions?create=false");
            property(adapter, "BrokerXmlConfig", "broker:()/conversions?persistent=true&useJmx=false"
                    + "&useShutdownHook=false&dataDirectory="
                    + URLEncoder.encode(store.toString(), StandardCharsets.UTF_8));
        } else {
            property(adapter, "ServerUrl", url);
            property(adapter, "UserName", Settings.of("conversions.jms.user"));
            property(adapter, "Password", Settings.of("conversions.jms.password"));
        }
        System.setProperty("conversions.jms.adapter-properties", adapter.toString());
    }

    private static void property(StringBuilder list, String name, String value) {
        if (value != null) {
            list.append(list.isEmpty() ? "" : ":").append(name).append('=')
                    .append(value.replaceAll("([\\\\:=])", "\\\\$1"));
        }
    }
}
