package org.conversions.launch;

import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The application as it shows itself to this process: by a managed bean that is there from the moment it can answer.
 * Payara Micro lists an application that failed to start among its deployed ones.
 */
final class Application {

    /** See org.conversions.web.ops.Intake, which lives behind another class loader. */
    private static final String INTAKE = "org.conversions:type=Intake";

    private Application() {}

    /** Ends a start whose application has not come up. */
    static void mustBeThere() throws JMException {
        if (!beans().isRegistered(new ObjectName(INTAKE))) {
            throw new CannotStart(FirstFailure.or("the application could not be deployed."));
        }
    }

    /**
     * Makes the application turn new requests away, and waits for the answers to those that it has taken.
     *
     * @return how many were not answered in that time
     */
    static int finishRequests(int seconds) throws JMException {
        try {
            return (Integer) beans().invoke(new ObjectName(INTAKE), "close",
                    new Object[] {seconds}, new String[] {int.class.getName()});
        } catch (InstanceNotFoundException e) {
            return 0; // undeployed by hand: there is nobody who could have a request
        }
    }

    private static MBeanServer beans() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
