package org.conversions.link.directory;

import com.github.benmanes.caffeine.cache.CacheLoader;
import java.lang.System.Logger.Level;

/** Loads what is kept in memory. What cannot be read again for now stays as it is, because visitors are to go on. */
final class KeptLoader<K, V> implements CacheLoader<K, V> {

    private static final System.Logger LOG = System.getLogger(KeptLoader.class.getName());

    private final CacheLoader<K, V> first;

    /** @param first loads a value, or null for nothing */
    KeptLoader(CacheLoader<K, V> first) {
        this.first = first;
    }

    @Override
    public V load(K key) throws Exception {
        return first.load(key);
    }

    @Override
    public V reload(K key, V known) throws Exception {
        try {
            return first.load(key);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Not read again, because the database does not answer", e);
            return known;
        }
    }
}
