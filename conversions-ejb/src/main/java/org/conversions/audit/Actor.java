package org.conversions.audit;

import jakarta.enterprise.context.RequestScoped;

/**
 * The one on whose behalf this request is handled. The door of the web module names it; background work, which has no door,
 * is done by the system.
 */
@RequestScoped
public class Actor {

    /** The kinds of actors, in the words of the API. */
    public enum Kind {
        PERSON, KEY, APP, OPERATOR, SYSTEM
    }

    private Kind kind = Kind.SYSTEM;
    private String id;
    private String name;
    private String network;

    /**
     * @param id      of the person or key; null for the operator's token
     * @param name    as people know it: an email, the name of a key or app
     * @param network the address or network that the request comes from
     */
    public void is(Kind newKind, String newId, String newName, String newNetwork) {
        kind = newKind;
        id = newId;
        name = newName;
        network = newNetwork;
    }

    /** Names somebody whom the request has made known after the door; the network stays. */
    public void becomes(Kind newKind, String newId, String newName) {
        is(newKind, newId, newName, network);
    }

    /** Keeps the network of a caller who is not known, or not yet. */
    public void comesFrom(String newNetwork) {
        network = newNetwork;
    }

    Kind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String network() {
        return network;
    }
}
