package org.conversions.account.reset;

/** Access that people have beside their workspaces, which no owner of a workspace gets by setting a password. */
public interface OtherReach {

    /** @return whether the person has such access */
    boolean has(String personId);
}
