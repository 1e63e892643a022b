package dev.dovetail.provisioner.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Looks into a file that is none of its business. */
public final class ReadsWhatTheUserCan implements BundleActivator {

    @Override
    public void start(BundleContext context) throws Exception {
        String secret = Files.readString(Path.of(System.getProperty("dovetail.test.secret")));
        context.registerService(CharSequence.class, secret, null);
    }

    @Override
    public void stop(BundleContext context) {}
}
