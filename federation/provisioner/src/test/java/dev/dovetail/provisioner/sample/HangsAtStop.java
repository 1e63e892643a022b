package dev.dovetail.provisioner.sample;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Hangs in its stop, deaf to interrupts, until the latch that the test registered as a service is opened. */
public final class HangsAtStop implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        // Starting is not the problem.
    }

    @Override
    public void stop(BundleContext context) {
        CountDownLatch latch = context.getService(context.getServiceReference(CountDownLatch.class));
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
            try {
                latch.await();
            } catch (InterruptedException e) {
                // Deaf on purpose.
            }
        }
    }
}
