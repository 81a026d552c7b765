package org.conversions.server;

import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.StopSuiteContainers;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * Keeps the deployment of the first {@link InServer} test for all others: each deployment is a server of its own, which
 * takes half a minute to start. It ends with the run, or when a test comes that deploys something else.
 */
public class SharedDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Passes on what Arquillian does for each test class, or leaves it out. */
    public static class Keeper {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> current;
        @Inject
        private Instance<ContainerRegistry> containers;
        @Inject
        private Event<UnDeployDeployment> undeploy;
        private DeploymentScenario shared;
        private boolean wanted;

        void generate(@Observes EventContext<GenerateDeployment> event) {
            wanted = InServer.class.isAssignableFrom(event.getEvent().getTestClass().getJavaClass());
            if (wanted && shared != null) {
                current.set(shared);
            } else {
                end();
                event.proceed();
            }
        }

        void deploy(@Observes EventContext<DeployManagedDeployments> event) {
            if (!wanted) {
                event.proceed();
            } else if (shared == null) {
                event.proceed();
                shared = current.get();
            }
        }

        void undeploy(@Observes EventContext<UnDeployManagedDeployments> event) {
            if (!wanted) {
                event.proceed();
            }
        }

        void stop(@Observes EventContext<StopSuiteContainers> event) {
            end();
            event.proceed();
        }

        private void end() {
            if (shared != null) {
                for (Deployment deployment : shared.deployedDeploymentsInUnDeployOrder()) {
                    Container<?> container = containers.get().getContainer(deployment.getDescription().getTarget());
                    undeploy.fire(new UnDeployDeployment(container, deployment));
                }
                shared = null;
            }
        }
    }
}
