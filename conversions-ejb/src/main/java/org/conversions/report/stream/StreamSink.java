package org.conversions.report.stream;

import java.util.List;

/** The way to a reader. Nothing of it waits for the reader, and all of it is called by one thread. */
public interface StreamSink {

    /** Begins a new list: the reader had nothing, and what follows is all that there will be. */
    void begin();

    /** Says that the reader has missed more than can be told, and has to load its page anew. */
    void reset();

    void send(List<StreamItem> items);

    /** Tells a reader where it is, which also shows that the connection is alive. */
    void place(String position);

    /** Returns whether the reader may go on: asked from time to time. */
    boolean mayGoOn();

    /** Returns whether the reader is gone, or was too slow. */
    boolean ended();

    /** Ends the stream. The reader comes again with its position. */
    void end();
}
