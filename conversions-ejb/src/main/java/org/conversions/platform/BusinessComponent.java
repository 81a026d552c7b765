package org.conversions.platform;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/**
 * Calls something as a component of this module. In an EAR on Payara Server a CDI bean works as a part of its caller's module,
 * and the web module has no persistence unit: an entity manager would be looked up there in vain.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BusinessComponent {

    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }
}
