package dev.dovetail.provisioner.sample;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Hangs in its start, deaf to interrupts, until the latch that the test registered as a service is opened. */
public final class HangsAtStart implements BundleActivator {

    @Override
    public void start(BundleContext context) {
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

    @Override
    public void stop(BundleContext context) {
        // Nothing to undo.
    }
}
