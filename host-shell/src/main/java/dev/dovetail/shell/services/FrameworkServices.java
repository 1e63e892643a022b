package dev.dovetail.shell.services;

import dev.dovetail.api.Command;
import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.View;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Code;
import dev.dovetail.shell.view.FeatureServices;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.MissingServiceException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;

/** Finds features' services in the framework's registry, by the bundle that registered them. */
public final class FrameworkServices implements FeatureServices {

    private static final System.Logger LOG = System.getLogger(FrameworkServices.class.getName());

    private final BundleContext context;
    private final Duration patience;

    /**
     * @param context the shell's bundle
     * @param patience how long a started feature may take to register what it declares
     */
    public FrameworkServices(BundleContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    @Override
    public Lease<FeatureView> view(Active feature, String viewId) throws MissingServiceException {
        return lease(FeatureView.class, feature, View.PREFIX_ + "id", viewId);
    }

    @Override
    public Lease<FeatureCommand> command(Active feature, String commandId) throws MissingServiceException {
        return lease(FeatureCommand.class, feature, Command.PREFIX_ + "id", commandId);
    }

    @Override
    public boolean declaresView(Active feature, String viewId) {
        Bundle bundle = context.getBundle(feature.bundleId());
        BundleRevision revision = bundle == null ? null : bundle.adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities(View.NAMESPACE).stream()
                        .anyMatch(capability ->
                                viewId.equals(capability.getAttributes().get(View.NAMESPACE)));
    }

    @Override
    public boolean defines(Active feature, Class<?> type) {
        Bundle bundle = FrameworkUtil.getBundle(type);
        return bundle != null && bundle.getBundleId() == feature.bundleId();
    }

    @Override
    public Optional<Code> code(Active feature) {
        Bundle bundle = context.getBundle(feature.bundleId());
        BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
        ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
        return loader == null ? Optional.empty() : Optional.of(new Code(loader, bundle.getLocation()));
    }

    @Override
    public List<Active> present() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0)
                .flatMap(bundle -> feature(bundle).stream())
                .toList();
    }

    private static Optional<Active> feature(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? Optional.empty()
                : revision.getDeclaredCapabilities(Feature.NAMESPACE).stream()
                        .map(capability ->
                                String.valueOf(capability.getAttributes().get(Feature.NAMESPACE)))
                        .findFirst()
                        .map(id -> new Active(id, bundle.getVersion().toString(), bundle.getBundleId()));
    }

    private <T> Lease<T> lease(Class<T> type, Active feature, String property, String id)
            throws MissingServiceException {
        ServiceReference<T> reference = await(type, feature, property, id);
        ServiceObjects<T> objects = context.getServiceObjects(reference);
        T instance = objects == null ? null : instance(objects, feature, id);
        if (objects == null || instance == null) {
            throw new MissingServiceException("Expected " + name(feature) + " to create " + id
                    + ", but its component could not be activated. The log says why.");
        }
        return new Lease<>(instance, () -> release(objects, instance, id));
    }

    private static <T> T instance(ServiceObjects<T> objects, Active feature, String id) throws MissingServiceException {
        try {
            return objects.getService();
        } catch (RuntimeException | LinkageError e) {
            throw new MissingServiceException(
                    "Expected " + name(feature) + " to create " + id + ", but it threw: " + e, e);
        }
    }

    private <T> ServiceReference<T> await(Class<T> type, Active feature, String property, String id)
            throws MissingServiceException {
        ServiceTracker<T, ServiceReference<T>> tracker = new References<>(context, filter(type, feature, property, id));
        tracker.open();
        try {
            ServiceReference<T> reference = tracker.waitForService(patience.toMillis());
            if (reference != null) {
                return reference;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MissingServiceException("Stopped waiting for " + id + " of " + name(feature) + ".", e);
        } finally {
            tracker.close();
        }
        throw new MissingServiceException("Expected " + name(feature) + " to offer " + id + ", but it registered no "
                + type.getSimpleName() + " of that name within " + patience.toSeconds() + " s.");
    }

    private Filter filter(Class<?> type, Active feature, String property, String id) {
        String text = "(&(" + Constants.OBJECTCLASS + "=" + type.getName() + ")(" + Constants.SERVICE_BUNDLEID + "="
                + feature.bundleId() + ")(" + property + "=" + literal(id) + "))";
        try {
            return context.createFilter(text);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a filter made of escaped text is always well-formed: " + text, e);
        }
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\*()])", "\\\\$1");
    }

    // A feature's bundle may be stopped before its view lets go of it: the framework has taken the service back then.
    private static <T> void release(ServiceObjects<T> objects, T instance, String id) {
        try {
            objects.ungetService(instance);
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "The service of {0} was already taken back: {1}", id, e.getMessage());
        }
    }

    private static String name(Active feature) {
        return feature.featureId() + " " + feature.version();
    }

    /** Tracks references without getting the services, which would make an instance too many. */
    private static final class References<T> extends ServiceTracker<T, ServiceReference<T>> {

        References(BundleContext context, Filter filter) {
            super(context, filter, null);
        }

        @Override
        public ServiceReference<T> addingService(ServiceReference<T> reference) {
            return reference;
        }

        @Override
        public void removedService(ServiceReference<T> reference, ServiceReference<T> tracked) {
            // Nothing was got, so there is nothing to give back.
        }
    }
}
