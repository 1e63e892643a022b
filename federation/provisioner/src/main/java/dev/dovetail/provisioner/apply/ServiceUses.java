package dev.dovetail.provisioner.apply;

import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Map;
import org.osgi.framework.Bundle;

/**
 * What Felix 7.0.5 remembers of bundles that used services: it keeps each of them, with all its requirements, in
 * {@code ServiceRegistry.m_inUseMap} until its process ends, although the uses have ended. There is no other way to it
 * than its fields; another Felix that has none is left alone.
 */
final class ServiceUses {

    private ServiceUses() {}

    /** Forgets the uses of a bundle that has left the framework, and so can't have any. */
    static void forget(Bundle framework, Bundle uninstalled) {
        try {
            Object registry = value(framework, "m_registry");
            if (value(registry, "m_inUseMap") instanceof Map<?, ?> uses) {
                uses.remove(uninstalled);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.getLogger(ServiceUses.class.getName())
                    .log(Level.DEBUG, "The framework goes on remembering " + uninstalled, e);
        }
    }

    private static Object value(Object holder, String name) throws ReflectiveOperationException {
        Field field = holder.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(holder);
    }
}
